import type { ThreadDays } from '../../../shared/model/thread-days.ts';

/**
 * The packed days as the bytes that are stored: Int32, little endian as every machine that Weft runs on stores them. One blob a thread:
 * as rows of their own they would be most of the file and most of the time of an import. Shares the memory.
 */
export function blobOfDays(days: ThreadDays): Buffer {
  return Buffer.from(days.buffer, days.byteOffset, days.byteLength);
}

/** A copy: the bytes of a row need not begin where a number may. */
export function daysOfBlob(blob: Buffer): ThreadDays {
  const bytes = new Uint8Array(blob);
  return new Int32Array(bytes.buffer);
}
