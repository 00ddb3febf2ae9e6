/** Rows 24-56 of the corpus in safety.md, as far as they are about the text of one file. */
import { describe, expect, it } from 'vitest';
import { isLookAlike } from '../../../shared/import/look-alike.ts';
import { nameKey } from '../../../shared/import/names.ts';
import { slugFromUrl } from '../../../shared/import/profile-url.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import { joinedBytes, latin1, outcomeOf, readFiles, reportOf, utf16 } from './read-files.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const connections = (rows: string) => ({ 'Connections.csv': HEADER + rows });
const MB = 1024 * 1024;

describe('I5: CSV of any shape ends in a result', () => {
  it('corpus 24 empty, header-only: refuses no bytes, accepts no rows', () => {
    expect(outcomeOf({ 'Connections.csv': '' })).toBe('empty-file');
    expect(reportOf({ 'Connections.csv': HEADER })).toMatchObject({ kind: 'connections', rows: 0 });
    expect(reportOf({ 'Connections.csv': HEADER.trim() })).toMatchObject({ kind: 'connections', rows: 0 });
  });

  it('corpus 25 field-huge: names the line of a cell over the limit', () => {
    const cell = 'x'.repeat(3 * MB);
    expect(() => readFiles(connections(`Ana,Vidal,,,,,\nBo,${cell},,,,,`))).toThrow(/line 3 is larger than 1 MB/);
    expect(outcomeOf(connections(`Bo,"${cell}",,,,,`))).toBe('cell-too-large');
  });

  it('corpus 26 quote-open: names the line of the quote, in a large file and in a small one', () => {
    expect(() => readFiles(connections('Ana,Vidal,,,,,\nBo,"Lind,,,,,\nCy,Roe,,,,,\n'))).toThrow(
      /opened in line 3 is not closed/,
    );
    expect(outcomeOf(connections(`Bo,"Lind\n${'a,b,c,d,e,f,g\n'.repeat(200_000)}`))).toBe('quote-open');
  });

  it('corpus 27 columns-many: refuses the header', () => {
    expect(outcomeOf({ 'Connections.csv': `First Name,Last Name,${'c,'.repeat(100_000)}Connected On\n` })).toBe(
      'too-many-columns',
    );
    const wide = Array.from({ length: 300 }, (_, i) => `c${i}`).join(',');
    expect(outcomeOf({ 'Connections.csv': `First Name,${wide}\n` })).toBe('too-many-columns');
  });

  it('corpus 27 columns-many: skips a data row that is as wide, with its reason', () => {
    const report = reportOf(connections(`Ana,Vidal,,,,,\nBo,${'x,'.repeat(300)}\nCy,Roe,,,,,\n`));
    expect(report).toMatchObject({ rows: 3, kept: 2, skipped: [{ line: 3, reason: 'more than 256 columns' }] });
  });

  it('corpus 28 line-endless: refuses a row without an end', () => {
    expect(outcomeOf({ 'Connections.csv': 'x'.repeat(5 * MB) })).toBe('line-too-long');
    expect(outcomeOf(connections(`${'abcdefgh,'.repeat(400_000)}`))).toBe('line-too-long');
  });

  it('corpus 29 rows-ragged: pads short rows and ignores surplus cells', () => {
    const { content, files } = readFiles(connections('Ana\nBo,Lind,,,Kestrel,Engineer,07 Apr 2020,extra,more\n'));
    expect(files[0]).toMatchObject({ rows: 2, kept: 2 });
    expect(content.connections.map(({ name, company }) => [name, company])).toEqual([
      ['Ana', null],
      ['Bo Lind', 'Kestrel'],
    ]);
    expect(files[0]!.notices.join()).toContain('1 row had more cells than the header');
  });

  it('corpus 30 ends-mixed: takes CR, LF and CRLF as row ends and keeps U+2028 and quoted breaks in their cell', () => {
    const { content, files } = readFiles({
      'Connections.csv': `${HEADER.trim()}\r\nAna,Vidal,,,A\u2028B,,\rBo,Lind,,,"C\r\nD",,\nCy,Roe,,,"E\rF","G\nH",`,
    });
    expect(content.connections.map(({ name, company, position }) => [name, company, position])).toEqual([
      ['Ana Vidal', 'A\u2028B', null],
      ['Bo Lind', 'C\r\nD', null],
      ['Cy Roe', 'E\rF', 'G\nH'],
    ]);
    expect(files[0]).toMatchObject({ rows: 3, kept: 3 });
  });

  it('corpus 30 ends-mixed: counts the lines of a file by every kind of end', () => {
    const report = reportOf(connections('Ana,"a\r\nb\rc\nd",,,,,\r\n,,,,x,,\r,,,,y,,\n'));
    expect(report.skipped.map(({ line }) => line)).toEqual([6, 7]);
  });

  it('takes blank rows for no rows, wherever they stand', () => {
    const report = reportOf(connections(',,,,,,\n\nAna,Vidal,,,,,\n , ,"",,,,\n,,,,,,\n\n'));
    expect(report).toMatchObject({ rows: 1, kept: 1, hidden: 0, skippedCount: 0 });
  });
});

