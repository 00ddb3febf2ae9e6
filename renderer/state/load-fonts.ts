/** A letter of each part of the typeface: extended Latin, Vietnamese, Greek and old Greek, Cyrillic and old Cyrillic. */
const LETTERS = 'ňễλἀжѣ';
/** By then the first screen stands. */
const AFTER_MS = 2_000;

/** Has the whole typeface at hand before a name needs it, which would else stand in another one first and then jump. */
export function loadFontsSoon(): void {
  setTimeout(() => {
    // Names are drawn in what the system has where it fails.
    for (const letter of LETTERS) void document.fonts.load('1rem "Inter Variable"', letter).catch(() => {});
  }, AFTER_MS);
}
