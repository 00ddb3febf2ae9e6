/**
 * Makes sure that the browser tests have a browser, before anything else is run: `node build/ensure-browser.ts`.
 *
 * A machine without one gets Debian's package when this runs as root there (it brings the libraries along), otherwise the
 * browser Playwright keeps for itself. Where neither can be had, one sentence says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INSTALL_A_BROWSER, lookForChromium, type Machine, thisMachine } from './find-chromium.ts';

/** After that a fetch is given up: about 180 MB over a slow line. */
const MOST_FETCH_MS = 15 * 60_000;
/** A host that does not answer so long is not reachable from here. */
const CONNECT_MS = 15_000;

export interface Fetcher {
  /** Whether this is Debian or one of its kin, and packages may be installed. */
  canInstallPackages: boolean;
  /** @returns whether the command ended well */
  run(command: string, words: readonly string[], env?: NodeJS.ProcessEnv): boolean;
  say(line: string): void;
}

/**
 * The browser's path; one is fetched if there is none.
 *
 * @returns null where none can be had
 */
export function ensureBrowser(machine: Machine, fetcher: Fetcher): string | null {
  const here = lookForChromium(machine);
  if (here !== null) return here;
  const { canInstallPackages, run, say } = fetcher;
  if (canInstallPackages) {
    say('There is no browser for the browser tests: installing Debian’s chromium.');
    const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' };
    const isInstalled =
      run('apt-get', ['update', '-q'], env) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], env);
    const installed = isInstalled ? lookForChromium(machine) : null;
    if (installed !== null) return installed;
  }
  say('There is no browser for the browser tests: fetching Playwright’s chromium, once.');
  const cli = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
  const env = { ...machine.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECT_MS) };
  const isFetched = run(process.execPath, [cli, 'install', 'chromium'], env);
  const fetched = isFetched ? lookForChromium(machine) : null;
  // On a bare Linux its libraries may be missing; better said now than by 30 failing tests.
  if (fetched === null || (machine.platform === 'linux' && !run(fetched, ['--version']))) return null;
  return fetched;
}

function thisFetcher(): Fetcher {
  const isRoot = process.getuid?.() === 0;
  return {
    canInstallPackages: isRoot && existsSync('/etc/debian_version') && existsSync(join('/usr', 'bin', 'apt-get')),
    run(command, words, env = process.env) {
      const { status } = spawnSync(command, [...words], {
        env,
        stdio: ['ignore', 'ignore', 'ignore'],
        timeout: MOST_FETCH_MS,
      });
      return status === 0;
    },
    say: (line) => process.stderr.write(`${line}\n`),
  };
}

if (import.meta.main) {
  if (ensureBrowser(thisMachine(), thisFetcher()) === null) {
    process.stderr.write(`${INSTALL_A_BROWSER}\n`);
    process.exitCode = 2;
  }
}
