import { createHash } from 'node:crypto';
import type { BatchMeta, ExportContent, ThreadRecord } from '../../../shared/model/records.ts';
import { THREAD_DAY_STRIDE } from '../../../shared/model/thread-days.ts';
import { type Cell, rawLayers } from './raw-tables.ts';
import { StreamDigest } from './stream-digest.ts';
import { blobOfDays } from './thread-days.ts';

/** What makes two imports the same input. */
export type BatchIdentity = Pick<BatchMeta, 'role' | 'owner' | 'exportDate'>;

/**
 * SHA-256 (hex) over role, owner, export date and content. Neither the order of rows nor a row repeated in every field
 * plays a part.
 */
export function batchDigest(batch: BatchIdentity, content: ExportContent): string {
  const digest = new StreamDigest();
  digest.text(JSON.stringify([batch.role, batch.owner?.slug ?? null, batch.exportDate]));
  for (const layer of rawLayers) {
    const rows = distinctAndSorted(layer.cellsOf(content).map(textOfCells).toArray());
    digest.text(`\n${layer.table} ${rows.length}\n`);
    for (const row of rows) digest.text(row).text('\n');
  }
  addThreads(digest, content.threads);
  return digest.hex();
}

/** SHA-256 (hex) over what the digest leaves out: names, files, time of import. For noticing damage only. */
export function batchChecksum(batch: Omit<BatchMeta, 'id'>): string {
  const { owner } = batch;
  const facts = [
    batch.role,
    owner === null ? null : [owner.slug, owner.url, owner.name],
    batch.ownerFoundBy,
    batch.exportDate,
    batch.importedAt,
    batch.digest,
    batch.files.map((file) => [
      file.name,
      file.kind,
      file.rows,
      file.kept,
      file.hidden,
      file.skipped.map((row) => [row.line, row.reason]),
      file.skippedCount,
      file.notices,
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Days go in as the bytes that are stored: as text they would be most of the work of an import's digest. */
function addThreads(digest: StreamDigest, threads: readonly ThreadRecord[]): void {
  // A thread stands once in an import; what is equal in all else differs in its id.
  const sorted = isAscending(threads, (thread) => thread.conversationId)
    ? threads
    : threads.toSorted((a, b) => (a.conversationId < b.conversationId ? -1 : 1));
  digest.text(`\nthread ${threads.length}\n`);
  for (const { conversationId, goneMembers, members, days } of sorted) {
    const facts = [
      conversationId,
      goneMembers,
      days.length / THREAD_DAY_STRIDE,
      members.map((member) => [member.slug, member.name]),
    ];
    digest.text(JSON.stringify(facts)).bytes(blobOfDays(days)).text('\n');
  }
}

/** Equal for rows that are equal in every cell. */
export function textOfCells(cells: readonly Cell[]): string {
  return JSON.stringify(cells);
}

/** Mostly the rows come so already: the import sorts them by content. */
function distinctAndSorted(rows: string[]): string[] {
  return isAscending(rows, (row) => row) ? rows : [...new Set(rows)].sort();
}

function isAscending<Item>(items: readonly Item[], keyOf: (item: Item) => string): boolean {
  let last: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (last !== null && key <= last) return false;
    last = key;
  }
  return true;
}
