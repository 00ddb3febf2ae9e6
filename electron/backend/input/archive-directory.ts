import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { LIMITS } from '../../../shared/import/limits.ts';
import { dayFromYmd } from '../../../shared/model/dates.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import * as refuse from './archive-refusals.ts';
import { type EntryNature, entryPath, isUnsafeName, natureOf } from './entry-name.ts';
import { MAX_DIRECTORY_BYTES } from './limits.ts';
import { type InputFile, readAt } from './open-file.ts';

/** An entry we mean to read, and where its block must end at the latest. */
export interface WantedEntry {
  readonly path: string;
  readonly entry: Entry;
  /** Calendar day of the entry, as the archiver's clock showed it. */
  readonly day: Day | null;
}

/** A table or archive inside the archive that stays packed. */
export interface LeftOutEntry {
  readonly path: string;
  /** `link`: a wanted name without content of its own, such as a symbolic link. `table`: a table nobody wants. */
  readonly why: 'link' | 'nested-archive' | 'table';
}

/** The list of contents of an archive, checked. */
export interface ArchiveDirectory {
  readonly zip: ZipFile;
  readonly wanted: readonly WantedEntry[];
  readonly leftOut: readonly LeftOutEntry[];
  readonly hasLockedEntry: boolean;
  /** Start of the block that follows the one starting at `offset`, or of the directory. */
  blockLimit(offset: number): number;
}

const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const CENTRAL_SIGNATURE = 0x02014b50;
/** Names kept for the report; the rest is not kept, so that a hostile archive cannot fill the memory with them. */
const MAX_NAMES_KEPT = 1_000;
/** Archivers without a clock write 1980. */
const FIRST_REAL_YEAR = 2003;

/**
 * Reads the central directory and refuses what is wrong with the archive as a whole. No entry is opened.
 *
 * @throws WeftError `incomplete-archive`, `damaged-archive`, `archive-locked`, `unsafe-entry-name`, `too-many-entries`,
 *   `overlapping-entries` (all input)
 */
export async function readDirectory(file: InputFile, wants: (path: string) => boolean): Promise<ArchiveDirectory> {
  const zip = await openZip(file);
  if (zip.entryCount > LIMITS.archiveEntries) throw refuse.tooManyEntries(file.name);
  const directoryStart = cursorOf(zip);
  const wanted: WantedEntry[] = [];
  const leftOut: LeftOutEntry[] = [];
  const blocks: { start: number; end: number }[] = [];
  let hasLockedEntry = false;
  let directoryBytes = 0;

  for await (const entry of entriesOf(zip, file.name)) {
    directoryBytes += CENTRAL_HEADER_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (directoryBytes > MAX_DIRECTORY_BYTES) throw refuse.tooManyEntries(file.name);
    const path = entryPath(entry);
    if (isUnsafeName(path, entry.fileNameRaw)) throw refuse.unsafeEntryName(file.name, path);
    const start = entry.relativeOffsetOfLocalHeader;
    blocks.push({ start, end: start + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize });
    const nature = isResourceFork(path) ? 'folder' : natureOf(entry, path);
    if (entry.isEncrypted()) hasLockedEntry = true;
    if (nature === 'file' && wants(path)) wanted.push({ path, entry, day: entryDay(entry) });
    else if (leftOut.length < MAX_NAMES_KEPT) {
      const why = whyLeftOut(path, nature, wants);
      if (why !== null) leftOut.push({ path, why });
    }
  }

  await assertDirectoryEnds(file, zip);
  const starts = assertApart(file.name, blocks, directoryStart);
  wanted.sort(byPath);
  return {
    zip,
    wanted,
    leftOut: leftOut.sort(byPath),
    hasLockedEntry,
    blockLimit: (offset) => starts[firstAfter(starts, offset)] ?? directoryStart,
  };
}

async function openZip(file: InputFile): Promise<ZipFile> {
  try {
    // Names and sizes are checked by us: the library's own checks stop at the first one without saying which.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    return await fromRandomAccessReaderPromise(new FileReader(file), file.size, options);
  } catch (error) {
    throw error instanceof WeftError ? error : refuse.incompleteArchive(file.name, file.size, error);
  }
}

async function* entriesOf(zip: ZipFile, name: string): AsyncGenerator<Entry, void, undefined> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof WeftError) throw error;
    const isLocked = error instanceof Error && /encrypt/i.test(error.message);
    throw isLocked ? refuse.archiveLocked(name) : refuse.damagedArchive(name, null, error);
  }
}

/** A count in the end record that is too low would hide entries from every check. */
async function assertDirectoryEnds(file: InputFile, zip: ZipFile): Promise<void> {
  const next = Buffer.alloc(4);
  await readAt(file, next, cursorOf(zip));
  if (next.readUInt32LE(0) === CENTRAL_SIGNATURE) throw refuse.damagedArchive(file.name, null);
}

/** @returns the starts of all blocks, ascending */
function assertApart(name: string, blocks: { start: number; end: number }[], directoryStart: number): number[] {
  blocks.sort((a, b) => a.start - b.start);
  let free = 0;
  for (const block of blocks) {
    if (block.start < free) throw refuse.overlappingEntries(name);
    free = block.end;
  }
  if (free > directoryStart) throw refuse.damagedArchive(name, null);
  return blocks.map((block) => block.start);
}

function firstAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function whyLeftOut(path: string, nature: EntryNature, wants: (path: string) => boolean): LeftOutEntry['why'] | null {
  if (nature === 'nested-archive') return nature;
  if (nature === 'link') return wants(path) ? 'link' : null;
  return nature === 'file' && /\.(?:csv|tsv|vcf)$/i.test(path) ? 'table' : null;
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** A Mac adds a shadow `__MACOSX/._x.csv` to each file it packs. */
function isResourceFork(path: string): boolean {
  return /(^|\/)__MACOSX\/|(^|\/)\._[^/]*$/.test(path);
}

/** The date in the DOS field has no zone: it is the day the archiver's calendar showed, and stays it. */
function entryDay(entry: Entry): Day | null {
  const date = entry.lastModFileDate;
  const year = 1980 + (date >> 9);
  return year < FIRST_REAL_YEAR ? null : dayFromYmd(year, (date >> 5) & 0xf, date & 0x1f);
}

/** The type description says boolean; it is the offset of the next header. */
function cursorOf(zip: ZipFile): number {
  return Number(zip.readEntryCursor);
}

/** Hands the library bytes of the file, through a window, since it asks for 46 bytes at a time. */
class FileReader extends RandomAccessReader {
  readonly #file: InputFile;
  #window = Buffer.alloc(0);
  #windowStart = 0;

  constructor(file: InputFile) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#copy(buffer, offset, length, position).then(
      () => callback(null),
      (error: Error) => callback(error),
    );
  }

  async #copy(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    // Written so that an offset beyond 2^53, which loses its last digits, is caught too.
    if (!(position + length <= this.#file.size)) throw new Error('The archive points beyond its own end.');
    const end = this.#windowStart + this.#window.length;
    if (position < this.#windowStart || position + length > end) {
      const window = Buffer.allocUnsafe(Math.max(length, WINDOW_BYTES));
      this.#window = window.subarray(0, await readAt(this.#file, window, position));
      this.#windowStart = position;
    }
    if (this.#window.length < length) throw new Error('The archive ends early.');
    this.#window.copy(buffer, offset, position - this.#windowStart, position - this.#windowStart + length);
  }
}

const WINDOW_BYTES = 64 * 1024;
