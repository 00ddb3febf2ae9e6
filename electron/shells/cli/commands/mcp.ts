/** `weft mcp`: read-only tools for a local assistant, over standard input and output. */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { GlobalOptions } from '../context.ts';
import { runProgram } from '../run-program.ts';

const MCP_SHELL = fileURLToPath(new URL('../../mcp/main.js', import.meta.url));

/** @param onEnd told the exit code of the shell for assistants */
export function addMcpCommand(program: Command, stop: AbortSignal, onEnd: (exitCode: number) => void): void {
  program
    .command('mcp')
    .description('read-only tools for an assistant on this machine (Model Context Protocol)')
    .action(async () => {
      const { store, asOf, seed } = program.opts<GlobalOptions>();
      const words: string[] = [];
      if (store !== undefined) words.push('--store', store);
      if (asOf !== undefined) words.push('--as-of', asOf);
      if (seed !== undefined) words.push('--seed', String(seed));
      onEnd(await runProgram(MCP_SHELL, words, stop));
    });
}
