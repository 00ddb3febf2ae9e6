import { type Command, Option } from 'commander';
import { WeftError } from '../../../../shared/contract/errors.ts';
import type { BatchList, ImportReport, UndoReport } from '../../../../shared/contract/imports.ts';
import { FILE_KINDS } from '../../../../shared/contract/imports.ts';
import { MAPPABLE_FIELDS } from '../../../../shared/model/records.ts';
import { countOf, groupDigits, spokenDate } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { table, wrap } from '../table.ts';

interface ImportOptions {
  role?: 'me' | 'circle';
  owner?: string;
  kind?: (typeof FILE_KINDS)[number];
  map?: Partial<Record<(typeof MAPPABLE_FIELDS)[number], string>>;
  withNotes?: boolean;
  dryRun?: boolean;
}

const MAX_SHOWN_CHANGES = 10;

export function addImportCommands(program: Command, run: RunCommand): void {
  program
    .command('import')
    .description('read what LinkedIn gave you: the ZIP, a single CSV, or an address book (.vcf, CSV)')
    .argument('<file...>', 'ZIP archives, CSV files, vCards')
    .addOption(new Option('--role <role>', 'whose network it is').choices(['me', 'circle']))
    .option('--owner <url>', 'profile address of the person whose export it is')
    .addOption(new Option('--kind <kind>', 'what a single file is, if its header does not tell').choices(FILE_KINDS))
    .option('--map <field=column...>', `columns of any CSV: ${MAPPABLE_FIELDS.join(' ')}`, collectMap)
    .option('--with-notes', 'also read your private notes about contacts (Notes.csv)')
    .option('--dry-run', 'say what would happen and change nothing')
    .action((files: string[], options: ImportOptions) =>
      run(async (context) => {
        const { map, ...rest } = options;
        const report = await context.api.importFiles(
          {
            files,
            ...rest,
            ...(map !== undefined && { map }),
            ...(context.judging.asOf !== undefined && { asOf: context.judging.asOf }),
          },
          context.call,
        );
        return { json: report, text: () => importText(report, context) };
      }),
    );

  program
    .command('batches')
    .description('list the imports')
    .action(() =>
      run(async (context) => {
        const list = await context.api.listBatches({});
        return { json: list, text: () => batchesText(list, context) };
      }),
    );

  program
    .command('undo')
    .description('take one import back exactly, or one thing you said (s12)')
    .argument('<batch>', 'number of the import, or of the statement with an s before it')
    .action((what: string) =>
      run(async (context) => {
        const match = /^(s?)(\d{1,9})$/.exec(what);
        if (match === null) {
          throw new WeftError('arguments', 'bad-number', 'Name the import by its number (weft batches lists them).');
        }
        const number = Number(match[2]);
        if (match[1] === 's') {
          const receipt = await context.api.withdraw({ id: number });
          return { json: receipt, text: () => `Taken back: ${receipt.text}` };
        }
        const report = await context.api.undoBatch({ batch: number }, context.call);
        return { json: report, text: () => wrap(undoText(report), context.width) };
      }),
    );
}

/** `--map first=Vorname`: later ones win. */
function collectMap(pair: string, before: Record<string, string> = {}): Record<string, string> {
  const at = pair.indexOf('=');
  const field = pair.slice(0, at);
  if (at < 1 || !(MAPPABLE_FIELDS as readonly string[]).includes(field)) {
    throw new WeftError(
      'arguments',
      'bad-map',
      `--map takes FIELD=COLUMN, with a field out of: ${MAPPABLE_FIELDS.join(' ')}. Name the files before it.`,
    );
  }
  return { ...before, [field]: pair.slice(at + 1) };
}

