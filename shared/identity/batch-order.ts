/** The imports as a set: each content once, in one order that does not depend on when anything was imported. */

import type { Batch, ExportContent } from '../model/records.ts';
import { THREAD_DAY_STRIDE, ThreadDayColumn } from '../model/thread-days.ts';
import type { Day } from '../model/units.ts';
import { compareText } from './person-key.ts';

export interface OrderedBatch extends Batch {
  /** Export date, else the newest date inside; null when the content has none. */
  effectiveDay: Day | null;
  /** Numbers of all imports with this content. */
  ids: number[];
}

/** Newest date inside an export; null when it holds none. */
function newestDayInside(content: ExportContent): Day | null {
  let newest: Day | null = null;
  const see = (day: Day | null | undefined): void => {
    if (day !== null && day !== undefined && (newest === null || day > newest)) newest = day;
  };
  for (const row of content.connections) see(row.connectedOn);
  for (const { days } of content.threads)
    for (let at: number = ThreadDayColumn.day; at < days.length; at += THREAD_DAY_STRIDE) see(days[at]);
  for (const row of content.invitations) see(row.sentOn);
  for (const row of content.recommendations) see(row.writtenOn);
  for (const row of content.endorsements) see(row.endorsedOn);
  for (const row of content.contacts) see(row.createdOn);
  for (const row of content.interests) see(row.on);
  for (const row of content.notes) see(row.writtenOn);
  return newest;
}

/** Oldest first; content imported twice stands once. By effective day (unknown is oldest), then digest (settled.md 12). */
export function orderBatches(batches: readonly Batch[]): OrderedBatch[] {
  const byDigest = new Map<string, OrderedBatch>();
  for (const batch of batches) {
    const known = byDigest.get(batch.meta.digest);
    if (known !== undefined) {
      known.ids.push(batch.meta.id);
      continue;
    }
    const effectiveDay = batch.meta.exportDate ?? newestDayInside(batch.content);
    byDigest.set(batch.meta.digest, { ...batch, effectiveDay, ids: [batch.meta.id] });
  }
  return [...byDigest.values()].sort(
    (a, b) =>
      (a.effectiveDay ?? Number.NEGATIVE_INFINITY) - (b.effectiveDay ?? Number.NEGATIVE_INFINITY) ||
      compareText(a.meta.digest, b.meta.digest),
  );
}
