import type { CsvRow } from './csv-reader.ts';

/**
 * A number that is equal for rows of one kind of file that are equal in every cell, quoted or not, padded with empty cells or not. Uses 53 bits, so that two
 * different rows of one file share it by chance about once in ten million files.
 */
export function rowHash(row: CsvRow, kind: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < kind.length; i++) {
    a = Math.imul(a ^ kind.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ kind.charCodeAt(i), 0x85ebca6b);
  }
  let width = Math.min(row.width, 256);
  while (width > 0 && row.isEmpty(width - 1)) width--;
  const buffer = row.buffer;
  for (let column = 0; column < width; column++) {
    const end = row.end(column);
    for (let at = row.start(column); at < end; at++) {
      a = Math.imul(a ^ buffer[at]!, 0x01000193);
      b = Math.imul(b ^ buffer[at]!, 0x85ebca6b) + 0x27d4eb2f;
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ 0x1ff, 0x01000193);
    b = Math.imul(b ^ 0x1ff, 0x85ebca6b);
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
}

/** Records of one file, each with the hash of its row: a row repeated in every cell counts once (settled.md 10). */
export class RowSet<Content> {
  readonly records: Content[] = [];
  readonly #hashes: number[] = [];
  readonly #seen = new Set<number>();

  /** @returns false when the same row was there before */
  add(hash: number, record: Content): boolean {
    if (this.#seen.has(hash)) return false;
    this.#seen.add(hash);
    this.#hashes.push(hash);
    this.records.push(record);
    return true;
  }

  /** Takes over the rows of another file of the same kind that are not here yet. */
  addAll(other: RowSet<Content>): void {
    for (const [i, record] of other.records.entries()) this.add(other.#hashes[i]!, record);
  }
}
