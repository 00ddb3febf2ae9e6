/**
 * What happens to an error that nobody foresaw (S3): the map is closed in order, one sentence with a code is said, and the program
 * ends with exit code 70. Nothing of the error's own text is shown: it may hold a name.
 */
import { isMainThread, parentPort } from 'node:worker_threads';
import { EXIT_CODES } from '../../shared/contract/errors.ts';

type Close = () => void;

const open = new Set<Close>();
let isEnding = false;

/** Whatever must be closed before the end; the returned function says that it was. A close that fails is passed over. */
export function closeAtTheEnd(close: Close): () => void {
  open.add(close);
  return () => open.delete(close);
}

/** One handler for what nobody caught. Every entry, and every thread that holds the store, installs it first. */
export function installLastResort(): void {
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

function end(thrown: unknown): void {
  // A second failure while closing must not begin it all again.
  if (isEnding) return;
  isEnding = true;
  for (const close of [...open].reverse()) {
    try {
      close();
    } catch {
      // SQLite keeps a map whole without being closed; the sentence below matters more.
    }
  }
  const sentence = `Weft made a mistake and closed. Your map is unharmed. Code ${codeOf(thrown)}.`;
  if (isMainThread) process.stderr.write(`weft: ${sentence}\n`);
  else parentPort?.postMessage({ type: 'mistake', code: codeOf(thrown) });
  // A worker's exit ends its thread only; whoever started it hears of the exit.
  process.exit(EXIT_CODES.mistake);
}

/** Kind of error and the place in our own code, which says more than a text and holds nobody's name: `TypeError-people-service-41`. */
export function codeOf(thrown: unknown): string {
  const kind = thrown instanceof Error && /^[A-Za-z]{1,40}$/.test(thrown.name) ? thrown.name : 'unknown';
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  // Frames only: the lines before them repeat the message.
  const frame = stack
    .split('\n')
    .find((line) => /^ {4}at .*\/(?:electron|shared)\/[\w./-]+\.[jt]s:\d+:\d+\)?$/.test(line));
  const place = /([\w-]+)\.[jt]s:(\d+):\d+\)?$/.exec(frame ?? '');
  return place === null ? kind : `${kind}-${place[1]}-${place[2]}`;
}
