import { WeftError } from '../model/weft-error.ts';
import { newTextTally } from './clean-text.ts';
import { CsvReader, type Delimiter } from './csv-reader.ts';
import { LIMITS } from './limits.ts';

/** Order decides between equals: a file with one column may as well be comma-separated. */
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/**
 * The delimiter under which most of the first rows agree on their number of cells. Single lines prove nothing: a preamble has
 * commas in its sentence, a title has semicolons.
 *
 * @param head first bytes of the file, UTF-8
 */
export function sniffDelimiter(head: Uint8Array): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = agreement(head, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Rows of the commonest width above 1, each worth a little more the wider they are. */
function agreement(head: Uint8Array, delimiter: Delimiter): number {
  const rowsOfWidth = new Map<number, number>();
  let rows = 0;
  const reader = new CsvReader({
    delimiter,
    tally: newTextTally(),
    onRow: (row) => {
      rows++;
      if (rows <= LIMITS.headerRows && row.width > 1) rowsOfWidth.set(row.width, (rowsOfWidth.get(row.width) ?? 0) + 1);
    },
  });
  try {
    reader.push(head);
    reader.finish();
  } catch (error) {
    // The head ends anywhere, often inside quotes; the rows before that count.
    if (!(error instanceof WeftError)) throw error;
  }
  let score = 0;
  for (const [width, count] of rowsOfWidth) score = Math.max(score, count + Math.min(width, 100) / 100);
  return score;
}