describe('I6: headers are data', () => {
  it('corpus 32 header-proto: names odd columns and changes no object', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const { content, files } = readFiles({
      'Connections.csv':
        '__proto__,First Name,Last Name,constructor,toString,hasOwnProperty,Connected On\na,Ana,Vidal,b,c,d,07 Apr 2020\n',
    });
    expect(content.connections).toHaveLength(1);
    expect(files[0]!.notices).toContain('Columns not used: __proto__, constructor, toString, hasOwnProperty.');
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });

  it('corpus 33 header-twice: refuses a doubled column that is mapped, accepts any other', () => {
    expect(outcomeOf({ 'Connections.csv': 'First Name,First Name,Last Name,Connected On\na,b,c,\n' })).toBe(
      'ambiguous-header',
    );
    expect(outcomeOf({ 'Connections.csv': 'First Name,Last Name,X,X,Connected On\na,b,c,d,\n' })).toBe('read');
  });

  it('corpus 34 header-none: refuses a web page saved as CSV', () => {
    const page = `<!doctype html>\n<html><head><title>Sign in, please</title></head>\n${'<p>a, b</p>\n'.repeat(40)}</html>`;
    expect(outcomeOf({ 'Connections.csv': page })).toBe('not-an-export');
    expect(outcomeOf({ 'anything.csv': page })).toBe('not-an-export');
  });

  it('names a small file of an archive that has no header, and goes on', () => {
    const { files, content } = readFiles({
      'Education.csv': 'nothing here\n',
      'Positions.csv': '',
      ...connections('Ana,Vidal,,,,,\n'),
    });
    expect(files.map(({ kind, rows, notices }) => [kind, rows, notices.length])).toEqual([
      ['education', 0, 1],
      ['positions', 0, 1],
      ['connections', 1, 0],
    ]);
    expect(content.connections).toHaveLength(1);
  });
});

