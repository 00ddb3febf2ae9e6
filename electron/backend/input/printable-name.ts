/** More than this says nothing more and floods a terminal. */
const MAX_SHOWN = 200;

/**
 * A name from outside, fit for a message on a screen or terminal: control codes, direction and zero-width marks, line separators,
 * private and unpaired code points become `\u{…}`; a very long name is cut in the middle.
 */
export function printableName(name: string): string {
  const shown = name.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  if (shown.length <= MAX_SHOWN) return shown;
  const half = MAX_SHOWN / 2;
  return `${shown.slice(0, half)}…${shown.slice(-half)}`.toWellFormed();
}
