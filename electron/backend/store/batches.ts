/** The raw layer: imports and every row they brought, as they were read. */
import type Database from 'better-sqlite3';
import type {
  Batch,
  BatchMeta,
  ExportContent,
  FileReport,
  Mention,
  ThreadRecord,
} from '../../../shared/model/records.ts';
import { batchChecksum, batchDigest, textOfCells } from './batch-digest.ts';
import { type Cell, emptyContent, type RawLayer, rawLayers } from './raw-tables.ts';
import type { NewBatch, WrittenBatch } from './store.ts';
import { blobOfDays, daysOfBlob } from './thread-days.ts';

/**
 * Writes an import; call it inside a transaction.
 *
 * @param digest batchDigest of both
 */
export function insertBatch(
  db: Database.Database,
  batch: NewBatch,
  content: ExportContent,
  digest: string,
): WrittenBatch {
  const known = selectBatchByDigest(db, digest);
  if (known !== null) return { meta: known, isNew: false };
  const checked = { ...batch, digest };
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO batch (role, owner_slug, owner_url, owner_name, owner_found_by, export_date, imported_at, digest, checksum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      batch.role,
      batch.owner?.slug ?? null,
      batch.owner?.url ?? null,
      batch.owner?.name ?? null,
      batch.ownerFoundBy,
      batch.exportDate,
      batch.importedAt,
      digest,
      batchChecksum(checked),
    );
  const id = Number(lastInsertRowid);
  insertContent(db, id, batch.files, content);
  return { meta: { ...checked, id }, isNew: true };
}

function insertContent(db: Database.Database, id: number, files: readonly FileReport[], content: ExportContent): void {
  insertFiles(db, id, files);
  for (const layer of rawLayers) {
    const insert = db.prepare(insertSql(layer.table, ['batch_id', 'place', ...layer.columns]));
    let place = 0;
    for (const cells of eachOnce(layer, content)) insert.run(id, place++, ...cells);
  }
  insertThreads(db, id, content.threads);
}

/** The rows of a layer, each once. While they are sorted, as an import leaves them, those before need not be remembered. */
function* eachOnce(layer: RawLayer, content: ExportContent): Generator<Cell[]> {
  let last = '';
  let seen: Set<string> | null = null;
  let count = 0;
  for (const cells of layer.cellsOf(content)) {
    const text = textOfCells(cells);
    if (seen === null && text <= last) seen = new Set(layer.cellsOf(content).take(count).map(textOfCells));
    count++;
    last = text;
    if (seen?.has(text)) continue;
    seen?.add(text);
    yield cells;
  }
}

/** Puts other content in the place of an import, under its number; call it inside a transaction. */
export function replaceBatch(db: Database.Database, meta: BatchMeta, content: ExportContent): void {
  for (const table of ['batch_file', 'thread', ...rawLayers.map((layer) => layer.table)]) {
    db.prepare(`DELETE FROM ${table} WHERE batch_id = ?`).run(meta.id);
  }
  db.prepare('UPDATE batch SET digest = ?, checksum = ? WHERE id = ?').run(meta.digest, batchChecksum(meta), meta.id);
  insertContent(db, meta.id, meta.files, content);
}

