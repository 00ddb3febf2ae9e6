/** Commands about the map itself: export, copies, state, and the invented network. */
import { type Command, Option } from 'commander';
import { countOf } from '../../../../shared/model/words.ts';
import type { RunCommand } from '../context.ts';
import { wrap } from '../table.ts';

export function addDataCommands(program: Command, run: RunCommand): void {
  program
    .command('export')
    .description('write the map to a file')
    .addOption(
      new Option(
        '--format <format>',
        'file format; friends: only those you would introduce, for a friend to import as a circle',
      )
        .choices(['json', 'csv', 'graphml', 'gexf', 'friends'])
        .makeOptionMandatory(),
    )
    .option('--redact', 'numbers instead of names; no addresses, no notes')
    .option('--person <person>', 'only this person, and then everything there is about them (JSON)')
    .argument('<file>')
    .action(
      (
        file: string,
        options: { format: 'json' | 'csv' | 'graphml' | 'gexf' | 'friends'; redact?: boolean; person?: string },
      ) =>
        run(async (context) => {
          const report = await context.api.exportData({ ...context.judging, file, ...options }, context.call);
          return {
            json: report,
            text: () => {
              const ties =
                options.format === 'csv' || options.format === 'friends' ? '' : ` and ${countOf(report.ties, 'tie')}`;
              return `${countOf(report.people, 'person', 'people')}${ties} written to ${report.file}`;
            },
          };
        }),
    );

  program
    .command('backup')
    .description('write a checked copy of the map')
    .argument('[file]', "where to (default: the map's own folder of copies)")
    .action((file: string | undefined) =>
      run(async (context) => {
        const report = await context.api.backUp({ ...(file !== undefined && { file }) }, context.call);
        return { json: report, text: () => `Copied and checked: ${report.file}` };
      }),
    );

  program
    .command('restore')
    .description('go back to a copy; the map it replaces is kept')
    .argument('<file>', 'a copy made by weft backup')
    .action((file: string) =>
      run(async (context) => {
        const report = await context.api.restore({ file }, context.call);
        const kept = report.kept === null ? '' : ` The file it replaced is kept at ${report.kept}.`;
        return { json: report, text: () => `Restored: ${countOf(report.people, 'person', 'people')}.${kept}` };
      }),
    );

  program
    .command('doctor')
    .description('state of the map, its file and this machine')
    .option('--start-new', 'put a map that cannot be opened aside, so that the next import begins a new one')
    .action((options: { startNew?: boolean }) =>
      run(async (context) => {
        if (options.startNew === true) {
          const { kept } = await context.api.startNew({}, context.call);
          const where = kept === null ? '' : ` What was there is kept at ${kept}.`;
          return { json: { kept }, text: () => `The next import begins a new map.${where}` };
        }
        const report = await context.api.doctor({});
        const lines = report.checks.map((check) =>
          wrap(`${check.name}: ${check.text}`, context.width, check.ok ? 'ok    ' : 'look  ', '      '),
        );
        return {
          json: report,
          text: () =>
            [...lines, report.status === 'ok' ? 'All is well.' : 'Something needs a look, see above.'].join('\n'),
        };
      }),
    );

  program
    .command('sample')
    .description('an invented network, to try Weft with; into an empty map only')
    .action(() =>
      run(async (context) => {
        const report = await context.api.makeSample(context.judging, context.call);
        return {
          json: report,
          text: () =>
            [
              `An invented network of ${countOf(report.people, 'person', 'people')} is here, from ${countOf(report.batches.length, 'import')}.`,
              `Try: weft routes --to "${report.targets[0] ?? 'Kestrel Labs'}"`,
            ].join('\n'),
        };
      }),
    );
}
