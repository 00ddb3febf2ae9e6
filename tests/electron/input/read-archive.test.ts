import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { LeftOutEntry } from '../../../electron/backend/input/archive-directory.ts';
import { openInputFile } from '../../../electron/backend/input/open-file.ts';
import { openArchive } from '../../../electron/backend/input/read-archive.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import type { Day } from '../../../shared/model/units.ts';
import { writeCorpusRow } from '../../helpers/corpus.ts';
import { ARCHIVE_ROWS } from '../../helpers/corpus-archives.ts';
import { tempFolder, writeTemp } from '../../helpers/linkedin-export.ts';
import { DEFLATED, endRecords, MADE_BY_UNIX, STORED, type ZipEntry, zipBytes, zipOf } from '../../helpers/write-zip.ts';

interface WhatWasRead {
  texts: Record<string, string>;
  leftOut: readonly LeftOutEntry[];
  newestDay: Day | null;
}

const wantsCsv = (path: string): boolean => /\.csv$/i.test(path);

async function readArchive(path: string, wants = wantsCsv): Promise<WhatWasRead> {
  const file = await openInputFile(path);
  try {
    const archive = await openArchive(file, wants);
    const texts: Record<string, string> = {};
    for (const entry of archive.entries) {
      const chunks: Uint8Array[] = [];
      await entry.read((chunk) => chunks.push(chunk));
      texts[entry.path] = Buffer.concat(chunks).toString('utf8');
    }
    return { texts, leftOut: archive.leftOut, newestDay: archive.newestDay };
  } finally {
    await file.close();
  }
}

/** One place for all: some tests read hundreds of archives. */
const PATH = join(tempFolder(), 'export.zip');

function readBytes(bytes: Uint8Array, wants = wantsCsv): Promise<WhatWasRead> {
  writeFileSync(PATH, bytes);
  return readArchive(PATH, wants);
}

const readEntries = (...entries: ZipEntry[]): Promise<WhatWasRead> => readBytes(zipBytes(entries));

describe('an ordinary archive', () => {
  it('gives exactly the wanted files, unpacked, by path', async () => {
    const bytes = zipOf({ 'b.csv': 'second', 'a.csv': 'first', 'photo.jpg': 'no' });
    expect((await readBytes(bytes)).texts).toEqual({ 'a.csv': 'first', 'b.csv': 'second' });
  });

  it('reads what another archiver wrote, with sizes behind the data', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('packed '.repeat(50_000)), 'Connections.csv');
    zip.addReadStream(Readable.from([Buffer.from('streamed')]), 'messages.csv', { compress: false });
    zip.addBuffer(Buffer.from('late'), 'Jobs/Saved Jobs.csv');
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    const { texts } = await readBytes(Buffer.concat(chunks));
    expect(texts['Connections.csv']).toBe('packed '.repeat(50_000));
    expect(texts['messages.csv']).toBe('streamed');
    expect(texts['Jobs/Saved Jobs.csv']).toBe('late');
  });

  it('gives the same bytes when an entry is read a second time', async () => {
    const file = await openInputFile(writeTemp('export.zip', zipOf({ 'a.csv': 'again '.repeat(100_000) })));
    const archive = await openArchive(file, wantsCsv);
    const digests: string[] = [];
    for (let time = 0; time < 2; time++) {
      const hash = createHash('sha256');
      await archive.entries[0]?.read((chunk) => hash.update(chunk));
      digests.push(hash.digest('hex'));
    }
    await file.close();
    expect(digests[0]).toBe(createHash('sha256').update('again '.repeat(100_000)).digest('hex'));
    expect(digests[1]).toBe(digests[0]);
  });

  it('names the tables nobody wants, and nothing else', async () => {
    const bytes = zipOf({ 'b.csv': 'x', 'a.csv': 'x', 'wanted.csv': 'x', 'photo.jpg': 'x' });
    const { leftOut } = await readBytes(bytes, (path) => path === 'wanted.csv');
    expect(leftOut).toEqual([
      { path: 'a.csv', why: 'table' },
      { path: 'b.csv', why: 'table' },
    ]);
  });

  it('does not unpack what is not wanted, however broken it is', async () => {
    const broken: ZipEntry = { name: 'video.bin', packed: Buffer.alloc(50, 0xff), size: 5, crc: 7 };
    expect((await readEntries({ name: 'a.csv', content: 'x' }, broken)).texts).toEqual({ 'a.csv': 'x' });
  });

  it('takes its day from the newest wanted entry, as the calendar of the archiver showed it', async () => {
    const late = new Date(Date.UTC(2026, 4, 3, 23, 59));
    const early = new Date(Date.UTC(2026, 4, 2));
    const later = new Date(Date.UTC(2027, 0, 1));
    const { newestDay } = await readEntries(
      { name: 'a.csv', mtime: late },
      { name: 'b.csv', mtime: early },
      { name: 'photo.jpg', mtime: later },
    );
    expect(newestDay).toBe(dayFromIso('2026-05-03'));
  });

  it('knows no day when the archiver had no clock', async () => {
    expect((await readEntries({ name: 'a.csv', mtime: new Date(Date.UTC(1980, 0, 1)) })).newestDay).toBeNull();
  });

  it('stops with the error of whoever takes the chunks', async () => {
    const file = await openInputFile(writeTemp('export.zip', zipOf({ 'a.csv': 'x'.repeat(2_000_000) })));
    const archive = await openArchive(file, wantsCsv);
    const stop = new Error('enough');
    const reading = archive.entries[0]?.read(() => {
      throw stop;
    });
    await expect(reading).rejects.toBe(stop);
    await file.close();
  });
});

