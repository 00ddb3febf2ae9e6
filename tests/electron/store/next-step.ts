import Database from 'better-sqlite3';
import { schemaHash } from '../../../electron/backend/store/migrate.ts';
import { migrations } from '../../../electron/backend/store/migrations/all.ts';
import type { Migration } from '../../../electron/backend/store/migrations/migration.ts';

/** The steps of today, and if asked one more, as a later Weft might add it. */
export function withNextStep(isWanted: boolean, sql = 'ALTER TABLE owner ADD COLUMN later TEXT'): readonly Migration[] {
  if (!isWanted) return migrations;
  const step: Migration = { version: migrations.length + 1, name: 'later', sql, schemaHash: '' };
  const steps = [...migrations, step];
  return [...migrations, { ...step, schemaHash: hashAfter(steps) }];
}

/** Hash of the shape that the steps lead to; empty if they do not work in an empty file. */
export function hashAfter(steps: readonly Migration[]): string {
  const db = new Database(':memory:');
  try {
    for (const { sql } of steps) db.exec(sql);
    return schemaHash(db);
  } finally {
    db.close();
  }
}
