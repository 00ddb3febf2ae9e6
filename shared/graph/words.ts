/** Text of companies and titles -> plain words that compare (model.md §2). */

/**
 * Words of a name: compatibility forms, case, accents, apostrophes and what stands in parentheses are gone; `&` reads
 * `and`; dotted initials are one word (`s.a.r.l.` -> `sarl`).
 */
export function plainWords(text: string): string[] {
  return fold(text)
    .replaceAll(PARENTHESES, ' ')
    .replaceAll('&', ' and ')
    .replaceAll(DOTTED_INITIALS, (initials) => initials.replaceAll('.', ''))
    .replaceAll(APOSTROPHES, '')
    .split(SEPARATORS)
    .filter((word) => word !== '');
}

const ASCII = /^[\p{ASCII}]*$/u;
// Before decomposition: the accent would become a space with a combining mark, the trade mark the letters TM.
const SPACING_ACUTE = /´/g;
const TRADE_MARKS = /[™℠]/g;
const COMBINING_MARKS = /\p{M}/gu;
const PARENTHESES = /\([^()]*\)/g;
const DOTTED_INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])/gu;
const APOSTROPHES = /['’‘ʼ`′]/g;
const SEPARATORS = /[^\p{L}\p{N}]+/u;

/** Upper and lower case, accented and full-width letters read the same. */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .replaceAll(SPACING_ACUTE, "'")
    .replaceAll(TRADE_MARKS, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(COMBINING_MARKS, '');
}
