/** Which spellings name one employer (model.md §2, settled 14). */
import { commonPrefix, jaroWinkler, jaroWinklerBound } from './jaro-winkler.ts';
import { plainWords } from './words.ts';

const CUT = /[|•·]/;

const LEGAL_FORMS = new Set(
  (
    'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg ohg ug se sa sas sarl sl srl ' +
    'spa bv nv vof ab as asa aps oy oyj kk pte pty pvt ltda lda kft doo'
  ).split(' '),
);
const LEGAL_PHRASES = [
  ['sa', 'de', 'cv'],
  ['sapi', 'de', 'cv'],
];

const NOT_EMPLOYERS = new Set([
  'self employed',
  'freelance',
  'freelancer',
  'independent',
  'independent consultant',
  'stealth',
  'stealth startup',
  'confidential',
  'retired',
  'student',
  'unemployed',
  'career break',
  'open to work',
  'n a',
  // `N.A.`, whose initials are closed up before the dots are looked at.
  'na',
  'none',
  'various',
]);

/**
 * Key of an employer or school: equal keys are one employer. Text after `|`, `•` or `·`, what stands in parentheses, a
 * leading `the` and trailing legal forms do not count.
 *
 * @returns null for what is no employer: empty, self employed, freelance, stealth, retired and the like
 */
export function companyKey(text: string | null): string | null {
  if (text === null) return null;
  const words = plainWords(text.split(CUT, 1)[0]!);
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1) {
    const excess = legalEnding(words);
    if (excess === 0) break;
    words.length -= excess;
  }
  const key = words.join(' ');
  return key === '' || NOT_EMPLOYERS.has(key) ? null : key;
}

/** How many of the last words are a legal form or `and`; at least one word stays. */
function legalEnding(words: readonly string[]): number {
  for (const phrase of LEGAL_PHRASES) {
    const start = words.length - phrase.length;
    if (start > 0 && phrase.every((word, at) => words[start + at] === word)) return phrase.length;
  }
  const last = words.at(-1)!;
  return last === 'and' || LEGAL_FORMS.has(last) ? 1 : 0;
}

/** Whether two keys hold the same digits in the same order: `studio 54` and `studio 55` are not one place misspelt. */
export function isSameDigits(keyA: string, keyB: string): boolean {
  return digitsOf(keyA) === digitsOf(keyB);
}

/**
 * Whether two different keys look enough alike to ask the user about. Never reason enough to merge.
 *
 * @param minimum similarity from which to ask (Constants.companyProposalSimilarity)
 */
export function proposesSameCompany(keyA: string, keyB: string, minimum: number): boolean {
  return keyA !== keyB && isSameDigits(keyA, keyB) && jaroWinkler(keyA, keyB) >= minimum;
}

export interface CompanyProposal {
  a: string;
  b: string;
  similarity: number;
}

/**
 * All pairs of keys to ask about, most similar first, then by key. Compares every key with every other, but looks closer
 * only where the number of letters both have leaves it possible. Quadratic: 15,000 employers take seconds, so run it when asked for.
 */
export function proposeSameCompanies(keys: Iterable<string>, minimum: number): CompanyProposal[] {
  const proposals: CompanyProposal[] = [];
  for (const group of groupByDigits(keys).values()) {
    const entries = group.map((key) => ({ key, letters: letterMask(key) }));
    for (let i = 0; i < entries.length; i++) {
      const a = entries[i]!;
      for (let j = i + 1; j < entries.length; j++) {
        const b = entries[j]!;
        if (!isWithinReach(a, b, minimum)) continue;
        const similarity = jaroWinkler(a.key, b.key);
        if (similarity >= minimum) proposals.push({ a: a.key, b: b.key, similarity });
      }
    }
  }
  return proposals.sort((p, q) => q.similarity - p.similarity || compareText(p.a, q.a) || compareText(p.b, q.b));
}

interface MaskedKey {
  key: string;
  /** Which of 32 classes of characters occur. */
  letters: number;
}

/** A bound that is cheap: each class of characters that only one of the two has is at least one letter without a match. */
function isWithinReach(a: MaskedKey, b: MaskedKey, minimum: number): boolean {
  const matchesA = a.key.length - bitCount(a.letters & ~b.letters);
  const matchesB = b.key.length - bitCount(b.letters & ~a.letters);
  const matches = Math.min(matchesA, matchesB);
  const prefix = commonPrefix(a.key, b.key);
  return jaroWinklerBound(a.key.length, b.key.length, matches, prefix) >= minimum;
}

function groupByDigits(keys: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of [...new Set(keys)].sort(compareText)) {
    const digits = digitsOf(key);
    const group = groups.get(digits);
    if (group) group.push(key);
    else groups.set(digits, [key]);
  }
  return groups;
}

function letterMask(key: string): number {
  let mask = 0;
  for (let i = 0; i < key.length; i++) mask |= 1 << (key.charCodeAt(i) & 31);
  return mask;
}

function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function digitsOf(key: string): string {
  return key.replaceAll(/\P{N}/gu, '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
