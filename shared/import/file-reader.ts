/** Reads one file of an export: bytes to text, text to rows, rows to records. */

import type { FileKind, FileReport } from '../model/records.ts';
import type { Day } from '../model/units.ts';
import { WeftError } from '../model/weft-error.ts';
import { countOf, groupDigits } from '../model/words.ts';
import { newTextTally } from './clean-text.ts';
import { CsvReader, type CsvRow } from './csv-reader.ts';
import { type Encoding, Transcoder } from './decoding.ts';
import { readOwnTable } from './formula-guard.ts';
import { Header, headerKey } from './header.ts';
import { EXPORT_KINDS, type ExportKind, reportName } from './kinds.ts';
import { LIMITS } from './limits.ts';
import { type ColumnMap, type Harvest, ReadContext, type RowReader } from './row-reader.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

export interface FileOptions {
  path: string;
  /** What the name or the user says it is; null: the header decides. */
  expected: FileKind | null;
  /** Said by the user: the header may not overrule it. */
  isForced: boolean;
  encoding: Encoding | null;
  map: ColumnMap | null;
  withNotes: boolean;
  lastDay: Day;
}

/** `restart`: feed the whole file again to a reader opened with this encoding. */
export type FileEnd =
  | { status: 'done'; report: FileReport; harvest: Harvest | null }
  | { status: 'restart'; encoding: Encoding };

const NO_HEADER =
  'has no header that Weft knows in its first rows. Import the ZIP or a CSV from LinkedIn, or say which column is what with --map.';

/** Tables in which the user's own words for columns hold. */
const MAPPED_KINDS: ReadonlySet<FileKind> = new Set(['connections', 'contacts']);

export class CsvFileReader {
  readonly #options: FileOptions;
  readonly #transcoder: Transcoder;
  readonly #tally = newTextTally();
  readonly #report: FileReport;
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #csv: CsvReader | null = null;
  #searched = 0;
  #context: ReadContext | null = null;
  #rows: RowReader | null = null;
  #byteCount = 0;
  #headerWidth = 0;
  #surplusRows = 0;

