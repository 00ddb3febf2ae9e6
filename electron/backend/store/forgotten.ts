/** Who was forgotten, as keyed hashes: enough to know them again in a file, and nothing to read. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { IsMeant } from '../../../shared/identity/rows-about.ts';

const SALT_BYTES = 32;

/** A row of the table: the key of the hash, and the hash. */
export type ForgottenMark = [salt: Buffer, mark: Buffer];

export function selectForgotten(db: Database.Database): ForgottenMark[] {
  return db.prepare<[], ForgottenMark>('SELECT salt, mark FROM forgotten ORDER BY salt, mark').raw().all();
}

/** Whether a mark (shared/identity/marks-of-person.ts) is that of a forgotten person; null when nobody was forgotten. */
export function forgottenMatcher(marks: readonly ForgottenMark[]): IsMeant | null {
  if (marks.length === 0) return null;
  const known = new Set<string>();
  const salts = new Map<string, Buffer>();
  for (const [salt, mark] of marks) {
    salts.set(salt.toString('hex'), salt);
    known.add(mark.toString('base64'));
  }
  return (mark) => [...salts.values()].some((salt) => known.has(hashOf(salt, mark).toString('base64')));
}

/** Call it inside a transaction. One key serves all marks of a map; marks that came with a restored copy keep theirs. */
export function insertForgotten(db: Database.Database, marks: Iterable<string>): void {
  const salt = db.prepare<[], Buffer>('SELECT salt FROM forgotten LIMIT 1').pluck().get() ?? randomBytes(SALT_BYTES);
  insertMarks(
    db,
    [...marks].map((mark): ForgottenMark => [salt, hashOf(salt, mark)]),
  );
  setToClean(db, 'folder');
}

/** Takes over marks of another state of the map, whose copies know them already. Call it inside a transaction. */
export function bringForgotten(db: Database.Database, marks: readonly ForgottenMark[]): void {
  const before = selectForgotten(db).length;
  insertMarks(db, marks);
  if (selectForgotten(db).length > before && selectToClean(db) === 'nothing') setToClean(db, 'file');
  else setToClean(db, selectToClean(db));
}

function insertMarks(db: Database.Database, marks: readonly ForgottenMark[]): void {
  const insert = db.prepare<ForgottenMark>('INSERT OR IGNORE INTO forgotten (salt, mark) VALUES (?, ?)');
  for (const mark of marks) insert.run(...mark);
}

/** Where older bytes of forgotten people may still lie. */
type ToClean = 'nothing' | 'file' | 'folder';

export function setToClean(db: Database.Database, toClean: ToClean): void {
  db.prepare(
    `INSERT INTO forgetting (place, to_clean, checksum) VALUES (0, @toClean, @checksum)
     ON CONFLICT (place) DO UPDATE SET to_clean = excluded.to_clean, checksum = excluded.checksum`,
  ).run({ toClean, checksum: checksumOf(db) });
}

/** Not `nothing` when a forgetting was cut off before the last trace was gone, or a copy from before was restored. */
export function selectToClean(db: Database.Database): ToClean {
  return db.prepare<[], ToClean>('SELECT to_clean FROM forgetting').pluck().get() ?? 'nothing';
}

/** Compares the marks with what was written. */
export function areMarksWhole(db: Database.Database): boolean {
  const written = db.prepare<[], string>('SELECT checksum FROM forgetting').pluck().get();
  return written === undefined ? selectForgotten(db).length === 0 : written === checksumOf(db);
}

function checksumOf(db: Database.Database): string {
  const hash = createHash('sha256');
  for (const [salt, mark] of selectForgotten(db)) hash.update(salt).update(mark);
  return hash.digest('hex');
}

function hashOf(salt: Buffer, mark: string): Buffer {
  return createHmac('sha256', salt).update(mark).digest();
}
