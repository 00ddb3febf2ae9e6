import { NAME_POOLS } from './name-pools.ts';
import type { Random } from './random.ts';

export interface InventedName {
  /** As it would stand in `First Name` and `Last Name`, with whatever people add to them. */
  first: string;
  last: string;
  /** The name without credentials and emoji. */
  plain: string;
  /** Lowercase ASCII, words joined by `-`. */
  latin: string;
}

/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** Lowercase ASCII spelling of a Latin name, words joined by `-`. */
function latinSpelling(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[łøđßæœıþð]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-');
}

const CREDENTIALS = [', PhD', ', MBA', ', PMP', ', CPA', ', PhD, MBA', ' MSc', ', CFA', ', P.E.'] as const;
const EMOJI = ['🚀', '🌱', '✨', '🌍', '☕', '📊', '🇪🇺', '👩‍💻'] as const;

const TOTAL_SHARE = NAME_POOLS.reduce((sum, pool) => sum + pool.share, 0);

function spelled(entry: string): { native: string; latin: string } {
  const [native = '', latin] = entry.split('|');
  return { native: native.replace('St.', 'St. '), latin: latin ?? latinSpelling(native) };
}

/** Draws a first and a last name of one language; one in twelve carries credentials, one in forty an emoji. */
export function inventName(random: Random): InventedName {
  let ticket = random.next() * TOTAL_SHARE;
  let pool = NAME_POOLS[0]!;
  for (const candidate of NAME_POOLS) {
    pool = candidate;
    ticket -= candidate.share;
    if (ticket < 0) break;
  }
  const first = spelled(random.pick(pool.first));
  // People rarely mix scripts within one name.
  const isAscii = /^[\p{Script=Latin}\s.’'-]+$/u.test(first.native);
  const sameScript = pool.last.filter((entry) => entry.includes('|') !== isAscii);
  const last = spelled(random.pick(sameScript.length > 0 ? sameScript : pool.last));
  let shownFirst = first.native;
  let shownLast = last.native;
  if (random.chance(1 / 12)) shownLast += random.pick(CREDENTIALS);
  if (random.chance(1 / 40)) shownFirst += ` ${random.pick(EMOJI)}`;
  return {
    first: shownFirst,
    last: shownLast,
    plain: `${first.native} ${last.native}`,
    latin: `${first.latin}-${last.latin}`,
  };
}
