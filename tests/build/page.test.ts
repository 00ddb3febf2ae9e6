import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../helpers/temp-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the built page', () => {
  it('is the one that people get, also where the build is started under a test runner', () => {
    const folder = tempFolder();
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const words = [vite, 'build', '--config', join(root, 'build', 'vite.config.ts'), '--outDir', folder];
    const { status } = spawnSync(process.execPath, [...words, '--emptyOutDir', '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'test' },
    });
    expect(status).toBe(0);
    const assets = join(folder, 'assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    // Only React's development build knows this warning.
    const isDevelopment = (name: string) =>
      readFileSync(join(assets, name), 'utf8').includes('Check the render method of');
    expect(scripts.filter(isDevelopment)).toEqual([]);
  });
});
