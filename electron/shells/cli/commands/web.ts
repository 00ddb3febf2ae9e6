/** `weft web`: the app in a browser. */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { GlobalOptions } from '../context.ts';
import { runProgram } from '../run-program.ts';

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
      onEnd(await runProgram(WEB_SHELL, words, stop));
    });
}
