/** Finds every pair of employers whose keys look alike, without comparing every key with every other letter by letter. */
import { digitsOf } from './company-key.ts';
import { jaroWinkler, jaroWinklerBound, PREFIX_LIMIT } from './jaro-winkler.ts';

export interface CompanyProposal {
  a: string;
  b: string;
  similarity: number;
}

/**
 * All pairs of keys to ask about, most similar first, then by key: what proposesSameCompany says of every two keys. A letter that only
 * one of two keys has is a letter without a match, so most pairs are left out by counting; 15,000 employers take half a second.
 */
export function proposeSameCompanies(keys: Iterable<string>, minimum: number): CompanyProposal[] {
  const proposals: CompanyProposal[] = [];
  const needed = new NeededMatches(minimum);
  for (const group of groupByDigits(keys)) if (group.length > 1) proposeWithin(group, minimum, needed, proposals);
  return proposals.sort((p, q) => q.similarity - p.similarity || compareText(p.a, q.a) || compareText(p.b, q.b));
}

/** Characters are told apart by 32 classes; taking two for one only makes a bound less sharp. */
const CLASSES = 32;
const MOST_COUNTED = 255;

function proposeWithin(
  group: readonly string[],
  minimum: number,
  needed: NeededMatches,
  proposals: CompanyProposal[],
): void {
  // By length: the pairs of two lengths have one bound.
  const sorted = group.toSorted((a, b) => a.length - b.length);
  const letters = new Letters(sorted);
  const compare = (i: number, j: number): void => {
    const [keyA, keyB] = [sorted[i]!, sorted[j]!];
    const prefix = commonBytes(letters.heads[i]! ^ letters.heads[j]!);
    if (letters.mostMatches(i, j) < needed.of(keyA.length, keyB.length).matches[prefix]!) return;
    const [a, b] = keyA < keyB ? [keyA, keyB] : [keyB, keyA];
    const similarity = jaroWinkler(a, b);
    if (similarity >= minimum) proposals.push({ a, b, similarity });
  };
  compareSameHeads(letters, needed, compare);
  compareOtherHeads(letters, needed, compare);
}

type Compare = (i: number, j: number) => void;

/** Keys that begin with the same letter: few enough to look at each pair. */
function compareSameHeads({ once, twice, heads, lengths }: Letters, needed: NeededMatches, compare: Compare): void {
  for (const block of Map.groupBy(heads.keys(), (at) => heads[at]! & 0xff).values()) {
    for (let to = 1; to < block.length; to++) {
      const j = block[to]!;
      let length = -1;
      let differing: readonly number[] = [];
      for (let from = 0; from < to; from++) {
        const i = block[from]!;
        if (lengths[i]! !== length) {
          length = lengths[i]!;
          differing = needed.of(length, lengths[j]!).differing;
        }
        const differs = bitCount(once[i]! ^ once[j]!);
        if (differs > differing[PREFIX_LIMIT]!) continue;
        const most = differing[commonBytes(heads[i]! ^ heads[j]!)]!;
        if (differs + bitCount(twice[i]! ^ twice[j]!) <= most) compare(i, j);
      }
    }
  }
}

/** All others must share nearly all letters, so one look at the letters that occur settles nearly every pair. */
function compareOtherHeads(
  { once, twice, heads, lengths, nextLength }: Letters,
  needed: NeededMatches,
  compare: Compare,
): void {
  for (let j = 1; j < lengths.length; j++) {
    const onceB = once[j]!;
    for (let start = 0, end = 0; start < j; start = end) {
      end = Math.min(nextLength[start]!, j);
      const most = needed.of(lengths[start]!, lengths[j]!).differing[0]!;
      if (most < 0) continue;
      for (let i = start; i < end; i++) {
        const differs = bitCount(once[i]! ^ onceB);
        if (differs > most || differs + bitCount(twice[i]! ^ twice[j]!) > most) continue;
        if (((heads[i]! ^ heads[j]!) & 0xff) !== 0) compare(i, j);
      }
    }
  }
}

