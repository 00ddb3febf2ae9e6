import { createHash } from 'node:crypto';
import type { BatchMeta, ExportContent, ThreadRecord } from '../../../shared/model/records.ts';
import { rawLayers } from './raw-tables.ts';

/** What makes two imports the same input. */
export type BatchIdentity = Pick<BatchMeta, 'role' | 'owner' | 'exportDate'>;

/**
 * SHA-256 (hex) over role, owner, export date and content. Neither the order of rows nor a row repeated in every field
 * plays a part.
 */
export function batchDigest(batch: BatchIdentity, content: ExportContent): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([batch.role, batch.owner?.slug ?? null, batch.exportDate]));
  for (const layer of rawLayers)
    hashRows(
      hash,
      layer.table,
      layer.cellsOf(content).map((cells) => JSON.stringify(cells)),
    );
  hashRows(hash, 'thread', content.threads.map(threadText));
  return hash.digest('hex');
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

function threadText(thread: ThreadRecord): string {
  const members = thread.members.map((member) => [member.slug, member.name]);
  const days = thread.days.map((day) => [day.day, day.sender, day.count, day.first, day.last]);
  return JSON.stringify([thread.conversationId, thread.goneMembers, members, days]);
}

function hashRows(hash: ReturnType<typeof createHash>, table: string, rows: string[]): void {
  const distinct = [...new Set(rows)].sort();
  hash.update(`\n${table} ${distinct.length}\n`);
  hash.update(distinct.join('\n'));
}
