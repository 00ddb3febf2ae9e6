/** Gives equal triples of whole numbers (32 bits each) equal small numbers, counting up from 0: a Map without an object per key. */
export class TripleTable {
  size = 0;
  #slots = new Int32Array(1024).fill(-1);
  #keys = new Int32Array(3 * 512);

  /** @returns the number of this triple; equal to the former `size` when it is new */
  idOf(a: number, b: number, c: number): number {
    const mask = this.#slots.length - 1;
    let slot = mixed(a, b, c) & mask;
    const keys = this.#keys;
    for (let id = this.#slots[slot]!; id >= 0; id = this.#slots[slot]!) {
      if (keys[3 * id] === (a | 0) && keys[3 * id + 1] === (b | 0) && keys[3 * id + 2] === (c | 0)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.size++;
    if (3 * id + 3 > keys.length) {
      this.#keys = new Int32Array(keys.length * 2);
      this.#keys.set(keys);
    }
    this.#keys[3 * id] = a;
    this.#keys[3 * id + 1] = b;
    this.#keys[3 * id + 2] = c;
    this.#slots[slot] = id;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = mixed(this.#keys[3 * id]!, this.#keys[3 * id + 1]!, this.#keys[3 * id + 2]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
}
