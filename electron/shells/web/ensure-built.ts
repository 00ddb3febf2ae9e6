/** Makes the page that both windows serve, and the bundles of the programs, where they are missing or older than their sources. */
import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WeftError } from '../../../shared/contract/errors.ts';
import { isFresh } from '../../is-fresh.ts';
import { freshBundle, PROGRAMS_FOLDER } from '../../programs-bundle.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the built page lies. */
export const PAGE_FOLDER = join(root, 'out', 'renderer');

/** What the page is made of. */
const SOURCES = ['renderer', 'shared', 'build/vite.config.ts', 'package-lock.json'].map((name) => join(root, name));

/**
 * The programs also run from their sources: where they cannot be bundled, they start more slowly.
 *
 * @param say told, in one line, that a build is under way
 * @throws WeftError mistake `page-not-built`
 */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // An installed Weft has what is built and nothing to build it with.
  if (!existsSync(join(root, 'renderer')) || !existsSync(vite)) return;
  const isPageFresh = isFresh(join(PAGE_FOLDER, 'index.html'), SOURCES);
  const areProgramsFresh = freshBundle('web') !== null;
  if (isPageFresh && areProgramsFresh) return;
  say('Building Weft; this is needed once after each update.');
  const page = [
    vite,
    'build',
    '--config',
    join(root, 'build', 'vite.config.ts'),
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const programs = [join(root, 'build', 'bundle-programs.ts')];
  const [failure] = await Promise.all([
    isPageFresh ? null : build(page, PAGE_FOLDER, 'index.html'),
    areProgramsFresh ? null : build(programs, PROGRAMS_FOLDER, 'web.mjs').catch(() => null),
  ]);
  if (failure === null) return;
  const cause = new Error(failure);
  throw new WeftError('mistake', 'page-not-built', 'The page could not be built. Try: npm run build', {}, cause);
}

/**
 * Builds beside the old folder and takes its place when whole: two starts at once do not meet, and a failed one leaves it.
 *
 * @param main the file without which nothing was built
 * @returns what went wrong, or null
 */
async function build(words: readonly string[], folder: string, main: string): Promise<string | null> {
  const fresh = `${folder}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    const { code, said } = await runScript([...words, '--outDir', fresh]);
    if (code !== 0 || !existsSync(join(fresh, main))) return said;
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
    return null;
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  }
}

/** Runs a build script on this Node; what it says is kept for the case that it fails. */
export function runScript(words: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
