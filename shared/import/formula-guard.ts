/**
 * The mark that keeps a spreadsheet from running a cell (safety.md R4): Weft puts it there when it writes a table, and takes it off
 * when it reads its own table back, so that nothing changes on the way.
 */
import type { CsvRow } from './csv-reader.ts';
import type { Header } from './header.ts';
import type { RowReader } from './row-reader.ts';

/**
 * First characters a spreadsheet may take for a formula, once spaces, zero-width marks and line ends are passed over. A cell that has
 * the mark already gets a second one: the mark of a name must not be taken for ours.
 */
const RISKY =
  /^'*(?:[\s\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]|[\t\r\n\0])/u;
/** The column that only Weft's own table has. */
export const OWN_COLUMN = 'Weft No.';
const OWN_KEY = 'weftno';

/** The text of a cell with `'` before what could run. */
export function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** What {@link guarded} was given. */
export function unguarded(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
}

/** The reader itself, or for a table that Weft wrote one that takes the marks off. */
export function readOwnTable(header: Header, rows: RowReader): RowReader {
  if (!header.has(OWN_KEY)) return rows;
  return { read: (row) => rows.read(new UnguardedRow(row)), finish: () => rows.finish() };
}

class UnguardedRow implements CsvRow {
  readonly #row: CsvRow;

  constructor(row: CsvRow) {
    this.#row = row;
  }

  get line(): number {
    return this.#row.line;
  }
  get width(): number {
    return this.#row.width;
  }
  get buffer(): Uint8Array {
    return this.#row.buffer;
  }
  get view(): DataView {
    return this.#row.view;
  }
  isEmpty(column: number): boolean {
    return this.#row.isEmpty(column);
  }
  text(column: number): string {
    return unguarded(this.#row.text(column));
  }
  texts(): string[] {
    return this.#row.texts().map(unguarded);
  }
  bytes(column: number): Uint8Array {
    return this.#row.bytes(column);
  }
  start(column: number): number {
    return this.#row.start(column);
  }
  end(column: number): number {
    return this.#row.end(column);
  }
}
