/**
 * The corpus of bad input (safety.md), made by code: nothing here is downloaded, nobody in it exists. Rows keep the numbers and
 * names of the table; a row of several files has several entries. Rows 21 to 23 need a pipe, a folder and a second writer, so their
 * tests make them.
 */
import { join } from 'node:path';
import { ARCHIVE_ROWS } from './corpus-archives.ts';
import { TABLE_ROWS } from './corpus-tables.ts';

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

export interface CorpusFile extends CorpusRow {
  /** Where it was written. */
  file: string;
}

export const CORPUS: readonly CorpusRow[] = [...ARCHIVE_ROWS, ...TABLE_ROWS];

/** Writes one row into a folder. */
export function writeCorpusRow(row: CorpusRow, folder: string): CorpusFile {
  const file = join(folder, row.fileName);
  row.write(file);
  return { ...row, file };
}

/** Writes the rows asked for, by name, or all of them (about 700 MB, most of it in three files). */
export function writeCorpus(folder: string, names?: readonly string[]): CorpusFile[] {
  const rows = names === undefined ? CORPUS : CORPUS.filter((row) => names.includes(row.name));
  return rows.map((row) => writeCorpusRow(row, folder));
}