describe('I1: nothing from an archive reaches the disk by its name', () => {
  it.each([
    '../x.csv',
    'a/../../x.csv',
    '..',
    '/etc/x.csv',
    'C:x.csv',
    'c:/x.csv',
    'Jobs\\Saved Jobs.csv',
    '\\\\host\\x.csv',
    'a\0.csv',
    'a\n.csv',
    'a\u007f.csv',
    'a\u0085.csv',
    '',
  ])('I1: refuses the whole archive for the name %j', async (name) => {
    await expect(readEntries({ name: 'Connections.csv', content: 'x' }, { name, content: 'x' })).rejects.toMatchObject({
      kind: 'input',
      code: 'unsafe-entry-name',
      message: expect.stringContaining('use one that you downloaded yourself'),
    });
  });

  it('I1: sees a control code in a name that is not UTF-8', async () => {
    const name = Buffer.from('a\n.csv');
    await expect(readEntries({ name })).rejects.toMatchObject({ code: 'unsafe-entry-name' });
  });

  it('I1: sees the second, Unicode name of an entry', async () => {
    const name = Buffer.from('a.csv');
    const second = Buffer.from('../a.csv');
    const extra = Buffer.alloc(9 + second.length);
    extra.writeUInt16LE(0x7075, 0);
    extra.writeUInt16LE(5 + second.length, 2);
    extra.writeUInt8(1, 4);
    extra.writeUInt32LE(crc32(name), 5);
    second.copy(extra, 9);
    await expect(readEntries({ name, extra, content: 'x' })).rejects.toMatchObject({ code: 'unsafe-entry-name' });
  });

  it('I1: shows the name without its control codes and direction marks', async () => {
    const failure = await readEntries({ name: '../\u001b[31m\u202egnp.csv' }).catch((error: unknown) => error);
    expect(String(failure)).toContain('../\\u{1b}[31m\\u{202e}gnp.csv');
  });

  it.each(['a..b.csv', './a.csv', 'ein ordner/ü.csv', '...csv'])(
    'I1: finds nothing wrong with the name %j',
    async (name) => {
      expect((await readEntries({ name, content: 'x' })).texts).toEqual({ [name]: 'x' });
    },
  );

  it.each([
    ['a symbolic link', 0o120777],
    ['a pipe', 0o010644],
    ['a device', 0o020644],
  ])('I1: skips %s with a wanted name, and names it', async (_what, mode) => {
    const odd: ZipEntry = {
      name: 'Connections.csv',
      content: '/etc/passwd',
      madeBy: MADE_BY_UNIX,
      externalAttributes: mode * 0x10000,
    };
    const { texts, leftOut } = await readEntries(odd, { name: 'Profile.csv', content: 'x' });
    expect(texts).toEqual({ 'Profile.csv': 'x' });
    expect(leftOut).toEqual([{ path: 'Connections.csv', why: 'link' }]);
  });

  it('I1: skips a link of Windows with a wanted name', async () => {
    const { texts, leftOut } = await readEntries({ name: 'a.csv', content: 'x', externalAttributes: 0x400 });
    expect(texts).toEqual({});
    expect(leftOut).toEqual([{ path: 'a.csv', why: 'link' }]);
  });

  it('I1: skips folders, and the shadow files of a Mac', async () => {
    const { texts } = await readEntries(
      { name: 'all.csv/' },
      { name: 'folder.csv', madeBy: MADE_BY_UNIX, externalAttributes: 0o040755 * 0x10000 },
      { name: 'dos.csv', externalAttributes: 0x10 },
      { name: '__MACOSX/._a.csv', content: 'shadow' },
      { name: 'a.csv', content: 'x' },
    );
    expect(texts).toEqual({ 'a.csv': 'x' });
  });

  it('I1: names an archive inside the archive and does not open it, even when wanted', async () => {
    const inner = zipOf({ 'messages.csv': 'never' });
    const { texts, leftOut } = await readBytes(zipOf({ 'a.csv': 'x', 'in/inner.ZIP': inner }), () => true);
    expect(texts).toEqual({ 'a.csv': 'x' });
    expect(leftOut).toEqual([{ path: 'in/inner.ZIP', why: 'nested-archive' }]);
  });
});

