/** Which spellings name one employer (model.md §2, settled 14). */
import { jaroWinkler } from './jaro-winkler.ts';
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

export function digitsOf(key: string): string {
  return key.replaceAll(/\P{N}/gu, '');
}
