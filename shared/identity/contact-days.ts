/** Contact days of one tie, collected from conversations in any order. */
import { CONTACT_STRIDE, ContactColumn, NO_CONTACT } from '../model/network.ts';
import type { Day, EpochSeconds } from '../model/units.ts';

const MICRO = 1_000_000;
// One entry: day, kind, messages (of a group: millionths), first second.
const ENTRY = 4;
const INBOUND = 0;
const OUTBOUND = 1;
const GROUP = 2;

export class ContactDays {
  private readonly entries: number[] = [];

  addInbound(day: Day, count: number, first: EpochSeconds): void {
    this.entries.push(day, INBOUND, count, first);
  }

  addOutbound(day: Day, count: number, first: EpochSeconds): void {
    this.entries.push(day, OUTBOUND, count, first);
  }

  /** @param size k, all participants of the group, at least 3 */
  addGroup(day: Day, size: number): void {
    this.entries.push(day, GROUP, Math.round(MICRO / (size - 1)), 0);
  }

  /** One row a day, sorted, in the columns of TieEvidence.contact. */
  toRows(): Int32Array {
    const { entries } = this;
    if (entries.length === 0) return NO_CONTACT;
    const starts = this.startsByDay();
    let days = 0;
    for (let i = 0; i < starts.length; i++) {
      if (i === 0 || entries[starts[i]!] !== entries[starts[i - 1]!]) days++;
    }
    const rows = new Int32Array(days * CONTACT_STRIDE);
    let row = -CONTACT_STRIDE;
    let from = 0;
    while (from < starts.length) {
      const day = entries[starts[from]!]!;
      let to = from;
      while (to < starts.length && entries[starts[to]!] === day) to++;
      row += CONTACT_STRIDE;
      rows[row + ContactColumn.day] = day;
      this.sumDay(starts, from, to, rows, row);
      from = to;
    }
    return rows;
  }

  /** Positions of the entries in the order of their days; conversations mostly come in that order already. */
  private startsByDay(): number[] {
    const { entries } = this;
    const starts: number[] = [];
    let isSorted = true;
    for (let at = 0; at < entries.length; at += ENTRY) {
      starts.push(at);
      if (at > 0 && entries[at]! < entries[at - ENTRY]!) isSorted = false;
    }
    return isSorted ? starts : starts.sort((a, b) => entries[a]! - entries[b]!);
  }

  private sumDay(starts: readonly number[], from: number, to: number, rows: Int32Array, row: number): void {
    const { entries } = this;
    const sums = [0, 0, 0];
    const firsts = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = from; i < to; i++) {
      const at = starts[i]!;
      const kind = entries[at + 1]!;
      sums[kind] = sums[kind]! + entries[at + 2]!;
      firsts[kind] = Math.min(firsts[kind]!, entries[at + 3]!);
    }
    rows[row + ContactColumn.inbound] = sums[INBOUND]!;
    rows[row + ContactColumn.outbound] = sums[OUTBOUND]!;
    // In the same second nobody can tell who began: then the alter did, since only their writing speaks for a tie.
    rows[row + ContactColumn.ownerFirst] = firsts[OUTBOUND]! < firsts[INBOUND]! ? 1 : 0;
    rows[row + ContactColumn.groupMicro] = Math.min(MICRO, sums[GROUP]!);
  }
}