describe('two files that claim to be the same file of the export', () => {
  it.each([
    ['case', 'Connections.csv', 'connections.CSV'],
    ['folder', 'Connections.csv', 'old/Connections.csv'],
    ['number', 'Connections.csv', 'Connections_12345.csv'],
    ['spaces', 'Company Follows.csv', 'Company_Follows.csv'],
    ['nothing at all', 'messages.csv', 'messages.csv'],
    ['case, among numbered ones', 'Jobs/Job Applications.csv', 'Jobs/job applications.csv'],
  ])('are refused when they differ by %s, and both are named', async (_what, first, second) => {
    const failure = await readEntries({ name: first }, { name: second }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'input', code: 'two-candidates' });
    expect(String(failure)).toContain(first);
    expect(String(failure)).toContain(second);
    expect(String(failure)).toContain('Which one is it?');
  });

  it('are both read when an export may hold several', async () => {
    const { texts } = await readEntries(
      { name: 'Jobs/Job Applications.csv', content: '1' },
      { name: 'Jobs/Job Applications_1.csv', content: '2' },
    );
    expect(Object.values(texts)).toEqual(['1', '2']);
  });

  it('do not matter when nobody wants them', async () => {
    expect((await readEntries({ name: 'a.csv' }, { name: 'x.txt' }, { name: 'X.txt' })).texts).toEqual({ 'a.csv': '' });
  });
});

