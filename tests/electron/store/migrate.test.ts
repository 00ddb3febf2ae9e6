import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { listCopies } from '../../../electron/backend/store/copies.ts';
import { migrations } from '../../../electron/backend/store/migrations/all.ts';
import { openStore, openStoreAt } from '../../../electron/backend/store/open-store.ts';
import { restoreCopy } from '../../../electron/backend/store/restore.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { fullExport, importInto } from './invented-exports.ts';
import { hashAfter, withNextStep } from './next-step.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('D9: every step names the shape that it leads to, and steps are numbered without gaps', () => {
  migrations.forEach((step, at) => {
    expect([step.version, step.schemaHash]).toEqual([at + 1, hashAfter(migrations.slice(0, at + 1))]);
  });
});

function mapOfToday() {
  const folder = temporaryFolder();
  const store = openStore(folder, { mode: 'write' });
  importInto(store, fullExport());
  store.addStatement({ kind: 'note', person: 'ana-1-zt1', text: 'harbour' }, 19_000, null);
  const digest = store.contentDigest();
  store.close();
  return { folder, files: storeFiles(folder), digest };
}

// A column at the end of a table that is read with `SELECT *` by position is what a later step might add.
it('D9: an older map is updated with its content, after a copy was made, and opens again', () => {
  const { folder, files, digest } = mapOfToday();
  const steps = withNextStep(true, 'CREATE TABLE later (a TEXT NOT NULL) STRICT');
  for (const _ of ['updated', 'opened again']) {
    const store = openStoreAt(folder, { mode: 'write' }, steps);
    expect(store.contentDigest()).toBe(digest);
    store.verify();
    store.close();
  }
  const copies = listCopies(files);
  expect(copies.map((copy) => copy.reason)).toEqual(['migration']);
  const restored = temporaryFolder();
  restoreCopy(restored, copies[0]?.file ?? '', new Date('2026-05-03T10:00:00Z'));
  const old = openStore(restored, { mode: 'read' });
  expect(old.contentDigest()).toBe(digest);
  old.close();
});

it.each([
  ['does not run', 'CREATE TABLE later (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)'],
  [
    'loses rows that others belong to',
    'CREATE TABLE later (a TEXT) STRICT; PRAGMA foreign_keys = OFF; DELETE FROM person',
  ],
])('D9: a step that %s leaves the old version untouched', (_, sql) => {
  const { folder, files, digest } = mapOfToday();
  const works = withNextStep(true, 'CREATE TABLE later (a TEXT) STRICT');
  const steps = works.map((step) => (step.name === 'later' ? { ...step, sql } : step));
  for (const _again of ['first start', 'second start']) {
    expect(() => openStoreAt(folder, { mode: 'write' }, steps)).toThrow('Weft could not update the map');
  }
  const store = openStore(folder, { mode: 'write' });
  expect(store.contentDigest()).toBe(digest);
  store.close();
  expect(listCopies(files).length).toBeGreaterThan(0);
});

it('D9: a step that leads to another shape than it says leaves the old version untouched', () => {
  const { folder, files } = mapOfToday();
  const steps = withNextStep(true).map((step) => (step.name === 'later' ? { ...step, schemaHash: 'other' } : step));
  const before = readFileSync(files.database);
  expect(() => openStoreAt(folder, { mode: 'write' }, steps)).toThrow('Weft could not update the map');
  expect(readFileSync(files.database).equals(before)).toBe(true);
});

it.each([
  ['SELECT id FROM person WHERE key = ?', 'SEARCH person USING COVERING INDEX'],
  ['SELECT person_id FROM person_key WHERE key = ?', 'SEARCH person_key USING PRIMARY KEY'],
  ['SELECT id FROM batch WHERE digest = ?', 'SEARCH batch USING COVERING INDEX'],
  ['SELECT * FROM tie_evidence WHERE owner_id = ?', 'SEARCH tie_evidence USING PRIMARY KEY'],
  ['SELECT * FROM tie_evidence WHERE alter_id = ?', 'SEARCH tie_evidence USING INDEX tie_of_alter'],
  ['SELECT * FROM statement WHERE subject = ?', 'SEARCH statement USING INDEX statement_of_subject'],
  ['SELECT * FROM statement WHERE batch_id = ?', 'SEARCH statement USING INDEX statement_of_batch'],
  ['SELECT * FROM connection WHERE batch_id = ? ORDER BY place', 'SEARCH connection USING PRIMARY KEY'],
])('answers %j by an index', (sql, plan) => {
  const db = new Database(':memory:');
  for (const step of migrations) db.exec(step.sql);
  const details = db
    .prepare<[number], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(1)
    .map((row) => row.detail);
  expect(details.join('\n')).toContain(plan);
  expect(details.join('\n')).not.toContain('TEMP B-TREE');
  db.close();
});
