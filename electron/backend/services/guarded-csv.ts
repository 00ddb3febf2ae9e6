/** Tables for spreadsheets in which no cell runs as a formula (safety.md R4). */

/** First characters a spreadsheet may take for a formula, once spaces, zero-width marks and line ends are passed over. */
const RISKY_START = /^[\s\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/u;
const BEGINS_WITH_LINE_END = /^[\t\r\n\0]/;

/** A cell, always quoted; `'` goes before what could run. Stored data is untouched. */
function guardedCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const isRisky = typeof value === 'string' && (RISKY_START.test(text) || BEGINS_WITH_LINE_END.test(text));
  return `"${(isRisky ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** Rows with CRLF ends, as RFC 4180 has it. */
export function guardedCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(guardedCell).join(',')}\r\n`).join('');
}
