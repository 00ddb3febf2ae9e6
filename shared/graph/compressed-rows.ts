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
  for (let i = 0; i < low.length; i++) {
    const a = low[i]!;
    const b = high[i]!;
    const inA = next[a]!;
    const inB = next[b]!;
    next[a] = inA + 1;
    next[b] = inB + 1;
    neighbors[inA] = b;
    neighbors[inB] = a;
    q[inA] = q[inB] = pairs.q[i]!;
    s[inA] = s[inB] = pairs.s[i]!;
    basis[inA] = basis[inB] = pairs.basis[i]!;
  }
  return { offsets, neighbors, q, s, basis };
}

/**
 * Joins two ascending lists. Where both hold a pair, it keeps the basis of the first, and q and s of whichever q is larger:
 * more evidence never makes a tie less likely.
 */
export function mergePairs(strong: TiePairs, weak: TiePairs): TiePairs {
  if (weak.low.length === 0) return strong;
  const limit = strong.low.length + weak.low.length;
  const low = new Uint32Array(limit);
  const high = new Uint32Array(limit);
  const q = new Float64Array(limit);
  const s = new Float64Array(limit);
  const basis = new Uint8Array(limit);
  let count = 0;
  let i = 0;
  let j = 0;
  const take = (from: TiePairs, at: number): void => {
    low[count] = from.low[at]!;
    high[count] = from.high[at]!;
    q[count] = from.q[at]!;
    s[count] = from.s[at]!;
    basis[count] = from.basis[at]!;
    count++;
  };
  while (i < strong.low.length || j < weak.low.length) {
    const order = orderOf(strong, i, weak, j);
    if (order <= 0) take(strong, i++);
    else take(weak, j);
    if (order === 0 && weak.q[j]! > q[count - 1]!) {
      q[count - 1] = weak.q[j]!;
      s[count - 1] = weak.s[j]!;
    }
    if (order >= 0) j++;
  }
  return {
    low: low.subarray(0, count),
    high: high.subarray(0, count),
    q: q.subarray(0, count),
    s: s.subarray(0, count),
    basis: basis.subarray(0, count),
  };
}

/** Negative when pair i of `a` comes first, positive when pair j of `b` does; a list at its end comes last. */
function orderOf(a: TiePairs, i: number, b: TiePairs, j: number): number {
  if (i === a.low.length) return 1;
  if (j === b.low.length) return -1;
  return a.low[i]! - b.low[j]! || a.high[i]! - b.high[j]!;
}

/** Pairs with the place where each `low` begins, for finding one. */
export interface PairIndex {
  starts: Uint32Array;
  high: Uint32Array;
}

export function indexPairs(people: number, { low, high }: TiePairs): PairIndex {
  const starts = new Uint32Array(people + 1);
  for (let i = 0; i < low.length; i++) starts[low[i]! + 1] = starts[low[i]! + 1]! + 1;
  for (let person = 0; person < people; person++) starts[person + 1] = starts[person + 1]! + starts[person]!;
  return { starts, high };
}

/** Whether the pair is there, in either order. */
export function findPair({ starts, high }: PairIndex, a: PersonIndex, b: PersonIndex): boolean {
  const low = Math.min(a, b);
  return search(high, starts[low]!, starts[low + 1]!, Math.max(a, b)) >= 0;
}

/** Position of the tie to `b` in the row of `a`; -1 if there is none. */
export function findTie({ offsets, neighbors }: AlterTies, a: PersonIndex, b: PersonIndex): number {
  return search(neighbors, offsets[a]!, offsets[a + 1]!, b);
}

/** Position of a value in an ascending stretch `from` .. `to - 1`; -1 if it is not there. */
function search(values: Uint32Array, from: number, to: number, wanted: number): number {
  let first = from;
  let last = to - 1;
  while (first <= last) {
    const middle = (first + last) >>> 1;
    const value = values[middle]!;
    if (value === wanted) return middle;
    if (value < wanted) first = middle + 1;
    else last = middle - 1;
  }
  return -1;
}
