/**
 * What a name looks like, whatever script its letters come from. Only for pointing people out: never for joining (safety.md I9).
 * The letters are the lower-case ones of Cyrillic, Greek, Armenian and extended Latin that Unicode's table of confusables (UTS 39) puts
 * beside a basic Latin letter and that common typefaces draw alike; names are compared in lower case.
 */
const LATIN_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аɑα',
    b: 'ьƅ',
    c: 'сϲᴄ',
    d: 'ԁ',
    e: 'еҽ',
    f: 'ꞙ',
    g: 'ɡց',
    h: 'һհ',
    i: 'іɩιı',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏ',
    m: 'мᴍ',
    n: 'ոп',
    o: 'оοօσ',
    p: 'рρ',
    q: 'ԛզ',
    r: 'гᴦ',
    s: 'ѕꜱ',
    t: 'тτ',
    u: 'υսᴜ',
    v: 'ѵνᴠ',
    w: 'ԝѡᴡ',
    x: 'хχ',
    y: 'уγү',
    z: 'ᴢ',
    ä: 'ӓ',
    ë: 'ё',
    ï: 'ї',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

// Everything below U+0131 stands for itself.
const MAY_LOOK_ALIKE = /[^\u0020-\u0130]/;

/**
 * Two names with one skeleton look the same.
 *
 * @param matchingName see person-key.ts
 */
export function skeleton(matchingName: string): string {
  if (!MAY_LOOK_ALIKE.test(matchingName)) return matchingName;
  let seen = '';
  for (const letter of matchingName) seen += LATIN_OF.get(letter) ?? letter;
  return seen;
}
