/** The said layer: statements are added, withdrawn and reinstated; none is deleted. */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Statement, StatementBody, StatementKind } from '../../../shared/model/statement.ts';

/** Which fields of a body name people by key; they lie in their own columns, so that a person's statements can be found. */
const PEOPLE_FIELDS = {
  knows: ['a', 'b'],
  'not-knows': ['a', 'b'],
  closeness: ['person'],
  vouch: ['person'],
  introduced: ['a', 'b'],
  circle: [],
  'circle-leave': [],
  'circle-rename': [],
  'circle-remove': [],
  'circle-asked': [],
  'employer-size': [],
  alias: [],
  same: ['a', 'b'],
  role: ['person'],
  'helps-with': ['person'],
  note: ['person'],
  mutuals: ['person'],
  ask: ['person', 'target'],
  give: ['person'],
  plan: ['person', 'target'],
  meeting: ['person'],
  call: ['person'],
  referral: ['person', 'named'],
  skip: ['person'],
  snooze: ['person'],
  'network-until': ['person'],
  'company-questions': [],
  'person-questions': ['person'],
  pitch: [],
  'people-filter': [],
  weights: [],
  setting: [],
  'target-company': [],
  'target-person': ['person'],
  person: ['person'],
} as const satisfies Record<StatementKind, readonly string[]>;

interface StatementRow {
  id: number;
  kind: StatementKind;
  subject: string | null;
  object: string | null;
  value: string;
  on_day: number;
  batch_id: number | null;
  withdrawn_at: string | null;
  checksum: string;
}

type Unchecked = Omit<StatementRow, 'id' | 'checksum'>;

