/** Takes the older bytes away that a deletion leaves behind: free pages, the log, copies and maps that were put aside (P3). */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { listCopies, makeCopy } from './copies.ts';
import { setToClean } from './forgotten.ts';
import { requireSpace } from './place.ts';
import { syncFolder } from './private-files.ts';
import { explainSqliteError } from './sqlite-errors.ts';
import { LEFT_IN_COPIES, LEFT_IN_FOLDER, type StoreFiles } from './store-files.ts';

/**
 * Writes the file anew and empties the log; and if asked, makes one copy of what is left and removes every older one. Not inside a
 * transaction.
 *
 * @returns how many older copies and maps put aside were removed
 * @throws WeftError busy, place (forget-unfinished): the next start tries again
 */
export function removeTraces(db: Database.Database, files: StoreFiles, toClean: 'file' | 'folder', now: Date): number {
  try {
    const pages = Number(db.pragma('page_count', { simple: true }));
    // The new file goes through the log before it takes the place of the old one, and the copy comes on top.
    requireSpace(files.folder, 3 * pages * Number(db.pragma('page_size', { simple: true })));
    db.exec('VACUUM');
    emptyLog(db);
    const removed = toClean === 'folder' ? removeOlder(db, files, now) : 0;
    db.transaction(() => setToClean(db, 'nothing')).immediate();
    return removed;
  } catch (error) {
    throw unfinished(explainSqliteError(error));
  }
}

function removeOlder(db: Database.Database, files: StoreFiles, now: Date): number {
  const older = listCopies(files).map(({ file }) => file);
  const made = makeCopy(db, files, 'forget', now).file;
  const all = [...older, ...leftovers(files.copies, LEFT_IN_COPIES), ...leftovers(files.folder, LEFT_IN_FOLDER)];
  const gone = all.filter((file) => file !== made);
  for (const file of gone) rmSync(file, { force: true });
  syncFolder(files.copies);
  syncFolder(files.folder);
  return gone.filter((file) => /\.db$/.test(file)).length;
}

function emptyLog(db: Database.Database): void {
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') return;
  const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (answer?.busy !== 0) throw new WeftError('busy', 'store-busy', 'Another Weft is using the map.');
}

function leftovers(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));
}

function unfinished(error: unknown): unknown {
  const isOfPlace = error instanceof WeftError ? error.kind === 'busy' || error.kind === 'place' : isFileError(error);
  if (!isOfPlace) return error;
  const why = error instanceof WeftError ? ` ${error.message.replace(' Nothing changed.', '')}` : '';
  return new WeftError(
    error instanceof WeftError ? error.kind : 'place',
    'forget-unfinished',
    `They are gone from the map, but traces may be left in its file and copies. Weft takes them away at its next start.${why}`,
    {},
    error,
  );
}

/** A file that cannot be removed or written, as Node says it. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
