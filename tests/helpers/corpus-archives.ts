/** Rows 1 to 20 of the corpus: archives. */
import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { CorpusRow } from './corpus.ts';
import { connectionsCsv, people, profileCsv } from './linkedin-export.ts';
import {
  endRecords,
  FLAG_ENCRYPTED,
  MADE_BY_UNIX,
  MODE_SYMLINK,
  STORED,
  type ZipEntry,
  zipBytes,
  zipOf,
} from './write-zip.ts';

const MEGABYTE = 1024 * 1024;
/** Method 99: AES after WinZip; the real method stands in the extra field. */
const METHOD_AES = 99;
const METHOD_LZMA = 14;

const CONNECTIONS = connectionsCsv(
  people(3).map((one) => ({ first: one.first, last: one.last, url: one.url, connectedOn: '2026-04-17' })),
);
const PROFILE = profileCsv({ first: 'Noor', last: 'Example' });

function archive(
  id: number,
  name: string,
  expectation: string | null,
  make: () => Uint8Array,
  fileName = `${name}.zip`,
): CorpusRow {
  const write = (path: string): void => writeFileSync(path, make());
  return expectation === null
    ? { id, name, fileName, expect: 'taken', write }
    : { id, name, fileName, expect: 'refused', code: expectation, write };
}

const withConnections = (...entries: ZipEntry[]): Buffer =>
  zipBytes([{ name: 'Connections.csv', content: CONNECTIONS }, ...entries]);

export const ARCHIVE_ROWS: readonly CorpusRow[] = [
  archive(1, 'slip-dots', 'unsafe-entry-name', () => withConnections({ name: '../../x.csv', content: 'a' })),
  archive(2, 'slip-absolute', 'unsafe-entry-name', () => withConnections({ name: '/x.csv', content: 'a' })),
  archive(3, 'slip-drive', 'unsafe-entry-name', () => withConnections({ name: 'C:\\x.csv', content: 'a' })),
  archive(4, 'name-nul', 'unsafe-entry-name', () => withConnections({ name: 'Connections\0\n.csv', content: 'a' })),
  archive(5, 'link', null, () =>
    zipBytes([
      {
        name: 'Connections.csv',
        content: '/etc/passwd',
        method: STORED,
        madeBy: MADE_BY_UNIX,
        externalAttributes: MODE_SYMLINK,
      },
      { name: 'Profile.csv', content: PROFILE },
    ]),
  ),
  archive(6, 'case-twins', 'two-candidates', () => withConnections({ name: 'connections.CSV', content: CONNECTIONS })),
  archive(7, 'nested', null, () =>
    withConnections({ name: 'inner.zip', content: zipOf({ 'messages.csv': 'never read' }) }),
  ),
  archive(8, 'quine', null, quine),
  archive(9, 'extra-folder', null, () =>
    zipOf({ 'My data/Connections.csv': CONNECTIONS, 'My data/Profile.csv': PROFILE }),
  ),
  archive(10, 'bomb-ratio', 'expands-too-far', () => bomb(Buffer.alloc(MEGABYTE), 200)),
  archive(11, 'bomb-overlap', 'overlapping-entries', () =>
    withConnections(...Array.from({ length: 999 }, (_, index) => ({ name: `e${index}.csv`, sharesBlockOf: 0 }))),
  ),
  archive(12, 'bomb-count', 'too-many-entries', () =>
    zipBytes(Array.from({ length: 100_000 }, (_, index) => ({ name: `e${index}`, method: STORED }))),
  ),
  archive(13, 'size-lie', 'damaged-archive', () => bomb(Buffer.alloc(MEGABYTE), 200, { size: 10 })),
  archive(14, 'crc-wrong', 'damaged-archive', () =>
    zipBytes([
      {
        name: 'Connections.csv',
        content: CONNECTIONS.replace('2026', '2025'),
        method: STORED,
        crc: crc32(CONNECTIONS),
      },
    ]),
  ),
  archive(15, 'bomb-blank', 'expands-too-far', () => bomb(Buffer.from(',,,,,,\n'.repeat(150_000)), 500)),
  archive(16, 'encrypted-classic', 'archive-locked', () =>
    zipBytes([{ name: 'Connections.csv', flags: FLAG_ENCRYPTED, packed: Buffer.alloc(64, 0xa5), size: 500, crc: 1 }]),
  ),
  archive(17, 'encrypted-aes', 'archive-locked', () =>
    zipBytes([
      {
        name: 'Connections.csv',
        flags: FLAG_ENCRYPTED,
        method: METHOD_AES,
        // Extra field 0x9901, 7 bytes: AE-2, vendor "AE", 256 bits, real method deflate.
        extra: Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]),
        packed: Buffer.alloc(64, 0xa5),
        size: 500,
        crc: 0,
      },
    ]),
  ),
  archive(18, 'method-odd', 'unknown-packing', () =>
    zipBytes([{ name: 'Connections.csv', method: METHOD_LZMA, packed: Buffer.alloc(64, 0x5d), size: 500, crc: 1 }]),
  ),
  archive(19, 'cut', 'incomplete-archive', () => withConnections().subarray(0, -100)),
  archive(19, 'cut-empty', 'incomplete-archive', () => Buffer.alloc(0)),
  archive(19, 'cut-pdf', 'incomplete-archive', () => Buffer.from(`%PDF-1.7\n${'% no archive\n'.repeat(50)}%%EOF\n`)),
  { id: 20, name: 'zip64-5gb', fileName: 'zip64-5gb.zip', expect: 'taken', write: writeZip64 },
];

