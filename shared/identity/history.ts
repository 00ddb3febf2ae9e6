/** What a sequence of exports says about one person: employers over time, and whether they are still there. */

import type { JobSpell } from '../model/network.ts';
import type { ConnectionRecord } from '../model/records.ts';
import type { Day } from '../model/units.ts';
import { contentOf, type ExportView } from './export-view.ts';
import { compareText } from './person-key.ts';

/** A row of a person in one export. */
export interface DatedRow {
  view: ExportView;
  record: ConnectionRecord;
}

/**
 * The rows of a person with one more, at most one of each export. Views come oldest first. Two rows of one export are one person
 * only when the user said so; then the later connection speaks.
 */
export function withRow(rows: readonly DatedRow[], added: DatedRow): readonly DatedRow[] {
  const last = rows.at(-1);
  // A new list: one that grows keeps room for 16 more, and there are as many lists as people.
  if (last === undefined || last.view !== added.view) return [...rows, added];
  return isPreferred(added.record, last.record) ? [...rows.slice(0, -1), added] : rows;
}

function isPreferred(a: ConnectionRecord, b: ConnectionRecord): boolean {
  const byDay = (a.connectedOn ?? -1) - (b.connectedOn ?? -1);
  return byDay > 0 || (byDay === 0 && compareText(contentOf(a), contentOf(b)) < 0);
}

/**
 * Stays with an employer, from one person's rows, oldest first. A stay lasts while company and position are written the same; its dates
 * are export dates, since no file says when a stay began. Nothing was ever said: no stays.
 */
export function jobSpells(rows: readonly DatedRow[]): JobSpell[] {
  const spells: JobSpell[] = [];
  for (const { view, record } of rows) {
    const seen: Day | null = view.batch.meta.exportDate;
    const last = spells.at(-1);
    if (last !== undefined && last.company === record.company && last.position === record.position) {
      last.firstSeen ??= seen;
      last.lastSeen = seen ?? last.lastSeen;
    } else {
      spells.push({ company: record.company, position: record.position, firstSeen: seen, lastSeen: seen });
    }
  }
  // A copy, without the room that a growing list keeps.
  return spells.some((spell) => spell.company !== null || spell.position !== null) ? spells.slice() : [];
}

/**
 * The exports of mine that say who is still there: those with contacts in them, of the newest date. Two of one date (a Basic and a
 * Complete archive) are equally new.
 */
export function newestViews(views: readonly ExportView[]): Set<ExportView> {
  const withContacts = views.filter((view) => view.isMine && view.rows.length > 0);
  const newest = withContacts.at(-1);
  return new Set(withContacts.filter((view) => view.batch.effectiveDay === newest?.batch.effectiveDay));
}
