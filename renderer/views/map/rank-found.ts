/** Which of the people found is meant: names before other words, beginnings before middles, and who matters most on the map first. */
interface Found {
  id: number;
  name: string;
  company: string | null;
}

/**
 * @param importance 0 to 1 by number of the person; who is not drawn has none
 * @returns the best `most`, each once
 */
export function rankFound<T extends Found>(
  people: readonly T[],
  query: string,
  importance: ReadonlyMap<number, number>,
  most: number,
): T[] {
  const wanted = wordsOf(query);
  const ranked = [...new Map(people.map((one) => [one.id, one])).values()].map((one) => ({
    one,
    fit: fitOf(wordsOf(one.name), wanted),
    worth: importance.get(one.id) ?? 0,
  }));
  ranked.sort(
    (a, b) => a.fit - b.fit || b.worth - a.worth || a.one.name.localeCompare(b.one.name) || a.one.id - b.one.id,
  );
  return ranked.slice(0, most).map(({ one }) => one);
}

/** Whether every word that was typed begins a word of the name. */
export function isNamed(name: string, query: string): boolean {
  return fitOf(wordsOf(name), wordsOf(query)) < Fit.elsewhere;
}

const Fit = { whole: 0, words: 1, first: 2, beginning: 3, elsewhere: 4 } as const;

function fitOf(name: readonly string[], wanted: readonly string[]): number {
  if (wanted.length === 0) return Fit.elsewhere;
  if (name.join(' ') === wanted.join(' ')) return Fit.whole;
  if (wanted.every((word) => name.includes(word))) return Fit.words;
  if (!wanted.every((word) => name.some((part) => part.startsWith(word)))) return Fit.elsewhere;
  return name[0]?.startsWith(wanted[0]!) === true ? Fit.first : Fit.beginning;
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
