/** The programs compared with, in Debian's Python. Whatever is missing is left out of the table. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Measured, runMeasured } from './process.ts';

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('peers.py', import.meta.url));

export interface Peers {
  python: string;
  packages: Record<'pandas' | 'networkx' | 'igraph', string | null>;
}

export function peersOfPython(): Peers | null {
  try {
    const answer = execFileSync(PYTHON, [SCRIPT, 'versions'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(answer) as Peers;
  } catch {
    return null;
  }
}

/** Runs one task of peers.py; its answer is the JSON it prints. */
export function runPeer(task: string, ...args: string[]): Promise<Measured> {
  return runMeasured(PYTHON, [SCRIPT, task, ...args]);
}
