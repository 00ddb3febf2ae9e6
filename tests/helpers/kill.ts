/** Programs that are ended without a word, to see what they leave behind (D3). */
import { spawn } from 'node:child_process';

export interface Killed {
  /** Whether the program was ended by us; false if it was done before. */
  wasKilled: boolean;
  /** Lines it wrote on its output before that. */
  lines: string[];
  /** What it said on the error channel. */
  errors: string;
}

export type KillMoment =
  /** Milliseconds after it wrote the line. */
  | { afterLine: string; ms: number }
  /** Milliseconds after its start. */
  | { ms: number };

/**
 * Runs a program of the project on the project's own Node and ends it with SIGKILL at a moment. Resolves when it is gone.
 *
 * @param script path of a .ts or .js file; it may write lines to say how far it is
 */
export function killAt(script: string, words: readonly string[], moment: KillMoment): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...words]);
    let output = '';
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    const killSoon = () => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), moment.ms);
    };
    if (!('afterLine' in moment)) killSoon();
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if ('afterLine' in moment && linesOf(output).includes(moment.afterLine)) killSoon();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      resolve({ wasKilled: signal === 'SIGKILL', lines: linesOf(output), errors });
    });
  });
}

/** Whole lines only: the last one may have been cut. */
function linesOf(output: string): string[] {
  return output.split('\n').slice(0, -1);
}
