import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { writeSampleZips } from '../../../electron/backend/sample/write-sample-zips.ts';
import { makeSample } from '../../../shared/sample/make-sample.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'weft-sample-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

const digest = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

it('writes one archive for each export, holding exactly its files', async () => {
  const paths = await writeSampleZips(join(dir, 'new', 'folder'));
  const made = makeSample();
  expect(paths.map((path) => basename(path))).toEqual(made.map((one) => one.fileName));
  for (const [index, path] of paths.entries()) {
    const zip = await openPromise(path);
    const found: { path: string; text: string }[] = [];
    for await (const entry of zip.eachEntry()) {
      found.push({ path: entry.fileName, text: await text(await zip.openReadStreamPromise(entry)) });
    }
    expect(found).toEqual(made[index]!.files);
  }
});

it('writes the same bytes for the same seed', async () => {
  const first = await writeSampleZips(join(dir, 'a'), 3);
  const again = await writeSampleZips(join(dir, 'b'), 3);
  for (const [index, path] of first.entries()) expect(await digest(again[index]!)).toBe(await digest(path));
});