/** Call it inside a transaction. */
export function insertStatement(
  db: Database.Database,
  said: StatementBody,
  on: number,
  batch: number | null,
): Statement {
  const body = wellFormed(said);
  const row: Unchecked = { ...rowOfBody(body), on_day: on, batch_id: batch, withdrawn_at: null };
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO statement (kind, subject, object, value, on_day, batch_id, withdrawn_at, checksum)
       VALUES (@kind, @subject, @object, @value, @on_day, @batch_id, @withdrawn_at, @checksum)`,
    )
    .run({ ...row, checksum: checksumOf(row) });
  return { id: Number(lastInsertRowid), on, body, batch };
}

/** SQLite writes half a surrogate pair as U+FFFD; doing the same here keeps what is said and what is read back equal. */
function wellFormed(body: StatementBody): StatementBody {
  const text = JSON.stringify(body, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
  return JSON.parse(text) as StatementBody;
}

function rowOfBody(body: StatementBody): Pick<StatementRow, 'kind' | 'subject' | 'object' | 'value'> {
  const [first, second] = PEOPLE_FIELDS[body.kind] as readonly string[];
  const fields = new Map<string, unknown>(Object.entries(body));
  const take = (field: string | undefined) => {
    if (field === undefined) return null;
    const key = fields.get(field);
    fields.delete(field);
    return key as string | null;
  };
  const subject = take(first);
  const object = take(second);
  fields.delete('kind');
  return { kind: body.kind, subject, object, value: JSON.stringify(Object.fromEntries(fields)) };
}

function bodyOfRow(row: StatementRow): StatementBody {
  const [first, second] = PEOPLE_FIELDS[row.kind] as readonly string[];
  const rest = JSON.parse(row.value) as object;
  return {
    kind: row.kind,
    ...(first === undefined ? {} : { [first]: row.subject }),
    ...(second === undefined ? {} : { [second]: row.object }),
    ...rest,
  } as StatementBody;
}

function checksumOf(row: Unchecked): string {
  const facts = [row.kind, row.subject, row.object, row.value, row.on_day, row.batch_id, row.withdrawn_at];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64');
}

const HOLDS = 'SELECT * FROM statement WHERE withdrawn_at IS NULL';

/** The statements that hold, by id. */
export function selectStatements(db: Database.Database): Statement[] {
  return db.prepare<[], StatementRow>(`${HOLDS} ORDER BY id`).all().map(toStatement);
}

/** Every statement, those that were taken back included, by id. */
export function selectAllStatements(db: Database.Database): Statement[] {
  return db.prepare<[], StatementRow>('SELECT * FROM statement ORDER BY id').all().map(toStatement);
}

/** Removes a statement for good: nothing but forgetting somebody does that. */
export function deleteStatement(db: Database.Database, id: number): void {
  db.prepare('DELETE FROM statement WHERE id = ?').run(id);
}

/** Puts other words in the place of a statement; whether it was taken back stays. */
export function rewriteStatement(db: Database.Database, { id, on, body, batch }: Statement): void {
  const before = db.prepare<[number], StatementRow>('SELECT * FROM statement WHERE id = ?').get(id);
  if (before === undefined) return;
  const row: Unchecked = {
    ...rowOfBody(wellFormed(body)),
    on_day: on,
    batch_id: batch,
    withdrawn_at: before.withdrawn_at,
  };
  db.prepare(
    `UPDATE statement SET kind = @kind, subject = @subject, object = @object, value = @value, on_day = @on_day,
       batch_id = @batch_id, checksum = @checksum WHERE id = @id`,
  ).run({ ...row, id, checksum: checksumOf(row) });
}

function toStatement(row: StatementRow): Statement {
  return { id: row.id, on: row.on_day, body: bodyOfRow(row), batch: row.batch_id };
}

/**
 * Sets or clears the time of withdrawal; call it inside a transaction.
 *
 * @returns the statement, or null if it is unknown or already so
 */
export function setWithdrawn(db: Database.Database, id: number, at: string | null): Statement | null {
  const row = db.prepare<[number], StatementRow>('SELECT * FROM statement WHERE id = ?').get(id);
  if (row === undefined || (row.withdrawn_at === null) === (at === null)) return null;
  const changed = { ...row, withdrawn_at: at };
  db.prepare('UPDATE statement SET withdrawn_at = ?, checksum = ? WHERE id = ?').run(at, checksumOf(changed), id);
  return toStatement(changed);
}

const SEARCHED_KINDS = "('note', 'helps-with', 'role')";
const CIRCLE_KINDS = "('circle', 'circle-leave', 'circle-rename', 'circle-remove')";

/** Statements whose words are searched, circles apart, by id: about one person, if any of their keys is given. */
export function selectSearchedStatements(db: Database.Database, keys: readonly string[] | null): Statement[] {
  if (keys === null)
    return db.prepare<[], StatementRow>(`${HOLDS} AND kind IN ${SEARCHED_KINDS} ORDER BY id`).all().map(toStatement);
  const ofKey = db.prepare<[string], StatementRow>(`${HOLDS} AND subject = ? AND kind IN ${SEARCHED_KINDS}`);
  const rows = keys.flatMap((key) => ofKey.all(key));
  return rows.sort((a, b) => a.id - b.id).map(toStatement);
}

/** Everything said of circles that holds, by day, then by number: the order in which it makes them. */
export function selectCircleStatements(db: Database.Database): Statement[] {
  const sql = `${HOLDS} AND kind IN ${CIRCLE_KINDS} ORDER BY on_day, id`;
  return db.prepare<[], StatementRow>(sql).all().map(toStatement);
}

/** Numbers of the statements that hold and came with an import. */
export function selectStatementsOfBatch(db: Database.Database, batch: number): number[] {
  const sql = 'SELECT id FROM statement WHERE batch_id = ? AND withdrawn_at IS NULL ORDER BY id';
  return db.prepare<[number], number>(sql).pluck().all(batch);
}

/** Compares every statement, withdrawn ones too, with what was written. Returns the numbers of those that differ. */
export function findDamagedStatements(db: Database.Database): number[] {
  return db
    .prepare<[], StatementRow>('SELECT * FROM statement ORDER BY id')
    .all()
    .filter((row) => {
      return checksumOf(row) !== row.checksum;
    })
    .map((row) => row.id);
}
