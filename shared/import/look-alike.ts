/**
 * Names that look the same although they are written in different scripts. Used to point out, never to merge (safety.md I9).
 */
import { nameKey } from './names.ts';

/** Letters of Cyrillic and Greek that most typefaces draw like a Latin one (after Unicode UTS 39, lowercase only). */
const TWINS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Cyrillic
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    ѓ: 'r',
    г: 'r',
    һ: 'h',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    п: 'n',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    з: '3',
    ь: 'b',
    // Greek
    α: 'a',
    β: 'b',
    ϲ: 'c',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    σ: 'o',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
    γ: 'y',
    // Latin that looks like other Latin
    ı: 'i',
    ɑ: 'a',
    ɡ: 'g',
    ո: 'n',
    օ: 'o',
    '0': 'o',
    '1': 'l',
  }),
);

const IS_ACCENT = /\p{Mn}/u;

/**
 * What is left of a name when every letter is replaced by the one it looks like. Two different names with one skeleton are
 * look-alikes; equal {@link nameKey}s share a skeleton too, so compare the keys first.
 */
export function lookAlikeSkeleton(name: string): string {
  let skeleton = '';
  for (const char of nameKey(name).normalize('NFD')) {
    if (char > '\u007f' && IS_ACCENT.test(char)) continue;
    skeleton += TWINS.get(char) ?? char;
  }
  return skeleton;
}

/** Whether two names look the same but are not: different keys, one skeleton, and more than accents between them. */
export function isLookAlike(a: string, b: string): boolean {
  return nameKey(a) !== nameKey(b) && lookAlikeSkeleton(a) === lookAlikeSkeleton(b) && scriptsOf(a) !== scriptsOf(b);
}

function scriptsOf(name: string): string {
  const key = nameKey(name);
  return [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
    .map((script) => (script.test(key) ? '1' : '0'))
    .join('');
}
