/** Another program of Weft on this terminal: shells do not import each other, and the bench is no part of any. */
import { spawn } from 'node:child_process';
import { EXIT_CODES } from '../../../shared/contract/errors.ts';

/**
 * Runs it until it ends.
 *
 * @param file its first source
 * @returns its exit code
 */
export function runProgram(file: string, words: readonly string[], stop: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    // The channel breaks when this process ends, however it does; a shell then ends too.
    const child = spawn(process.execPath, [file, ...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    stop.addEventListener('abort', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? (stop.aborted ? EXIT_CODES.cancelled : EXIT_CODES.mistake)));
  });
}
