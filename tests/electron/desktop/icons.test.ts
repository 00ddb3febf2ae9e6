import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { makeIcns, makeIco } from '../../../build/icons/containers.ts';

const folder = fileURLToPath(new URL('../../../build/icons/', import.meta.url));
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

interface Png {
  width: number;
  height: number;
  /** Red, green, blue, alpha. */
  pixel(x: number, y: number): number[];
}

/** Reads an 8-bit picture with transparency. */
function readPng(png: Buffer): Png {
  expect(png.subarray(0, 8)).toEqual(SIGNATURE);
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  // 8 bits, colour with alpha, not interlaced.
  expect([png[24], png[25], png[28]]).toEqual([8, 6, 0]);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * 4;
  expect(raw.length).toBe(height * (stride + 1));
  const out = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : out[y * stride + x - 4]!;
      const up = y === 0 ? 0 : out[(y - 1) * stride + x]!;
      const corner = x < 4 || y === 0 ? 0 : out[(y - 1) * stride + x - 4]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return { width, height, pixel: (x, y) => [...out.subarray(y * stride + x * 4, y * stride + x * 4 + 4)] };
}

function paeth(left: number, up: number, corner: number): number {
  const away = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  if (away[0]! <= away[1]! && away[0]! <= away[2]!) return left;
  return away[1]! <= away[2]! ? up : corner;
}

it('keeps a picture of every size, square, whole and with clear corners', () => {
  const names = readdirSync(`${folder}png`).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  expect(names).toEqual([16, 24, 32, 48, 64, 128, 256, 512].map((size) => `${size}x${size}.png`));
  for (const name of names) {
    const size = Number.parseInt(name, 10);
    const { width, height, pixel } = readPng(readFileSync(`${folder}png/${name}`));
    expect([width, height], name).toEqual([size, size]);
    const last = size - 1;
    for (const [x, y] of [
      [0, 0],
      [last, 0],
      [0, last],
      [last, last],
    ] as const) {
      expect(pixel(x, y)[3], `${name} ${x} ${y}`).toBeLessThan(64);
    }
    // The ground between the threads, and the amber one.
    const [, , blue, alpha] = pixel(Math.round(size * 0.16), Math.round(size * 0.2));
    expect(alpha, name).toBe(255);
    expect(blue, name).toBeGreaterThan(120);
    const [red, , lessBlue] =
      size <= 32 ? pixel(Math.floor(size * 0.75), Math.floor(size * 0.7)) : pixel(Math.floor(size * 0.7), size / 2);
    expect([red! > 230, lessBlue! < 110], name).toEqual([true, true]);
  }
});

it('makes the ICO of the pictures up to 256 pixels, each where its entry says', () => {
  const ico = readFileSync(`${folder}icon.ico`);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 7]);
  const sizes: number[] = [];
  let end = 6 + 7 * 16;
  for (let entry = 0; entry < 7; entry++) {
    const at = 6 + entry * 16;
    const size = ico[at]! === 0 ? 256 : ico[at]!;
    const length = ico.readUInt32LE(at + 8);
    expect(ico.readUInt32LE(at + 12)).toBe(end);
    expect(readPng(ico.subarray(end, end + length))).toMatchObject({ width: size, height: size });
    expect(ico.subarray(end, end + length)).toEqual(readFileSync(`${folder}png/${size}x${size}.png`));
    sizes.push(size);
    end += length;
  }
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  expect(end).toBe(ico.length);
});

it('makes the ICNS of all kinds macOS asks for, with lengths that add up', () => {
  const icns = readFileSync(`${folder}icon.icns`);
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const kinds: [string, number][] = [];
  let at = 8;
  while (at < icns.length) {
    const length = icns.readUInt32BE(at + 4);
    kinds.push([icns.toString('latin1', at, at + 4), readPng(icns.subarray(at + 8, at + length)).width]);
    at += length;
  }
  expect(at).toBe(icns.length);
  expect(kinds).toEqual([
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
  ]);
});

it('refuses pictures a container cannot hold or lacks', () => {
  const png = readFileSync(`${folder}png/512x512.png`);
  expect(() => makeIco([{ size: 512, png }])).toThrow('up to 256');
  expect(() => makeIcns([{ size: 512, png }])).toThrow('16 pixels');
});
