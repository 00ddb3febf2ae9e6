import type { Command } from 'commander';
import { WeftError } from '../../../../shared/contract/errors.ts';
import type { TargetList, TargetSuggestions } from '../../../../shared/contract/routes.ts';
import { countOf } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { table } from '../table.ts';
import { readLines } from './routes.ts';

interface AddOptions {
  person?: string;
  url?: string;
  company?: string;
  title?: string;
  mutual?: string[];
  file?: string;
}

export function addTargetCommands(program: Command, run: RunCommand): void {
  const targets = program
    .command('targets')
    .description('companies and people you want to reach, and who you know there')
    .option('--suggest', 'companies you follow, applied to or saved a job at')
    .action((options: { suggest?: boolean }) =>
      run(async (context) => {
        if (options.suggest === true) {
          const suggestions = await context.api.suggestTargets({});
          return { json: suggestions, text: () => suggestionsText(suggestions, context) };
        }
        const list = await context.api.listTargets(context.judging);
        return { json: list, text: () => targetsText(list, context) };
      }),
    );

  targets
    .command('add')
    .description('add companies, or a person you do not know yet')
    .argument('[company...]')
    .option('--person <name>', 'a person; with --url, --company, --title and those who know them')
    .option('--url <address>', 'their profile')
    .option('--company <name>', 'where they work')
    .option('--title <title>', 'what they do')
    .option('--mutual <who...>', 'your contacts who know them, as LinkedIn shows them')
    .option('--file <list>', 'a text file with one company a line')
    .action((companies: string[], options: AddOptions) =>
      run(async (context) => {
        const { person, file, mutual, ...about } = options;
        const all = [...companies, ...(file === undefined ? [] : await readLines(file))];
        if (all.length === 0 && person === undefined) {
          throw new WeftError('arguments', 'bad-input', 'Name a company, or a person with --person NAME.');
        }
        const list = await context.api.addTargets({
          companies: all,
          ...(person !== undefined && { person: { name: person, ...about, mutuals: mutual ?? [] } }),
          on: context.today,
        });
        return { json: list, text: () => targetsText(list, context) };
      }),
    );

  targets
    .command('remove')
    .description('a target no longer')
    .argument('<target>', 'company, person or number')
    .action((target: string) =>
      run(async (context) => {
        const list = await context.api.removeTarget({ target });
        return { json: list, text: () => targetsText(list, context) };
      }),
    );
}

function targetsText(list: TargetList, context: CommandContext): string {
  if (list.total === 0) return 'No targets yet. Name one: weft targets add "Kestrel Labs"';
  return `${table(
    [
      { title: 'No.', align: 'right' },
      { title: 'Target', most: 30 },
      { title: 'Direct', align: 'right' },
      { title: 'One step', align: 'right' },
      { title: 'None', align: 'right' },
      { title: 'Best route', most: 70 },
    ],
    list.targets.map((target) => [target.id, target.name, target.direct, target.oneStep, target.none, target.sentence]),
    context.width,
  )}\n${countOf(list.total, 'target')}`;
}

function suggestionsText(list: TargetSuggestions, context: CommandContext): string {
  if (list.suggestions.length === 0)
    return 'Nothing to suggest: no applications, saved jobs or followed companies that are not targets yet.';
  return table(
    [{ title: 'Company', most: 40 }, { title: 'From' }, { title: 'You know', align: 'right' }],
    list.suggestions.map(({ company, from, people }) => [company, from.join(', '), people]),
    context.width,
  );
}
