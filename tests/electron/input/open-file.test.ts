import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bytesOf, openInputFile } from '../../../electron/backend/input/open-file.ts';
import { tempFolder, writeTemp } from '../../helpers/linkedin-export.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const isWindows = process.platform === 'win32';

async function readAll(path: string): Promise<Buffer> {
  const file = await openInputFile(path);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of bytesOf(file, 0, file.size)) chunks.push(chunk);
    await file.assertUnchanged();
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

describe('I4: only ordinary files are opened', () => {
  it('I4: reads an ordinary file whole and leaves it as it was', async () => {
    const bytes = Buffer.alloc(700_000, 'First Name,Last Name\n');
    const path = writeTemp('Connections.csv', bytes);
    expect((await readAll(path)).equals(bytes)).toBe(true);
    expect(sha256(readFileSync(path))).toBe(sha256(bytes));
  });

  it('I4: refuses a folder named like a table and says to name the files in it', async () => {
    const path = join(tempFolder(), 'folder.csv');
    mkdirSync(path);
    await expect(openInputFile(path)).rejects.toMatchObject({
      kind: 'input',
      code: 'not-a-file',
      message: expect.stringContaining('Name the ZIP archive or the files in it'),
    });
  });

  it.skipIf(isWindows)('I4: refuses a pipe nobody writes to, without waiting for a writer', async () => {
    const path = join(tempFolder(), 'pipe.csv');
    execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
    await expect(openInputFile(path)).rejects.toMatchObject({
      kind: 'input',
      code: 'not-a-file',
      message: expect.stringContaining('Save its content as a file'),
    });
  });

  it.skipIf(isWindows)('I4: refuses a device', async () => {
    await expect(openInputFile('/dev/zero')).rejects.toMatchObject({ kind: 'input', code: 'not-a-file' });
  });

  it.skipIf(isWindows)('I4: refuses a socket', async () => {
    const path = join(tempFolder(), 'socket.csv');
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once('listening', resolve));
    await expect(openInputFile(path)).rejects.toMatchObject({ kind: 'input', code: 'not-a-file' });
    await new Promise((resolve) => server.close(resolve));
  });

  it.skipIf(isWindows)('I4: refuses a link, even to an ordinary file', async () => {
    const target = writeTemp('Connections.csv', 'First Name\n');
    const link = join(tempFolder(), 'link.csv');
    symlinkSync(target, link);
    await expect(openInputFile(link)).rejects.toMatchObject({
      code: 'not-a-file',
      message: expect.stringContaining('Name the file it points to'),
    });
  });
});

describe('I4: a file that changes while it is read is refused', () => {
  it.each([
    ['grows', (path: string) => appendFileSync(path, 'Ana,Reis\n')],
    ['is rewritten in place at the same size', (path: string) => writeFileSync(path, 'x'.repeat(600_000))],
    ['gets another time', (path: string) => utimesSync(path, 1, 1)],
    ['is cut short', (path: string) => truncateSync(path, 300_000)],
  ])('I4: notices that the file %s', async (_what, change) => {
    const path = writeTemp('Connections.csv', 'a'.repeat(600_000));
    const file = await openInputFile(path);
    const reading = async (): Promise<void> => {
      let isFirst = true;
      for await (const chunk of bytesOf(file, 0, file.size)) {
        expect(chunk.length).toBeGreaterThan(0);
        if (isFirst) change(path);
        isFirst = false;
      }
      await file.assertUnchanged();
    };
    await expect(reading()).rejects.toMatchObject({
      kind: 'input',
      code: 'file-changed',
      message: expect.stringContaining('import it again'),
    });
    await file.close();
  });

  it('I4: notices more bytes even when the time was set back', async () => {
    const path = writeTemp('Connections.csv', 'First Name\n');
    utimesSync(path, 1_000_000, 1_000_000);
    const file = await openInputFile(path);
    appendFileSync(path, 'Ana\n');
    utimesSync(path, 1_000_000, 1_000_000);
    await expect(file.assertUnchanged()).rejects.toMatchObject({ code: 'file-changed' });
    await file.close();
  });

  it('I4: never gives fewer bytes than asked without saying so', async () => {
    const path = writeTemp('Connections.csv', 'a'.repeat(600_000));
    const file = await openInputFile(path);
    truncateSync(path, 1_000);
    const counting = async (): Promise<number> => {
      let count = 0;
      for await (const chunk of bytesOf(file, 0, file.size)) count += chunk.length;
      return count;
    };
    await expect(counting()).rejects.toMatchObject({ code: 'file-changed' });
    await file.close();
  });
});

describe('corpus 60: odd arguments end in one clear line', () => {
  it.each([
    ['a missing file', 'nowhere.zip'],
    ['a dash', '-'],
    ['the empty text', ''],
    ['a path with a line end', 'two\nlines.zip'],
    ['a path with a NUL', 'nul\0.zip'],
    ['a name far too long', `${'n'.repeat(5_000)}.zip`],
    ['a file in the place of a folder', join('tests', 'tsconfig.json', 'x.zip')],
  ])('corpus 60: %s is an argument that names no file', async (_what, path) => {
    const failure = await openInputFile(path).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      kind: 'arguments',
      code: 'file-missing',
      message: expect.stringContaining('Check its name and folder'),
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(String(failure)).not.toMatch(/[\u0000-\u001f]/);
    expect(String(failure).length).toBeLessThan(400);
  });

  it.skipIf(isWindows)('corpus 60: a file without permission is a matter of the place', () => {
    const path = writeTemp('Connections.csv', 'First Name\n');
    chmodSync(path, 0);
    const module = new URL('../../../electron/backend/input/open-file.ts', import.meta.url).href;
    const script = `import(${JSON.stringify(module)}).then((m) => m.openInputFile(process.argv[1]))
      .catch((error) => console.log(JSON.stringify({ kind: error.kind, code: error.code, message: error.message })));`;
    // Permissions do not bind root, so root reads as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = spawnSync(process.execPath, ['-e', script, path], { cwd: REPOSITORY, encoding: 'utf8', ...nobody });
    expect(JSON.parse(child.stdout)).toMatchObject({
      kind: 'place',
      code: 'no-permission',
      message: expect.stringContaining('copy it to a folder of yours'),
    });
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
