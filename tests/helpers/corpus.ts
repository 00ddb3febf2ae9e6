/**
 * The corpus of bad input (safety.md), made by code: nothing here is downloaded, nobody in it exists. Rows keep the numbers and
 * names of the table; a row of several files has several entries. Rows 21 to 23 need a pipe, a folder and a second writer, so their
 * tests make them; rows 57 to 60 are about the store and the words of the command, and stand with the tests of those.
 */
import { join } from 'node:path';
import { ARCHIVE_ROWS } from './corpus-archives.ts';
import { SAYS } from './corpus-sentences.ts';
import { TABLE_ROWS } from './corpus-tables.ts';
import { TEXT_ROWS } from './corpus-texts.ts';

export interface CorpusRow {
  /** Number of the row in safety.md. */
  id: number;
  /** Name of the row, with a suffix when the row has several files. */
  name: string;
  /** Name of the file: what it is called can matter. */
  fileName: string;
  /** `taken` includes "taken with a report". */
  expect: 'refused' | 'taken';
  /** Code of the WeftError when refused. */
  code?: string;
  /** Writes the file, in pieces when it is large. */
  write(path: string): void;
}

/** A row with what the command must say of it. */
export interface SpokenRow extends CorpusRow {
  says: RegExp;
}

interface CorpusFile extends CorpusRow {
  /** Where it was written. */
  file: string;
}

export const CORPUS: readonly SpokenRow[] = [...ARCHIVE_ROWS, ...TABLE_ROWS, ...TEXT_ROWS].map((row) => {
  const says = SAYS[row.name];
  if (says === undefined) throw new Error(`Nobody says what is said of ${row.name}.`);
  return { ...row, says };
});

/** Rows that are large, or take long: read in a process of their own, which is measured, and through the command. */
export const LARGE_ROWS: readonly string[] = [
  ...['bomb-ratio', 'bomb-overlap', 'bomb-count', 'size-lie', 'bomb-blank', 'zip64-5gb'],
  ...['field-huge', 'quote-open', 'columns-many', 'line-endless', 'million'],
];

/** Writes one row into a folder. */
export function writeCorpusRow(row: CorpusRow, folder: string): CorpusFile {
  const file = join(folder, row.fileName);
  row.write(file);
  return { ...row, file };
}
