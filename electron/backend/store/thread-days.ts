import type { ThreadDay } from '../../../shared/model/records.ts';

/** Day, sender, count, and seconds of the first and the last message after midnight (UTC). */
const STRIDE = 5;
const SECONDS_PER_DAY = 86_400;

/**
 * Days with messages as Int32, little endian as every machine that Weft runs on stores them. One blob a thread: as rows of
 * their own they would be most of the file and most of the time of an import.
 */
export function blobOfDays(days: readonly ThreadDay[]): Buffer {
  const numbers = new Int32Array(days.length * STRIDE);
  let at = 0;
  for (const { day, sender, count, first, last } of days) {
    const midnight = day * SECONDS_PER_DAY;
    numbers[at] = day;
    numbers[at + 1] = sender;
    numbers[at + 2] = count;
    numbers[at + 3] = first - midnight;
    numbers[at + 4] = last - midnight;
    const isExact =
      numbers[at] === day &&
      numbers[at + 1] === sender &&
      numbers[at + 2] === count &&
      numbers[at + 3] === first - midnight &&
      numbers[at + 4] === last - midnight;
    if (!isExact) throw new RangeError('A day of messages does not fit its place.');
    at += STRIDE;
  }
  return Buffer.from(numbers.buffer);
}

export function daysOfBlob(blob: Buffer): ThreadDay[] {
  const days: ThreadDay[] = [];
  for (let at = 0; at < blob.length; at += STRIDE * Int32Array.BYTES_PER_ELEMENT) {
    const day = blob.readInt32LE(at);
    const midnight = day * SECONDS_PER_DAY;
    days.push({
      sender: blob.readInt32LE(at + 4),
      day,
      count: blob.readInt32LE(at + 8),
      first: midnight + blob.readInt32LE(at + 12),
      last: midnight + blob.readInt32LE(at + 16),
    });
  }
  return days;
}
