/** Tables for spreadsheets in which no cell runs as a formula (safety.md R4). */
import { guarded } from '../../../shared/import/formula-guard.ts';

/** A cell, always quoted; numbers of our own need no guard. Stored data is untouched. */
function guardedCell(value: string | number | null): string {
  const text = typeof value === 'string' ? guarded(value) : String(value ?? '');
  return `"${text.replaceAll('"', '""')}"`;
}

/** Rows with CRLF ends, as RFC 4180 has it. */
export function guardedCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(guardedCell).join(',')}\r\n`).join('');
}
