/** Text tables for terminals: aligned by what a terminal shows, not by code units. */
import stringWidth from 'string-width';
import { withOneStop } from '../../../shared/model/words.ts';

export interface Column {
  title: string;
  /** Widest the column may get; longer cells end in `…`. */
  most?: number;
  align?: 'left' | 'right';
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Takes out what could steer a terminal: control characters and direction marks. Names come from files. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '');
}

/** Cuts to `most` terminal cells, on whole graphemes. */
function cut(text: string, most: number): string {
  if (stringWidth(text) <= most) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of SEGMENTER.segment(text)) {
    const next = stringWidth(segment);
    if (width + next > most - 1) break;
    kept += segment;
    width += next;
  }
  return `${kept.trimEnd()}…`;
}

/** Rows under their titles, two spaces apart, no line longer than `width` cells where columns can give way. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (string | number | null)[])[],
  width: number,
): string {
  const cells = rows.map((row) => columns.map((_, at) => plain(String(row[at] ?? ''))));
  const widths = columns.map((column, at) => {
    const widest = Math.max(stringWidth(column.title), ...cells.map((row) => stringWidth(row[at] ?? '')));
    return Math.min(widest, column.most ?? widest);
  });
  shrink(widths, width - 2 * (columns.length - 1));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => pad(cut(text, widths[at] ?? 0), widths[at] ?? 0, columns[at]?.align ?? 'left'))
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...cells.map(line)].join('\n');
}

/** Takes cells from the widest columns until the sum fits; none falls under 8. */
function shrink(widths: number[], most: number): void {
  let sum = widths.reduce((total, width) => total + width, 0);
  while (sum > most) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 8) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
    sum--;
  }
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/**
 * Breaks a paragraph into lines of at most `width` cells.
 *
 * @param first stands before the first line
 * @param rest stands before every further line
 */
export function wrap(text: string, width: number, first = '', rest = first): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of plain(withOneStop(text)).split(' ')) {
    const next = isEmpty ? line + word : `${line} ${word}`;
    if (!isEmpty && stringWidth(next) > width) {
      lines.push(line);
      line = rest + word;
    } else line = next;
    isEmpty = false;
  }
  lines.push(line);
  return lines.join('\n');
}
