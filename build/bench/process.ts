/** Whole processes, measured from outside (time) and by themselves (processor time and peak memory, on descriptor 3). */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Measured {
  /** From start to end, by the clock. */
  seconds: number;
  /** On all cores; what a busy machine does not stretch much. */
  cpuSeconds: number;
  peakBytes: number;
  stdout: string;
}

const REPORT_USAGE = `
import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 }));
});`;

/** @throws Error when the process fails, with the end of what it said */
export function runMeasured(command: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env });
    const said = ['', '', ''];
    [child.stdout, child.stderr, child.stdio[3]].forEach((stream, index) => {
      stream?.on('data', (data: Buffer) => {
        said[index] += data.toString();
      });
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000;
      const [stdout, stderr, usage] = said as [string, string, string];
      if (code === 0)
        resolve({ seconds, ...(JSON.parse(usage) as Pick<Measured, 'cpuSeconds' | 'peakBytes'>), stdout });
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code}: ${stderr.slice(-500)}`));
    });
  });
}

const BENCH = fileURLToPath(new URL('bench.ts', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../electron/shells/cli/main.js', import.meta.url));
/** Where Weft's own doors keep compiled code. */
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/weft', import.meta.url));

/** The command as a user runs it. */
export function runWeft(store: string, ...args: string[]): Promise<Measured> {
  return runNode(COMMAND, ...args, '--store', store, '--json', '--quiet');
}

/** One of the parts of the bench that need a process of their own; its code is compiled once, as that of every door. */
export function runInside(part: 'app' | 'few' | 'page' | 'routes' | 'brokerage', ...args: string[]): Promise<Measured> {
  return runNode(BENCH, '--inside', part, ...args);
}

function runNode(script: string, ...args: string[]): Promise<Measured> {
  const preload = `data:text/javascript,${encodeURIComponent(REPORT_USAGE)}`;
  return runMeasured(process.execPath, ['--import', preload, script, ...args]);
}
