/** `weft top`: the few people who are worth the next conversations, and why. */
import type { Command } from 'commander';
import type { TopContact, TopList } from '../../../../shared/contract/top.ts';
import { countOf } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { table, wrap } from '../table.ts';

export function addTopCommand(program: Command, run: RunCommand): void {
  program
    .command('top')
    .description('the few people who are worth your next conversations')
    .option('--target <company...>', 'for these companies in place of your targets')
    .option('--cover', 'the fewest people who open most targets')
    .option('--circles', 'the fewest people who open most targets and circles that you named')
    .action((options: { target?: string[]; cover?: boolean; circles?: boolean }) =>
      run(async (context) => {
        const targets = options.target ?? [];
        const list = await context.api.listTop({
          ...context.judging,
          targets,
          cover: options.cover ?? options.circles ?? false,
          circles: options.circles ?? false,
          limit: context.limit,
        });
        if (list.contacts.some(({ robust }) => robust === null)) {
          const { robust } = await context.api.markRobust({ ...context.judging, targets }, context.call);
          const marked = new Set(robust);
          for (const contact of list.contacts) contact.robust = marked.has(contact.person.id);
        }
        return { json: list, text: () => topText(list, context) };
      }),
    );
}

function topText(list: TopList, context: CommandContext): string {
  const { style, width } = context;
  const lines = [style.bold(wrap(list.sentence, width))];
  if (list.status === 'no-vital-few-yet' && list.contacts.length > 0) {
    lines.push(wrap('The order below is all that can be said so far; it does not tell them apart.', width));
  }
  list.contacts.forEach((contact, at) => {
    // A shortlist counts its own places; a ranking may be cut, and shows the rank.
    const place = contact.covers === undefined ? contact.rank : at + 1;
    lines.push('', ...contactLines(contact, place, context));
  });
  if (list.contacts.length > 0) lines.push('', numbersTable(list, width));
  const hidden = list.total - list.contacts.length;
  if (hidden > 0) lines.push(style.dim(`${countOf(hidden, 'more contact')} (--limit 0 shows all).`));
  lines.push(style.dim(wrap(list.calibration.sentence, width)));
  for (const missing of list.missing) lines.push(wrap(missing, width, '- ', '  '));
  return lines.join('\n');
}

function contactLines(
  { person, why, nextStep, covers, coversCircles, replacement, robust }: TopContact,
  place: number,
  context: CommandContext,
) {
  const { style, width } = context;
  const work = [person.position, person.company].filter((part) => part !== null).join(', ');
  const mark = robust === true ? ' (whatever the assumptions)' : '';
  const lines = [wrap(`${person.name}${work === '' ? '' : `, ${work}`}${mark}`, width, `${place}. `, '   ')];
  const opened = [...(covers ?? []), ...(coversCircles ?? []).map((name) => `the circle ${name}`)];
  if (opened.length > 0) lines.push(wrap(`Opens ${opened.join(', ')}.`, width, '   '));
  lines.push(style.dim(wrap(why.join(' '), width, '   ')), wrap(`Next: ${nextStep}`, width, '   '));
  if (replacement != null) lines.push(style.dim(wrap(`If they leave: ${replacement.name}.`, width, '   ')));
  return lines;
}

function numbersTable(list: TopList, width: number): string {
  const factor = (value: number) => `×${value.toFixed(2)}`;
  return table(
    [
      { title: 'Name', most: 26 },
      { title: 'Share', align: 'right' },
      { title: 'Warmth', align: 'right' },
      { title: 'Answers', align: 'right' },
      { title: 'Reach', align: 'right' },
      { title: 'Power', align: 'right' },
      { title: 'Balance', align: 'right' },
      { title: 'Novelty', align: 'right' },
    ],
    list.contacts.map(({ person, share, multipliers: by }) => [
      person.name,
      `${(100 * share).toFixed(1)} %`,
      factor(by.warmth),
      factor(by.responsiveness),
      factor(by.reach),
      factor(by.power),
      factor(by.reciprocity),
      factor(by.novelty),
    ]),
    width,
  );
}
