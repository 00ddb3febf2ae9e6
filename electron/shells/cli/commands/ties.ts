import { type Command, Option } from 'commander';
import type { TieList } from '../../../../shared/contract/people.ts';
import { countOf } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { table } from '../table.ts';

interface TieOptions {
  of?: string;
  basis?: 'observed' | 'asserted' | 'inferred';
  betweenContacts?: boolean;
}

export function addTieCommands(program: Command, run: RunCommand): void {
  program
    .command('ties')
    .description('who knows whom, strongest first, with the evidence')
    .option('--of <who>', 'ties of one person')
    .addOption(new Option('--basis <basis>', 'how it is known').choices(['observed', 'asserted', 'inferred']))
    .option('--between-contacts', 'without your own ties, with pairs that may know each other; most probable first')
    .action((options: TieOptions) =>
      run(async (context) => {
        const list = await context.api.listTies({ ...context.judging, ...options, limit: context.limit });
        return { json: list, text: () => tiesText(list, context) };
      }),
    );
}

const BASIS_WORDS = { observed: 'seen', asserted: 'you said', inferred: 'may know' } as const;

function tiesText(list: TieList, context: CommandContext): string {
  if (list.total === 0) {
    return "No ties known. Your own come with Connections.csv; ties between others with a friend's export (--role circle), group threads, or weft say knows A B.";
  }
  const rows = table(
    [
      { title: 'A', most: 28 },
      { title: 'B', most: 28 },
      { title: 'Known' },
      { title: 'Strength' },
      { title: 'Why', most: 60 },
    ],
    list.ties.map((tie) => [
      tie.a.name,
      tie.b.name,
      tie.basis === 'inferred' ? `${BASIS_WORDS.inferred}, ${Math.round(tie.q * 100)} %` : BASIS_WORDS[tie.basis],
      tie.band,
      tie.evidence[0]?.text ?? '',
    ]),
    context.width,
  );
  const hidden = list.total - list.ties.length;
  return `${rows}\n${countOf(list.total, 'tie')}${hidden > 0 ? `; ${countOf(hidden, 'more', 'more')} with --limit 0` : ''}`;
}