/**
 * One entry that unpacks to `times` times the block. A full flush ends the packed block on a whole byte and forgets what came
 * before, so that the packed block can be repeated without packing it again.
 */
function bomb(block: Buffer, times: number, lie: Partial<ZipEntry> = {}): Buffer {
  const packedBlock = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const finalBlock = Buffer.from([0x03, 0x00]);
  const packed = Buffer.concat([...Array.from({ length: times }, () => packedBlock), finalBlock]);
  let crc = 0;
  for (let count = 0; count < times; count++) crc = crc32(block, crc);
  return zipBytes([{ name: 'Connections.csv', packed, crc, size: block.length * times, ...lie }]);
}

/**
 * An archive that holds an archive of its own name that holds an archive of its own name … Five levels do for a reader that must
 * not open the second.
 */
function quine(): Buffer {
  let bytes = zipOf({ 'Connections.csv': CONNECTIONS });
  for (let level = 0; level < 5; level++) bytes = zipOf({ 'Connections.csv': CONNECTIONS, 'quine.zip': bytes });
  return bytes;
}

/** An unwanted stored entry of 5 GB, which takes no room on disk, with the wanted entry behind it: every offset needs 64 bits. */
function writeZip64(path: string): void {
  const bigSize = 5 * 1024 * MEGABYTE;
  const bigName = Buffer.from('Rich_Media.bin');
  const file = openSync(path, 'w');
  try {
    const sizes = zip64Field([bigSize, bigSize]);
    const bigHeader = Buffer.alloc(30);
    bigHeader.writeUInt32LE(0x04034b50, 0);
    bigHeader.writeUInt16LE(45, 4);
    bigHeader.writeUInt16LE(0x21 | (46 << 9), 12);
    bigHeader.fill(0xff, 18, 26);
    bigHeader.writeUInt16LE(bigName.length, 26);
    bigHeader.writeUInt16LE(sizes.length, 28);
    writeSync(file, Buffer.concat([bigHeader, bigName, sizes]), 0, undefined, 0);
    const smallOffset = bigHeader.length + bigName.length + sizes.length + bigSize;

    const small = withConnections();
    const directoryOffset = small.readUInt32LE(small.length - 6);
    const smallBlock = small.subarray(0, directoryOffset);
    const smallCentral = Buffer.from(small.subarray(directoryOffset, small.length - 22));
    const offset = zip64Field([smallOffset]);
    smallCentral.writeUInt16LE(offset.length, 30);
    smallCentral.fill(0xff, 42, 46);

    const bigCentral = Buffer.alloc(46);
    bigCentral.writeUInt32LE(0x02014b50, 0);
    bigCentral.writeUInt16LE(45, 4);
    bigHeader.copy(bigCentral, 6, 4, 30);
    const directory = Buffer.concat([bigCentral, bigName, sizes, smallCentral, offset]);
    const directoryStart = smallOffset + smallBlock.length;
    ftruncateSync(file, directoryStart);
    writeSync(file, smallBlock, 0, undefined, smallOffset);
    const end = endRecords(2, directory.length, directoryStart);
    writeSync(file, Buffer.concat([directory, ...end]), 0, undefined, directoryStart);
  } finally {
    closeSync(file);
  }
}

/** Extra field 0x0001: the values whose 32-bit fields say 0xffffffff, in their order. */
function zip64Field(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, index) => {
    field.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  });
  return field;
}
