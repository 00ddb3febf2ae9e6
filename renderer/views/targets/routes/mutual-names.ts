const MOST = 1_000;
/** What stands between the names on the page itself: "Ana Mora, Bram Dahl and 3 other mutual connections". */
const COUNTED = /^(?:and\s+)?\d+\s+(?:other|more)?\s*(?:mutual|shared)?\s*(?:connections?)?$/i;

/** Names as they are pasted: a line each, or in one line with commas and "and"; each once. Degree marks and counts fall out. */
export function namesOf(text: string): string[] {
  const names = text
    .split(/[\n\r;]+|,\s+|\s+and\s+/)
    .map((part) =>
      part
        .replace(/^\s*(?:[-*•·]|\d+[.)])\s+/, '')
        .replace(/[·•]\s*(?:1st|2nd|3rd)\b.*$/i, '')
        .replace(/\s+(?:is|are) (?:a )?mutual connections?$/i, '')
        .trim(),
    )
    .filter((name) => name !== '' && !COUNTED.test(name));
  return [...new Set(names)].slice(0, MOST);
}
