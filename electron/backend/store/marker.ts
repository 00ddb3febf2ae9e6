/**
 * The small file beside the map that says: a map exists here, it is this one, and these were its bytes when it was last
 * closed in order. A missing or emptied map is then never taken for a first start (D7), and a map whose bytes are not those
 * is looked at closely before it is shown (D6): SQLite alone does not notice a changed letter.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { writeWhole } from './private-files.ts';
import type { StoreFiles } from './store-files.ts';

/** The bytes of the database file after an orderly end. */
export interface Seal {
  size: number;
  sha256: string;
}

export interface Marker {
  uuid: string;
  seal: Seal | null;
}

const MARKER_NOTE = 'Weft keeps a map in this folder. Do not remove this file.';

/** The marker, null when there is none, `unreadable` when it is there and says nothing. */
export function readMarker(files: StoreFiles): Marker | null | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(files.marker, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const value: unknown = JSON.parse(text);
    return isMarker(value) ? { uuid: value.uuid, seal: value.seal } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function isMarker(value: unknown): value is Marker {
  if (typeof value !== 'object' || value === null) return false;
  const { uuid, seal } = value as { uuid?: unknown; seal?: unknown };
  if (typeof uuid !== 'string') return false;
  if (seal === null) return true;
  if (typeof seal !== 'object' || seal === undefined) return false;
  const { size, sha256 } = seal as { size?: unknown; sha256?: unknown };
  return typeof size === 'number' && typeof sha256 === 'string';
}

export function writeMarker(files: StoreFiles, marker: Marker): void {
  writeWhole(files.marker, `${JSON.stringify({ note: MARKER_NOTE, ...marker })}\n`);
}

/** The database file as it lies on the disk; null while a log with content stands beside it, which belongs to it too. */
export function takeSeal(files: StoreFiles): Seal | null {
  if (sizeOf(files.wal) > 0 || sizeOf(files.journal) > 0) return null;
  const hash = createHash('sha256');
  // As much as a core keeps close at hand.
  const buffer = Buffer.allocUnsafe(1 << 18);
  const handle = openSync(files.database, 'r');
  let size = 0;
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      hash.update(buffer.subarray(0, read));
      size += read;
    }
  } finally {
    closeSync(handle);
  }
  return { size, sha256: hash.digest('hex') };
}

/** Whether the map is byte for byte the one that was closed in order. */
export function isSealed(files: StoreFiles, seal: Seal | null): boolean {
  if (seal === null || sizeOf(files.database) !== seal.size) return false;
  return takeSeal(files)?.sha256 === seal.sha256;
}

/** Size in bytes; 0 for a file that is not there. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
