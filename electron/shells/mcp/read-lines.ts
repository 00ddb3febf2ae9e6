import type { Readable } from 'node:stream';

/** Characters of a message; the longest note is far below. As long as a call of the page may be (safety.md W7). */
const MOST_CHARS = 1_048_576;

/**
 * Line by line until the end. Only LF ends a line: a name may hold what Unicode also calls a line end.
 *
 * @param onLine told null for a line that is too long; it is passed over as it comes, not gathered
 */
export async function readLines(input: Readable, onLine: (line: string | null) => void): Promise<void> {
  let rest = '';
  let isTooLong = false;
  const end = () => {
    if (isTooLong) onLine(null);
    else if (rest.trim() !== '') onLine(rest);
    rest = '';
    isTooLong = false;
  };
  input.setEncoding('utf8');
  for await (const chunk of input) {
    for (const [at, part] of String(chunk).split('\n').entries()) {
      if (at > 0) end();
      isTooLong ||= rest.length + part.length > MOST_CHARS;
      rest = isTooLong ? '' : rest + part;
    }
  }
  end();
}
