/** `npm start`: the desktop window where it can be had, otherwise one line that says why, and the browser. */
import '../backend/runtime-check.ts';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT_CODES } from '../../shared/contract/errors.ts';
import { parseWords } from '../parse-words.ts';
import { ensureBuilt, PAGE_FOLDER } from '../shells/web/ensure-built.ts';
import { hasScreen } from '../shells/web/open-browser.ts';
import { WEB_WORDS, type WebOptions, webOptionsFrom } from '../shells/web/options.ts';
import { ensureSample, reportFailure, sayAside, serve } from '../shells/web/program.ts';
import { canBundle, ensureBundle } from './desktop-bundle.ts';
import { ensureRuntime } from './desktop-runtime.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A window that ends so soon, and not by Weft's own word, never opened: a library or the sandbox is missing. */
const NEVER_OPENED_MS = 10_000;

/**
 * Starts Weft and waits until it ends.
 *
 * @param argv the words after `npm start --`
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const words = parseWords(argv, { ...WEB_WORDS, web: { type: 'boolean' } } as const);
    const options = webOptionsFrom(words);
    // A port and an address to print belong to the browser.
    const wantsBrowser = words.web === true || words['no-open'] === true || words.port !== undefined;
    if (!wantsBrowser) {
      const outcome = await openWindow(options);
      if (typeof outcome === 'number') return outcome;
      sayAside(`${outcome} Weft goes to your browser instead.`);
    }
    return await serve(options);
  } catch (thrown) {
    return reportFailure(thrown);
  }
}

/** The exit code of the window once it is closed, or a sentence that says why there is none. */
async function openWindow(options: WebOptions): Promise<number | string> {
  if (!canBundle()) return 'The desktop window is not part of this copy.';
  if (!hasScreen(process.platform, process.env)) return 'There is no screen here for a desktop window.';
  // Electron's sandbox does not start for root, and Weft never runs without it (E10).
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'The desktop window does not open for root.';
  const packageFolder = join(root, 'node_modules', 'electron');
  const runtime = await ensureRuntime({ packageFolder, env: process.env, say: sayAside });
  if (runtime === null) return "Electron's runtime is not here and cannot be fetched.";

  await ensureBuilt(sayAside);
  const shell = await ensureBundle(PAGE_FOLDER);
  if (options.isSample) await prepareSample(options.storeFolder);
  const startedAt = performance.now();
  const code = await runWindow(runtime, shell, options.storeFolder);
  const codes: readonly number[] = Object.values(EXIT_CODES);
  const isOwnWord = code === 0 || (code !== null && codes.includes(code));
  if (isOwnWord || performance.now() - startedAt > NEVER_OPENED_MS) return code ?? EXIT_CODES.mistake;
  return 'The desktop window could not start here.';
}

async function prepareSample(folder: string): Promise<void> {
  const { createThreadedBackend } = await import('../backend/threaded-backend.ts');
  const backend = createThreadedBackend({ folder });
  try {
    await ensureSample(backend.api);
  } finally {
    await backend.close();
  }
}

/** The exit code, or null where a signal ended the window. */
function runWindow(runtime: string, shell: string, storeFolder: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(runtime, [shell], { stdio: 'inherit', env: { ...process.env, WEFT_STORE: storeFolder } });
    // Ctrl-C reaches the window by itself; this one waits for it, and passes on what came to it alone.
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
    process.on('SIGINT', () => {});
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
}
