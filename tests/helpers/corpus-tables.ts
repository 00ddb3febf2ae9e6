/** Rows 24 to 56 of the corpus: tables. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import type { CorpusRow } from './corpus.ts';
import { type ConnectionRow, connectionsCsv, csvText, messagesCsv, person } from './linkedin-export.ts';

const MEGABYTE = 1024 * 1024;
const HEADER = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'];
const HEADER_LINE = `${HEADER.join(',')}\n`;
const ANA = person('Ana Reis');
const NOOR = person('Noor Example');

export const TABLE_ROWS: readonly CorpusRow[] = [
  refused(24, 'empty', 'empty-file', () => ''),
  taken(24, 'header-only', () => HEADER_LINE),
  streamed(25, 'field-huge', 'cell-too-large', (write) => {
    write(`${HEADER_LINE}"`);
    for (let count = 0; count < 50; count++) write('x'.repeat(MEGABYTE));
    write('",Reis,,,,,17 Apr 2026\n');
  }),
  streamed(26, 'quote-open', 'quote-open', (write) => {
    write(`${HEADER_LINE}Ana,"Reis,,,,,17 Apr 2026\n`);
    const lines = 'Bram,Oakhollow,,,Kestrel Labs,Head of Data,21 Sep 2023\n'.repeat(19_000);
    for (let bytes = 0; bytes < 300 * MEGABYTE; bytes += lines.length) write(lines);
  }),
  refused(27, 'columns-many', 'too-many-columns', () =>
    csvText([[...HEADER, ...Array.from({ length: 99_993 }, (_, index) => `Column ${index}`)]]),
  ),
  streamed(28, 'line-endless', 'line-too-long', (write) => {
    write(HEADER_LINE);
    const cells = 'Ana,'.repeat(MEGABYTE / 4);
    for (let count = 0; count < 300; count++) write(cells);
  }),
  taken(29, 'rows-ragged', () => `${HEADER_LINE}Ana,Reis\nBram,Oakhollow,,,,,17 Apr 2026,more,and more\n`),
  taken(
    30,
    'ends-mixed',
    () =>
      `${HEADER_LINE}Ana,Reis,,,"Kestrel\u2028Labs","Head\r\nof\nData",17 Apr 2026\r\nBram,Oakhollow,,,,,21 Sep 2023`,
  ),
  // As many people as LinkedIn lets anybody have, from exports put one below the other.
  million(31),
  taken(32, 'header-proto', () =>
    csvText([
      [...HEADER, '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
      ['Ana', 'Reis', ANA.url, '', '', '', '17 Apr 2026', 'a', 'b', 'c', 'd'],
    ]),
  ),
  refused(33, 'header-twice', 'ambiguous-header', () =>
    csvText([
      ['First Name', ...HEADER],
      ['Ana', 'Bram', 'Reis', '', '', '', '', '17 Apr 2026'],
    ]),
  ),
  taken(
    34,
    'header-none-messages',
    () => messagesCsv([{ thread: 'T1', from: ANA, to: [NOOR], at: '2026-03-02T16:47:09Z', content: 'Hello' }]),
    'Connections.csv',
  ),
  refused(
    34,
    'header-none-page',
    'not-an-export',
    () => '<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>\n',
  ),
  taken(35, 'nul', () => connections([{ first: 'A\0na', last: 'Re\0is' }])),
  taken(36, 'utf16-le', () => utf16(['\u{feff}', accented()], 'le')),
  taken(36, 'utf16-be', () => utf16(['\u{feff}', accented()], 'be')),
  taken(36, 'utf16-le-unmarked', () => utf16([accented()], 'le')),
  taken(36, 'utf16-be-unmarked', () => utf16([accented()], 'be')),
  taken(37, 'cp1252', () => Buffer.from(accented(), 'latin1')),
  taken(38, 'utf8-broken', brokenUtf8),
  taken(39, 'bom-twice', () => `\u{feff}\u{feff}${accented()}`),
  taken(40, 'surrogate-lone', () => utf16(['\u{feff}', connections([{ first: 'An\u{d83d}a', last: 'Reis' }])], 'le')),
  taken(41, 'control', () =>
    connections([
      { first: 'A\u0007na', last: '\u001b[31mReis\u001b[0m', company: 'Kes\u0085trel', position: 'He\u007fad' },
    ]),
  ),
  taken(42, 'nfc-nfd', () =>
    connections([
      { first: 'José', last: 'Quispe', url: person('José Quispe').url, company: 'Kestrel Labs' },
      { first: 'Jose\u0301', last: 'Quispe', url: person('José Quispe').url, company: 'Kestrel Labs' },
    ]),
  ),
  taken(43, 'homoglyph', () =>
    connections([
      { first: 'Ana', last: 'Reis', url: ANA.url },
      { first: 'Аnа', last: 'Reis', url: person('Ana Reis', 2).url },
    ]),
  ),
  taken(44, 'zero-width', () => connections([{ first: 'A\u200bn\u{feff}a', last: 'Re\u00adis', url: ANA.url }])),
  taken(45, 'bidi', () =>
    connections([
      { first: 'Ana\u202e', last: 'Reis', company: '\u2066Kestrel Labs', url: ANA.url },
      { first: 'Bram', last: 'Oakhollow', url: person('Bram Oakhollow').url },
    ]),
  ),
  taken(46, 'zalgo', () =>
    connections([
      { first: `Z${'\u0301\u0316'.repeat(250)}algo`, last: 'Reis', url: person('Zalgo Reis').url },
      { first: 'N'.repeat(10_000), last: 'Long', url: person('Long Name').url },
      { first: '   ', last: '\u2003', url: person('Only Spaces').url },
      { first: '🚀', last: '🎉', url: person('Only Emoji').url },
    ]),
  ),
  taken(52, 'dates-odd', () =>
    connections(
      ['31 Feb 2024', '01 Jan 0000', '01 Jan 9999', '44290', '17 Apr 2199', 'yesterday', '17 Apr 2026'].map(
        (connectedOn, index) => ({
          first: 'Ana',
          last: 'Reis',
          url: person('Ana Reis', index + 1).url,
          connectedOn,
        }),
      ),
    ),
  ),
  taken(53, 'hidden-members', () =>
    connectionsCsv([
      ...Array.from({ length: 12 }, () => ({ connectedOn: '2025-08-22' })),
      { first: 'Ana', last: 'Reis', url: ANA.url, connectedOn: '2026-04-17' },
    ]),
  ),
  taken(54, 'same-name', () =>
    // One differing cell each: rows equal in every cell count once (settled.md, 10).
    connections(Array.from({ length: 500 }, (_, index) => ({ first: 'Alex', last: 'Lee', position: `Role ${index}` }))),
  ),
  taken(
    55,
    'self-loop',
    () =>
      messagesCsv([
        { thread: 'T1', from: NOOR, to: [NOOR], at: '2026-03-02T16:47:09Z', content: 'A note to myself' },
        { thread: 'T2', from: NOOR, to: [ANA], at: '2026-03-03T16:47:09Z', content: 'Hello' },
      ]),
    'messages.csv',
  ),
  taken(56, 'naughty', () =>
    connections(
      naughtyStrings().map((text, index) => ({
        first: text,
        last: text,
        company: text,
        position: text,
        url: person('Naughty Text', index + 1).url,
      })),
    ),
  ),
];

/**
 * Texts that programs have tripped over, about 500: words that mean something to a parser, numbers, other scripts, direction marks,
 * emoji, quotes, markup, queries, commands, paths, formulas; each also quoted, padded and followed by a line end.
 */