function insertSql(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

function insertFiles(db: Database.Database, id: number, files: readonly FileReport[]): void {
  const insertFile = db.prepare(
    insertSql('batch_file', [
      'batch_id',
      'place',
      'name',
      'kind',
      'row_count',
      'kept',
      'hidden',
      'skipped_count',
      'notices',
    ]),
  );
  const insertSkipped = db.prepare(insertSql('skipped_row', ['batch_id', 'file_place', 'place', 'line', 'reason']));
  files.forEach((file, place) => {
    const notices = JSON.stringify(file.notices);
    insertFile.run(id, place, file.name, file.kind, file.rows, file.kept, file.hidden, file.skippedCount, notices);
    file.skipped.forEach((row, rowPlace) => {
      insertSkipped.run(id, place, rowPlace, row.line, row.reason);
    });
  });
}

function insertThreads(db: Database.Database, id: number, threads: readonly ThreadRecord[]): void {
  const insert = db.prepare(
    insertSql('thread', ['batch_id', 'place', 'conversation_id', 'gone_members', 'members', 'days']),
  );
  threads.forEach((thread, place) => {
    const members = JSON.stringify(thread.members.map((member) => [member.slug, member.name]));
    insert.run(id, place, thread.conversationId, thread.goneMembers, members, blobOfDays(thread.days));
  });
}

/** Removes an import with all its rows; call it inside a transaction. False when there is none of that number. */
export function removeBatch(db: Database.Database, id: number): boolean {
  return db.prepare('DELETE FROM batch WHERE id = ?').run(id).changes > 0;
}

type MemberList = [slug: string | null, name: string | null][];
type ThreadRow = [
  batch: number,
  conversationId: string,
  goneMembers: number,
  members: string,
  days: Buffer<ArrayBuffer>,
];

export function selectBatches(db: Database.Database): Batch[] {
  const batches = selectBatchMetas(db).map((meta) => ({ meta, content: emptyContent() }));
  const contentOf = new Map(batches.map((batch) => [batch.meta.id, batch.content]));
  const contentFor = (id: Cell | undefined) => {
    const content = contentOf.get(id as number);
    if (content === undefined) throw new RangeError('A row belongs to no import.');
    return content;
  };
  for (const layer of rawLayers) {
    const select = `SELECT batch_id, ${layer.columns.join(', ')} FROM ${layer.table} ORDER BY batch_id, place`;
    for (const cells of rawRows(db, select)) layer.addTo(contentFor(cells[0]), cells, 1);
  }
  const threads = db
    .prepare<[], ThreadRow>(
      'SELECT batch_id, conversation_id, gone_members, members, days FROM thread ORDER BY batch_id, place',
    )
    .raw()
    .all();
  for (const [batch, conversationId, goneMembers, memberList, days] of threads) {
    const members = (JSON.parse(memberList) as MemberList).map(([slug, name]): Mention => ({ slug, name }));
    contentFor(batch).threads.push({ conversationId, goneMembers, members, days: daysOfBlob(days) });
  }
  return batches;
}

function rawRows(db: Database.Database, sql: string, ...bound: Cell[]): Cell[][] {
  return db
    .prepare<Cell[], Cell[]>(sql)
    .raw()
    .all(...bound);
}

interface BatchRow {
  id: number;
  role: BatchMeta['role'];
  owner_slug: string | null;
  owner_url: string | null;
  owner_name: string | null;
  owner_found_by: BatchMeta['ownerFoundBy'];
  export_date: number | null;
  imported_at: string;
  digest: string;
}

export function selectBatchMetas(db: Database.Database): BatchMeta[] {
  const rows = db.prepare<[], BatchRow>('SELECT * FROM batch ORDER BY id').all();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    owner:
      row.owner_slug === null || row.owner_url === null
        ? null
        : { slug: row.owner_slug, url: row.owner_url, name: row.owner_name },
    ownerFoundBy: row.owner_found_by,
    exportDate: row.export_date,
    importedAt: row.imported_at,
    digest: row.digest,
    files: selectFiles(db, row.id),
  }));
}

function selectFiles(db: Database.Database, batch: number): FileReport[] {
  const files: FileReport[] = rawRows(
    db,
    `SELECT name, kind, row_count, kept, hidden, skipped_count, notices
     FROM batch_file WHERE batch_id = ? ORDER BY place`,
    batch,
  ).map(([name, kind, rows, kept, hidden, skippedCount, notices]) => ({
    name: name as string,
    kind: kind as FileReport['kind'],
    rows: rows as number,
    kept: kept as number,
    hidden: hidden as number,
    skipped: [],
    skippedCount: skippedCount as number,
    notices: JSON.parse(notices as string) as string[],
  }));
  const skipped = 'SELECT file_place, line, reason FROM skipped_row WHERE batch_id = ? ORDER BY file_place, place';
  for (const [filePlace, line, reason] of rawRows(db, skipped, batch)) {
    const file = files[filePlace as number];
    if (file === undefined) throw new RangeError('A skipped row belongs to no file.');
    file.skipped.push({ line: line as number, reason: reason as string });
  }
  return files;
}

export function selectBatchByDigest(db: Database.Database, digest: string): BatchMeta | null {
  const id = db.prepare<[string], number>('SELECT id FROM batch WHERE digest = ?').pluck().get(digest);
  return id === undefined ? null : (selectBatchMetas(db).find((meta) => meta.id === id) ?? null);
}

/** Reads every import and compares it with what was written. Returns the numbers of those that differ. */
export function findDamagedBatches(db: Database.Database): number[] {
  const checksums = new Map(db.prepare<[], [number, string]>('SELECT id, checksum FROM batch').raw().all());
  return selectBatches(db)
    .filter(({ meta, content }) => {
      return batchDigest(meta, content) !== meta.digest || batchChecksum(meta) !== checksums.get(meta.id);
    })
    .map(({ meta }) => meta.id);
}