describe('I2: bombs stop early', () => {
  it('I2: refuses an archive of 20,001 entries and reads one of 20,000', async () => {
    const empty = Array.from({ length: 20_001 }, (_, index) => ({ name: `e${index}`, method: STORED }));
    await expect(readBytes(zipBytes(empty))).rejects.toMatchObject({ code: 'too-many-entries' });
    expect((await readBytes(zipBytes(empty.slice(1)))).texts).toEqual({});
  });

  it('I2: refuses names and comments of more than 64 MB together', async () => {
    const extra = Buffer.alloc(60_000);
    extra.writeUInt16LE(0xcafe, 0);
    extra.writeUInt16LE(extra.length - 4, 2);
    const entries = Array.from({ length: 1_200 }, (_, index) => ({ name: `e${index}`, method: STORED, extra }));
    await expect(readBytes(zipBytes(entries))).rejects.toMatchObject({ code: 'too-many-entries' });
  });

  it('I2: refuses a list of contents that is longer than the archive says', async () => {
    const bytes = zipBytes([{ name: 'a.csv' }, { name: 'b.csv' }]);
    bytes.writeUInt16LE(1, bytes.length - 12);
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'damaged-archive' });
  });

  it('I2: refuses entries that share their bytes, wanted or not', async () => {
    const shared: ZipEntry[] = [
      { name: 'x.bin', content: 'abc' },
      { name: 'y.bin', sharesBlockOf: 0, content: 'abc' },
    ];
    await expect(readEntries({ name: 'a.csv' }, ...shared)).rejects.toMatchObject({
      code: 'overlapping-entries',
      message: expect.stringContaining('download the archive from LinkedIn again'),
    });
  });

  it('I2: refuses an entry whose own header moves its data into the next entry', async () => {
    const bytes = zipBytes([
      { name: 'a.csv', content: 'abc', method: STORED },
      { name: 'b.csv', content: 'x'.repeat(500), method: STORED },
    ]);
    bytes.writeUInt16LE(100, 28);
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'overlapping-entries' });
  });

  it('I2: refuses an entry that reaches into the list of contents', async () => {
    const bytes = zipBytes([{ name: 'photo.jpg', content: 'abc', method: STORED }]);
    const directory = bytes.readUInt32LE(bytes.length - 6);
    bytes.writeUInt32LE(30, directory + 20);
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'damaged-archive' });
  });

  it('I2: hands on nothing beyond the size an entry declares', async () => {
    const packed = deflateRawSync(Buffer.alloc(5_000_000));
    writeFileSync(PATH, zipBytes([{ name: 'a.csv', packed, size: 300_000, crc: 0 }]));
    const file = await openInputFile(PATH);
    const archive = await openArchive(file, wantsCsv);
    let handedOn = 0;
    const reading = archive.entries[0]?.read((chunk) => {
      handedOn += chunk.length;
    });
    await expect(reading).rejects.toMatchObject({ code: 'damaged-archive' });
    expect(handedOn).toBeLessThanOrEqual(300_000);
    await file.close();
  });

  it('I2: allows any expansion up to 50 MB, and 200:1 beyond', async () => {
    const packed = deflateRawSync(Buffer.alloc(60_000_000));
    const bomb: ZipEntry = { name: 'a.csv', packed, size: 60_000_000, crc: crc32(Buffer.alloc(60_000_000)) };
    await expect(readEntries(bomb)).rejects.toMatchObject({ kind: 'input', code: 'expands-too-far' });
    const padding: ZipEntry = { name: 'photo.jpg', packed: Buffer.alloc(300_000), method: STORED, size: 300_000 };
    expect((await readEntries(bomb, padding)).texts['a.csv']).toHaveLength(60_000_000);
    const small = Buffer.alloc(50_000_000);
    const below: ZipEntry = { name: 'a.csv', packed: deflateRawSync(small), size: small.length, crc: crc32(small) };
    expect((await readEntries(below)).texts['a.csv']).toHaveLength(50_000_000);
  });

  it('I2: adds up the expansion of all wanted files', async () => {
    const zeros = Buffer.alloc(30_000_000);
    const half = { packed: deflateRawSync(zeros), size: zeros.length, crc: crc32(zeros) };
    await expect(readEntries({ name: 'a.csv', ...half }, { name: 'b.csv', ...half })).rejects.toMatchObject({
      code: 'expands-too-far',
    });
  });

  it('I2: refuses a wanted file of more than 512 MB before unpacking it', async () => {
    const claim: ZipEntry = {
      name: 'messages.csv',
      packed: Buffer.alloc(4_000_000),
      size: 512 * 1024 * 1024 + 1,
      crc: 0,
    };
    await expect(readEntries(claim)).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('512 MB'),
    });
  });

  it.each([
    ['declares too little', { size: 5 }],
    ['declares too much', { size: 50 }],
    ['has a wrong CRC-32', { crc: 1 }],
    ['is packed wrongly', { packed: Buffer.alloc(30, 0xff) }],
    ['ends in the middle', { packed: deflateRawSync(Buffer.from('eleven byte')).subarray(0, 6) }],
    ['is stored and declares too little', { method: STORED, size: 5 }],
    ['is stored and has a wrong CRC-32', { method: STORED, crc: 1 }],
  ] satisfies [string, Partial<ZipEntry>][])('I2: refuses an entry that %s, and names it', async (_what, lie) => {
    await expect(readEntries({ name: 'Connections.csv', content: 'eleven byte', ...lie })).rejects.toMatchObject({
      kind: 'input',
      code: 'damaged-archive',
      details: { entry: 'Connections.csv' },
    });
  });
});

