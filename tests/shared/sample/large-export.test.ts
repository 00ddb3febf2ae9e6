import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { CONNECTIONS_PREAMBLE } from '../../../shared/sample/export-csv.ts';
import { type LargeExport, makeLargeExport } from '../../../shared/sample/large-export.ts';

const OPTIONS = { connections: 400, messages: 3000, seed: 1 };

function textOf(made: LargeExport, path: string): string {
  const file = made.files.find((candidate) => candidate.path === path)!;
  return [...file.chunks()].join('');
}

function rows(text: string): string[][] {
  const parsed = Papa.parse<string[]>(text, { delimiter: ',' });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

it('gives the same text on every reading and for the same seed', () => {
  const made = makeLargeExport(OPTIONS);
  for (const { path } of made.files) {
    expect(textOf(made, path)).toBe(textOf(made, path));
    expect(textOf(makeLargeExport(OPTIONS), path)).toBe(textOf(made, path));
  }
  expect(textOf(makeLargeExport({ ...OPTIONS, seed: 2 }), 'messages.csv')).not.toBe(textOf(made, 'messages.csv'));
});

it('has exactly as many rows as asked for, each with all its cells', () => {
  const made = makeLargeExport(OPTIONS);
  const connections = rows(textOf(made, 'Connections.csv').slice(CONNECTIONS_PREAMBLE.length));
  expect(connections.length).toBe(401);
  expect(new Set(connections.map((row) => row.length))).toEqual(new Set([7]));
  expect(new Set(connections.map((row) => row[2])).size).toBe(401);
  const messages = rows(textOf(made, 'messages.csv'));
  expect(messages.length).toBe(3001);
  expect(new Set(messages.map((row) => row.length))).toEqual(new Set([13]));
});

it('writes messages with line breaks, quotes, groups and about 457 bytes a row', () => {
  const made = makeLargeExport({ ...OPTIONS, messages: 20_000 });
  const text = textOf(made, 'messages.csv');
  const messages = rows(text).slice(1);
  expect(messages.filter((row) => row[8]!.includes('\n')).length).toBeGreaterThan(2000);
  expect(messages.filter((row) => row[8]!.includes('"')).length).toBeGreaterThan(500);
  // Threads, not rows: their lengths have a heavy tail, so the rows of a few threads say little.
  const threads = new Set(messages.map((row) => row[0]));
  const groups = new Set(messages.filter((row) => row[5]!.includes(',')).map((row) => row[0]));
  expect(groups.size / threads.size).toBeGreaterThan(0.01);
  expect(groups.size / threads.size).toBeLessThan(0.03);
  const bytesPerRow = Buffer.byteLength(text) / messages.length;
  expect(bytesPerRow).toBeGreaterThan(420);
  expect(bytesPerRow).toBeLessThan(500);
});

it('comes in small pieces', () => {
  const made = makeLargeExport({ ...OPTIONS, messages: 5000 });
  const pieces = [...made.files[1]!.chunks()];
  expect(pieces.length).toBeGreaterThan(10);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(100_000);
});

it('works for one connection and no message', () => {
  const made = makeLargeExport({ connections: 1, messages: 0, seed: 1 });
  expect(rows(textOf(made, 'messages.csv')).length).toBe(1);
  expect(() => makeLargeExport({ connections: 0, messages: 1, seed: 1 })).toThrow(RangeError);
});

it('P6: names invented people only', () => {
  const made = makeLargeExport(OPTIONS);
  for (const { path } of made.files) {
    const text = textOf(made, path);
    for (const [, slug] of text.matchAll(/linkedin\.com\/in\/([^\s,"]*)/g)) expect(slug).toMatch(/-zt\d+$/);
    for (const [address] of text.matchAll(/[^\s,"]+@[^\s,"]+/g)) expect(address).toMatch(/\.test$/);
  }
});
