/** The command as a child process, as a person or a script runs it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../../helpers/linkedin-export.ts';

export const DOOR = fileURLToPath(new URL('../../../electron/shells/cli/main.js', import.meta.url));

const compileCache = tempFolder();

export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Runs one command on the map in `store`. */
export function weft(store: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return run(process.execPath, [DOOR, ...args], {
    WEFT_STORE: store,
    // Starts in half the time; the suite runs the command some hundred times.
    NODE_COMPILE_CACHE: compileCache,
    ...env,
  });
}

export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(errors).toString() }),
    );
  });
}

/** Runs one command with --json; whatever it prints must be one JSON document. */
export async function weftJson<T>(store: string, args: readonly string[]): Promise<T> {
  const ran = await weft(store, [...args, '--json']);
  if (ran.code !== 0) throw new Error(`exit ${ran.code}: ${ran.stdout}${ran.stderr}`);
  return JSON.parse(ran.stdout) as T;
}
