/**
 * Names as people read them and as they are matched. The two never mix: the display form keeps what the person wrote, the key
 * is what two spellings of one name share.
 */

/** Invisible marks that only disturb: zero-width space, byte-order mark, soft hyphen. U+200D stays, it joins emoji and letters. */
const INVISIBLE = /[\u200b\ufeff\u00ad]/g;

/**
 * Most names: letters of Latin scripts with one space between words, in which there is nothing to fold but capitals and nothing to
 * take out. Left out of the ranges: the grave accent, which is an apostrophe; sharp s, dotted capital I and what NFKC takes apart.
 */
const IS_PLAIN =
  /^[!-_a-~\u00c0-\u00de\u00e0-\u012f\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e]+(?: [!-_a-~\u00c0-\u00de\u00e0-\u012f\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e]+)*$/;

// One word after a comma that is a title although it is not all capitals.
const CREDENTIALS = new Set(
  (
    'phd dphil edd dba dsc scd drph psyd pharmd dpt dnp md do dds dmd dvm jd llm llb esq ' +
    'mba emba msc ms ma mph mpa mpp mfa med meng mphil msw msn mres mpm mit mis bsc bs ba bba beng bcom bed bfa btech mtech be bn rn ' +
    'np lcsw lmft lpc cpa cfa cfp cma cia acca aca fca fcca ca cisa cism cissp ccna ccie pmp capm prince2 csm cspo psm sphr phr shrm-cp ' +
    'shrm-scp gphr assoc.cipd mcipd fcipd pe peng eng ceng ing dipling aia aicp raa leed leedap leedga faia fache facs faap facp ' +
    'frsa frs fba mbe obe cbe kbe dr prof hons itil six sigma ssbb lssbb lssgb cscp cpim ccp acc pcc mcc cpcc chrp chrl cphr'
  ).split(' '),
);
// Also family names, first names or plain words: a title only after a comma.
const ONLY_AFTER_COMMA = new Set(
  'ma ba do be bs ms md ca pe eng ing med mit mis mis six sigma dr prof hons pm acc bed bn np esq raa'.split(' '),
);
const GENERATIONS = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v', 'junior', 'senior']);
const IS_CAPITALS = /^[A-Z][A-Z0-9]{1,9}(?:[-/+][A-Za-z0-9]{1,8}){0,3}$/;
/** Longer segments are a remark, not a row of titles. */
const MAX_CREDENTIAL_CHARS = 60;

/** A name without invisible marks and surplus spaces, NFC. U+200D stays. */
function displayName(text: string): string {
  if (IS_PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

function isCredentialWord(word: string, mayBeUnknown: boolean): boolean {
  const bare = word.replace(/[.®™©()]/g, '');
  if (bare === '' || GENERATIONS.has(bare.toLowerCase())) return false;
  return CREDENTIALS.has(bare.toLowerCase()) || (mayBeUnknown && IS_CAPITALS.test(bare));
}

function isCredentialSegment(segment: string, mayBeUnknown: boolean): boolean {
  if (segment === '' || segment.length > MAX_CREDENTIAL_CHARS) return segment === '';
  return segment.split(/[\s/|&]+/).every((word) => word === '' || isCredentialWord(word, mayBeUnknown));
}

/** The titles at the end of a name without a comma (`Jane Doe PhD MBA`): known ones only, and never the last two words. */
function trailingWords(name: string): number {
  const words = name.split(' ');
  let kept = words.length;
  while (kept > 2 && isTrailingTitle(words[kept - 1] ?? '')) kept--;
  return kept;
}

function isTrailingTitle(written: string): boolean {
  const word = written.replace(/[.®™©()]/g, '');
  const lower = word.toLowerCase();
  return CREDENTIALS.has(lower) && !ONLY_AFTER_COMMA.has(lower) && /[A-Z].*[A-Z]/.test(word);
}

/**
 * Moves trailing titles (`PhD`, `MBA`, `PMP®`) off a name. `Jr.` and its kind are part of the name; a remark after a comma that
 * is no title (`Doe, hiring now`) stays, because nothing says what it is.
 *
 * @param name display form
 */
function splitCredentials(name: string): { name: string; credentials: string | null } {
  // Without a comma only words after the second can be titles, and the last one is the first to go.
  if (!name.includes(',')) {
    const lastSpace = name.lastIndexOf(' ');
    if (name.indexOf(' ') === lastSpace || !isTrailingTitle(name.slice(lastSpace + 1)))
      return { name, credentials: null };
  }
  const segments = name.split(',').map((segment) => segment.trim());
  // `DOE, JOHN` is a name in capitals, not a title.
  const first = segments[0] ?? '';
  const mayBeUnknown = segments.length > 1 && first.includes(' ') && /\p{Ll}/u.test(first);
  let kept = segments.length;
  while (kept > 1 && isCredentialSegment(segments[kept - 1] ?? '', mayBeUnknown)) kept--;
  const credentials = segments.slice(kept).filter((segment) => segment !== '');
  let head = segments.slice(0, kept).join(', ');
  if (head === '') return { name, credentials: null };
  const words = trailingWords(head);
  const parts = head.split(' ');
  if (words < parts.length) {
    credentials.unshift(parts.slice(words).join(' '));
    head = parts.slice(0, words).join(' ').replace(/,$/, '');
  }
  return { name: head, credentials: credentials.length === 0 ? null : credentials.join(', ') };
}

export interface CleanName {
  name: string;
  originalName: string;
  credentials: string | null;
}

/** Cleans a name that stands in one cell. */
export function cleanName(written: string): CleanName {
  const originalName = written.trim();
  const { name, credentials } = splitCredentials(displayName(originalName));
  return { name, originalName, credentials };
}

/** Cleans a name that stands in two cells; credentials usually sit in the second. */
export function cleanFullName(first: string, last: string): CleanName {
  return cleanName(`${first.trim()} ${last.trim()}`);
}

// With the keycap frame, which is nothing without its emoji.
const IGNORABLE = /\p{Default_Ignorable_Code_Point}+|\u20e3+/gu;
// Pictographs, their skin tones and flags, and other symbols (stars, arrows).
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{So}]+/gu;

function folded(text: string): string {
  return text.toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ');
}

/**
 * The key under which two spellings of one name are equal: NFKC (folds decorated letters), case folded, without default-ignorable
 * characters and pictures, apostrophes and dashes made one, spaces collapsed. Letters of different scripts never become equal
 * (safety.md, I9). A name that is all pictures keeps them. Give it the name without credentials.
 *
 * @returns '' only when nothing visible stands in the name
 */
export function nameKey(name: string): string {
  if (IS_PLAIN.test(name)) return name.toLowerCase();
  const visible = folded(name.replace(/[®™©]/g, '').normalize('NFKC').replace(IGNORABLE, ''))
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const letters = spaced(visible.replace(PICTURES, ' '));
  return letters === '' ? spaced(visible) : letters;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
