/** Figures, the reaches they are held against, and how both are printed. */

type Unit = 's' | 'ms' | 'MB' | 'times' | 'of 1,000' | 'frames';

export interface Figure {
  area: string;
  what: string;
  value: number;
  unit: Unit;
  /** As good as hoped for at this value or below; none for figures that only explain others. */
  reach?: number;
  /** Figures of one run each. */
  of?: number[];
}

export interface Report {
  machine: string[];
  size: Record<string, number>;
  rounds: number;
  figures: Figure[];
  /** By area: the share of the processor time wanted while it was measured that other machines of the host took; null: not told. */
  stolen: Record<string, number | null>;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** The median of runs, as a figure. */
export function figure(area: string, what: string, unit: Unit, runs: readonly number[], reach?: number): Figure {
  const value = median(runs);
  return { area, what, value, unit, ...(reach !== undefined && { reach }), of: [...runs] };
}

export function printReport({ machine, size, rounds, figures, stolen }: Report): void {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(`\n${machine.join('\n')}`);
  const amounts = Object.entries(size).map(([what, n]) => `${n.toLocaleString('en')} ${what}`);
  print(`${amounts.join(', ')}; median of ${rounds} rounds\n`);
  const width = Math.max(...figures.map(({ what }) => what.length));
  let area = '';
  for (const each of figures) {
    if (each.area !== area) print(each.area + takenFrom(stolen[each.area] ?? 0));
    area = each.area;
    print(`  ${each.what.padEnd(width)}  ${said(each.value, each.unit).padStart(10)}  ${judged(each)}`.trimEnd());
  }
  const held = figures.filter(({ reach }) => reach !== undefined);
  print(`\n${held.filter(isReached).length} of ${held.length} reaches met`);
}

/** Every figure of an area from which much was taken is too large. */
function takenFrom(share: number): string {
  return share < 0.01 ? '' : ` (${Math.round(share * 100)} % of the processor time it wanted went to other machines)`;
}

function said(value: number, unit: Unit): string {
  if (unit === 'times') return `${value < 0.1 ? value.toPrecision(2) : value.toFixed(2)} x`;
  if (unit === 'of 1,000' || unit === 'frames') return `${Math.round(value)} ${unit}`;
  return `${value.toFixed(unit === 'MB' ? 0 : unit === 'ms' && value >= 100 ? 0 : 2)} ${unit}`;
}

function judged(each: Figure): string {
  if (each.reach === undefined) return '';
  return `reach ${said(each.reach, each.unit)}: ${isReached(each) ? 'met' : 'missed'}`;
}

function isReached({ value, reach }: Figure): boolean {
  return reach !== undefined && value <= reach;
}
