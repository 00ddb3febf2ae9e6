/** Writes CSV the way LinkedIn does: LF between rows, a cell quoted only when it must be, no newline after the last row. */

export interface CsvTextOptions {
  /** Quotes every cell, header included (messages.csv since March 2026). */
  quoteAll?: boolean;
  /** Default `,`. A spreadsheet set to German or French saves with `;`. */
  delimiter?: ',' | ';' | '\t';
  /** Default `\n`. */
  lineEnd?: '\n' | '\r\n' | '\r';
  /** Default false: LinkedIn leaves the last newline out. */
  finalNewline?: boolean;
}

export function csvText(rows: readonly (readonly string[])[], options: CsvTextOptions = {}): string {
  const { quoteAll = false, delimiter = ',', lineEnd = '\n', finalNewline = false } = options;
  const cell = (text: string): string =>
    quoteAll || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const body = rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd);
  return finalNewline && rows.length > 0 ? body + lineEnd : body;
}
