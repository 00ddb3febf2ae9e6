/** Looking at a map file before and after SQLite opens it. Nothing here writes. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { findDamagedBatches } from './batches.ts';
import { findDamagedParts } from './derived-read.ts';
import { areMarksWhole } from './forgotten.ts';
import { APPLICATION_ID, newestVersion } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { damaged, explainSqliteError } from './sqlite-errors.ts';
import { findDamagedStatements } from './statements.ts';

const HEADER_BYTES = 100;
const VERSION_AT = 60;
const APPLICATION_AT = 68;

/**
 * Reads the first bytes of the file, without SQLite, which may write already when it opens a file.
 *
 * @throws WeftError damaged (store-empty, not-a-store), newer
 */
export function checkHeader(file: string, migrations: readonly Migration[]): void {
  if (!statSync(file).isFile()) throw damaged('not-a-store');
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  let read: number;
  try {
    read = readSync(handle, header);
  } finally {
    closeSync(handle);
  }
  if (read === 0) throw damaged('store-empty');
  if (read < HEADER_BYTES || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged('not-a-store');
  if (header.readUInt32BE(APPLICATION_AT) !== APPLICATION_ID) throw damaged('not-a-store');
  refuseNewer(header.readUInt32BE(VERSION_AT), migrations);
}

/** @throws WeftError newer (D10) */
export function refuseNewer(version: number, migrations: readonly Migration[]): void {
  const known = newestVersion(migrations);
  if (version <= known) return;
  throw new WeftError(
    'newer',
    'store-newer',
    'This map was made by a newer Weft. Update Weft to open it. Nothing changed.',
    { version, known },
  );
}

/** SQLite's short look at the structure: of every file whose bytes are then sealed, and so of every file at every start. */
export function quickCheck(db: Database.Database): void {
  expectOk(db, 'quick_check');
}

/** Structure, foreign keys and search index. */
export function checkStructureOfContent(db: Database.Database): void {
  // The long check also asks every virtual table, and so the search index.
  expectOk(db, 'integrity_check');
  if (db.prepare('PRAGMA foreign_key_check').all().length > 0) throw damaged('damaged-file', { check: 'foreign keys' });
}

/** Every checksum: SQLite does not notice a letter that changed on the disk. */
export function checkContent(db: Database.Database): void {
  try {
    const parts = [
      ...findDamagedBatches(db).map((id) => `import ${id}`),
      ...findDamagedStatements(db).map((id) => `statement ${id}`),
      ...findDamagedParts(db),
      ...(areMarksWhole(db) ? [] : ['forgotten people']),
    ];
    if (parts.length > 0) throw damaged('damaged-content', { first: parts[0] ?? null, count: parts.length });
  } catch (error) {
    if (error instanceof WeftError) throw error;
    const explained = explainSqliteError(error);
    // Rows that cannot even be put together are damage, whatever the reader tripped over.
    throw explained instanceof WeftError ? explained : damaged('damaged-content', {}, error);
  }
}

function expectOk(db: Database.Database, check: 'quick_check' | 'integrity_check'): void {
  const answer = db.prepare<[], string>(`PRAGMA ${check}(1)`).pluck().all();
  if (answer.length !== 1 || answer[0] !== 'ok') throw damaged('damaged-file', { check });
}
