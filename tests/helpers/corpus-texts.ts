/** Rows 47 to 51 of the corpus: text that means something to a browser, a spreadsheet, a database, a pattern or a system. */
import { writeFileSync } from 'node:fs';
import { PAYLOADS } from '../e2e/harness/hostile-names.ts';
import type { CorpusRow } from './corpus.ts';
import { type ConnectionRow, connectionsCsv, person } from './linkedin-export.ts';

/** A cell of each kind that a spreadsheet would run (R4), with what may stand in front of it. */
export const FORMULAS = [
  ...["=cmd|' /C calc'!A1", '+1', '-1', '@x', '\t=1+1', '\r=1+1', '\n=1+1', '＝1+1', '＋1', '－1', '＠x'],
  ...[' =1+1', '\u00a0=1+1', '\u200b=1+1', '\ufeff=1+1', '   @x', '=HYPERLINK("https://elsewhere.test")', '"=1+1"'],
];

export const QUERIES = ["'; DROP TABLE person;--", '%', '_', '"', 'NEAR (', '*', '^', 'a OR b NOT c', 'name:x'];

const PATIENCE = [
  'a@'.repeat(100_000),
  '('.repeat(100_000),
  ' a'.repeat(100_000),
  'A.'.repeat(100_000),
  ', PhD'.repeat(100_000),
];

/** Addresses that lead anywhere but to a profile: kept as text at most, opened never. */
const ADDRESSES = [
  ...[
    'javascript:alert(1)//linkedin.com/in/x',
    'java\nscript:alert(1)',
    'file:///x',
    'smb://host/in/x',
    '\\\\host\\in\\x',
  ],
  ...['data:text/html,linkedin.com/in/x', 'ms-x:linkedin.com/in/x', 'https://user@linkedin.com/in/x'],
  ...['https://linkedin.com:8080/in/x', 'https://linkedin.com.evil.test/in/x', 'https://lınkedin.com/in/x'],
  ...['https://linkedin.com\\@evil.test/in/x', 'https://evil.test/linkedin.com/in/x', '//evil.test/in/x', 'x:y'],
];

export const TEXT_ROWS: readonly CorpusRow[] = [
  ofPeople(47, 'xss', everywhere(PAYLOADS)),
  ofPeople(48, 'formula', everywhere(FORMULAS)),
  ofPeople(49, 'sql', everywhere(QUERIES)),
  // Half a cell's limit each, so that the row is taken.
  ofPeople(
    50,
    'redos',
    PATIENCE.map((text, index) => ({ ...slug(index), first: text, last: text, email: text })),
  ),
  ofPeople(
    51,
    'addresses',
    ADDRESSES.map((url, index) => ({ first: 'Ana', last: `Odd${index}`, url })),
  ),
];

function everywhere(texts: readonly string[]): ConnectionRow[] {
  return texts.map((text, index) => ({ ...slug(index), first: text, last: text, company: text, position: text }));
}

function slug(index: number): ConnectionRow {
  return { url: person('Odd Text', index + 1).url };
}

function ofPeople(id: number, name: string, rows: readonly ConnectionRow[]): CorpusRow {
  const csv = () => connectionsCsv(rows.map((row) => ({ connectedOn: '2026-04-17', ...row })));
  return { id, name, fileName: `${name}.csv`, expect: 'taken', write: (path) => writeFileSync(path, csv()) };
}