export function naughtyStrings(): string[] {
  const seeds = [
    ...['undefined', 'null', 'NULL', 'nil', 'None', 'true', 'false', 'NaN', 'Infinity', '-Infinity', 'hasOwnProperty'],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'then',
      'length',
      'CON',
      'NUL',
      'COM1',
      'LPT1',
      '.',
      '..',
      '~',
      '\\',
      '\\\\',
    ],
    ...['0', '-0', '1.0', '1e3', '0x10', '1/0', '1,000.00', '9007199254740993', '١٢٣', '0b1', '1E+02', '00012'],
    ...[
      ',',
      ';',
      '"',
      '""',
      '"""',
      "'",
      '`',
      '|',
      '\t',
      '<',
      '>',
      '&',
      '&amp;',
      '&lt;',
      '%00',
      '%0A',
      '%n%s%d',
      '$HOME',
      '#',
    ],
    ...[
      '田中さん',
      'пример',
      'مثال',
      'דוגמה',
      'उदाहरण',
      '예시',
      'ตัวอย่าง',
      'ẞß',
      'İı',
      'Ǆǆ',
      'ﬁ',
      'Å',
      'Ω',
      'Ⅷ',
      '①',
      '𝔘𝔫',
      '𠜎',
      '㋿',
    ],
    ...[
      '👩‍👩‍👧‍👦',
      '🇫🇷🇯🇵',
      '🏳️‍🌈',
      '👍🏿',
      '☃',
      '1️⃣',
      '\u200b',
      '\u200d',
      '\u2060',
      '\u00ad',
      '\u{feff}',
      '\u180e',
      '\u3000',
      '\u00a0',
    ],
    ...[
      '\u202eabc\u202c',
      '\u2066abc',
      'a\u0300\u0301\u0302',
      '\u{e0001}',
      '\u{fffd}',
      '\u{ffff}',
      '\u{1f3fb}',
      '\u{10ffff}',
    ],
    ...[
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '{{7*7}}',
      '#{7*7}',
      '</title>',
      '<!--',
      ']]>',
      'javascript:alert(1)',
    ],
    ...["'; DROP TABLE people;--", "' OR '1'='1", '1;--', 'NEAR(', '*', '^', '%', '_', 'AND', 'OR', 'NOT'],
    ...[
      '$(true)',
      '`true`',
      '; true',
      '| true',
      '&& true',
      '../../x',
      '/dev/null',
      'C:\\x',
      '\\\\host\\share',
      'file:///x',
    ],
    ...['=1+1', '+1', '-1', '@x', '＝1', '\r', '-2+3', '=HYPERLINK("x")'],
  ];
  const forms = [
    (text: string) => text,
    (text: string) => `"${text}"`,
    (text: string) => ` ${text} `,
    (text: string) => `${text}\n${text}`,
  ];
  return forms.flatMap((form) => seeds.map(form));
}

