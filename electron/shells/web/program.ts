/** The web shell as a program: serves until it is told to stop, and leaves nothing behind (safety.md W3, W8, S3). */
import '../../backend/runtime-check.ts';
import { rmSync } from 'node:fs';
import type { WeftApi } from '../../../shared/contract/api.ts';
import { asWeftError, EXIT_CODES, WeftError } from '../../../shared/contract/errors.ts';
import type { Backend } from '../../backend/assemble-backend.ts';
import { startBackendThread } from '../../backend/engine/backend-thread.ts';
import { ensureBuilt, PAGE_FOLDER } from './ensure-built.ts';
import type { WebServer } from './http.ts';
import { hasScreen, openWithSystem, writeRedirect } from './open-browser.ts';
import { readWebOptions, type WebOptions } from './options.ts';
import { type PageFiles, readPageFiles } from './page-files.ts';
import { openPrivateFolder } from './private-folder.ts';

/** After that the process ends, whatever is still under way; the map survives it (D3). */
const MOST_MS_TO_END = 1_500;

/**
 * Runs the web shell until it is stopped.
 *
 * @param argv the words after the program's name
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await serve(readWebOptions(argv));
  } catch (thrown) {
    return reportFailure(thrown);
  }
}

/** Says what went wrong in one line; the exit code for it. */
export function reportFailure(thrown: unknown): number {
  const error = asWeftError(thrown);
  sayAside(`weft: ${error.message}`);
  if (process.env['WEFT_DEBUG'] === '1')
    sayAside(String(error.cause instanceof Error ? error.cause.stack : error.stack));
  return EXIT_CODES[error.kind];
}

/** A line that is no answer. */
export function sayAside(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function builtPage(): Promise<PageFiles> {
  await ensureBuilt(sayAside);
  try {
    return readPageFiles(PAGE_FOLDER);
  } catch (thrown) {
    throw new WeftError('mistake', 'page-not-built', 'The page is missing. Try: npm run build', {}, thrown);
  }
}

/**
 * Serves until the terminal, the starting program or a signal ends it.
 *
 * @param loadPage brings the page up to date and reads it
 * @returns 0
 * @throws WeftError `page-not-built`, `port-taken`, and what making the sample throws
 */
export async function serve(options: WebOptions, loadPage = builtPage): Promise<number> {
  const stopped = waitForStop();
  // One span for all that has to end.
  const tooLate = stopped.then(() => after(MOST_MS_TO_END));
  // It comes up while this thread looks at what is built and loads what serves.
  const thread = startBackendThread({ folder: options.storeFolder }, true);
  const [{ createThreadedBackend }, { startWebServer }] = await Promise.all([
    import('../../backend/threaded-backend.ts'),
    import('./http.ts'),
  ]);
  const backend = createThreadedBackend({ folder: options.storeFolder }, thread);
  const folder = openPrivateFolder(options.storeFolder);
  // Whatever way this process ends, but for SIGKILL.
  process.once('exit', () => folder.remove());
  let redirect: string | null = null;
  let server: WebServer | null = null;
  const start = async () => {
    const page = await loadPage();
    if (options.isSample) await ensureSample(backend.api);
    server = await startWebServer({
      backend,
      storeFolder: options.storeFolder,
      page,
      folder,
      port: options.port,
      onSession() {
        if (redirect !== null) rmSync(redirect, { force: true });
        redirect = null;
      },
    });
    const canOpen = options.isOpened && hasScreen(process.platform, process.env);
    if (canOpen) redirect = writeRedirect(folder.path(), server.newAddress());
    const isOpened = redirect !== null && (await openWithSystem(redirect));
    announce(server, isOpened, options);
    // Loads what checks the page's calls. What goes wrong is said when the page asks.
    void backend.api.status({}).catch(() => {});
  };
  try {
    await Promise.race([start(), stopped]);
    await stopped;
  } finally {
    await Promise.race([closeAll(server, backend), tooLate]);
    folder.remove();
  }
  return 0;
}

async function closeAll(server: WebServer | null, backend: Backend): Promise<void> {
  await server?.close();
  await backend.close();
}

/** @throws WeftError arguments `map-not-empty` where the folder holds a map of real people */
export async function ensureSample({ status, makeSample }: WeftApi): Promise<void> {
  const { isEmpty, isSample } = await status({});
  if (!isEmpty && isSample) return;
  sayAside('Inventing a network to try Weft with.');
  await makeSample({});
}

/** An address lets one tab in, once. It is shown on a terminal, and elsewhere only if there is no other way to the page. */
function announce(server: WebServer, isOpened: boolean, { isJson }: WebOptions): void {
  if (isJson) {
    process.stdout.write(`${JSON.stringify({ address: server.newAddress() })}\n`);
    return;
  }
  const lines = [isOpened ? 'Weft is open in your browser.' : 'Weft is ready.'];
  lines[0] += ' It serves this machine only; Ctrl-C ends it.';
  if (!isOpened) lines.push(`Open it in a browser here: ${server.newAddress()}`);
  else if (process.stdout.isTTY) lines.push(`For another tab, once: ${server.newAddress()}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Resolves at Ctrl-C, the end of the terminal or of the starting program. Who asks again after a moment need not wait. */
function waitForStop(): Promise<void> {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(event, () => {
      sayAside('Weft made a mistake and closed. Your map is unharmed. Code unexpected.');
      process.exit(EXIT_CODES.mistake);
    });
  }
  return new Promise((resolve) => {
    let askedAt: number | null = null;
    const stop = () => {
      // A terminal and npm both pass the same Ctrl-C on.
      if (askedAt !== null && performance.now() - askedAt > 300) process.exit(0);
      askedAt ??= performance.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    // Started by the command: the channel breaks when that is gone, however it went.
    if (process.connected) process.once('disconnect', resolve);
    // A terminal that is closed cannot be written to.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => resolve());
    watchStarter(resolve);
  });
}

/** npm passes not every signal on, and may be killed itself; its script then belongs to nobody. */
function watchStarter(onGone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) onGone();
  }, 500).unref();
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
