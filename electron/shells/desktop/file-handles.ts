/**
 * The page never names a file: it holds an opaque handle for each one the user picked, and the path stays here (safety.md E8).
 * A handle serves one finished piece of work. A preview, or a try that was refused, leaves it for the next try.
 */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { MethodName } from '../../../shared/contract/api.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';

/** `read`: to take in; `write`: where something goes. */
export type Use = 'read' | 'write';

/** The fields of the contract that hold a path for the command line and a handle for windows. */
export const FILE_FIELDS: Partial<Record<MethodName, { field: 'file' | 'files'; use: Use }>> = {
  importFiles: { field: 'files', use: 'read' },
  restore: { field: 'file', use: 'read' },
  exportData: { field: 'file', use: 'write' },
  savePicture: { field: 'file', use: 'write' },
  backUp: { field: 'file', use: 'write' },
};

/** Handles kept at most; the oldest go first. */
const MAX_HANDLES = 1_000;

interface Held {
  path: string;
  use: Use;
  /** Why this file will not be taken, said when it is used. */
  refusal: WeftError | null;
}

export class FileHandles {
  readonly #held = new Map<string, Held>();
  readonly #handleOf = new Map<string, string>();

  /** A handle for a path; the same one until it is used up, so that lists that are read again look the same. */
  give(path: string, use: Use, refusal: WeftError | null = null): string {
    const key = `${use} ${path}`;
    const known = this.#handleOf.get(key);
    if (known !== undefined) return known;
    // The name is for people; the random half is what counts.
    const handle = `${randomBytes(16).toString('base64url')}/${basename(path)}`;
    this.#held.set(handle, { path, use, refusal });
    this.#handleOf.set(key, handle);
    if (this.#held.size > MAX_HANDLES) {
      const [oldest] = this.#held.keys();
      if (oldest !== undefined) this.spend(oldest);
    }
    return handle;
  }

  /** @throws WeftError arguments `file-handle`: not one of ours, used up, or meant for something else; or why the file is not taken */
  pathOf(handle: string, use: Use): string {
    const held = this.#held.get(handle);
    if (held?.use !== use) {
      throw new WeftError('arguments', 'file-handle', 'Weft no longer has this file at hand. Choose it again.');
    }
    if (held.refusal !== null) throw held.refusal;
    return held.path;
  }

  spend(handle: string): void {
    const held = this.#held.get(handle);
    if (held === undefined) return;
    this.#held.delete(handle);
    this.#handleOf.delete(`${held.use} ${held.path}`);
  }
}