describe('I3: odd archives are explained', () => {
  it('I3: says that a locked archive is locked, also when only the names are left to see', async () => {
    const locked: ZipEntry = { name: 'x.bin', flags: 1, packed: Buffer.alloc(20), size: 8, crc: 1 };
    await expect(readEntries(locked)).rejects.toMatchObject({
      code: 'archive-locked',
      message: expect.stringContaining('is locked with a password'),
    });
    const strong: ZipEntry = { ...locked, name: 'Connections.csv', flags: 0x41 };
    await expect(readEntries(strong)).rejects.toMatchObject({ code: 'archive-locked' });
  });

  it('I3: reads the open files of an archive in which another file is locked', async () => {
    const locked: ZipEntry = { name: 'x.bin', flags: 1, packed: Buffer.alloc(20), size: 8, crc: 1 };
    expect((await readEntries({ name: 'a.csv', content: 'x' }, locked)).texts).toEqual({ 'a.csv': 'x' });
  });

  it.each([1, 6, 9, 12, 14, 93, 98])('I3: says that it cannot read packing method %i', async (method) => {
    const odd: ZipEntry = { name: 'Connections.csv', method, packed: Buffer.alloc(20), size: 100, crc: 1 };
    await expect(readEntries(odd)).rejects.toMatchObject({
      code: 'unknown-packing',
      message: expect.stringContaining('packed in a way Weft cannot read'),
    });
  });

  it('I3: explains every length at which an archive can be cut off', async () => {
    const whole = zipBytes([{ name: 'Connections.csv', content: 'First Name,Last Name\n', method: DEFLATED }]);
    for (let length = 0; length < whole.length; length++) {
      await expect(readBytes(whole.subarray(0, length)), `cut at ${length}`).rejects.toMatchObject({
        kind: 'input',
        code: 'incomplete-archive',
        message: expect.stringContaining('not a complete archive'),
      });
    }
  });

  it('I3: refuses an archive that points where no file ever reaches', async () => {
    const beyond = Buffer.concat([Buffer.alloc(100), ...endRecords(1, 100, 2 ** 60)]);
    // The record of Zip64 itself is where it should be; only the list of contents is said to be far away.
    beyond.writeBigUInt64LE(100n, 100 + 56 + 8);
    await expect(readBytes(beyond)).rejects.toMatchObject({ kind: 'input', code: 'damaged-archive' });
  });

  it('I3: ends in a result or a refusal for every byte that may be wrong', async () => {
    const whole = zipBytes([
      { name: 'Connections.csv', content: 'First Name,Last Name\n' },
      { name: 'Profile.csv', content: 'First Name\n', method: STORED },
    ]);
    for (let at = 0; at < whole.length; at++) {
      for (const bit of [0x01, 0x80]) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ bit;
        const outcome = await readBytes(bytes).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome, `byte ${at}`).toMatchObject({ name: 'WeftError', kind: 'input' });
      }
    }
  });
});

describe('corpus 1-20, the archives', () => {
  const wants = (path: string): boolean => /(connections|profile|messages)\.csv$/i.test(path);

  it.each(ARCHIVE_ROWS.map((row) => [row.id, row.name, row] as const))(
    'I1 I2 I3: corpus %i, %s',
    async (_id, _name, row) => {
      const { file } = writeCorpusRow(row, tempFolder());
      const before = { hash: sha256(file, row.name), listing: readdirSync(dirname(file)) };
      const outcome = await readArchive(file, wants).catch((error: unknown) => error);
      if (row.expect === 'refused') expect(outcome).toMatchObject({ name: 'WeftError', kind: 'input', code: row.code });
      else expect(Object.keys((outcome as WhatWasRead).texts)).not.toEqual([]);
      expect({ hash: sha256(file, row.name), listing: readdirSync(dirname(file)) }).toEqual(before);
    },
  );

  /** The hole of 5 GB is not worth reading; nothing else in the row could change. */
  function sha256(path: string, name: string): string {
    return name === 'zip64-5gb' ? 'not read' : createHash('sha256').update(readFileSync(path)).digest('hex');
  }
});