describe('I8: text is clean at the door', () => {
  it('corpus 35 nul: removes and counts NUL bytes', () => {
    const { content, files } = readFiles(connections('A\u0000na,Vi\u0000dal,,,,,\n'));
    expect(content.connections[0]).toMatchObject({ name: 'Ana Vidal', originalName: 'Ana Vidal' });
    expect(files[0]!.notices).toContain('2 control characters were taken out of the text.');
  });

  it.each([
    ['le', true],
    ['le', false],
    ['be', true],
    ['be', false],
  ] as const)('corpus 36 utf16: reads UTF-16 %s, mark: %s', (order, hasMark) => {
    const { content, files } = readFiles({
      'Connections.csv': utf16(`${HEADER}Łukasz 🚀,Wróbel,,,,,\n`, order, hasMark),
    });
    expect(content.connections[0]!.name).toBe('Łukasz 🚀 Wróbel');
    expect(files[0]!.notices.some((notice) => notice.includes('UTF-16'))).toBe(!hasMark);
  });

  it('corpus 37 cp1252: reads Windows-1252 and says so', () => {
    const bytes = joinedBytes(latin1(`${HEADER}José,O`), Uint8Array.of(0x92), latin1('Brien,,,,,\n'));
    const { content, files } = readFiles({ 'Connections.csv': bytes });
    expect(content.connections[0]!.name).toBe('José O’Brien');
    expect(files[0]!.notices.join()).toContain('Windows-1252');
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['a cut sequence', [0xe2, 0x82]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a byte past Unicode', [0xf5, 0x80, 0x80, 0x80]],
  ])('corpus 38 utf8-broken: marks %s in its cell when the rest is UTF-8', (_, broken) => {
    const bytes = joinedBytes(`${HEADER}Łukasz,Wróbel,,,,,\nBo`, Uint8Array.from(broken), ',Lind,,,,,\n');
    const { content, files } = readFiles({ 'Connections.csv': bytes });
    expect(content.connections.map(({ name }) => name.replaceAll('\ufffd', '?'))).toEqual([
      expect.stringMatching(/^Bo\?+ Lind$/),
      'Łukasz Wróbel',
    ]);
    expect(files[0]!.notices.join()).toContain('1 cell');
  });

  it('looks at the whole file before it calls it Windows-1252, also at text it does not read', () => {
    const header =
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n';
    const row = (name: Uint8Array, text: string) =>
      joinedBytes(
        't,,',
        name,
        ',https://www.linkedin.com/in/jose-zt1,Noor,,2024-05-05 10:00:00 UTC,,',
        text,
        ',INBOX\n',
      );
    const bytes = joinedBytes(header, row(latin1('José'), 'plain'), row(latin1('José'), 'żółw'));
    const { files, content } = readFiles({ 'messages.csv': bytes });
    expect(files[0]!.notices.join()).not.toContain('Windows-1252');
    expect(content.threads[0]!.members[0]!.name).toBe('Jos\ufffd');
  });

  it('corpus 39 bom-twice: takes both marks off', () => {
    const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
    const bytes = joinedBytes(mark, mark, `${HEADER}Ana,Vidal,,,,,\n`);
    expect(readFiles({ 'Connections.csv': bytes }).content.connections[0]!.name).toBe('Ana Vidal');
    expect(readFiles({ 'Connections.csv': bytes }, {}, 1).content.connections[0]!.name).toBe('Ana Vidal');
    expect(
      readFiles({ 'Connections.csv': utf16(`\ufeff${HEADER}Ana,Vidal,,,,,\n`, 'le', true) }).content.connections,
    ).toHaveLength(1);
  });

  it('corpus 40 surrogate-lone: replaces and counts it', () => {
    const { content, files } = readFiles({ 'Connections.csv': utf16(`${HEADER}A\ud800na,Vidal,,,,,\n`, 'le', true) });
    expect(content.connections[0]!.name).toBe('A\ufffdna Vidal');
    expect(files[0]!.notices.join()).toContain('1 cell');
  });

  it('corpus 41 control: removes bell, escape sequences, C1 and DEL', () => {
    const { content } = readFiles(connections('A\u0007na\u001b[31m,Vi\u0085\u009bdal\u007f,,,"Kes\ttrel",,\n'));
    expect(content.connections[0]).toMatchObject({ name: 'Ana[31m Vidal', company: 'Kes\ttrel' });
  });

  it('corpus 42 nfc-nfd: one name however it is composed', () => {
    const { connections: people } = readFiles(
      connections(`${'José'.normalize('NFC')},A,,,,,\n${'José'.normalize('NFD')},A,,,,,\n`),
    ).content;
    expect(new Set(people.map(({ name }) => name)).size).toBe(1);
  });

  it('notes text that was damaged before and leaves it as it is', () => {
    const { content, files } = readFiles(connections('Petra,NovotnÃ¡,,,,,\n'));
    expect(content.connections[0]!.name).toBe('Petra NovotnÃ¡');
    expect(files[0]!.notices.join()).toContain('damaged before');
  });
});

describe('I9: look-alikes never merge people', () => {
  it('corpus 43 homoglyph: two keys, pointed out as look-alikes', () => {
    expect(nameKey('Pаul Lee')).not.toBe(nameKey('Paul Lee'));
    expect(isLookAlike('Pаul Lee', 'Paul Lee')).toBe(true);
    expect(isLookAlike('Paul Lee', 'Paul Lee')).toBe(false);
    expect(isLookAlike('José Lee', 'Jose Lee')).toBe(false);
  });

  it.each(['\u200b', '\ufeff', '\u00ad'])('corpus 44 zero-width: matches and shows a name without %j', (mark) => {
    const { connections: people } = readFiles(connections(`A${mark}na,Vi${mark}dal,,,,,\n`)).content;
    expect(people[0]).toMatchObject({ name: 'Ana Vidal', originalName: `A${mark}na Vi${mark}dal` });
    expect(nameKey(`A${mark}na Vidal`)).toBe(nameKey('Ana Vidal'));
  });

  it('keeps U+200D, which joins emoji and letters', () => {
    expect(readFiles(connections('Ana 👩\u200d🔬,Vidal,,,,,\n')).content.connections[0]!.name).toBe(
      'Ana 👩\u200d🔬 Vidal',
    );
  });

  it('corpus 45 bidi: direction marks stay in their own cells and out of the key', () => {
    const { connections: people } = readFiles(connections('Ana\u202e,Vidal\u2066,,,Ke\u202estrel,Engineer,\n')).content;
    expect(people[0]).toMatchObject({ company: 'Ke\u202estrel', position: 'Engineer' });
    expect(nameKey(people[0]!.name)).toBe('ana vidal');
  });

  it('corpus 46 zalgo: keeps marks, long names and names of emoji whole, and a name of spaces makes nobody', () => {
    const zalgo = `A${'\u0301'.repeat(500)}`;
    const long = 'n'.repeat(10_000);
    const { content, files } = readFiles(connections(`${zalgo},,,,,,\n${long},,,,,,\n🚀🚀,,,,,,\n"  ",,,,Kestrel,,\n`));
    expect(content.connections.map(({ name }) => name)).toEqual(
      expect.arrayContaining([zalgo.normalize('NFC'), long, '🚀🚀']),
    );
    expect(nameKey('🚀🚀')).toBe('🚀🚀');
    expect(files[0]).toMatchObject({ kept: 3, skippedCount: 1 });
  });
});

describe('odd content', () => {
  it.each([
    ['47 xss', '<script>alert(1)</script>'],
    ['47 xss', '{{constructor}} </title><!-- ]]>'],
    ['48 formula', '=cmd|calc'],
    ['48 formula', '@SUM(1)'],
    ['48 formula', '＝1'],
    ['49 sql', `'; DROP TABLE people; --`],
    ['49 sql', '" NEAR ( * ^ % _'],
    ['56 naughty', 'Ω≈ç√∫˜µ≤≥÷'],
    ['56 naughty', '田中さんにあげて下さい'],
    ['56 naughty', '\u{1f469}\u{1f3fd}'],
    ['56 naughty', 'undefined NULL NaN true'],
  ])('corpus %s: keeps %s as it stands', (_, text) => {
    const cell = `"${text.replaceAll('"', '""')}"`;
    const { connections: people } = readFiles(connections(`${cell},x,,,${cell},${cell},\n`)).content;
    expect(people[0]).toMatchObject({ company: text, position: text, originalName: `${text} x` });
  });

  it.each([
    'javascript:alert(1)//linkedin.com/in/x',
    'java\nscript:linkedin.com/in/x',
    'file:///etc/passwd',
    'smb://linkedin.com/in/x',
    '\\\\host\\linkedin.com\\in\\x',
    'data:text/html,linkedin.com/in/x',
    'ms-word:linkedin.com/in/x',
    'https://user@linkedin.com/in/x',
    'https://linkedin.com:8080/in/x',
    'https://linkedin.com.evil.test/in/x',
    'https://evil.test/linkedin.com/in/x',
    'https://lınkedin.com/in/x',
    'https://linkedin.com\\@evil.test/in/x',
    'https://notlinkedin.com/in/x',
    'https://www.linkedin.com/company/x',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/in/..',
    'https://www.linkedin.com/in/a%2Fb',
  ])('corpus 51 addresses: %j is text, not a profile', (address) => {
    expect(slugFromUrl(address)).toBeNull();
  });

  it('corpus 52 dates-odd: leaves the field empty and counts', () => {
    const odd = ['31 Feb 2020', '01 Jan 0000', '01 Jan 9999', 'yesterday', '03 Aug 2026'];
    const { content, files } = readFiles(connections(odd.map((date, i) => `P${i},X,,,,,${date}`).join('\n')));
    expect(content.connections.every(({ connectedOn }) => connectedOn === null)).toBe(true);
    expect(files[0]).toMatchObject({ rows: 5, kept: 5 });
    expect(files[0]!.notices.join()).toContain('5 dates in "Connected On"');
  });

  it('corpus 52 dates-odd: takes the day after the export date, not the one after that', () => {
    const exportDate = dayFromIso('2024-01-10')!;
    const { connections: people } = readFiles(connections('A,X,,,,,11 Jan 2024\nB,X,,,,,12 Jan 2024\n'), {
      exportDate,
    }).content;
    expect(people.map(({ name, connectedOn }) => [name, connectedOn])).toEqual([
      ['A X', exportDate + 1],
      ['B X', null],
    ]);
  });

  it('corpus 53 hidden-members: counts date-only rows and makes nobody', () => {
    const { content, files } = readFiles(connections(',,,,,,22 Aug 2025\n,,,,,,23 Aug 2025\nAna,Vidal,,,,,\n'));
    expect(files[0]).toMatchObject({ rows: 3, kept: 1, hidden: 2, skippedCount: 0 });
    expect(content.connections).toHaveLength(1);
  });

  it('corpus 54 same-name: 500 different rows of one name and day are 500 records, a row equal in every cell is one', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `Alex,Lee,,,Company ${i},,07 Apr 2020`);
    const { content, files } = readFiles(
      connections([...rows, rows[0], 'Alex,Lee,,,"Company 1",,07 Apr 2020'].join('\n')),
    );
    expect(content.connections).toHaveLength(500);
    expect(files[0]).toMatchObject({ rows: 502, kept: 502 });
  });

  it('corpus 55 self-loop: a message to oneself has one member', () => {
    const me = 'https://www.linkedin.com/in/noor-example-zt9';
    const text = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\nt,,Noor,${me},Noor,${me},2024-05-05 10:00:00 UTC,,x,INBOX\n`;
    expect(readFiles({ 'messages.csv': text }).content.threads[0]!.members).toEqual([
      { slug: 'noor-example-zt9', name: 'Noor' },
    ]);
  });
});
