/**
 * Putting a copy in the place of the map. The steps are written down first, so that a restore that was cut off is finished
 * by the next start, and the file it replaces is kept with its log.
 */
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { checkHeader } from './check-file.ts';
import { connect } from './connection.ts';
import { checkCopy } from './copies.ts';
import { explainFileError } from './file-errors.ts';
import { bringForgotten, type ForgottenMark, selectForgotten } from './forgotten.ts';
import { writeMarker } from './marker.ts';
import { checkStructure, newestVersion } from './migrate.ts';
import { migrations as allMigrations } from './migrations/all.ts';
import { requireSpace } from './place.ts';
import {
  createPrivateFile,
  keepNewFilesPrivate,
  makePrivateFolder,
  syncFile,
  syncFolder,
  writeWhole,
} from './private-files.ts';
import { damaged, explainSqliteError } from './sqlite-errors.ts';
import { type StoreFiles, storeFiles } from './store-files.ts';

export interface Restored {
  /** Where the replaced map lies now; null when there was none. */
  kept: string | null;
}

/** The steps that are still to be done. Names only: both files lie in the store's folder. */
interface Plan {
  from: string;
  keepAs: string;
  uuid: string;
}

/**
 * Makes the copy the map. The copy itself is only read. No Weft may have the map open: a window that has notices at its
 * next write (D8).
 *
 * @throws WeftError damaged (bad-copy, not-a-store), newer, place, arguments (no-such-file)
 */
export function restoreCopy(folder: string, copy: string, now: Date): Restored {
  try {
    return putInPlace(folder, copy, now);
  } catch (error) {
    throw explainFileError(error);
  }
}

function putInPlace(folder: string, copy: string, now: Date): Restored {
  keepNewFilesPrivate();
  const files = storeFiles(folder);
  const source = resolve(copy);
  if (!existsSync(source)) {
    throw new WeftError('arguments', 'no-such-file', 'There is no such copy.', { file: basename(source) });
  }
  makePrivateFolder(files.folder);
  finishRestore(files);
  const stamp = now.toISOString().replaceAll(':', '-').replace('.', '-');
  const from = `.restoring-${process.pid}-${stamp}.db`;
  const uuid = takeIn(source, join(files.folder, from), forgottenIn(files));
  const plan: Plan = { from, keepAs: freeKeepName(files, stamp), uuid };
  const hadMap = existsSync(files.database);
  writeWhole(files.restoring, `${JSON.stringify(plan)}\n`);
  carryOut(files, plan);
  return { kept: hadMap ? join(files.folder, plan.keepAs) : null };
}

/** Finishes a restore that was cut off; does nothing when there is none. */
export function finishRestore(files: StoreFiles): void {
  if (!existsSync(files.restoring)) return;
  carryOut(files, readPlan(files.restoring));
}

function readPlan(file: string): Plan {
  try {
    const { from, keepAs, uuid } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Plan>;
    // Names, not paths: nothing outside the folder is ever moved.
    const areNames = [from, keepAs].every((name) => typeof name === 'string' && name === basename(name));
    if (areNames && typeof uuid === 'string') return { from, keepAs, uuid } as Plan;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw damaged('unexpected-structure', { file: basename(file) });
}

/** Whom the map to be replaced has forgotten: a copy from before must not bring them back (P3). */
function forgottenIn(files: StoreFiles): ForgottenMark[] {
  if (!existsSync(files.database)) return [];
  try {
    checkHeader(files.database, allMigrations);
    const db = connect(files.database, { busyTimeoutMs: 0, journal: null });
    try {
      return selectForgotten(db);
    } finally {
      db.close();
    }
  } catch {
    // A map that is damaged or older says nothing; the copy is wanted all the more.
    return [];
  }
}

/** Checks the copy and writes it anew into the store's folder. Returns the map's uuid. */
function takeIn(source: string, target: string, forgotten: readonly ForgottenMark[]): string {
  try {
    if (!statSync(source).isFile()) throw damaged('bad-copy');
    checkHeader(source, allMigrations);
    requireSpace(resolve(target, '..'), statSync(source).size);
    const db = connect(source, { readonly: true, busyTimeoutMs: 0, journal: null });
    let uuid: string | undefined;
    let isOld: boolean;
    try {
      const version = Number(db.pragma('user_version', { simple: true }));
      checkStructure(db, allMigrations, version);
      isOld = version < newestVersion(allMigrations);
      uuid = db.prepare<[], string>('SELECT uuid FROM map').pluck().get();
      createPrivateFile(target);
      db.prepare('VACUUM INTO ?').run(target);
    } finally {
      db.close();
    }
    if (uuid === undefined) throw damaged('bad-copy');
    checkCopy(target, isOld);
    if (forgotten.length > 0 && !isOld) writeForgotten(target, forgotten);
    syncFile(target);
    return uuid;
  } catch (error) {
    rmSync(target, { force: true });
    const explained = explainSqliteError(error);
    if (explained instanceof WeftError && explained.kind === 'damaged' && explained.code !== 'not-a-store') {
      throw damaged('bad-copy', { found: explained.code }, explained);
    }
    throw explained;
  }
}

/** The next start that writes takes them out, and what is left of them elsewhere. */
function writeForgotten(target: string, forgotten: readonly ForgottenMark[]): void {
  const db = connect(target, { busyTimeoutMs: 0, journal: 'delete' });
  try {
    db.transaction(() => bringForgotten(db, forgotten)).immediate();
  } finally {
    db.close();
  }
}

function freeKeepName(files: StoreFiles, stamp: string): string {
  for (let n = 0; ; n += 1) {
    const name = `weft-replaced-${stamp}${n === 0 ? '' : `-${n}`}.db`;
    if (!existsSync(join(files.folder, name))) return name;
  }
}

/** Every step may have been done already. While `from` is there, what is named weft.db is the map to be kept. */
function carryOut(files: StoreFiles, plan: Plan): void {
  const from = join(files.folder, plan.from);
  if (existsSync(from)) {
    const keep = join(files.folder, plan.keepAs);
    // The log goes with its map: beside another file SQLite would play it into that one.
    for (const suffix of ['-wal', '-shm', '-journal', '']) {
      if (existsSync(files.database + suffix)) renameSync(files.database + suffix, keep + suffix);
    }
    syncFolder(files.folder);
    renameSync(from, files.database);
    syncFolder(files.folder);
  }
  writeMarker(files, { uuid: plan.uuid, seal: null });
  rmSync(files.restoring, { force: true });
  syncFolder(files.folder);
}
