import { createHash, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { emptyNetwork } from './derived-read.ts';
import { writeNetwork } from './derived-write.ts';
import type { Migration } from './migrations/migration.ts';
import { damaged } from './sqlite-errors.ts';

/** `WEFT` in ASCII, in the file's header: tells a map from any other program's database. */
export const APPLICATION_ID = 0x57454654;

/** The version that these steps lead to. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** SHA-256 (hex) over the text of every table, index, view and trigger. SQLite's own tables have no say in it. */
export function schemaHash(db: Database.Database): string {
  const rows = db
    .prepare<[], string[]>(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
    )
    .raw()
    .all();
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

/** @throws WeftError damaged (unexpected-structure) if the file holds anything that Weft did not make (D7) */
export function checkStructure(db: Database.Database, migrations: readonly Migration[], version: number): void {
  const step = migrations.find((migration) => migration.version === version);
  if (step === undefined || schemaHash(db) !== step.schemaHash) throw damaged('unexpected-structure', { version });
}

/** Shape and first content of a map in an empty database. */
export function createMap(db: Database.Database, migrations: readonly Migration[]): void {
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.exec('BEGIN IMMEDIATE');
  for (const step of migrations) db.exec(step.sql);
  db.pragma(`user_version = ${newestVersion(migrations)}`);
  db.prepare('INSERT INTO map (uuid, next_person_id) VALUES (?, 1)').run(randomUUID());
  writeNetwork(db, emptyNetwork());
  db.exec('COMMIT');
}

/**
 * Brings an older map up to date in one transaction (D9): if any step, a foreign key or the resulting shape is wrong, the
 * old version stays.
 *
 * @param checkContent throws if any row is not what was written
 */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  from: number,
  checkContent: (db: Database.Database) => void,
): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of migrations) if (step.version > from) db.exec(step.sql);
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new Error('A step left rows that belong to nobody.');
    const version = newestVersion(migrations);
    checkStructure(db, migrations, version);
    checkContent(db);
    db.pragma(`user_version = ${version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw new WeftError(
      'damaged',
      'migration-failed',
      'Weft could not update the map. The old version is untouched, and a copy of it was made; `weft doctor` lists it.',
      { from, to: newestVersion(migrations) },
      error,
    );
  }
}
