/** The days of a conversation, packed: an export has hundreds of thousands, and as objects they were most of an import's garbage. */
import type { Day, EpochSeconds } from './units.ts';

/** Messages of one sender on one calendar day (UTC) in one thread. `sender` is an index into the thread's `members`. */
export interface ThreadDay {
  sender: number;
  day: Day;
  count: number;
  first: EpochSeconds;
  last: EpochSeconds;
}

/** Rows of THREAD_DAY_STRIDE numbers, sorted by day, then sender; columns as in ThreadDayColumn. */
export type ThreadDays = Int32Array<ArrayBuffer>;

/** `first` and `last` are seconds after midnight (UTC): moments themselves do not fit into 32 bits forever. */
export const ThreadDayColumn = { day: 0, sender: 1, count: 2, first: 3, last: 4 } as const;
export const THREAD_DAY_STRIDE = 5;
const SECONDS_PER_DAY = 86_400;

/** @throws RangeError when a number does not fit its place */
export function packThreadDays(days: readonly ThreadDay[]): ThreadDays {
  const packed = new Int32Array(days.length * THREAD_DAY_STRIDE);
  for (const [index, { day, sender, count, first, last }] of days.entries()) {
    const midnight = day * SECONDS_PER_DAY;
    for (const [column, value] of [day, sender, count, first - midnight, last - midnight].entries()) {
      const at = index * THREAD_DAY_STRIDE + column;
      packed[at] = value;
      if (packed[at] !== value) throw new RangeError('A day of messages does not fit its place.');
    }
  }
  return packed;
}

export function unpackThreadDays(days: ThreadDays): ThreadDay[] {
  const unpacked: ThreadDay[] = [];
  for (let at = 0; at < days.length; at += THREAD_DAY_STRIDE) {
    const day = days[at + ThreadDayColumn.day]!;
    const midnight = day * SECONDS_PER_DAY;
    unpacked.push({
      sender: days[at + ThreadDayColumn.sender]!,
      day,
      count: days[at + ThreadDayColumn.count]!,
      first: midnight + days[at + ThreadDayColumn.first]!,
      last: midnight + days[at + ThreadDayColumn.last]!,
    });
  }
  return unpacked;
}
