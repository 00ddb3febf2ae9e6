/** What was found wrong with the text of one file. Counted, so that the report can say it (safety.md I8). */
export interface TextTally {
  /** Control characters taken out. */
  removed: number;
  /** Cells with a byte (or half of a surrogate pair) that is no text, now U+FFFD. */
  replacedCells: number;
  /** Cells that look as if UTF-8 had been read as Windows-1252 once before (`Ã¡`). */
  mojibakeCells: number;
}

export function newTextTally(): TextTally {
  return { removed: 0, replacedCells: 0, mojibakeCells: 0 };
}

// C0 and C1 but tab and line ends; DEL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this pattern removes.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
// The lead bytes of two- and three-byte sequences seen as Windows-1252, each with a byte that can follow.
const MOJIBAKE =
  /[\u00c2-\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|\u00e2\u20ac/;

/** Takes control characters out of a text and makes lone surrogates U+FFFD. Not yet NFC: `originalName` keeps its form. */
export function cleanText(text: string, tally: TextTally): string {
  let clean = text;
  if (CONTROL.test(clean)) {
    clean = clean.replace(CONTROLS, '');
    tally.removed += text.length - clean.length;
  }
  if (!clean.isWellFormed()) {
    clean = clean.toWellFormed();
    tally.replacedCells++;
  }
  return clean;
}

/** Notes a text that seems to be encoded twice. It is never repaired by itself. */
export function watchMojibake(text: string, tally: TextTally): void {
  if (MOJIBAKE.test(text)) tally.mojibakeCells++;
}
