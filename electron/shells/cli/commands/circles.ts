/** `weft circles …`: the circles you named, and the groups that may be one. */
import type { Command } from 'commander';
import type { CircleFace, CircleList, CircleQuestions } from '../../../../shared/contract/circles.ts';
import type { StatementReceipts } from '../../../../shared/contract/statements.ts';
import { countOf, listNames } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { table, wrap } from '../table.ts';

/** Names beside a circle; `people --circle NAME` lists them all. */
const NAMES_SHOWN = 3;

export function addCircleCommands(program: Command, run: RunCommand): void {
  const circles = program
    .command('circles')
    .description('the circles you named, and the groups that look like one')
    .action(() =>
      run(async (context) => {
        const { api, judging, limit, call } = context;
        const named = await api.listCircles({
          ...(judging.asOf !== undefined && { asOf: judging.asOf }),
          limit: 0,
          faces: NAMES_SHOWN,
        });
        const asked = await api.askCircles({ ...judging, limit, faces: NAMES_SHOWN }, call);
        return { json: { circles: named.circles, ...asked }, text: () => circlesText(named, asked, context) };
      }),
    );

  circles
    .command('name <suggestion> <name>')
    .description('name a group that weft circles asks about')
    .option('--without <who...>', 'all but these')
    .option('--only <who...>', 'these and nobody else of them')
    .action((suggestion: string, name: string, options: { without?: string[]; only?: string[] }) =>
      run(async (context) => {
        const done = await context.api.answerCircle({
          ...context.judging,
          suggestion,
          name,
          ...(options.without !== undefined && { without: options.without }),
          ...(options.only !== undefined && { members: options.only }),
          on: context.today,
        });
        return { json: done, text: () => receiptsText(done) };
      }),
    );
  circles
    .command('not <suggestion>')
    .description('it is no circle; it is not asked again')
    .action((suggestion: string) =>
      run(async (context) => {
        const done = await context.api.answerCircle({ ...context.judging, suggestion, on: context.today });
        return { json: done, text: () => receiptsText(done) };
      }),
    );
}

function receiptsText({ receipts }: StatementReceipts): string {
  return `${receipts[0]?.text} (${receipts.map(({ id }) => `s${id}`).join(', ')})`;
}

function circlesText(named: CircleList, asked: CircleQuestions, { style, width }: CommandContext): string {
  const lines = [style.bold(wrap(asked.sentence, width))];
  if (named.circles.length > 0) {
    lines.push(
      '',
      table(
        [
          { title: 'Circle', most: 34 },
          { title: 'People', align: 'right' },
          { title: 'Among them', most: 60 },
        ],
        named.circles.map(({ name, people, members }) => [name, people, amongThem(members, people)]),
        width,
      ),
    );
  }
  for (const { suggestion, question, guess, faces, people } of asked.questions) {
    lines.push('', wrap(question, width), wrap(`${amongThem(faces, people)}.`, width, '  ', '  '));
    lines.push(style.dim(`  weft circles name '${suggestion}' '${guess ?? 'NAME'}'`));
  }
  const hidden = asked.total - asked.questions.length;
  if (hidden > 0) lines.push('', `${countOf(hidden, 'more question')} with --limit 0.`);
  for (const missing of asked.missing) lines.push(wrap(missing, width, '- ', '  '));
  return lines.join('\n');
}

/** `Ana, Ben, Cem and 4 others`, of whom the first are given. */
function amongThem(faces: readonly CircleFace[], people: number): string {
  const names = faces.map(({ person }) => person.name);
  const others = people - names.length;
  return others > 0 ? `${names.join(', ')} and ${countOf(others, 'other')}` : listNames(names, names.length);
}
