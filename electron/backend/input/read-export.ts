import {
  type CollectedExport,
  type CollectorOptions,
  createExportCollector,
  type ExportCollector,
  type FileReader,
} from '../../../shared/import/collect-export.ts';
import type { FileKind, FileReport } from '../../../shared/model/records.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { LeftOutEntry } from './archive-directory.ts';
import * as refuse from './archive-refusals.ts';
import { type ImportSource, type ImportSources, listSources } from './import-sources.ts';
import { type InputFile, openInputFile } from './open-file.ts';
import { printableName } from './printable-name.ts';

export type ReadOptions = Omit<CollectorOptions, 'exportDate'>;

export interface ReadProgress {
  /** Name of the file being read. */
  file: string;
  /** Unpacked bytes; goes back when a file turns out to need another encoding and is read again. */
  bytesRead: number;
  bytesTotal: number;
  /** Rows of the files read to their end. */
  rows: number;
}

export interface ReadHooks {
  /** Called after each chunk. */
  onProgress(progress: ReadProgress): void;
  /** Asked before each chunk of at most 256 KB. */
  isCancelled(): boolean;
}

export interface ReadExport extends CollectedExport {
  /** The day the export was made, from the archive's name, else from its entries; null for bare files. */
  exportDate: Day | null;
}

/**
 * Reads ZIP archives, tables and address books as one export. Only reads: nothing is written anywhere, and the files are left as
 * they are.
 *
 * @throws WeftError `arguments` (file-missing), `place` (no-permission, file-unreadable), `cancelled`, or `input` with the reason
 *   why a file was refused
 */
export async function readExport(
  paths: readonly string[],
  options: ReadOptions,
  hooks: ReadHooks,
): Promise<ReadExport> {
  if (paths.length === 0) throw new WeftError('arguments', 'no-file', 'Name at least one file to import.');
  const files: InputFile[] = [];
  try {
    for (const path of paths) files.push(await openInputFile(path));
    const read = await readOpened(files, options, hooks).catch(async (error: unknown) => {
      // Half a file looks like a damaged one: that it is being written just now is the better explanation.
      if (error instanceof WeftError && error.kind === 'input') await assertUnchanged(files);
      throw error;
    });
    await assertUnchanged(files);
    return read;
  } finally {
    for (const file of files) await file.close();
  }
}

async function assertUnchanged(files: readonly InputFile[]): Promise<void> {
  for (const file of files) await file.assertUnchanged();
}

async function readOpened(files: readonly InputFile[], options: ReadOptions, hooks: ReadHooks): Promise<ReadExport> {
  // What is wanted does not depend on the export date, which only the archive can tell.
  const { wants } = createExportCollector({ ...options, exportDate: null });
  const found = await listSources(files, (path) => wants(path) !== null, options.today);
  const collector = createExportCollector({ ...options, exportDate: found.exportDate });
  const reading = new Reading(collector, found.sources, hooks);
  for (const source of found.sources) await reading.readSource(source);
  const leftOut = found.leftOut.map((entry) => leaveOut(collector, entry));
  assertSomethingKnown(found, leftOut);
  const collected = collector.finish();
  if (found.archives.length > 0) noteMissingPart(collected.files);
  return { ...collected, exportDate: found.exportDate };
}

/** Feeds the sources to the collector, one chunk at a time, and tells how far it is. */
class Reading {
  readonly #collector: ExportCollector;
  readonly #hooks: ReadHooks;
  readonly #bytesTotal: number;
  #bytesRead = 0;
  #rows = 0;

  constructor(collector: ExportCollector, sources: readonly ImportSource[], hooks: ReadHooks) {
    this.#collector = collector;
    this.#hooks = hooks;
    this.#bytesTotal = sources.reduce((total, source) => total + source.size, 0);
  }

  async readSource(source: ImportSource): Promise<void> {
    const start = this.#bytesRead;
    let reader: FileReader | null = this.#collector.open(printableName(source.path));
    while (reader !== null) {
      this.#bytesRead = start;
      reader = await this.#readOnce(source, reader);
    }
  }

  /** @returns the reader that wants the same bytes once more, if there is one */
  async #readOnce(source: ImportSource, reader: FileReader): Promise<FileReader | null> {
    await source.read((chunk) => {
      this.#assertGoingOn();
      reader.push(chunk);
      this.#bytesRead += chunk.length;
      this.#tell(source);
    });
    this.#assertGoingOn();
    const end = reader.end();
    if (end.status === 'restart') return end.reader;
    this.#rows += end.report.rows;
    this.#tell(source);
    return null;
  }

  #tell(source: ImportSource): void {
    this.#hooks.onProgress({
      file: printableName(source.path),
      bytesRead: this.#bytesRead,
      bytesTotal: this.#bytesTotal,
      rows: this.#rows,
    });
  }

  #assertGoingOn(): void {
    if (!this.#hooks.isCancelled()) return;
    throw new WeftError('cancelled', 'cancelled', 'The import was stopped. Your map is as it was before.');
  }
}

function leaveOut(collector: ExportCollector, { path, why }: LeftOutEntry): FileReport {
  const report = collector.leaveOut(printableName(path));
  if (why === 'link') report.notices.push('This entry is a link, not a file, and was skipped.');
  if (why === 'nested-archive') {
    report.notices.push('An archive inside the archive is not opened. Unpack the outer one to import it.');
  }
  return report;
}

/** Settled.md 6. A link counts as known: the archive has the file by name, and the report says what became of it. */
function assertSomethingKnown(found: ImportSources, leftOut: readonly FileReport[]): void {
  if (found.sources.length > 0 || leftOut.some(({ kind }) => kind !== 'unknown')) return;
  const nested = found.leftOut.filter(({ why }) => why === 'nested-archive').map(({ path }) => path);
  throw refuse.noKnownFile(found.archives, nested);
}

const NETWORK_KINDS: ReadonlySet<FileKind> = new Set(['connections', 'messages', 'invitations']);

/** A large export comes in two mails, and the first may say nothing about others (linkedin-export.md, section 2). */
function noteMissingPart(reports: readonly FileReport[]): void {
  if (reports.some(({ kind }) => NETWORK_KINDS.has(kind))) return;
  reports[0]?.notices.push(
    'No connections, messages or invitations were found. This looks like part one of your export: LinkedIn sends the rest in a second mail; import that archive too.',
  );
}
