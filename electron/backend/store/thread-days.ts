import type { ThreadDays } from '../../../shared/model/thread-days.ts';

/**
 * The packed days as the bytes that are stored: Int32, little endian as every machine that Weft runs on stores them. One blob a thread:
 * as rows of their own they would be most of the file and most of the time of an import. Shares the memory.
 */
export function blobOfDays(days: ThreadDays): Buffer {
  return Buffer.from(days.buffer, days.byteOffset, days.byteLength);
}

/** Shares the memory where the bytes begin at a place for numbers, as those of SQLite do. */
export function daysOfBlob(blob: Buffer<ArrayBuffer>): ThreadDays {
  const bytes = blob.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? blob : new Uint8Array(blob);
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Int32Array.BYTES_PER_ELEMENT);
}
