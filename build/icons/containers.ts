/** Icon files that hold several pictures: ICO for Windows, ICNS for macOS. Both may hold PNG pictures as they are. */

export interface Picture {
  /** Width and height in pixels. */
  size: number;
  png: Buffer;
}

/** @see https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) and, for PNG inside, Windows Vista and newer */
export function makeIco(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length + 16 * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    if (size > 256) throw new Error('an ICO holds pictures of up to 256 pixels');
    const entry = Buffer.alloc(16);
    // One byte: 0 means 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/** Kinds of picture in an ICNS and their size in pixels; some sizes stand twice, for screens of double density. */
const ICNS_KINDS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

/** @param pictures one of each size from 16 to 1,024 pixels, doubling */
export function makeIcns(pictures: readonly Picture[]): Buffer {
  const parts = ICNS_KINDS.map(([kind, size]) => {
    const picture = pictures.find((one) => one.size === size);
    if (picture === undefined) throw new Error(`an ICNS needs a picture of ${size} pixels`);
    return chunk(kind, picture.png);
  });
  return chunk('icns', Buffer.concat(parts));
}

/** Kind, length of the whole, content. */
function chunk(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
