import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureRuntime, findRuntime } from '../../../electron/start/desktop-runtime.ts';
import { tempFolder } from '../../helpers/temp-files.ts';

/** A package as npm leaves it, with an installer that does this. */
function electronPackage(installer: string): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  writeFileSync(join(folder, 'install.js'), installer);
  return folder;
}

const FETCHES = `
const fs = require('node:fs');
const path = require('node:path');
fs.writeFileSync(path.join(require('node:os').tmpdir(), 'electron.zip'), 'x'.repeat(1000));
fs.mkdirSync(path.join(__dirname, 'dist'));
fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '');
fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');
`;

function ensure(packageFolder: string, env: NodeJS.ProcessEnv = {}, said: string[] = []) {
  const say = (line: string) => said.push(line);
  return ensureRuntime({ packageFolder, env: { ...process.env, ...env }, say, stalledMs: 600 });
}

/** Folders that runs of the installer left in the temporary folder. */
function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('weft-runtime-'));
}

describe("Electron's runtime", () => {
  it('is taken where it is, without running the installer', async () => {
    const folder = electronPackage('require("node:fs").writeFileSync(__dirname + "/ran", "")');
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron'), '');
    chmodSync(join(folder, 'dist', 'electron'), 0o755);
    writeFileSync(join(folder, 'path.txt'), 'electron\n');
    expect(await ensure(folder)).toBe(join(folder, 'dist', 'electron'));
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it('is taken from the folder that the environment names', () => {
    const folder = electronPackage('');
    const elsewhere = tempFolder();
    writeFileSync(join(elsewhere, 'electron'), '');
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findRuntime(folder, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(join(elsewhere, 'electron'));
    expect(findRuntime(folder, {})).toBeNull();
  });

  it('is fetched when it is not there', async () => {
    const folder = electronPackage(FETCHES);
    expect(await ensure(folder)).toBe(join(folder, 'dist', 'electron'));
  });

  it('cannot be had where fetching fails, and nothing is said of it', async () => {
    const said: string[] = [];
    expect(await ensure(electronPackage('console.error("no network"); process.exit(1)'), {}, said)).toBeNull();
    expect(await ensure(tempFolder(), {}, said)).toBeNull();
    expect(said).toEqual([]);
  });

  it('is given up when nothing arrives any more', async () => {
    expect(await ensure(electronPackage('setInterval(() => {}, 1000)'))).toBeNull();
  });

  it('is not fetched when the environment forbids it', async () => {
    expect(await ensure(electronPackage(FETCHES), { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })).toBeNull();
  });

  it('leaves nothing in the temporary folder', async () => {
    const before = leftovers();
    await ensure(electronPackage(`${FETCHES}; process.exit(1)`));
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  });
});
