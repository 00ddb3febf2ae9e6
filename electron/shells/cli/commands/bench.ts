/** `weft bench`: what `npm run bench` does, where the sources and what they are tried with are at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { WeftError } from '../../../../shared/contract/errors.ts';
import type { GlobalOptions } from '../context.ts';
import { runProgram } from '../run-program.ts';

const BENCH = fileURLToPath(new URL('../../../../build/bench/bench.ts', import.meta.url));
/** Comes with `npm ci` in a checkout, not with an installed copy. */
const TOOLS = fileURLToPath(new URL('../../../../node_modules/tinybench', import.meta.url));

/** @param onEnd told the exit code of the bench */
export function addBenchCommand(program: Command, stop: AbortSignal, onEnd: (exitCode: number) => void): void {
  program
    .command('bench')
    .description('the speed figures of this machine; takes minutes')
    .option('--rounds <n>', 'rounds of which the median is taken (default: 3)')
    .option('--quick', 'a tenth of the data, to try the bench itself')
    .action(async ({ rounds, quick }: { rounds?: string; quick?: boolean }) => {
      if (!existsSync(BENCH) || !existsSync(TOOLS)) {
        throw new WeftError(
          'arguments',
          'no-checkout',
          'The bench is not part of an installed copy of Weft. In a checkout of its sources, type npm ci and then npm run bench.',
        );
      }
      const words: string[] = [];
      if (rounds !== undefined) words.push('--rounds', rounds);
      if (quick === true) words.push('--quick');
      if (program.opts<GlobalOptions>().json === true) words.push('--json');
      onEnd(await runProgram(BENCH, words, stop));
    });
}
