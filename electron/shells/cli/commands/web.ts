/** `weft web`: the app in a browser. Shells do not import each other, so the web shell runs as a program of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { GlobalOptions } from '../context.ts';

const WEB_SHELL = fileURLToPath(new URL('../../web/main.js', import.meta.url));

/** @param onEnd told the exit code of the web shell */
export function addWebCommand(program: Command, stop: AbortSignal, onEnd: (exitCode: number) => void): void {
  program
    .command('web')
    .description('the app in a browser, for this machine only')
    .option('--port <n>', 'port (default: any free one)')
    .option('--no-open', 'print the address only')
    .action(async ({ port, open }: { port?: string; open: boolean }) => {
      const { store, json } = program.opts<GlobalOptions>();
      const words: string[] = [];
      if (store !== undefined) words.push('--store', store);
      if (port !== undefined) words.push('--port', port);
      if (!open) words.push('--no-open');
      if (json === true) words.push('--json');
      onEnd(await runWebShell(words, stop));
    });
}

function runWebShell(words: readonly string[], stop: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    // The channel breaks when this process ends, however it does; the web shell then ends too.
    const child = spawn(process.execPath, [WEB_SHELL, ...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    stop.addEventListener('abort', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 0));
  });
}
