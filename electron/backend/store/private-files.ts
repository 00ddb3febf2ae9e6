/**
 * Files that only their owner can read, from the first byte (S2). Windows keeps no such bits: there the profile folder's
 * rights protect them, and these calls change nothing.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';

const OTHERS = 0o077;

/** New files of this process are private, also those SQLite makes. Workers share the mask of their process. */
export function keepNewFilesPrivate(): void {
  if (isMainThread) process.umask(OTHERS);
}

/** Makes the folder if it is not there. Returns whether it was made or was empty, which makes it ours. */
export function makePrivateFolder(folder: string): boolean {
  const made = makeFolders(folder);
  return made || readdirSync(folder).length === 0;
}

/** Node's own `recursive` never ends where a folder is there but nothing can be made in it, as in /proc. */
function makeFolders(folder: string): boolean {
  if (existsSync(folder)) return false;
  const parent = dirname(folder);
  if (parent !== folder) makeFolders(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    // Another Weft may have been faster.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away what others may do with a file or folder; keeps the rest. */
export function narrowMode(path: string): void {
  const mode = statSync(path).mode & 0o777;
  if ((mode & OTHERS) !== 0) chmodSync(path, mode & ~OTHERS);
}

/** Makes an empty private file that must not exist yet; SQLite then writes into it and gives its mode to the files beside it. */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

/** Puts a file's bytes on the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts a folder's list of names on the disk. Windows cannot and need not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a file so that its name holds the old bytes or the new ones, never half; a try that fails leaves nothing behind. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  // Threads of one process may write the same file at once.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${threadId}`);
  const handle = openSync(temporary, 'w', 0o600);
  try {
    try {
      // Goes on after a short write, which is all that a disk that fills up says at first.
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}
