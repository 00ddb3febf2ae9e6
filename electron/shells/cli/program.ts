/** The `weft` command: words in, one call of the contract, words or JSON out. */
import { homedir } from 'node:os';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { asWeftError, EXIT_CODES, WeftError } from '../../../shared/contract/errors.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import { type Backend, createBackend } from '../../backend/create-backend.ts';
import { installLastResort } from '../../backend/last-resort.ts';
import { takeUnfinishedImport } from '../../backend/store/import-mark.ts';
import { defaultStoreFolder } from '../../backend/store/paths.ts';
import { todayIso } from '../../backend/today.ts';
import { addBenchCommand } from './commands/bench.ts';
import { addCircleCommands } from './commands/circles.ts';
import { addConnectorCommands } from './commands/connectors.ts';
import { addDataCommands } from './commands/data.ts';
import { addForgetCommands } from './commands/forget.ts';
import { addImportCommands } from './commands/import.ts';
import { addLogCommands } from './commands/log.ts';
import { addMcpCommand } from './commands/mcp.ts';
import { addNextCommands } from './commands/next.ts';
import { addPeopleCommands } from './commands/people.ts';
import { addRouteCommands } from './commands/routes.ts';
import { addSayCommands } from './commands/say.ts';
import { addTargetCommands } from './commands/targets.ts';
import { addTieCommands } from './commands/ties.ts';
import { addTopCommand } from './commands/top.ts';
import { addWebCommand } from './commands/web.ts';
import {
  type Answer,
  type CommandContext,
  type GlobalOptions,
  makeStyle,
  progressLine,
  wantsColor,
  widthOf,
} from './context.ts';
import { plain, wrap } from './table.ts';

const DEFAULT_LIMIT = 25;

/**
 * Runs one command.
 *
 * @param argv the words after `weft`
 * @returns the exit code (safety.md)
 */
export async function main(argv: string[]): Promise<number> {
  installLastResort();
  const isJson = argv.includes('--json');
  let exitCode = 0;
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader such as `head` that has seen enough is no failure.
    if (error.code === 'EPIPE') process.exit(exitCode);
  });

  const program = new Command('weft');
  program
    .description('A private map of your own professional network: who can introduce you, and whom to ask first.')
    .option('--store <dir>', 'the folder that holds your map')
    .option('--json', 'one JSON document on standard output')
    .option('--as-of <date>', 'the day on which everything is judged, YYYY-MM-DD (default: today)', isoDate)
    .option('--seed <n>', 'for sampled computations', wholeNumber)
    .option('--limit <n>', `rows at most, 0 = all (default: ${DEFAULT_LIMIT})`, wholeNumber)
    .option('--quiet', 'no progress')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(complaint(sentence(text))),
      writeErr: (text) => {
        // With --json the failure goes to standard output as JSON (below).
        if (!isJson) process.stderr.write(withoutValue(text));
      },
    });

  const run = async (work: (context: CommandContext) => Promise<Answer>): Promise<void> => {
    const options = program.opts<GlobalOptions>();
    const progress = progressLine(process.stderr, options.quiet !== true);
    const today = options.asOf ?? todayIso();
    let backend: Backend | null = null;
    try {
      const folder =
        options.store ?? defaultStoreFolder({ platform: process.platform, env: process.env, home: homedir() });
      const unfinished = takeUnfinishedImport(folder);
      if (unfinished !== null) process.stderr.write(complaint(unfinished));
      backend = createBackend({ folder });
      const answer = await work({
        api: backend.api,
        options,
        judging: {
          ...(options.asOf !== undefined && { asOf: options.asOf }),
          ...(options.seed !== undefined && { seed: options.seed }),
        },
        today,
        limit: options.limit ?? DEFAULT_LIMIT,
        call: { onProgress: (step) => progress.show(step), signal: stop.signal },
        width: widthOf(process.stdout),
        style: makeStyle(wantsColor(process.stdout, process.env)),
      });
      progress.clear();
      process.stdout.write(`${isJson ? JSON.stringify(answer.json) : answer.text()}\n`);
    } finally {
      progress.clear();
      await backend?.close();
    }
  };

  addImportCommands(program, run);
  addPeopleCommands(program, run);
  addTieCommands(program, run);
  addRouteCommands(program, run);
  addConnectorCommands(program, run);
  addCircleCommands(program, run);
  addTopCommand(program, run);
  addNextCommands(program, run);
  addTargetCommands(program, run);
  addSayCommands(program, run);
  addLogCommands(program, run);
  addDataCommands(program, run);
  addForgetCommands(program, run);
  const onEnd = (code: number) => {
    exitCode = code;
  };
  addWebCommand(program, stop.signal, onEnd);
  addMcpCommand(program, stop.signal, onEnd);
  addBenchCommand(program, stop.signal, onEnd);

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    exitCode = report(thrown, isJson);
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    process.removeListener('SIGTERM', onInterrupt);
  }
  return exitCode;
}

/** Says what went wrong in the asked-for form, and gives the exit code. */
function report(thrown: unknown, isJson: boolean): number {
  if (thrown instanceof CommanderError) {
    // Asked-for help and version are no failures; help for a missing command is.
    if (thrown.exitCode === 0) return 0;
    const isHelp = thrown.code === 'commander.help';
    const message = isHelp ? 'A command is missing. weft --help lists them.' : sentence(withoutValue(thrown.message));
    if (isJson) printFailure(new WeftError('arguments', isHelp ? 'command-missing' : errorCode(thrown), message));
    return EXIT_CODES.arguments;
  }
  const error = asWeftError(thrown);
  if (isJson) printFailure(error);
  else process.stderr.write(complaint(error.message));
  if (error.kind === 'mistake' && process.env['WEFT_DEBUG'] === '1') process.stderr.write(`${stackOf(error)}\n`);
  return EXIT_CODES[error.kind];
}

/** One line for scripts and logs; on a terminal as many as it takes, broken between words. */
function complaint(message: string): string {
  return `${wrap(message, process.stderr.isTTY ? widthOf(process.stderr) : Number.POSITIVE_INFINITY, 'weft: ', '  ')}\n`;
}

/** What the reader of the arguments complains about, as our own messages read: one line, and where help is. */
function sentence(text: string): string {
  const said = plain(text.replace(/^error: /, '').trimEnd());
  const start = said.charAt(0).toUpperCase() + said.slice(1);
  const hint = /^Too many arguments/.test(start) ? ' Put words that belong together in quotes.' : '';
  return `${/[.!?)]$/.test(start) ? start : `${start}.`}${hint} weft --help lists the commands.`;
}

/** `commander.unknownOption` as our own codes are written: `unknown-option`. */
function errorCode(error: CommanderError): string {
  return error.code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function printFailure(error: WeftError): void {
  const failure = { error: { code: error.code, message: error.message, details: error.details } };
  process.stdout.write(`${JSON.stringify(failure)}\n`);
}

function stackOf(error: Error): string {
  return error.cause instanceof Error ? (error.cause.stack ?? '') : (error.stack ?? '');
}

function isoDate(text: string): string {
  if (dayFromIso(text) === null) throw new InvalidArgumentError('A date reads YYYY-MM-DD.');
  return text;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number, 0 or more.');
  return Number(text);
}

/** The parser repeats the value of an option that is no good; it may be a name (safety.md P2). */
function withoutValue(text: string): string {
  return text.replace(/ argument '.*' is invalid/s, ' cannot be used');
}
