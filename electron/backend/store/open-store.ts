/** The one door to the map: looks before SQLite opens anything, and opens only what is whole and ours. */
import { copyFileSync, existsSync, linkSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { checkContent, checkHeader, checkStructureOfContent, refuseNewer } from './check-file.ts';
import { configure, connect, type JournalMode } from './connection.ts';
import { makeCopy } from './copies.ts';
import { explainFileError } from './file-errors.ts';
import { identityOf } from './file-identity.ts';
import { MapStore } from './map-store.ts';
import { isSealed, readMarker, writeMarker } from './marker.ts';
import { checkStructure, createMap, migrate, newestVersion } from './migrate.ts';
import { migrations as allMigrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { isWritable, warningsAt } from './place.ts';
import {
  createPrivateFile,
  keepNewFilesPrivate,
  makePrivateFolder,
  narrowMode,
  syncFile,
  syncFolder,
} from './private-files.ts';
import { finishRestore } from './restore.ts';
import { sealChecked } from './sealing.ts';
import { damaged, explainSqliteError } from './sqlite-errors.ts';
import type { OpenOptions, Store } from './store.ts';
import { type StoreFiles, storeFiles } from './store-files.ts';

const BUSY_TIMEOUT_MS = 5_000;
const UNFINISHED =
  /^\.(?:(?:new|restoring)-.*\.db(?:-wal|-shm|-journal)?|weft\.(?:marker|restoring|importing)\.json\.[\d-]+)$/;
const UNFINISHED_FOR_MS = 3_600_000;

/**
 * Opens the map in a folder; in mode `write` a new one is made if none was ever there.
 *
 * @throws WeftError damaged, newer, busy, place
 */
export function openStore(folder: string, options: OpenOptions): Store {
  return openStoreAt(folder, options, allMigrations);
}

/** openStore for a given list of steps, so that updates can be tried before there are any. */
export function openStoreAt(folder: string, options: OpenOptions, migrations: readonly Migration[]): Store {
  const files = storeFiles(folder);
  keepNewFilesPrivate();
  try {
    return open(files, options, migrations);
  } catch (error) {
    throw explainFileError(error);
  }
}

function open(files: StoreFiles, options: OpenOptions, migrations: readonly Migration[]): Store {
  if (existsSync(files.folder) && !statSync(files.folder).isDirectory()) {
    throw new WeftError(
      'arguments',
      'not-a-folder',
      'The place of a map is a folder, and this is a file. Name the folder it lies in. Nothing changed.',
    );
  }
  if (options.mustExist === true && !existsSync(files.database)) throw damaged('store-missing');
  if (options.mode === 'write') {
    const isOurs = makePrivateFolder(files.folder);
    // A folder that holds other things (a home folder, a shared one) keeps its mode; our files in it are private anyway.
    if (isOurs || existsSync(files.marker)) narrowMode(files.folder);
    if (!isWritable(files.folder))
      throw new WeftError('place', 'read-only', 'This folder cannot be written. Nothing changed.');
  }
  const canWrite = existsSync(files.folder) && isWritable(files.folder);
  if (canWrite) finishRestore(files);
  if (options.mode === 'write') removeUnfinished(files.folder, options.now?.() ?? new Date());
  if (!existsSync(files.database)) {
    // A marker or a log without its map means that the map was lost, not that there never was one (D7).
    if (existsSync(files.marker) || existsSync(files.wal)) throw damaged('store-missing');
    if (options.mustExist === true) throw damaged('store-missing');
    if (options.mode === 'read') return openEmpty(files, options, migrations);
    createFile(files, migrations);
  }
  if (!canWrite) return openPrivateCopy(files, options, migrations);
  return openFile(files, files, options, migrations);
}

/** A map in memory that is never written down: reading before the first import leaves no trace. */
function openEmpty(files: StoreFiles, options: OpenOptions, migrations: readonly Migration[]): Store {
  const db = new Database(':memory:');
  configure(db, null);
  createMap(db, migrations);
  db.pragma('query_only = 1');
  return new MapStore({
    db,
    files,
    mode: 'read',
    isViewOnly: false,
    now: options.now ?? (() => new Date()),
    identity: null,
    isSealed: true,
    onClosed: () => undefined,
  });
}

/** Makes the map under another name and gives it its name when it is whole, so that weft.db is never half a map. */
function createFile(files: StoreFiles, migrations: readonly Migration[]): void {
  const temporary = join(files.folder, `.new-${process.pid}-${process.hrtime.bigint()}.db`);
  createPrivateFile(temporary);
  try {
    const db = connect(temporary, { busyTimeoutMs: 0, journal: journalFor(files.folder) });
    createMap(db, migrations);
    db.close();
    syncFile(temporary);
    nameIfFree(temporary, files.database);
    syncFolder(files.folder);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
  }
}

/** If two programs make the first map at once, the first one to name it wins and the other opens that. */
function nameIfFree(temporary: string, name: string): void {
  try {
    linkSync(temporary, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    // Some file systems have no second names for a file.
    if (!existsSync(name)) renameSync(temporary, name);
  }
}

/** The log of WAL mode is not safe on synced and network places (D15). */
function journalFor(folder: string): JournalMode {
  return warningsAt(folder).length > 0 ? 'delete' : 'wal';
}

/** A place that cannot be written cannot even be read in WAL mode (D14), so a private copy is opened. */
function openPrivateCopy(files: StoreFiles, options: OpenOptions, migrations: readonly Migration[]): Store {
  checkHeader(files.database, migrations);
  const folder = mkdtempSync(join(tmpdir(), 'weft-view-'));
  const copy = storeFiles(folder);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    copyFileSync(files.database, copy.database);
    if (existsSync(files.wal)) copyFileSync(files.wal, copy.wal);
    if (existsSync(files.marker)) copyFileSync(files.marker, copy.marker);
    return openFile(copy, files, { ...options, mode: 'read' }, migrations, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * @param files where the file to open lies
 * @param named where the user knows it to lie; differs for a private copy
 */
function openFile(
  files: StoreFiles,
  named: StoreFiles,
  options: OpenOptions,
  migrations: readonly Migration[],
  removeCopy?: () => void,
): Store {
  checkHeader(files.database, migrations);
  for (const file of [files.database, files.wal, files.shm, files.marker]) if (existsSync(file)) narrowMode(file);
  const marker = readMarker(files);
  const known = marker === 'unreadable' ? null : marker;
  const wasSealed = isSealed(files, known?.seal ?? null);
  const identity = identityOf(files.database);
  const now = options.now ?? (() => new Date());
  const db = connect(files.database, {
    busyTimeoutMs: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS,
    journal: options.mode === 'write' ? journalFor(files.folder) : null,
  });
  try {
    const { uuid, isUpdated } = prepare(db, files, migrations, wasSealed, now);
    if (known !== null && known.uuid !== uuid) throw damaged('other-map');
    if (known === null) writeMarker(files, { uuid, seal: null });
    if (options.mode === 'read') db.pragma('query_only = 1');
    identity.requireUnmoved();
    const store = new MapStore({
      db,
      files: named,
      mode: options.mode,
      isViewOnly: removeCopy !== undefined,
      now,
      identity: removeCopy === undefined ? identity : null,
      isSealed: removeCopy !== undefined || (wasSealed && !isUpdated),
      onClosed: removeCopy ?? ((checked) => sealChecked(files, uuid, checked)),
    });
    if (options.mode === 'write') store.finishForgetting();
    return store;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Checks an open file and brings it up to date. */
function prepare(
  db: Database.Database,
  files: StoreFiles,
  migrations: readonly Migration[],
  wasSealed: boolean,
  now: () => Date,
): { uuid: string; isUpdated: boolean } {
  try {
    // The log may hold a newer version than the header that was looked at.
    const version = Number(db.pragma('user_version', { simple: true }));
    refuseNewer(version, migrations);
    checkStructure(db, migrations, version);
    const isOld = version < newestVersion(migrations);
    // Sealed bytes passed SQLite's own look before they were sealed, and are the same to the last bit.
    if (!wasSealed || isOld) checkStructureOfContent(db);
    if (isOld) {
      makeCopy(db, files, 'migration', now(), true);
      migrate(db, migrations, version, checkContent);
      // In one read: another Weft may write between two looks, and the map would seem damaged.
    } else if (!wasSealed) db.transaction(() => checkContent(db)).deferred();
    const uuid = db.prepare<[], string>('SELECT uuid FROM map').pluck().get();
    if (uuid === undefined) throw damaged('damaged-content', { part: 'map' });
    return { uuid, isUpdated: isOld };
  } catch (error) {
    const explained = explainSqliteError(error);
    // A statement of ours that SQLite does not understand, on a file whose schema text is right, is a damaged file.
    if (explained instanceof Database.SqliteError) throw damaged('damaged-file', { code: explained.code }, explained);
    throw explained;
  }
}

/** Removes what processes left behind that ended while they made a first map or wrote a marker. */
function removeUnfinished(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (!UNFINISHED.test(name)) continue;
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    // A younger one may be in use at this moment.
    if (stats !== undefined && now.getTime() - stats.mtimeMs > UNFINISHED_FOR_MS) rmSync(file, { force: true });
  }
}