/** Which characters stand in each key, and how often. */
class Letters {
  /** By key: the classes that occur, and those that occur twice. */
  readonly once: Int32Array;
  readonly twice: Int32Array;
  /** The first letters, a byte of each: equal letters have equal bytes. */
  readonly heads: Int32Array;
  readonly lengths: Int32Array;
  /** By key: the first one after it that is longer, where keys come by length. */
  readonly nextLength: Int32Array;
  readonly #counts: Uint8Array;

  constructor(keys: readonly string[]) {
    this.once = new Int32Array(keys.length);
    this.twice = new Int32Array(keys.length);
    this.heads = new Int32Array(keys.length);
    this.lengths = Int32Array.from(keys, (key) => key.length);
    this.nextLength = new Int32Array(keys.length);
    for (let at = keys.length - 1, next = keys.length; at >= 0; at--) {
      this.nextLength[at] = next;
      if (at > 0 && this.lengths[at - 1] !== this.lengths[at]) next = at;
    }
    this.#counts = new Uint8Array(keys.length * CLASSES);
    keys.forEach((key, index) => {
      for (let i = 0; i < Math.min(key.length, PREFIX_LIMIT); i++)
        this.heads[index]! |= (key.charCodeAt(i) & 0xff) << (8 * i);
      for (let i = 0; i < key.length; i++) {
        const letter = key.charCodeAt(i) % CLASSES;
        const at = index * CLASSES + letter;
        if (this.#counts[at]! < MOST_COUNTED) this.#counts[at]!++;
        this.twice[index]! |= this.once[index]! & (1 << letter);
        this.once[index]! |= 1 << letter;
      }
    });
  }

  /** Letters that two keys share, each as often as in both; no match can be made of any other. */
  mostMatches(i: number, j: number): number {
    const counts = this.#counts;
    let matches = 0;
    for (let letter = 0; letter < CLASSES; letter++) {
      const a = counts[i * CLASSES + letter]!;
      const b = counts[j * CLASSES + letter]!;
      // What was not counted to its end may match without end.
      matches += a === MOST_COUNTED && b === MOST_COUNTED ? Number.POSITIVE_INFINITY : Math.min(a, b);
    }
    return matches;
  }
}

/** What two keys of given lengths need to reach the minimum; by the number of letters both begin with. */
interface Allowed {
  /** The least number of matching letters; more than there are when nothing is enough. */
  matches: number[];
  /** The most letters without a match, in both together; negative when nothing is enough. */
  differing: number[];
}

class NeededMatches {
  readonly #minimum: number;
  readonly #known = new Map<number, Allowed>();

  constructor(minimum: number) {
    this.#minimum = minimum;
  }

  of(lengthA: number, lengthB: number): Allowed {
    const pair = lengthA * 2 ** 26 + lengthB;
    let allowed = this.#known.get(pair);
    if (allowed === undefined) {
      allowed = { matches: [], differing: [] };
      for (let prefix = 0; prefix <= PREFIX_LIMIT; prefix++) {
        const matches = this.#least(lengthA, lengthB, prefix);
        allowed.matches.push(matches);
        allowed.differing.push(matches > Math.min(lengthA, lengthB) ? -1 : lengthA + lengthB - 2 * matches);
      }
      this.#known.set(pair, allowed);
    }
    return allowed;
  }

  /** By halves: the bound rises with the number of matches. */
  #least(lengthA: number, lengthB: number, prefix: number): number {
    let low = 0;
    let high = Math.min(lengthA, lengthB) + 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (jaroWinklerBound(lengthA, lengthB, middle, prefix) >= this.#minimum) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** How many of the lowest bytes are 0. */
function commonBytes(difference: number): number {
  if ((difference & 0xff) !== 0) return 0;
  if ((difference & 0xffff) !== 0) return 1;
  if ((difference & 0xff_ffff) !== 0) return 2;
  return difference === 0 ? PREFIX_LIMIT : PREFIX_LIMIT - 1;
}

/** Keys with the same digits in the same order, each once. */
function groupByDigits(keys: Iterable<string>): Iterable<string[]> {
  return Map.groupBy(new Set(keys), digitsOf).values();
}

function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
