/**
 * `weft mcp`: a local assistant asks, Weft answers, over standard input and output (Model Context Protocol, one JSON-RPC message
 * a line). Only what reads is offered, and nothing but answers goes to standard output.
 */
import '../../backend/runtime-check.ts';
import { setTimeout as wait } from 'node:timers/promises';
import type { WeftApi } from '../../../shared/contract/api.ts';
import { asWeftError, EXIT_CODES } from '../../../shared/contract/errors.ts';
import { installLastResort } from '../../backend/last-resort.ts';
import { createThreadedBackend } from '../../backend/threaded-backend.ts';
import { weftVersion } from '../../backend/version.ts';
import { parseWords } from '../../parse-words.ts';
import { createRpc, type Params, RPC_ERRORS, RpcError, type RpcMethod } from './json-rpc.ts';
import { readLines } from './read-lines.ts';
import { askTool, describeTool, TOOLS } from './tools.ts';

/** Newest first; an assistant that asks for another one is offered the first. What Weft says is the same in all of them. */
const PROTOCOLS = ['2025-06-18', '2025-03-26', '2024-11-05'] as const;

/** After that the process ends, whatever is still under way: it only reads. */
const MOST_MS_TO_END = 1_500;

const INSTRUCTIONS =
  'Weft is the map of the professional network of the user, made from their own LinkedIn export. Every tool reads and none changes ' +
  'it; what the user says or logs is entered in Weft itself. A tie is observed (seen in an export), asserted (the user said so) or ' +
  'inferred (they may know each other): never tell of an inferred tie as a fact. null means unknown, not 0 and not no. ' +
  'Probabilities and strengths rest on assumptions unless `calibrated` is true: say them in words such as good or slim, not as ' +
  'percentages. Name people by the `id` or the profile address that a tool gave.';

/**
 * Answers until standard input ends or a signal comes.
 *
 * @param argv the words after the program's name
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  installLastResort();
  try {
    const { store, given } = optionsFrom(argv);
    const backend = createThreadedBackend(store === undefined ? {} : { folder: store });
    try {
      await serve(backend.api, given);
    } finally {
      // A computation that nobody waits for any more does not hold up the end.
      await Promise.race([backend.close(), wait(MOST_MS_TO_END, undefined, { ref: false })]);
    }
    return 0;
  } catch (thrown) {
    const error = asWeftError(thrown);
    process.stderr.write(`weft: ${error.message}\n`);
    return EXIT_CODES[error.kind];
  }
}

function optionsFrom(argv: readonly string[]): { store: string | undefined; given: object } {
  const options = { store: { type: 'string' }, 'as-of': { type: 'string' }, seed: { type: 'string' } } as const;
  const { store, 'as-of': asOf, seed } = parseWords(argv, options);
  return { store, given: { ...(asOf !== undefined && { asOf }), ...(seed !== undefined && { seed: Number(seed) }) } };
}

async function serve(api: WeftApi, given: object): Promise<void> {
  const rpc = createRpc(
    new Map<string, RpcMethod>([
      ['initialize', initialize],
      ['ping', () => ({})],
      ['tools/list', () => ({ tools: TOOLS.map(describeTool) })],
      ['tools/call', (params, signal) => callTool(api, params, given, signal)],
      ['notifications/cancelled', ({ requestId }) => rpc.cancel(requestId)],
    ]),
  );
  if (process.stdin.isTTY) {
    process.stderr.write(
      'Weft waits for an assistant on standard input; Ctrl-C ends it. The README says how to connect one.\n',
    );
  }
  const open = new Set<Promise<void>>();
  const answer = (line: string | null) => {
    const work = rpc.answer(line).then((reply) => {
      if (reply !== null) process.stdout.write(`${reply}\n`);
      open.delete(work);
    });
    open.add(work);
  };
  // Who closed the input still reads what was asked for; who sends a signal may have stopped reading.
  const isRead = readLines(process.stdin, answer)
    .then(() => Promise.all(open))
    .then(() => new Promise((resolve) => process.stdout.write('', resolve)));
  await Promise.race([isRead, stopped()]);
}

function initialize({ protocolVersion }: Params): object {
  const version = PROTOCOLS.find((one) => one === protocolVersion) ?? PROTOCOLS[0];
  return {
    protocolVersion: version,
    capabilities: { tools: {} },
    serverInfo: { name: 'weft', title: 'Weft', version: weftVersion() },
    instructions: INSTRUCTIONS,
  };
}

/** What goes wrong in Weft is an answer that an assistant can read; an unknown tool is a failure of the protocol. */
async function callTool(api: WeftApi, params: Params, given: object, signal: AbortSignal): Promise<object> {
  const tool = TOOLS.find(({ name }) => name === params['name']);
  if (tool === undefined) throw new RpcError(RPC_ERRORS.invalidParams, 'Weft has no tool of that name.');
  const words = params['arguments'] ?? {};
  if (typeof words !== 'object' || Array.isArray(words)) {
    throw new RpcError(RPC_ERRORS.invalidParams, 'The arguments of a tool are an object.');
  }
  try {
    const answer = await askTool(api, tool, words as Record<string, unknown>, given, signal);
    return { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: answer, isError: false };
  } catch (thrown) {
    const { code, message, details } = asWeftError(thrown);
    const error = { code, message, details };
    return { content: [{ type: 'text', text: message }], structuredContent: { error }, isError: true };
  }
}

/** Resolves at a signal, at the end of the starting program, and when nobody reads any more. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
    process.stdout.on('error', () => resolve());
  });
}
