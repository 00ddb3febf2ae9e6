import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readLines } from '../../../electron/shells/mcp/read-lines.ts';

async function linesOf(...chunks: (string | Buffer)[]): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  await readLines(Readable.from(chunks, { objectMode: false }), (line) => lines.push(line));
  return lines;
}

it('gives a line when its LF has come, wherever the chunks begin and end, and the last one without', async () => {
  expect(await linesOf('{"a', '":1}\n\n  \r\n{"b":2}', '\n{"c":3}\n{"d"', ':4}')).toEqual([
    '{"a":1}',
    '{"b":2}',
    '{"c":3}',
    '{"d":4}',
  ]);
  const name = Buffer.from('Łukasz 🚀\n');
  expect(await linesOf(...[...name].map((byte) => Buffer.of(byte)))).toEqual(['Łukasz 🚀']);
});

it('takes a line of a million characters, passes over a longer one, and goes on', async () => {
  const most = 'x'.repeat(1_048_576);
  expect(await linesOf('a\n', most, '\n', most, 'x', `${most}\nb\n`)).toEqual(['a', most, null, 'b']);
  expect(await linesOf(most, most)).toEqual([null]);
});
