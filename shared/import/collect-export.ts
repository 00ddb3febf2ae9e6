/** The door of the import: give it the bytes of each wanted file and get back what the export says. */
import type { ExportContent, FileKind, FileReport, OwnerFoundBy, ProfileRecord } from '../model/records.ts';
import type { Day } from '../model/units.ts';
import type { Encoding } from './decoding.ts';
import { CsvFileReader, type FileEnd } from './file-reader.ts';
import { classifyPath, isVcard, reportName } from './kinds.ts';
import { findOwner } from './owner.ts';
import { type ColumnMap, Harvest } from './row-reader.ts';
import { buildThreads, compareText, learnFromRecipients } from './threads.ts';
import { VcardFileReader } from './vcard.ts';

export interface CollectorOptions {
  /** Whether the user agreed to read Notes.csv. */
  withNotes: boolean;
  /** Columns the user named, field to header; only for a table that is no LinkedIn file. */
  map: ColumnMap | null;
  /** What the user says the file is; null: name and header decide. */
  kind: FileKind | null;
  today: Day;
  /** From the archive's name or entries; null when unknown. */
  exportDate: Day | null;
}

/** Takes the bytes of one file, in chunks of any size that need not be kept after the call. */
export interface FileReader {
  /** @throws WeftError of kind `input`, which refuses the whole import */
  push(chunk: Uint8Array): void;
  /**
   * After the last byte. `restart` (at most once a file): the bytes were not UTF-8; feed the file again to `reader`.
   *
   * @throws WeftError of kind `input`
   */
  end(): { status: 'done'; report: FileReport } | { status: 'restart'; reader: FileReader };
}

export interface CollectedExport {
  content: ExportContent;
  /** In the order in which the files were opened or left out. */
  files: FileReport[];
  owner: { slug: string; url: string; name: string | null } | null;
  ownerFoundBy: OwnerFoundBy;
  /** Newest date of evidence in the files: the export is not older. */
  exportDateHint: Day | null;
  /** Files of a Complete export about the owner, but none about others: the second mail is still to come. */
  isPartOne: boolean;
}

export interface ExportCollector {
  /** What an archive entry of this path would be read as; null: leave it alone, unopened. */
  wants(path: string): FileKind | null;
  /** A reader for one file. A path that {@link wants} refuses may be given too: then the header decides. */
  open(path: string): FileReader;
  /** Names a file that was not opened in the report. */
  leaveOut(path: string): FileReport;
  finish(): CollectedExport;
}

export function createExportCollector(options: CollectorOptions): ExportCollector {
  const lastDay = (options.exportDate ?? options.today) + 1;
  const files: FileReport[] = [];
  const harvests: Harvest[] = [];

  function wants(path: string): FileKind | null {
    const kind = classifyPath(path);
    if (kind === 'ignored' || kind === 'unknown') return null;
    return kind === 'notes' && !options.withNotes ? null : kind;
  }

  function openAs(path: string, encoding: Encoding | null): FileReader {
    const expected = options.kind ?? kindOrNull(classifyPath(path));
    const reader = isVcard(path)
      ? new VcardFileReader(path, encoding)
      : new CsvFileReader({
          path,
          expected,
          isForced: options.kind !== null,
          encoding,
          map: options.map,
          withNotes: options.withNotes,
          lastDay,
        });
    return {
      push: (chunk) => reader.push(chunk),
      end: () => {
        const end: FileEnd = reader.end();
        if (end.status === 'restart') return { status: 'restart', reader: openAs(path, end.encoding) };
        files.push(end.report);
        if (end.harvest !== null) harvests.push(end.harvest);
        return { status: 'done', report: end.report };
      },
    };
  }

  function leaveOut(path: string): FileReport {
    const kind = classifyPath(path);
    const isNotes = kind === 'notes';
    const report: FileReport = {
      name: reportName(path),
      kind: isNotes ? 'notes' : kind === 'unknown' ? 'unknown' : 'ignored',
      rows: 0,
      kept: 0,
      hidden: 0,
      skipped: [],
      skippedCount: 0,
      notices: isNotes ? ['Your private notes were not read. Import again with --with-notes to take them in.'] : [],
    };
    files.push(report);
    return report;
  }

  return { wants, open: (path) => openAs(path, null), leaveOut, finish: () => assemble(harvests, files) };
}

/** A single file that the user chose is opened whatever its name; then its header decides. */
function kindOrNull(kind: FileKind): FileKind | null {
  return kind === 'ignored' || kind === 'unknown' ? null : kind;
}

function assemble(harvests: readonly Harvest[], files: FileReport[]): CollectedExport {
  // The first takes in the others: a copy of it would be as large as the file.
  const [all = new Harvest(), ...others] = harvests;
  for (const harvest of others) {
    for (const kind of ROW_KINDS) mergeRows(all, harvest, kind);
    all.names.learnAll(harvest.names);
    all.sawDay(harvest.newest);
    all.profile = betterProfile(all.profile, harvest.profile);
  }
  if (all.profile !== null) all.names.learn(null, all.profile.name, 'elsewhere');
  const tallies = harvests.map((harvest) => harvest.messages).filter((tally) => tally !== null);
  learnFromRecipients(tallies, all.names);
  const threads = buildThreads(tallies, all.names);
  const invitations = byContent(all.invitations.records);
  const { owner, foundBy } = findOwner({ invitations, tallies, threads, profile: all.profile, names: all.names });
  return {
    content: {
      connections: byContent(all.connections.records),
      contacts: byContent(all.contacts.records),
      threads,
      invitations,
      recommendations: byContent(all.recommendations.records),
      endorsements: byContent(all.endorsements.records),
      past: byContent(all.past.records),
      profile: all.profile,
      interests: byContent(all.interests.records),
      notes: byContent(all.notes.records),
    },
    files,
    owner,
    ownerFoundBy: foundBy,
    exportDateHint: all.newest,
    isPartOne: isPartOne(files),
  };
}

const ROW_KINDS = [
  'connections',
  'contacts',
  'invitations',
  'recommendations',
  'endorsements',
  'past',
  'interests',
  'notes',
] as const;

function mergeRows<Kind extends (typeof ROW_KINDS)[number]>(all: Harvest, harvest: Harvest, kind: Kind): void {
  const target: { addAll(other: Harvest[Kind]): void } = all[kind] as never;
  target.addAll(harvest[kind]);
}

function betterProfile(a: ProfileRecord | null, b: ProfileRecord | null): ProfileRecord | null {
  if (a === null || b === null) return a ?? b;
  return compareText(JSON.stringify(a), JSON.stringify(b)) <= 0 ? a : b;
}

/** Sorted by what they say, so that nothing depends on the order of rows or files. */
function byContent<Content>(records: readonly Content[]): Content[] {
  return records
    .map((record) => ({ record, key: JSON.stringify(record) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ record }) => record);
}

const NETWORK_KINDS: ReadonlySet<FileKind> = new Set(['connections', 'messages', 'invitations', 'contacts']);
const ABOUT_OWNER: ReadonlySet<FileKind> = new Set(['profile', 'positions', 'education']);

function isPartOne(files: readonly FileReport[]): boolean {
  return files.some(({ kind }) => ABOUT_OWNER.has(kind)) && !files.some(({ kind }) => NETWORK_KINDS.has(kind));
}