function connections(rows: readonly ConnectionRow[]): string {
  return connectionsCsv(rows.map((row) => ({ connectedOn: '2026-04-17', ...row })));
}

function accented(): string {
  return connections([{ first: 'José', last: 'Quispe', url: person('José Quispe').url, company: 'Café Lumière' }]);
}

/** Overlong slash, a sequence cut by the comma, a surrogate in three bytes, a lone continuation byte; valid UTF-8 in the next row. */
function brokenUtf8(): Buffer {
  const row = (name: number[], slug: string): Buffer =>
    Buffer.concat([Buffer.from(name), Buffer.from(`,Reis,https://www.linkedin.com/in/${slug},,,,17 Apr 2026\n`)]);
  return Buffer.concat([
    Buffer.from(HEADER_LINE),
    row([0x41, 0xc0, 0xaf], 'overlong-zt1'),
    row([0x41, 0xe2, 0x82], 'cut-zt2'),
    row([0x41, 0xed, 0xa0, 0x80], 'surrogate-zt3'),
    row([0x41, 0xbf], 'continuation-zt4'),
    row([...Buffer.from('José')], 'jose-zt5'),
  ]);
}

function utf16(parts: readonly string[], order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(parts.join(''), 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

function taken(id: number, name: string, make: () => string | Uint8Array, fileName = `${name}.csv`): CorpusRow {
  return { id, name, fileName, expect: 'taken', write: (path) => writeFileSync(path, make()) };
}

function refused(id: number, name: string, code: string, make: () => string | Uint8Array): CorpusRow {
  const write = (path: string): void => writeFileSync(path, make());
  return { id, name, fileName: `${name}.csv`, expect: 'refused', code, write };
}

function million(id: number): CorpusRow {
  const { write } = streamed(id, 'million', '', (put) => {
    put(HEADER_LINE);
    for (let done = 0; done < 1_000_000; done += 10_000) {
      const rows = Array.from({ length: 10_000 }, (_, index) => {
        const number = (done + index) % 30_000;
        return `Ana${number % 5000},Reis${number % 600},https://www.linkedin.com/in/ana-million-zt${number},,Kestrel Labs ${number % 5000},Engineer,17 Apr 2024\n`;
      });
      put(rows.join(''));
    }
  });
  return { id, name: 'million', fileName: 'million.csv', expect: 'taken', write };
}

function streamed(id: number, name: string, code: string, make: (write: (text: string) => void) => void): CorpusRow {
  const write = (path: string): void => {
    const file = openSync(path, 'w');
    try {
      make((text) => {
        writeSync(file, text);
      });
    } finally {
      closeSync(file);
    }
  };
  return { id, name, fileName: `${name}.csv`, expect: 'refused', code, write };
}
