/**
 * Marks that change how their neighbours are drawn and show nothing themselves: direction marks and overrides, zero-width
 * characters but the joiners that emoji and several scripts need, soft hyphen, tag characters (safety.md I9, R3).
 */
const HIDDEN_MARKS = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu;
const MAX_MARKS = 3;
/** Letters of the Latin alphabets and what stands between them: each character is a grapheme, and none is a mark. */
const PLAIN = /^[\u0020-\u024f]*$/;

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function hasHiddenMarks(text: string): boolean {
  return HIDDEN_MARKS.test(text);
}

/**
 * Text from outside as one short label: without direction overrides, at most `most` graphemes with three combining marks each,
 * and an ellipsis where it was cut. What is kept on disk stays whole.
 */
export function cutLabel(text: string, most = 40): { label: string; isCut: boolean } {
  // Most names; taking text apart into graphemes is half the work of drawing a table of them.
  if (text.length <= most && PLAIN.test(text)) return { label: text, isCut: false };
  // A 10,000-character name is not segmented whole: no grapheme shown needs more than this.
  const head = text.slice(0, most * 40).replace(OVERRIDES, '');
  let label = '';
  let count = 0;
  for (const { segment } of segments.segment(head)) {
    if (count === most) return { label: `${label.trimEnd()}…`, isCut: true };
    label += withFewMarks(segment);
    count++;
  }
  return head.length < text.replace(OVERRIDES, '').length
    ? { label: `${label}…`, isCut: true }
    : { label, isCut: false };
}

/** One base and its first marks; a joined emoji stays as it is. */
function withFewMarks(grapheme: string): string {
  let marks = 0;
  let kept = '';
  for (const character of grapheme) {
    if (/\p{Mn}|\p{Me}/u.test(character) && character !== '\ufe0f' && ++marks > MAX_MARKS) continue;
    kept += character;
  }
  return kept;
}
