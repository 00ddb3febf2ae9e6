import { cpSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundlePrograms } from '../../build/bundle-programs.ts';
import { run } from '../electron/cli/weft.ts';
import { tempFolder } from '../helpers/temp-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = join(tempFolder(), 'weft');
const folder = join(copy, 'out/programs');
const bundle = join(folder, 'cli.mjs');
const weft = (...words: string[]) =>
  run(process.execPath, [join(copy, 'electron/shells/cli/main.js'), ...words], { WEFT_STORE: join(copy, 'map') });

beforeAll(() => {
  for (const name of ['electron', 'shared', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  mkdirSync(folder, { recursive: true });
});

function setAge(file: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(file, time, time);
}

describe('the bundles of the programs', () => {
  it('are what a door opens while they are as new as the sources', async () => {
    writeFileSync(bundle, 'export async function main(words) { console.log("bundle", ...words); return 3; }\n');
    setAge(bundle, -60);
    expect(await weft('--version', 'x')).toMatchObject({ code: 3, stdout: 'bundle --version x\n' });
    setAge(join(copy, 'shared/contract/api.ts'), -120);
    expect((await weft('--help')).stdout).toContain('Usage: weft');
    setAge(join(copy, 'shared/contract/api.ts'), 60);
    expect((await weft('--help')).stdout).toBe('bundle --help\n');
  });

  it('say what the sources say, their threads and files found', async () => {
    const questions = [['connectors'], ['people', '--limit', '5'], ['next'], ['unheard'], ['bench']];
    const ask = async () => {
      const said = [];
      for (const words of questions) {
        const { code, stdout } = await weft(...words, '--json', '--quiet', '--as-of', '2026-11-01');
        said.push({ code, stdout });
      }
      return said;
    };
    writeFileSync(bundle, '');
    setAge(bundle, 1e6);
    expect((await weft('sample')).code).toBe(0);
    const fromSources = await ask();
    await bundlePrograms(folder);
    setAge(bundle, -60);
    expect(fromSources.map(({ code }) => code)).toEqual([0, 0, 0, 2, 2]);
    expect(await ask()).toEqual(fromSources);
  });
});
