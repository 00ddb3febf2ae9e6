import { LIMITS } from '../../../shared/import/limits.ts';
import type { Day } from '../../../shared/model/units.ts';
import type { LeftOutEntry } from './archive-directory.ts';
import * as refuse from './archive-refusals.ts';
import { assertOneCandidateEach } from './candidates.ts';
import { dayFromExportName } from './export-name.ts';
import { type InputFile, readAt, readWhole } from './open-file.ts';
import { openArchive } from './read-archive.ts';

/** One table or address book to read, out of an archive or by itself. */
export interface ImportSource {
  /** Path inside the archive, or the file's own name. */
  readonly path: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Hands the content on in chunks of at most CHUNK_BYTES, each valid only during the call. May be called again. */
  read(take: (chunk: Uint8Array) => void): Promise<void>;
}

export interface ImportSources {
  /** What will be read, in an order that does not depend on the order of the archive. */
  readonly sources: readonly ImportSource[];
  readonly leftOut: readonly LeftOutEntry[];
  /** Names of the archives among the files. */
  readonly archives: readonly string[];
  /** The day the export was made, from the archive's name, else from its entries; null for bare files. */
  readonly exportDate: Day | null;
}

/**
 * Looks into every file without reading any table: which of them are archives, what is in those, and whether all of it stays
 * within the limits.
 *
 * @param today archivers with a wrong clock write days to come; those are not believed
 * @throws WeftError (input) `two-candidates`, `file-too-large`, `import-too-large`, and what openArchive throws
 */
export async function listSources(
  files: readonly InputFile[],
  wants: (path: string) => boolean,
  today: Day,
): Promise<ImportSources> {
  const sources: ImportSource[] = [];
  const candidates: { path: string; shown: string }[] = [];
  const leftOut: LeftOutEntry[] = [];
  const archives: string[] = [];
  const days: Day[] = [];
  for (const file of files) {
    if (!(await isArchive(file))) {
      sources.push(bareSource(file));
      candidates.push({ path: file.name, shown: file.name });
      continue;
    }
    const archive = await openArchive(file, wants);
    sources.push(...archive.entries);
    candidates.push(...archive.entries.map(({ path }) => ({ path, shown: `${path} in ${file.name}` })));
    leftOut.push(...archive.leftOut);
    archives.push(file.name);
    const day = dayFromExportName(file.name) ?? believed(archive.newestDay, today);
    if (day !== null) days.push(day);
  }
  // The parts of a large export come as two archives; two whole exports must be imported one after the other.
  assertOneCandidateEach(candidates.filter(({ path }) => wants(path)));
  assertBounded(sources);
  return { sources, leftOut, archives, exportDate: days.length === 0 ? null : Math.max(...days) };
}

function believed(day: Day | null, today: Day): Day | null {
  return day !== null && day <= today + 1 ? day : null;
}

/** Told by its first bytes, or by its name: a text called `.zip` is a broken archive, not a table. */
async function isArchive(file: InputFile): Promise<boolean> {
  const start = Buffer.alloc(4);
  await readAt(file, start, 0);
  const signature = start.toString('latin1');
  return /\.zip$/i.test(file.name) || ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(signature);
}

function bareSource(file: InputFile): ImportSource {
  return {
    path: file.name,
    size: file.size,
    read: (take) => readWhole(file, take),
  };
}

function assertBounded(sources: readonly ImportSource[]): void {
  let total = 0;
  for (const { path, size } of sources) {
    if (size > LIMITS.entryBytes) throw refuse.fileTooLarge(path, path);
    total += size;
  }
  if (total > LIMITS.archiveBytes) throw refuse.importTooLarge();
}
