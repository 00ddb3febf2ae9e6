/** Electron's runtime: a program of its own that the package fetches when it is first wanted. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So long nothing may arrive before the fetch is given up. */
const STALLED_MS = 15_000;
/** A fetch that takes longer than this is announced. */
const SILENT_MS = 2_000;
const LOOK_MS = 250;

export interface RuntimeOptions {
  /** The folder of the electron package. */
  packageFolder: string;
  env: NodeJS.ProcessEnv;
  say(line: string): void;
  stalledMs?: number;
}

/** Path of the runtime, fetched if need be; null where it cannot be had. */
export async function ensureRuntime(options: RuntimeOptions): Promise<string | null> {
  const { packageFolder, env } = options;
  const here = findRuntime(packageFolder, env);
  if (here !== null || (env['ELECTRON_SKIP_BINARY_DOWNLOAD'] ?? '') !== '') return here;
  const installer = join(packageFolder, 'install.js');
  if (!existsSync(installer)) return null;
  await fetchRuntime(installer, options);
  return findRuntime(packageFolder, env);
}

/** As electron/index.js finds it, which would fetch it at once, and loudly. */
export function findRuntime(packageFolder: string, env: NodeJS.ProcessEnv): string | null {
  const pathFile = join(packageFolder, 'path.txt');
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  if (!existsSync(pathFile)) return null;
  const path = join(folder, readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** Runs the package's own installer until it is done, fails or stalls. What it says is of no use to the user. */
function fetchRuntime(installer: string, options: RuntimeOptions): Promise<void> {
  const { packageFolder, env, say, stalledMs = STALLED_MS } = options;
  // The installer loads into the temporary folder: in one of its own, one can see whether anything arrives.
  const arriving = mkdtempSync(join(tmpdir(), 'weft-runtime-'));
  const places = [arriving, join(packageFolder, 'dist')];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      env: { ...env, TMPDIR: arriving, TEMP: arriving, TMP: arriving },
    });
    const startedAt = performance.now();
    let bytes = -1;
    let movedAt = startedAt;
    let isAnnounced = false;
    const timer = setInterval(() => {
      const now = performance.now();
      const arrived = places.reduce((sum, place) => sum + bytesIn(place), 0);
      if (arrived !== bytes) movedAt = now;
      bytes = arrived;
      if (now - movedAt > stalledMs) child.kill('SIGKILL');
      else if (!isAnnounced && now - startedAt > SILENT_MS && arrived > 0) {
        isAnnounced = true;
        say('Fetching the desktop window (about 120 MB, once).');
      }
    }, LOOK_MS);
    const end = () => {
      clearInterval(timer);
      rmSync(arriving, { recursive: true, force: true });
      resolve();
    };
    child.once('error', end);
    child.once('close', end);
  });
}

function bytesIn(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true }).reduce((sum, name) => {
      return sum + (statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0);
    }, 0);
  } catch {
    // Files come and go while it works.
    return 0;
  }
}
