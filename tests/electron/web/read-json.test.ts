import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../electron/shells/web/read-json.ts';

function body(...chunks: string[]): PassThrough {
  const stream = new PassThrough();
  for (const chunk of chunks) stream.write(chunk);
  return stream;
}

describe('the JSON body of a call', () => {
  it('is put together from its pieces', async () => {
    const stream = body('{"a":', '"é', '"}');
    stream.end();
    expect(await readJson(stream, 100)).toEqual({ a: 'é' });
  });

  it('W7: has to arrive whole within its time', async () => {
    await expect(readJson(body('{"a":'), 100, 20)).rejects.toMatchObject({ code: 'body-too-slow' });
  });

  it('W7: ends at its longest, before the rest is read', async () => {
    const stream = body('x'.repeat(60), 'x'.repeat(60));
    await expect(readJson(stream, 100)).rejects.toMatchObject({ code: 'body-too-large' });
    expect(stream.listenerCount('data')).toBe(0);
  });

  it('is refused when the other end goes away', async () => {
    const stream = body('{"a":');
    stream.on('error', () => {});
    setImmediate(() => stream.destroy());
    await expect(readJson(stream, 100)).rejects.toMatchObject({ code: 'body-cut' });
  });

  it.each(['', '{', '7', 'null', '[]', '"text"'])('is refused when it is no object: %s', async (text) => {
    const stream = body(text);
    stream.end();
    await expect(readJson(stream, 100)).rejects.toMatchObject({ kind: 'arguments', code: 'bad-json' });
  });
});
