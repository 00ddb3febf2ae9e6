/** Makes the page that both windows serve, when it is not there or older than what it is made of. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WeftError } from '../../../shared/contract/errors.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the built page lies. */
export const PAGE_FOLDER = join(root, 'out', 'renderer');

/** What the page is made of. */
const SOURCES = ['renderer', 'shared', 'build/vite.config.ts', 'package-lock.json'].map((name) => join(root, name));

/**
 * @param say told, in one line, that a build is under way
 * @throws WeftError mistake `page-not-built`
 */
export async function ensurePage(say: (line: string) => void): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const isSourceHere = existsSync(join(root, 'renderer')) && existsSync(vite);
  // An installed Weft has the page and nothing to build it with.
  if (!isSourceHere || isFresh(join(PAGE_FOLDER, 'index.html'), SOURCES)) return;
  say('Building the page; this is needed once after each update.');
  await build(vite);
}

/** Whether a built file is at least as new as all it is made of. */
export function isFresh(built: string, sources: readonly string[]): boolean {
  const builtAt = statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  return builtAt !== undefined && sources.every((source) => newestIn(source) <= builtAt);
}

/** Milliseconds; files in folders are looked at, and folders too, since they change when a file goes. */
function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  let newest = stat.mtimeMs;
  if (stat.isDirectory()) for (const name of readdirSync(path)) newest = Math.max(newest, newestIn(join(path, name)));
  return newest;
}

/** Builds beside the old page and takes its place when whole: two starts at once do not meet, and a failed one leaves it. */
async function build(vite: string): Promise<void> {
  const fresh = `${PAGE_FOLDER}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    const words = [vite, 'build', '--config', join(root, 'build', 'vite.config.ts'), '--outDir', fresh];
    const { code, said } = await runScript([...words, '--emptyOutDir', '--logLevel', 'warn']);
    if (code !== 0 || !existsSync(join(fresh, 'index.html'))) throw notBuilt(said);
    if (existsSync(PAGE_FOLDER)) renameSync(PAGE_FOLDER, old);
    renameSync(fresh, PAGE_FOLDER);
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
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

function notBuilt(said: string): WeftError {
  const cause = new Error(said);
  return new WeftError('mistake', 'page-not-built', 'The page could not be built. Try: npm run build', {}, cause);
}
