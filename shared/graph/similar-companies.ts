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
 * one of two keys has is a letter without a match, so most pairs are left out by counting; 15,000 employers take part of a second.
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
  // By length: keys of one length are needed to differ in the same number of letters at most.
  const sorted = group.toSorted((a, b) => a.length - b.length);
  const letters = new Letters(sorted);
  const { once, twice, heads } = letters;
  let start = 0;
  while (start < sorted.length) {
    const lengthB = sorted[start]!.length;
    let end = start;
    while (end < sorted.length && sorted[end]!.length === lengthB) end++;
    for (let i = 0; i < end; i++) {
      const keyA = sorted[i]!;
      const lengthA = keyA.length;
      const allowed = needed.of(lengthA, lengthB);
      const mostDiffering = allowed.differing[PREFIX_LIMIT]!;
      const apartDiffering = allowed.differing[0]!;
      if (mostDiffering < 0) continue;
      const onceA = once[i]!;
      const twiceA = twice[i]!;
      const headA = heads[i]!;
      for (let j = Math.max(start, i + 1); j < end; j++) {
        const differs = bitCount(onceA ^ once[j]!);
        const heading = headA ^ heads[j]!;
        // Most pairs begin with different letters, and those must share nearly all of them.
        if (differs > ((heading & 0xff) === 0 ? mostDiffering : apartDiffering)) continue;
        const prefix = commonBytes(heading);
        if (differs + bitCount(twiceA ^ twice[j]!) > allowed.differing[prefix]!) continue;
        if (letters.mostMatches(i, j) < allowed.matches[prefix]!) continue;
        const keyB = sorted[j]!;
        const [a, b] = keyA < keyB ? [keyA, keyB] : [keyB, keyA];
        const similarity = jaroWinkler(a, b);
        if (similarity >= minimum) proposals.push({ a, b, similarity });
      }
    }
    start = end;
  }
}

/** Which characters stand in each key, and how often. */
class Letters {
  /** By key: the classes that occur, and those that occur twice. */
  readonly once: Int32Array;
  readonly twice: Int32Array;
  /** The first letters, a byte of each: equal letters have equal bytes. */
  readonly heads: Int32Array;
  readonly #counts: Uint8Array;

  constructor(keys: readonly string[]) {
    this.once = new Int32Array(keys.length);
    this.twice = new Int32Array(keys.length);
    this.heads = new Int32Array(keys.length);
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
