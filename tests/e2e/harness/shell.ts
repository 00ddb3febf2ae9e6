/** The web shell as its user starts it: a program of its own, on a map of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = join(root, 'electron/start/main.js');
const command = join(root, 'electron/shells/cli/main.js');

export interface Shell {
  /** Lets one tab in, once. */
  address: string;
  origin: string;
  storeFolder: string;
  stop(): Promise<void>;
}

export interface ShellOptions {
  storeFolder: string;
  isSample?: boolean;
  /** The same as before a stop, so that an open page finds the new one. */
  port?: number;
}

export async function startShell({ storeFolder, isSample = false, port = 0 }: ShellOptions): Promise<Shell> {
  const words = [program, '--web', '--no-open', '--json', '--store', storeFolder, '--port', String(port)];
  const child = spawn(process.execPath, isSample ? [...words, '--sample'] : words, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const address = await addressOf(child);
  const { origin } = new URL(address);
  return {
    address,
    origin,
    storeFolder,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const line = said.split('\n').find((text) => text.startsWith('{'));
      if (said.includes('\n') && line !== undefined) resolve((JSON.parse(line) as { address: string }).address);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      complained += chunk.toString();
    });
    child.once('exit', (code) => reject(new Error(`The web shell ended with ${code}: ${complained}`)));
  });
}

/** Another Weft on the same map: the command. Gives what it printed. */
export async function weft(storeFolder: string, words: readonly string[]): Promise<string> {
  const env = { ...process.env, WEFT_STORE: storeFolder };
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...words], { env });
  return stdout;
}

/** A folder that is there for one test. */
export function scratchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'weft-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
