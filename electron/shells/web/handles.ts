/** Files that the page may speak of, by opaque names: what it sent, and what it may fetch (safety.md E8, W8). */
import { createReadStream, createWriteStream, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WeftError } from '../../../shared/contract/errors.ts';
import { randomName } from './access.ts';
import { safeFileName } from './file-name.ts';
import { WEB_LIMITS } from './limits.ts';
import type { PrivateFolder } from './private-folder.ts';

export interface PickedFile {
  handle: string;
  name: string;
  /** Bytes. */
  size: number;
}

export interface Download {
  name: string;
  /** Bytes. */
  size: number;
  content: ReadableStream<Uint8Array>;
}

interface Save {
  path: string;
  state: 'waiting' | 'writing' | 'written';
}

export class Handles {
  readonly #folder: PrivateFolder;
  readonly #uploads = new Map<string, string>();
  readonly #saves = new Map<string, Save>();
  /** Weft's own copies of the map: handle -> path, and back. */
  readonly #copies = new Map<string, string>();
  readonly #copyHandles = new Map<string, string>();

  constructor(folder: PrivateFolder) {
    this.#folder = folder;
  }

  /**
   * Takes a file as it comes, chunk by chunk.
   *
   * @throws WeftError input `file-too-large`; place `no-space`, `no-permission`; cancelled `upload-stopped`
   */
  async receive(request: IncomingMessage, name: string): Promise<PickedFile> {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > WEB_LIMITS.uploadBytes) throw tooLarge();
    if (this.#uploads.size >= WEB_LIMITS.uploads) {
      throw new WeftError('arguments', 'too-many-files', 'Too many files are waiting. Import those first.');
    }
    const { handle, path } = this.#newPlace(name);
    const folder = dirname(path);
    // Counted from the start, so that many at once do not pass the limit; usable by nobody before it is answered.
    this.#uploads.set(handle, path);
    try {
      assertRoom(folder, announced);
      const size = await store(request, path);
      if (!this.#uploads.has(handle)) throw stopped();
      return { handle, name: basename(path), size };
    } catch (thrown) {
      this.#uploads.delete(handle);
      rmSync(folder, { recursive: true, force: true });
      throw asUploadFailure(thrown);
    }
  }

  /**
   * Where an uploaded file lies. A handle serves a preview and the import after it.
   *
   * @throws WeftError arguments `file-handle`, for paths above all
   */
  uploadPath(handle: string): string {
    const path = this.#uploads.get(handle);
    if (path === undefined) throw unknownHandle();
    return path;
  }

  /** Ends handles whose file has done its work, and removes the files. */
  forgetUploads(handles: readonly string[]): void {
    for (const handle of handles) {
      const path = this.#uploads.get(handle);
      if (path === undefined) continue;
      this.#uploads.delete(handle);
      rmSync(dirname(path), { recursive: true, force: true });
    }
  }

  /** A handle for a copy of the map; always the same one, so that a list read again looks the same. */
  copyHandle(path: string): string {
    const known = this.#copyHandles.get(path);
    if (known !== undefined) return known;
    // The name is for people; the random half is what counts.
    const handle = `${randomName()}/${basename(path)}`;
    this.#copyHandles.set(path, handle);
    this.#copies.set(handle, path);
    return handle;
  }

  /** Null for a handle of anything else. */
  copyPath(handle: string): string | null {
    return this.#copies.get(handle) ?? null;
  }

  /** A place to write to, under a name that fits every system. */
  newSaveTarget(name: string): { handle: string; name: string } {
    const { handle, path } = this.#newPlace(name);
    this.#saves.set(handle, { path, state: 'waiting' });
    for (const [oldest, { state }] of this.#saves) {
      if (this.#saves.size <= WEB_LIMITS.saves) break;
      if (state !== 'writing') this.#dropSave(oldest);
    }
    return { handle, name: basename(path) };
  }

  /**
   * Lets `write` write the file of a target; each target takes one file.
   *
   * @throws WeftError arguments `file-handle`, and what `write` throws; the target can then be used again
   */
  async save<T>(handle: string, write: (path: string) => Promise<T>): Promise<T> {
    const save = this.#saves.get(handle);
    if (save?.state !== 'waiting') throw unknownHandle();
    save.state = 'writing';
    try {
      const result = await write(save.path);
      if (!this.#saves.has(handle)) throw unknownHandle();
      save.state = 'written';
      return result;
    } catch (thrown) {
      save.state = 'waiting';
      throw thrown;
    }
  }

  /** Removes every file that passes through, with its handle: one that was forgotten may stand in it, or everybody was erased. */
  forgetAll(): void {
    this.#uploads.clear();
    this.#saves.clear();
    this.#folder.remove();
  }

  /** @throws WeftError arguments `file-handle`; also as long as the file is not whole */
  openDownload(handle: string): Download {
    const save = this.#saves.get(handle);
    if (save?.state !== 'written') throw unknownHandle();
    return {
      name: basename(save.path),
      size: statSync(save.path).size,
      content: Readable.toWeb(createReadStream(save.path)) as ReadableStream<Uint8Array>,
    };
  }

  #newPlace(name: string): { handle: string; path: string } {
    const handle = randomName();
    try {
      // A folder each: equal names do not meet, and the name itself stays as it is.
      const folder = join(this.#folder.path(), randomName());
      mkdirSync(folder, { mode: 0o700 });
      return { handle, path: join(folder, safeFileName(name)) };
    } catch (thrown) {
      throw asUploadFailure(thrown);
    }
  }

  #dropSave(handle: string): void {
    const save = this.#saves.get(handle);
    this.#saves.delete(handle);
    if (save !== undefined) rmSync(dirname(save.path), { recursive: true, force: true });
  }
}

/** Writes the body to a new private file; returns its bytes. */
async function store(request: IncomingMessage, path: string): Promise<number> {
  let size = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > WEB_LIMITS.uploadBytes) done(tooLarge());
      else {
        timer.refresh();
        done(null, chunk);
      }
    },
  });
  const timer = setTimeout(() => counter.destroy(stopped()), WEB_LIMITS.uploadPauseMs);
  try {
    // The request stays open, so that it can still be answered when the file cannot be taken.
    const body = request.iterator({ destroyOnReturn: false });
    await pipeline(body, counter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } finally {
    clearTimeout(timer);
  }
  return size;
}

function assertRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bytes > bavail * bsize) throw noSpace();
}

function asUploadFailure(thrown: unknown): WeftError {
  if (thrown instanceof WeftError) return thrown;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return noSpace(thrown);
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return stopped(thrown);
  return new WeftError(
    'place',
    'no-permission',
    "Weft cannot write to its own folder on this machine. Check the folder's permissions. Nothing changed.",
    {},
    thrown,
  );
}

function tooLarge(): WeftError {
  return new WeftError(
    'input',
    'file-too-large',
    'This file is larger than 2 GB. Weft does not take it. Nothing changed.',
  );
}

function noSpace(cause?: unknown): WeftError {
  return new WeftError('place', 'no-space', 'There is not enough space to take this file. Nothing changed.', {}, cause);
}

function stopped(cause?: unknown): WeftError {
  return new WeftError('cancelled', 'upload-stopped', 'The file did not arrive whole. Nothing changed.', {}, cause);
}

function unknownHandle(): WeftError {
  return new WeftError('arguments', 'file-handle', 'Weft no longer has this file at hand. Choose it again.');
}