  constructor(options: FileOptions) {
    this.#options = options;
    this.#transcoder = new Transcoder(options.encoding, (utf8) => this.#takeText(utf8));
    this.#report = {
      name: reportName(options.path),
      kind: options.expected ?? 'unknown',
      rows: 0,
      kept: 0,
      hidden: 0,
      skipped: [],
      skippedCount: 0,
      notices: [],
    };
  }

  push(chunk: Uint8Array): void {
    this.#byteCount += chunk.length;
    this.#named(() => this.#transcoder.push(chunk));
  }

  end(): FileEnd {
    return this.#named(() => this.#end());
  }

  #end(): FileEnd {
    if (this.#byteCount === 0) return this.#giveUp('empty-file', 'is empty. Download the export again.');
    this.#transcoder.end();
    if (this.#csv === null) this.#startCsv();
    this.#csv?.finish();
    if (this.#needsWindows1252()) return { status: 'restart', encoding: 'windows-1252' };
    if (this.#context === null || this.#rows === null) return this.#giveUp('not-an-export', this.#noHeader());
    this.#rows.finish();
    this.#context.finishDates();
    this.#noteText();
    return { status: 'done', report: this.#report, harvest: this.#context.harvest };
  }

  /** Settled.md 1: a byte that is not UTF-8 makes the file Windows-1252 only if no valid multi-byte sequence speaks against it. */
  #needsWindows1252(): boolean {
    const { encoding, evidence } = this.#transcoder;
    return (
      encoding === 'utf-8' && this.#csv?.hasBrokenBytes === true && !evidence.hasMultiByte && !this.#transcoder.hasMark
    );
  }

  #takeText(utf8: Uint8Array): void {
    if (this.#csv !== null) {
      this.#csv.push(utf8);
      return;
    }
    this.#head.push(utf8.slice());
    this.#headBytes += utf8.length;
    if (this.#headBytes >= LIMITS.sniffBytes) this.#startCsv();
  }

  #startCsv(): void {
    const head = new Uint8Array(this.#headBytes);
    let at = 0;
    for (const piece of this.#head) {
      head.set(piece, at);
      at += piece.length;
    }
    this.#head = [];
    const delimiter = sniffDelimiter(head.subarray(0, LIMITS.sniffBytes));
    this.#csv = new CsvReader({ delimiter, tally: this.#tally, onRow: (row) => this.#takeRow(row) });
    this.#csv.push(head);
  }

  #takeRow(row: CsvRow): void {
    if (this.#rows === null) this.#searchHeader(row);
    else this.#takeDataRow(row, this.#rows);
  }

  #takeDataRow(row: CsvRow, rows: RowReader): void {
    const report = this.#report;
    report.rows++;
    if (row.width > this.#headerWidth && hasText(row, this.#headerWidth)) this.#surplusRows++;
    const outcome = row.width > LIMITS.columns ? { skipped: `more than ${LIMITS.columns} columns` } : rows.read(row);
    if (outcome === null) report.kept++;
    else if (outcome === 'hidden') report.hidden++;
    else {
      report.skippedCount++;
      if (report.skipped.length < LIMITS.skippedListed)
        report.skipped.push({ line: row.line, reason: outcome.skipped });
    }
  }

  #searchHeader(row: CsvRow): void {
    if (row.width > LIMITS.columns) {
      throw new WeftError(
        'input',
        'too-many-columns',
        `The row in line ${row.line} has ${groupDigits(row.width)} columns, and Weft reads at most ${LIMITS.columns}. Check that the file is an export.`,
        { line: row.line, columns: row.width },
      );
    }
    this.#searched++;
    if (this.#searched > LIMITS.headerRows) {
      if (this.#isNeeded()) throw this.#refusal('not-an-export', this.#noHeader());
      return;
    }
    const header = new Header(row.texts(), row.line);
    const kind = this.#kindOf(header);
    if (kind === null) return;
    this.#report.kind = kind.kind;
    this.#context = new ReadContext({
      kind: kind.kind,
      header,
      notices: this.#report.notices,
      map: this.#options.map,
      withNotes: this.#options.withNotes,
      lastDay: this.#options.lastDay,
    });
    this.#rows = readOwnTable(header, kind.read(this.#context));
    this.#headerWidth = header.names.length;
    const missing = MAPPED_KINDS.has(kind.kind)
      ? this.#mapped().filter((column) => !header.has(headerKey(column)))
      : [];
    if (missing.length > 0) this.#report.notices.push(`No column of this file is called ${quoted(missing)}.`);
    const unknown = header.unknown(new Set(kind.unused));
    if (unknown.length > 0) this.#report.notices.push(`Columns not used: ${unknown.join(', ')}.`);
  }

  /** The kind the name says if the header fits it, else the first kind the header fits. */
  #kindOf(header: Header): ExportKind | null {
    const { expected, isForced } = this.#options;
    const mapped = this.#mapped();
    if (mapped.length > 0 && mapped.every((column) => header.has(headerKey(column)))) {
      const own = expected === 'connections' ? 'connections' : 'contacts';
      return EXPORT_KINDS.find((kind) => kind.kind === own) ?? null;
    }
    const named = EXPORT_KINDS.find((kind) => kind.kind === expected);
    if (named?.fits(header)) return named;
    const found = EXPORT_KINDS.find((kind) => kind.fits(header)) ?? null;
    if ((isForced || found === null || found.kind === 'contacts') && named?.fitsByName?.(header)) return named;
    if (isForced && named) return null;
    if (found !== null && named !== undefined) {
      this.#report.notices.push(
        `By its header this file is "${found.kind}", not "${named.kind}", and was read as such.`,
      );
    }
    return found;
  }

  /** The columns that the user named. */
  #mapped(): string[] {
    return Object.values(this.#options.map ?? {});
  }

  #noHeader(): string {
    const mapped = this.#mapped();
    return mapped.length === 0
      ? NO_HEADER
      : `has no header with ${mapped.length === 1 ? 'the column' : 'all of the columns'} ${quoted(mapped)} in its first rows. Check how the file writes them.`;
  }

  #noteText(): void {
    const { encoding, hasMark } = this.#transcoder;
    const { removed, replacedCells, mojibakeCells } = this.#tally;
    const notices = this.#report.notices;
    if (this.#surplusRows > 0) notices.push(`${countOf(this.#surplusRows, 'row')} had more cells than the header.`);
    if (encoding === 'windows-1252')
      notices.push('This file is not UTF-8 and was read as Windows-1252; check that accents look right.');
    if (encoding?.startsWith('utf-16') && !hasMark)
      notices.push('This file has no byte-order mark and was read as UTF-16.');
    if (replacedCells > 0)
      notices.push(
        `${countOf(replacedCells, 'cell holds', 'cells hold')} characters that could not be read, shown as \ufffd.`,
      );
    if (removed > 0)
      notices.push(`${countOf(removed, 'control character was', 'control characters were')} taken out of the text.`);
    if (mojibakeCells > 0) {
      notices.push(
        `${countOf(mojibakeCells, 'cell looks', 'cells look')} as if accents were damaged before (such as "Ã¡" for "á"). They were left as they are.`,
      );
    }
  }

  /** Without the file there is nothing to import, or the user chose it. The smaller files of an archive may be missing or odd. */
  #isNeeded(): boolean {
    const { expected, isForced } = this.#options;
    return expected === null || isForced || expected === 'connections' || expected === 'messages';
  }

  /** Refuses a file that is needed; names any other in the report and goes on. */
  #giveUp(code: string, what: string): FileEnd {
    if (this.#isNeeded()) throw this.#refusal(code, what);
    this.#report.notices.push(`${this.#report.name} ${what}`);
    return { status: 'done', report: this.#report, harvest: null };
  }

  #refusal(code: string, what: string): WeftError {
    return new WeftError('input', code, `${this.#report.name} ${what}`, { file: this.#report.name });
  }

  /** Puts the file's name into a failure of the parts below, which do not know it. */
  #named<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof WeftError) || 'file' in error.details) throw error;
      throw new WeftError(
        error.kind,
        error.code,
        `${this.#report.name}: ${error.message}`,
        { ...error.details, file: this.#report.name },
        error,
      );
    }
  }
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

function hasText(row: CsvRow, from: number): boolean {
  for (let column = from; column < Math.min(row.width, LIMITS.columns); column++) if (!row.isEmpty(column)) return true;
  return false;
}
