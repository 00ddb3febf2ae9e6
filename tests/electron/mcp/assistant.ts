/** A local assistant, as far as Weft can tell: it starts the command and speaks lines of JSON-RPC. */
import { type ChildProcess, spawn } from 'node:child_process';
import { DOOR } from '../cli/weft.ts';

export interface Reply {
  jsonrpc: string;
  id: string | number | null;
  // Checked by the tests, field by field.
  // biome-ignore lint/suspicious/noExplicitAny: the answers of a foreign protocol
  result?: any;
  error?: { code: number; message: string };
}

export interface Assistant {
  child: ChildProcess;
  /** Sends a line as it is. */
  send(line: string): void;
  /** The next line that Weft says; several messages come as a list. */
  next(): Promise<Reply | Reply[]>;
  /** One request and its answer. */
  ask(method: string, params?: object): Promise<Reply>;
  tool(name: string, words?: object): Promise<Reply>;
  /** Closes the input; what Weft still said, and how it ended. */
  end(): Promise<{ code: number | null; rest: Reply[]; errors: string }>;
}

export function startAssistant(store: string, words: readonly string[] = []): Assistant {
  const child = spawn(process.execPath, [DOOR, 'mcp', '--store', store, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let waiting: (() => void) | null = null;
  let rest = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    waiting?.();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      resolve(code);
      waiting?.();
    });
  });
  const send = (line: string) => void child.stdin.write(`${line}\n`);
  const next = async () => {
    while (lines.length === 0) {
      if (child.exitCode !== null) throw new Error(`It ended: ${errors}`);
      await new Promise<void>((resolve) => {
        waiting = resolve;
      });
    }
    return JSON.parse(lines.shift() ?? '') as Reply | Reply[];
  };
  let lastId = 0;
  const ask = async (method: string, params: object = {}) => {
    lastId++;
    send(JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params }));
    const reply = (await next()) as Reply;
    if (reply.id !== lastId) throw new Error(`Answered ${reply.id}, not ${lastId}`);
    return reply;
  };
  return {
    child,
    send,
    next,
    ask,
    tool: (name, tools = {}) => ask('tools/call', { name, arguments: tools }),
    async end() {
      child.stdin.end();
      const code = await ended;
      return { code, rest: lines.map((line) => JSON.parse(line) as Reply), errors };
    },
  };
}
