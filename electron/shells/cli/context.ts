/** What a command gets to work with, and how its answer reaches the person or the script. */
import type { CallContext, Progress, WeftApi } from '../../../shared/contract/api.ts';

export interface GlobalOptions {
  store?: string;
  json?: boolean;
  asOf?: string;
  seed?: number;
  limit?: number;
  quiet?: boolean;
}

export interface CommandContext {
  api: WeftApi;
  options: GlobalOptions;
  /** `asOf` and `seed` as every question takes them; left out unless given. */
  judging: { asOf?: string; seed?: number };
  /** The day on which answers are judged, ISO. */
  today: string;
  /** Rows at most; 0 = all. */
  limit: number;
  /** Progress and cancel. */
  call: CallContext;
  /** Cells of a line. */
  width: number;
  style: Style;
}

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
}

/** An answer in both of its forms; `text` is only asked for when people read it. */
export interface Answer {
  json: unknown;
  text(): string;
}

export type RunCommand = (work: (context: CommandContext) => Promise<Answer>) => Promise<void>;

export function makeStyle(useColor: boolean): Style {
  const wrap = (open: number, close: number) => (text: string) =>
    useColor ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: wrap(1, 22), dim: wrap(2, 22), accent: wrap(36, 39) };
}

/** Colour only on a terminal, and never when NO_COLOR is set. */
export function wantsColor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** Where nothing says how wide lines may be. */
const USUAL_WIDTH = 100;

/** Cells of a line. A terminal that was never told its size says 0: one that a program opened for itself. */
export function widthOf({ columns = 0 }: { columns?: number }): number {
  return columns > 0 ? columns : USUAL_WIDTH;
}

/**
 * A progress line on standard error for work over half a second, only if that is a terminal.
 *
 * @returns the function to call with each step, and one that wipes the line
 */
export function progressLine(stream: NodeJS.WriteStream, isWanted: boolean) {
  const startedAt = performance.now();
  let isShown = false;
  return {
    show(progress: Progress): void {
      if (!isWanted || !stream.isTTY || performance.now() - startedAt < 500) return;
      const share = progress.total ? ` ${Math.floor((100 * progress.done) / progress.total)} %` : ` ${progress.done}`;
      stream.write(`\r\u001b[2K${progress.step}${share}`);
      isShown = true;
    },
    clear(): void {
      if (isShown) stream.write('\r\u001b[2K');
      isShown = false;
    },
  };
}
