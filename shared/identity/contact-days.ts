/** Contact days of one tie, collected from conversations in any order. */
import { CONTACT_STRIDE, ContactColumn } from '../model/network.ts';
import type { Day, EpochSeconds } from '../model/units.ts';

const MICRO = 1_000_000;
// One entry: day, messages from the alter, from the owner, first second of either, group weight.
const ENTRY = 6;

export class ContactDays {
  private readonly entries: number[] = [];

  addInbound(day: Day, count: number, first: EpochSeconds): void {
    this.entries.push(day, count, 0, first, Number.POSITIVE_INFINITY, 0);
  }

  addOutbound(day: Day, count: number, first: EpochSeconds): void {
    this.entries.push(day, 0, count, Number.POSITIVE_INFINITY, first, 0);
  }

  /** @param size k, all participants of the group, at least 3 */
  addGroup(day: Day, size: number): void {
    this.entries.push(day, 0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Math.round(MICRO / (size - 1)));
  }

  /** One row a day, sorted, in the columns of TieEvidence.contact. */
  toRows(): Int32Array {
    const { entries } = this;
    const starts = Array.from({ length: entries.length / ENTRY }, (_, index) => index * ENTRY);
    starts.sort((a, b) => entries[a]! - entries[b]!);
    const rows = new Int32Array(new Set(starts.map((at) => entries[at])).size * CONTACT_STRIDE);
    let row = -CONTACT_STRIDE;
    let firstInbound = 0;
    let firstOutbound = 0;
    let previous: Day | null = null;
    const add = (column: number, amount: number): void => {
      rows[row + column] = rows[row + column]! + amount;
    };
    for (const at of starts) {
      const day = entries[at]!;
      if (day !== previous) {
        row += CONTACT_STRIDE;
        rows[row + ContactColumn.day] = day;
        firstInbound = Number.POSITIVE_INFINITY;
        firstOutbound = Number.POSITIVE_INFINITY;
        previous = day;
      }
      add(ContactColumn.inbound, entries[at + 1]!);
      add(ContactColumn.outbound, entries[at + 2]!);
      firstInbound = Math.min(firstInbound, entries[at + 3]!);
      firstOutbound = Math.min(firstOutbound, entries[at + 4]!);
      // In the same second nobody can tell who began: then the alter did, since only their writing speaks for a tie.
      rows[row + ContactColumn.ownerFirst] = firstOutbound < firstInbound ? 1 : 0;
      const group = rows[row + ContactColumn.groupMicro]! + entries[at + 5]!;
      rows[row + ContactColumn.groupMicro] = Math.min(MICRO, group);
    }
    return rows;
  }
}
