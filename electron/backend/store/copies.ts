/** Copies of the map (D11): made by SQLite, checked like a map, then named. A copy is never a copied file. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { checkContent, checkStructureOfContent } from './check-file.ts';
import { connect } from './connection.ts';
import { explainFileError } from './file-errors.ts';
import { requireSpace } from './place.ts';
import { createPrivateFile, narrowMode, syncFile, syncFolder } from './private-files.ts';
import type { StoreFiles } from './store-files.ts';

/** What was about to happen when the copy was made. */
export type CopyReason = 'import' | 'migration' | 'forget' | 'restore' | 'asked';

export interface CopyInfo {
  file: string;
  /** Instant, ISO 8601, UTC. */
  madeAt: string;
  reason: CopyReason;
  bytes: number;
}

const COPY_NAME =
  /^weft-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-(import|migration|forget|restore|asked)\.db$/;
/** Whether a file of this name in the folder of copies is one. */
export function isCopyName(name: string): boolean {
  return COPY_NAME.test(name);
}

const UNFINISHED = /^\.unfinished-.*\.db(?:-journal|-wal|-shm)?$/;
/** Nobody needs an hour for a copy: what is older was left by a process that ended. */
const UNFINISHED_FOR_MS = 3_600_000;

const KEPT_OF_TODAY = 3;
const KEPT_IN_ALL = 10;

/** The copies in the folder, newest first. Files of other names are nobody's copies. */
export function listCopies(files: StoreFiles): CopyInfo[] {
  if (!existsSync(files.copies)) return [];
  return readdirSync(files.copies)
    .map((name) => ({ name, parts: COPY_NAME.exec(name) }))
    .filter(({ parts }) => parts !== null)
    .map(({ name, parts }): CopyInfo => {
      const [, day, hour, minute, second, ms, reason] = parts as unknown as string[];
      const file = join(files.copies, name);
      return {
        file,
        madeAt: `${day}T${hour}:${minute}:${second}.${ms}Z`,
        reason: reason as CopyReason,
        bytes: statSync(file).size,
      };
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : a.file < b.file ? 1 : -1));
}

/**
 * Makes a checked copy and lets go of old ones. Not inside a transaction.
 *
 * @param hasOldShape before a migration: the content cannot be read in today's words yet, so only the structure is checked
 * @throws WeftError place (no-space), damaged
 */
export function makeCopy(
  db: Database.Database,
  files: StoreFiles,
  reason: CopyReason,
  now: Date,
  hasOldShape = false,
): CopyInfo {
  mkdirSync(files.copies, { recursive: true, mode: 0o700 });
  narrowMode(files.copies);
  removeUnfinished(files.copies, now);
  const file = freeName(files.copies, reason, now);
  writeChecked(db, file, hasOldShape);
  for (const old of copiesToRemove(listCopies(files), now)) rmSync(old.file, { force: true });
  const made = listCopies(files).find((copy) => copy.file === file);
  if (made === undefined) throw new Error('A copy that was just made is not there.');
  return made;
}

/**
 * Saves a checked copy under a name that is free, wherever the user wants it.
 *
 * @throws WeftError arguments (file-exists), place, damaged
 */
export function writeCopyTo(db: Database.Database, file: string): { file: string; bytes: number } {
  if (existsSync(file)) {
    throw new WeftError('arguments', 'file-exists', 'There is a file of this name already. Choose another name.', {
      file: basename(file),
    });
  }
  const saved = resolve(file);
  writeChecked(db, saved, false);
  return { file: saved, bytes: statSync(saved).size };
}

function freeName(folder: string, reason: CopyReason, now: Date): string {
  // Two copies in one millisecond happen in tests and in scripts.
  for (let ms = now.getTime(); ; ms += 1) {
    const stamp = new Date(ms).toISOString().replaceAll(':', '-').replace('.', '-');
    const file = join(folder, `weft-${stamp}-${reason}.db`);
    if (!existsSync(file)) return file;
  }
}

function writeChecked(db: Database.Database, file: string, hasOldShape: boolean): void {
  const folder = dirname(file);
  const pages = Number(db.pragma('page_count', { simple: true }));
  requireSpace(folder, pages * Number(db.pragma('page_size', { simple: true })));
  const temporary = join(folder, `.unfinished-${process.pid}-${basename(file)}`);
  try {
    rmSync(temporary, { force: true });
    createPrivateFile(temporary);
    vacuumInto(db, temporary);
    syncFile(temporary);
    checkCopy(temporary, hasOldShape);
    renameSync(temporary, file);
    syncFolder(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw explainFileError(error);
  }
}

/** SQLite takes this for a change, which a map opened for reading refuses, although it changes nothing in the map. */
function vacuumInto(db: Database.Database, file: string): void {
  const isReading = db.pragma('query_only', { simple: true });
  db.pragma('query_only = 0');
  try {
    db.prepare('VACUUM INTO ?').run(file);
  } finally {
    db.pragma(`query_only = ${Number(isReading)}`);
  }
}

/** Everything that can be wrong with a copy. */
export function checkCopy(file: string, hasOldShape: boolean): void {
  const copy = connect(file, { readonly: true, busyTimeoutMs: 0, journal: null });
  try {
    checkStructureOfContent(copy);
    if (!hasOldShape) checkContent(copy);
  } finally {
    copy.close();
  }
}

/**
 * Which copies to let go: kept are three of today, the last one of each earlier day, ten in all. The last copy made before
 * a migration always stays, so that starts that fail again and again do not push it out.
 *
 * @param copies newest first
 */
export function copiesToRemove(copies: readonly CopyInfo[], now: Date): CopyInfo[] {
  const today = now.toISOString().slice(0, 10);
  const beforeMigration = copies.find((copy) => copy.reason === 'migration');
  const keptOfDay = new Map<string, number>();
  let kept = beforeMigration === undefined ? 0 : 1;
  return copies.filter((copy) => {
    if (copy === beforeMigration) return false;
    const day = copy.madeAt.slice(0, 10);
    const ofDay = keptOfDay.get(day) ?? 0;
    const isKept = ofDay < (day >= today ? KEPT_OF_TODAY : 1) && kept < KEPT_IN_ALL;
    if (!isKept) return true;
    keptOfDay.set(day, ofDay + 1);
    kept += 1;
    return false;
  });
}

function removeUnfinished(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (!UNFINISHED.test(name)) continue;
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats !== undefined && now.getTime() - stats.mtimeMs > UNFINISHED_FOR_MS) rmSync(file, { force: true });
  }
}
