import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { CHUNK_BYTES } from './limits.ts';
import { printableName } from './printable-name.ts';

/** A file of the user's, open for reading only. Whoever opened it closes it. */
export interface InputFile {
  /** Base name, fit to be shown. */
  readonly name: string;
  /** Bytes, as they were when it was opened. */
  readonly size: number;
  readonly handle: FileHandle;
  /** @throws WeftError `file-changed` if somebody wrote to the file since it was opened */
  assertUnchanged(): Promise<void>;
  close(): Promise<void>;
}

// O_NONBLOCK: a pipe put in the place of the file after we looked must not hold us. Windows knows neither flag.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens an ordinary file. Links, folders, pipes and devices are refused without being opened: opening a device can already do harm.
 *
 * @throws WeftError `file-missing` (arguments), `no-permission` or `file-unreadable` (place), `not-a-file` (input)
 */
export async function openInputFile(path: string): Promise<InputFile> {
  const name = printableName(basename(path) === '' ? path : basename(path));
  let handle: FileHandle | null = null;
  try {
    const before = await lstat(path, { bigint: true });
    assertOrdinary(before, name);
    handle = await open(path, OPEN_FLAGS);
    const opened = await handle.stat({ bigint: true });
    assertOrdinary(opened, name);
    return inputFile(handle, name, opened);
  } catch (error) {
    await handle?.close();
    throw error instanceof WeftError ? error : openingFailure(error, name);
  }
}

/**
 * The bytes of a file from `start` up to `end`, in chunks of at most CHUNK_BYTES.
 *
 * @throws WeftError `file-changed` if the file ends before `end`, `file-unreadable` if the disk fails
 */
export async function* bytesOf(file: InputFile, start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
  let position = start;
  while (position < end) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - position));
    const bytesRead = await readAt(file, buffer, position);
    if (bytesRead === 0) throw fileChanged(file.name);
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * Hands all bytes of a file on, in chunks of at most CHUNK_BYTES that are valid only during the call. Two buffers serve them all, since
 * what a new one for each chunk takes is given back late, and a large file has hundreds; one is filled while the other is worked on.
 *
 * @throws WeftError as bytesOf
 */
export async function readWhole(file: InputFile, take: (chunk: Uint8Array) => void): Promise<void> {
  const bytes = Math.min(CHUNK_BYTES, file.size);
  let filling = Buffer.allocUnsafeSlow(bytes);
  let filled = Buffer.allocUnsafeSlow(bytes);
  let position = 0;
  const readOn = () => readAt(file, filling.subarray(0, Math.min(bytes, file.size - position)), position);
  let reading = position < file.size ? readOn() : null;
  try {
    while (reading !== null) {
      const bytesRead = await reading;
      if (bytesRead === 0) throw fileChanged(file.name);
      position += bytesRead;
      [filled, filling] = [filling, filled];
      reading = position < file.size ? readOn() : null;
      take(filled.subarray(0, bytesRead));
    }
  } finally {
    // Nobody may close the file under a read; what failed has been said, or says it at the next turn.
    await reading?.catch(() => {});
  }
}

/** Fills the buffer from `position` on as far as the file goes; returns the number of bytes read. */
export async function readAt(file: InputFile, buffer: Buffer, position: number): Promise<number> {
  try {
    return (await file.handle.read(buffer, 0, buffer.length, position)).bytesRead;
  } catch (error) {
    throw unreadable(file.name, error);
  }
}

function inputFile(handle: FileHandle, name: string, opened: BigIntStats): InputFile {
  return {
    name,
    size: Number(opened.size),
    handle,
    assertUnchanged: async () => {
      const now = await handle.stat({ bigint: true });
      if (now.size !== opened.size || now.mtimeNs !== opened.mtimeNs) throw fileChanged(name);
    },
    close: () => handle.close(),
  };
}

function assertOrdinary(stats: BigIntStats, name: string): void {
  if (stats.isFile()) return;
  const what = stats.isSymbolicLink()
    ? 'a link. Name the file it points to'
    : stats.isDirectory()
      ? 'a folder. Name the ZIP archive or the files in it'
      : 'a pipe or a device. Save its content as a file and name that';
  throw new WeftError('input', 'not-a-file', `"${name}" is not a file but ${what}. Nothing was read.`, { file: name });
}

function openingFailure(error: unknown, name: string): WeftError {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'EINVAL':
    case 'ERR_INVALID_ARG_VALUE': // a NUL in the path
      return new WeftError(
        'arguments',
        'file-missing',
        `There is no file "${name}" at this place. Check its name and folder.`,
        { file: name },
        error,
      );
    case 'EACCES':
    case 'EPERM':
      return new WeftError(
        'place',
        'no-permission',
        `Weft may not read "${name}". Allow your account to read it, or copy it to a folder of yours.`,
        { file: name },
        error,
      );
    case 'ELOOP': // it became a link after we looked
    case 'ENXIO': // a socket
      return new WeftError(
        'input',
        'not-a-file',
        `"${name}" is not an ordinary file. Name the ZIP archive or CSV file itself.`,
        { file: name },
        error,
      );
    default:
      return unreadable(name, error);
  }
}

function fileChanged(name: string): WeftError {
  return new WeftError(
    'input',
    'file-changed',
    `"${name}" was changed while it was being read. Nothing was imported; wait until the download or copy is done and import it again.`,
    { file: name },
  );
}

function unreadable(name: string, error: unknown): WeftError {
  return new WeftError(
    'place',
    'file-unreadable',
    `"${name}" could not be read from its disk (${systemCode(error)}). Nothing was imported; copy it to another place and try again.`,
    { file: name },
    error,
  );
}

function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown reason';
}
