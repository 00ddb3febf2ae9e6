import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { LIMITS } from '../../../shared/import/limits.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { type ArchiveDirectory, type LeftOutEntry, readDirectory, type WantedEntry } from './archive-directory.ts';
import * as refuse from './archive-refusals.ts';
import { assertOneCandidateEach } from './candidates.ts';
import { CHUNK_BYTES } from './limits.ts';
import { bytesOf, type InputFile } from './open-file.ts';

const STORED = 0;
const DEFLATED = 8;

interface ArchiveEntry {
  readonly path: string;
  /** Bytes after unpacking. */
  readonly size: number;
  /**
   * Unpacks the entry and hands it on in chunks of at most CHUNK_BYTES. May be called again.
   *
   * @throws WeftError `damaged-archive` when size, packing or CRC-32 is wrong; whatever `take` throws
   */
  read(take: (chunk: Uint8Array) => void): Promise<void>;
}

export interface Archive {
  /** Only what was wanted, by path. */
  readonly entries: readonly ArchiveEntry[];
  /** Newest calendar day among the wanted entries; null when they carry none. */
  readonly newestDay: Day | null;
  readonly leftOut: readonly LeftOutEntry[];
}

/**
 * Looks through an archive and refuses what cannot be read safely, before one byte is unpacked. Nothing is written to disk.
 *
 * @param wants which paths to read; all others stay packed
 * @throws WeftError (input) as in readDirectory; also `two-candidates`, `unknown-packing`, `file-too-large`, `expands-too-far`
 */
export async function openArchive(file: InputFile, wants: (path: string) => boolean): Promise<Archive> {
  const directory = await readDirectory(file, wants);
  assertOneCandidateEach(directory.wanted.map(({ path }) => ({ path, shown: path })));
  assertReadable(file, directory);
  assertBounded(file, directory.wanted);
  return {
    entries: directory.wanted.map((wanted) => ({
      path: wanted.path,
      size: wanted.entry.uncompressedSize,
      read: (take) => unpack(file, directory, wanted, take),
    })),
    newestDay: directory.wanted.reduce<Day | null>(
      (newest, { day }) => (day !== null && (newest === null || day > newest) ? day : newest),
      null,
    ),
    leftOut: directory.leftOut,
  };
}

function assertReadable(file: InputFile, directory: ArchiveDirectory): void {
  const isLocked = directory.wanted.some(({ entry }) => entry.isEncrypted());
  // Without a wanted entry, a locked one is the likely reason: some archivers hide the names too.
  if (isLocked || (directory.wanted.length === 0 && directory.hasLockedEntry)) throw refuse.archiveLocked(file.name);
  for (const { path, entry } of directory.wanted) {
    const method = entry.compressionMethod;
    if (method !== STORED && method !== DEFLATED) throw refuse.unknownPacking(file.name, path, method);
  }
}

/**
 * Holds the sizes the archive declares against the limits. They may be lies, but unpacking stops at the first byte beyond the
 * declared size, so what is declared here is also the most that will ever be unpacked.
 */
function assertBounded(file: InputFile, wanted: readonly WantedEntry[]): void {
  let total = 0;
  for (const { path, entry } of wanted) {
    total += entry.uncompressedSize;
    if (total > LIMITS.archiveRatioFromBytes && total > LIMITS.archiveRatio * file.size)
      throw refuse.expandsTooFar(file.name);
    if (entry.uncompressedSize > LIMITS.entryBytes) throw refuse.fileTooLarge(file.name, path);
  }
}

async function unpack(
  file: InputFile,
  directory: ArchiveDirectory,
  { path, entry }: WantedEntry,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  const start = await dataStart(file, directory, { path, entry, day: null });
  const packed = bytesOf(file, start, start + entry.compressedSize);
  let size = 0;
  let checksum = 0;
  const consume = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw refuse.damagedArchive(file.name, path);
      checksum = crc32(chunk, checksum);
      take(chunk);
    }
  };
  try {
    if (entry.compressionMethod === STORED) await consume(packed);
    else await pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), consume);
  } catch (error) {
    throw isZlibError(error) ? refuse.damagedArchive(file.name, path, error) : error;
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw refuse.damagedArchive(file.name, path);
}

/** Where the packed bytes begin. The local header has its own length fields, so it could still reach into a neighbour. */
async function dataStart(file: InputFile, directory: ArchiveDirectory, { path, entry }: WantedEntry): Promise<number> {
  try {
    const { fileDataStart } = await directory.zip.readLocalFileHeaderPromise(entry, { minimal: true });
    if (fileDataStart + entry.compressedSize > directory.blockLimit(entry.relativeOffsetOfLocalHeader)) {
      throw refuse.overlappingEntries(file.name);
    }
    return fileDataStart;
  } catch (error) {
    throw error instanceof WeftError ? error : refuse.damagedArchive(file.name, path, error);
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
