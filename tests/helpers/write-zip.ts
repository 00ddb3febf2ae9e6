/**
 * A ZIP writer that obeys in everything: what an honest archiver refuses to write (a wrong CRC-32, a lie about the size, two
 * entries on one block, a name with `..`) is a field of `ZipEntry` here. See APPNOTE.TXT 6.3, sections 4.3 and 4.4.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export const STORED = 0;
export const DEFLATED = 8;
/** General purpose flag, bit 0: the data is encrypted. */
export const FLAG_ENCRYPTED = 0x0001;
/** General purpose flag, bit 11: the name is UTF-8. */
const FLAG_UTF8 = 0x0800;
/** "Version made by" of a Unix archiver: the upper half of the external attributes is then a file mode. */
export const MADE_BY_UNIX = (3 << 8) | 20;
export const MODE_SYMLINK = 0o120777 * 0x10000;

export interface ZipEntry {
  /** Bytes stand as they are; text is written as UTF-8 with its flag. */
  name: string | Uint8Array;
  /** What the entry holds, before packing. Default: nothing. */
  content?: string | Uint8Array;
  /** The packed bytes as they shall stand, in place of packing `content`. */
  packed?: Uint8Array;
  /** Default DEFLATED. */
  method?: number;
  flags?: number;
  /** Default: the right one. */
  crc?: number;
  /** Declared size before packing. Default: the right one. */
  size?: number;
  /** Calendar date and time of the entry. Default: that of the archive. */
  mtime?: Date;
  madeBy?: number;
  externalAttributes?: number;
  extra?: Uint8Array;
  /** Writes no block of its own and points at the block of the entry with this index. */
  sharesBlockOf?: number;
}

export interface ZipOptions {
  /** Read in UTC, so that the same call gives the same bytes anywhere. Default 2026-05-03 12:00. */
  mtime?: Date;
}

const DEFAULT_TIME = new Date(Date.UTC(2026, 4, 3, 12));
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_RECORD_BYTES = 22;
/** Entry counts beyond this need Zip64; readers of the 16-bit field see the remainder. */
const MAX_16_BIT = 0xffff;

/** An archive of these entries, in this order. */
export function zipBytes(entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer {
  const blocks: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const field = fieldsOf(entry, options.mtime ?? DEFAULT_TIME);
    let start = offset;
    if (entry.sharesBlockOf === undefined) {
      const block = Buffer.concat([localHeader(field), field.name, field.extra, field.packed]);
      blocks.push(block);
      offset += block.length;
    } else {
      start = offsets[entry.sharesBlockOf] ?? 0;
    }
    offsets.push(start);
    directory.push(centralHeader(field, start), field.name, field.extra);
  }
  const directoryBytes = Buffer.concat(directory);
  const end = endRecords(entries.length, directoryBytes.length, offset);
  return Buffer.concat([...blocks, directoryBytes, ...end]);
}

/** An archive of plain files: `zipOf({ 'Connections.csv': text })`. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}): Buffer {
  return zipBytes(
    Object.entries(files).map(([name, content]) => ({ name, content })),
    options,
  );
}

interface EntryFields {
  name: Buffer;
  extra: Buffer;
  packed: Buffer;
  flags: number;
  method: number;
  time: number;
  date: number;
  crc: number;
  size: number;
  madeBy: number;
  externalAttributes: number;
}

function fieldsOf(entry: ZipEntry, archiveTime: Date): EntryFields {
  const content = Buffer.from(entry.content ?? '');
  const method = entry.method ?? DEFLATED;
  const packed = entry.packed ?? (method === DEFLATED ? deflateRawSync(content) : content);
  const at = entry.mtime ?? archiveTime;
  return {
    name: Buffer.from(entry.name),
    extra: Buffer.from(entry.extra ?? []),
    packed: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength),
    flags: entry.flags ?? (typeof entry.name === 'string' ? FLAG_UTF8 : 0),
    method,
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    crc: entry.crc ?? crc32(content),
    size: entry.size ?? content.length,
    madeBy: entry.madeBy ?? 20,
    externalAttributes: entry.externalAttributes ?? 0,
  };
}

function localHeader(field: EntryFields): Buffer {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeCommonFields(header, 6, field);
  return header;
}

function centralHeader(field: EntryFields, blockOffset: number): Buffer {
  const header = Buffer.alloc(CENTRAL_HEADER_BYTES);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(field.madeBy, 4);
  header.writeUInt16LE(20, 6);
  writeCommonFields(header, 8, field);
  header.writeUInt32LE(field.externalAttributes, 38);
  header.writeUInt32LE(blockOffset, 42);
  return header;
}

/** The 24 bytes that stand alike in both headers: flags, method, time, date, CRC-32, sizes, lengths of name and extra. */
function writeCommonFields(header: Buffer, at: number, field: EntryFields): void {
  header.writeUInt16LE(field.flags, at);
  header.writeUInt16LE(field.method, at + 2);
  header.writeUInt16LE(field.time, at + 4);
  header.writeUInt16LE(field.date, at + 6);
  header.writeUInt32LE(field.crc, at + 8);
  header.writeUInt32LE(field.packed.length, at + 12);
  header.writeUInt32LE(field.size, at + 16);
  header.writeUInt16LE(field.name.length, at + 20);
  header.writeUInt16LE(field.extra.length, at + 22);
}

/** The end record; before it those of Zip64 when the count does not fit 16 bits. */
export function endRecords(count: number, directoryBytes: number, directoryOffset: number): Buffer[] {
  const isZip64 = count > MAX_16_BIT || directoryOffset > 0xffff_fffe;
  const end = Buffer.alloc(END_RECORD_BYTES);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, MAX_16_BIT), 8);
  end.writeUInt16LE(Math.min(count, MAX_16_BIT), 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(Math.min(directoryOffset, 0xffff_ffff), 16);
  if (!isZip64) return [end];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(directoryBytes), 40);
  record.writeBigUInt64LE(BigInt(directoryOffset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directoryOffset + directoryBytes), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator, end];
}
