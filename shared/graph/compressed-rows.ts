/** Pairs of people with values, to rows over typed arrays and back. */
import type { PersonIndex } from '../model/network.ts';
import type { AlterTies } from './tie-graph.ts';

/** Ties between alters, each once, `low` < `high`, ascending by (low, high). Parallel arrays. */
export interface TiePairs {
  low: Uint32Array;
  high: Uint32Array;
  q: Float64Array;
  s: Float64Array;
  basis: Uint8Array;
}

/** Writes each tie into the rows of both ends; neighbours ascend within a row because the pairs do. */
export function rowsFromPairs(people: number, pairs: TiePairs): AlterTies {
  const { low, high } = pairs;
  const offsets = new Uint32Array(people + 1);
  for (let i = 0; i < low.length; i++) {
    offsets[low[i]! + 1] = offsets[low[i]! + 1]! + 1;
    offsets[high[i]! + 1] = offsets[high[i]! + 1]! + 1;
  }
  for (let person = 0; person < people; person++) offsets[person + 1] = offsets[person + 1]! + offsets[person]!;

  const neighbors = new Uint32Array(low.length * 2);
  const q = new Float64Array(low.length * 2);
  const s = new Float64Array(low.length * 2);
  const basis = new Uint8Array(low.length * 2);
  const next = offsets.slice();
  const put = (row: PersonIndex, neighbor: PersonIndex, i: number): void => {
    const at = next[row]!;
    next[row] = at + 1;
    neighbors[at] = neighbor;
    q[at] = pairs.q[i]!;
    s[at] = pairs.s[i]!;
    basis[at] = pairs.basis[i]!;
  };
  for (let i = 0; i < low.length; i++) {
    put(low[i]!, high[i]!, i);
    put(high[i]!, low[i]!, i);
  }
  return { offsets, neighbors, q, s, basis };
}

/** Position of the tie to `b` in the row of `a`; -1 if there is none. */
export function findTie({ offsets, neighbors }: AlterTies, a: PersonIndex, b: PersonIndex): number {
  let first = offsets[a]!;
  let last = offsets[a + 1]! - 1;
  while (first <= last) {
    const middle = (first + last) >>> 1;
    const neighbor = neighbors[middle]!;
    if (neighbor === b) return middle;
    if (neighbor < b) first = middle + 1;
    else last = middle - 1;
  }
  return -1;
}
