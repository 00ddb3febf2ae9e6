import type { CsvRow } from './csv-reader.ts';

/**
 * Gives equal byte sequences equal small numbers, so that the names and addresses of 300,000 messages are decoded once each.
 * Numbers count up from 0 in the order of first sight.
 */
export class ByteInterner {
  size = 0;
  #slots = new Int32Array(1024).fill(-1);
  #starts = new Int32Array(512);
  #ends = new Int32Array(512);
  #hashes = new Int32Array(512);
  #arena = new Uint8Array(64 * 1024);
  #view = new DataView(this.#arena.buffer);
  #arenaEnd = 0;

  intern(row: CsvRow, column: number): number {
    const { view } = row;
    const start = row.start(column);
    const end = row.end(column);
    const hash = hashRange(view, start, end, 0x811c9dc5);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot]!; id >= 0; id = this.#slots[slot]!) {
      if (this.#hashes[id] === hash && this.#isEqual(id, view, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#insert(hash, slot, row.buffer, start, end);
  }

  #isEqual(id: number, view: DataView, start: number, end: number): boolean {
    let own = this.#starts[id]!;
    if (this.#ends[id]! - own !== end - start) return false;
    const arena = this.#view;
    let at = start;
    for (; at + 4 <= end; at += 4, own += 4) if (arena.getInt32(own) !== view.getInt32(at)) return false;
    for (; at < end; at++, own++) if (arena.getUint8(own) !== view.getUint8(at)) return false;
    return true;
  }

  #insert(hash: number, slot: number, buffer: Uint8Array, start: number, end: number): number {
    const id = this.size++;
    if (id >= this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
      this.#hashes = grown(this.#hashes);
    }
    const length = end - start;
    if (this.#arenaEnd + length > this.#arena.length) {
      const larger = new Uint8Array(2 * (this.#arena.length + length));
      larger.set(this.#arena);
      this.#arena = larger;
      this.#view = new DataView(larger.buffer);
    }
    for (let i = 0; i < length; i++) this.#arena[this.#arenaEnd + i] = buffer[start + i]!;
    this.#starts[id] = this.#arenaEnd;
    this.#arenaEnd += length;
    this.#ends[id] = this.#arenaEnd;
    this.#hashes[id] = hash;
    this.#slots[slot] = id;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.#hashes[id]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

/** Hash of the bytes from start to end, four at a time; every bit of them reaches every bit of it. */
export function hashRange(view: DataView, start: number, end: number, seed: number): number {
  let hash = seed ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