function importText(report: ImportReport, context: CommandContext): string {
  const { people } = report;
  const lines: string[] = [];
  const say = (sentence: string) => lines.push(wrap(sentence, context.width));
  const isDryRun = report.batch === null;
  lines.push(context.style.bold(wrap(headlineOf(report), context.width)));
  const seen = [
    people.updated > 0 ? `${countOf(people.updated, 'person has', 'people have')} something new` : '',
    people.unchanged > 0 && report.role === 'me'
      ? `${countOf(people.unchanged, 'person', 'people')} ${report.isKnown ? 'as before' : 'known already'}`
      : '',
    people.vanished > 0 ? `${countOf(people.vanished, 'person is', 'people are')} no longer in it` : '',
  ].filter((part) => part !== '');
  if (seen.length > 0) say(`${seen.join(', ')}.`);
  if (report.role === 'me' && report.owner !== null) say(`You are ${report.owner.name}.`);
  lines.push('');
  lines.push(
    table(
      [
        { title: 'File', most: 40 },
        { title: 'What', most: 26 },
        { title: 'Rows', align: 'right' },
        { title: 'Kept', align: 'right' },
        { title: 'Hidden', align: 'right' },
        { title: 'Skipped', align: 'right' },
      ],
      report.files.map((file) => [
        file.name,
        file.kind,
        ...[file.rows, file.kept, file.hidden, file.skippedCount].map(groupDigits),
      ]),
      context.width,
    ),
  );
  for (const file of report.files) {
    const notices = file.skippedCount > 0 ? [skippedText(file), ...file.notices] : file.notices;
    for (const notice of notices) lines.push(wrap(`${file.name}: ${notice}`, context.width, '', '  '));
  }
  if (report.files.some((file) => file.hidden > 0)) {
    say('Hidden: members who closed or hid their profile. LinkedIn gives a date and no name.');
  }
  for (const { person, field, before, after } of report.changes.slice(0, MAX_SHOWN_CHANGES)) {
    say(`${person.name}: ${field} ${before ?? '(none)'} -> ${after ?? '(none)'}`);
  }
  if (report.changes.length > MAX_SHOWN_CHANGES) {
    lines.push(`and ${countOf(report.changes.length - MAX_SHOWN_CHANGES, 'more change')}`);
  }
  if (report.targetsSuggested > 0) {
    say(
      `${countOf(report.targetsSuggested, 'company', 'companies')} you follow, applied to or saved a job at could become targets: weft targets --suggest`,
    );
  }
  lines.push(
    isDryRun
      ? 'Nothing was written. Leave out --dry-run to import it.'
      : `Import ${report.batch}, ${report.seconds.toFixed(1)} s. To take it back: weft undo ${report.batch}`,
  );
  return lines.join('\n');
}

function headlineOf({ batch, isKnown, role, owner, files, people }: ImportReport): string {
  const isDryRun = batch === null;
  if (isKnown) return 'Nothing new: 0 added, 0 changed. The very same was imported before.';
  if (files.every((file) => file.kept === 0)) return 'Nothing new: 0 added, 0 changed.';
  if (role === 'circle') {
    const ofTheirs = countOf(people.added + people.updated + people.unchanged, 'person', 'people');
    return `${isDryRun ? 'Would add' : 'Added'} the network of ${owner?.name ?? 'a friend'}: ${ofTheirs}.`;
  }
  if (people.added === 0) return `No new people. What these files say ${isDryRun ? 'would be' : 'is now'} in your map.`;
  return `${isDryRun ? 'Would add' : 'Added'} ${countOf(people.added, 'person', 'people')} to your network.`;
}

/** `Skipped: 12 sponsored (first in line 8), 3 draft (first in line 40).` Every skipped line by itself stands in --json. */
function skippedText({ skipped, skippedCount }: ImportReport['files'][number]): string {
  const byReason = [...Map.groupBy(skipped, (row) => row.reason)].sort(([, a], [, b]) => b.length - a.length);
  const parts = byReason.map(([reason, rows]) => {
    const line = groupDigits(rows[0]?.line ?? 0);
    return rows.length === 1
      ? `line ${line}, ${reason}`
      : `${groupDigits(rows.length)} rows, ${reason} (first in line ${line})`;
  });
  const unlisted = skippedCount - skipped.length;
  if (unlisted > 0) parts.push(countOf(unlisted, parts.length === 0 ? 'row' : 'more row'));
  return `Skipped: ${parts.join('; ')}.`;
}

function batchesText(list: BatchList, context: CommandContext): string {
  if (list.total === 0) return 'Nothing imported yet. Begin with: weft import Connections.csv';
  return table(
    [
      { title: 'No.', align: 'right' },
      { title: 'Whose', most: 28 },
      { title: 'Exported' },
      { title: 'Imported' },
      { title: 'Files', most: 50 },
    ],
    list.batches.map((batch) => [
      batch.batch,
      batch.role === 'me' ? 'yours' : (batch.owner?.name ?? 'a friend'),
      spokenDate(batch.exportDate, context.today) ?? 'unknown',
      batch.importedAt.slice(0, 10),
      batch.files
        .map((file) => file.kind)
        .filter((kind) => kind !== 'ignored' && kind !== 'unknown')
        .join(' '),
    ]),
    context.width,
  );
}

function undoText(report: UndoReport): string {
  const { removed, changed } = report.people;
  const parts = [
    removed > 0 ? `${countOf(removed, 'person', 'people')} removed` : '',
    changed > 0 ? `${countOf(changed, 'person', 'people')} as they were before it` : '',
  ].filter((part) => part !== '');
  const what = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `Import ${report.batch} undone${what}. What you said yourself is kept.`;
}
