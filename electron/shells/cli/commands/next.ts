/** `weft next` and `weft referrals`: what to do now, and what talking to people led to. */
import type { Command } from 'commander';
import type { ReferralList, ReferralNode, Today } from '../../../../shared/contract/today.ts';
import { asSentence, countOf, dueWords } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { plain, wrap } from '../table.ts';

const MAX_INVITATIONS = 3;
const MAX_MOVED = 5;

export function addNextCommands(program: Command, run: RunCommand): void {
  program
    .command('next')
    .description('whom to write to today, follow-ups and thanks that are due')
    .action(() =>
      run(async (context) => {
        const today = await context.api.today(context.judging);
        return { json: today, text: () => todayText(today, context) };
      }),
    );

  program
    .command('referrals')
    .description('who named whom, with measured branching')
    .action(() =>
      run(async (context) => {
        const list = await context.api.listReferrals(context.judging);
        return { json: list, text: () => referralsText(list, context) };
      }),
    );
}

function todayText(today: Today, { style, width }: CommandContext): string {
  const lines = [style.bold(wrap(today.sentence, width))];
  today.suggestions.forEach(({ reason, firstStep }, at) => {
    lines.push('', wrap(reason, width, `${at + 1}. `, '   '), wrap(`First step: ${firstStep}`, width, '   '));
  });
  if (today.suggestionsMissing !== null) lines.push('', style.dim(wrap(today.suggestionsMissing, width)));
  const section = (title: string, sentences: readonly string[]) => {
    if (sentences.length > 0) lines.push('', title, ...sentences.map((one) => wrap(one, width, '- ', '  ')));
  };
  section(
    'Follow-ups due:',
    today.followUps.map(({ reason, dueOn }) => `${reason} ${asSentence(dueWords(dueOn, today.asOf))}`),
  );
  section(
    'Thanks owed:',
    today.thanks.map(({ reason }) => reason),
  );
  section('Targets:', [
    ...today.targetsImproved.map(({ sentence }) => sentence),
    ...today.targetsStale.map(({ sentence }) => sentence),
  ]);
  const shown = today.invitations.slice(0, MAX_INVITATIONS);
  const more = today.invitations.length - shown.length;
  section('Open invitations:', [
    ...shown.map(({ questions }) => questions.join(' ')),
    ...(more > 0 ? [`And ${countOf(more, 'more invitation')} (--json lists them).`] : []),
  ]);
  const names = today.lastImport.moved.slice(0, MAX_MOVED).map(({ name }) => name);
  section('Your exports:', [
    today.lastImport.sentence,
    ...(names.length > 0 ? [`New jobs or titles, among them: ${names.join(', ')}.`] : []),
  ]);
  return lines.join('\n');
}

function referralsText(list: ReferralList, { style, width }: CommandContext): string {
  const lines = [style.bold(wrap(list.sentence, width))];
  if (list.tree.length === 0) return lines.join('\n');
  lines.push('', ...list.tree.flatMap((node) => treeLines(node, '')));
  const counts = list.generations.map(
    (count, at) => `${count}${at < list.ideal.length ? ` of ${list.ideal[at]}` : ''}`,
  );
  lines.push('', `By generation: ${counts.join(', ')}.`);
  return lines.join('\n');
}

function treeLines({ person, named }: ReferralNode, indent: string): string[] {
  return [`${indent}${plain(person.name)}`, ...named.flatMap((child) => treeLines(child, `${indent}  `))];
}
