/** What a window waits for, on a map with a large import in it. Each round is a process of its own. */
import { runInside } from './process.ts';
import { type Figure, figure, median, quantile } from './report.ts';

export interface AppRun {
  /** Milliseconds from the start of the web shell's process to what its windows ask for first, and a page of people. */
  usable: number;
  /** Opening the map, quick_check included. */
  open: number;
  /** One answer to each beginning of a word that is typed, the page of people included. */
  searches: number[];
  /** From something said to the first page of people judged with it. */
  afterEdit: number;
  /** The groups that may be circles, asked for the first time. */
  circles: number;
  /** From a circle named to the next questions. */
  afterNaming: number;
}

const AREA = 'Window (without a browser)';

export async function appFigures(bench: {
  store: string;
  rounds: number;
  say: (line: string) => void;
}): Promise<Figure[]> {
  const runs: AppRun[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    bench.say(`Window, round ${round} of ${bench.rounds}`);
    runs.push(JSON.parse((await runInside('app', '--folder', bench.store)).stdout) as AppRun);
  }
  const medians = runs.map(({ searches }) => median(searches));
  const slow = runs.map(({ searches }) => quantile(searches, 0.95));
  return [
    figure(
      AREA,
      'start to usable: shell, status, Today, first page of people',
      'ms',
      runs.map(({ usable }) => usable),
      1000,
    ),
    figure(
      AREA,
      'of which opening the map, quick_check included',
      'ms',
      runs.map(({ open }) => open),
    ),
    figure(AREA, 'search as you type, median', 'ms', medians, 30),
    figure(AREA, 'search as you type, 95 of 100', 'ms', slow),
    figure(
      AREA,
      'one edit, judged and listed anew',
      'ms',
      runs.map(({ afterEdit }) => afterEdit),
    ),
    figure(
      AREA,
      'groups that may be circles',
      'ms',
      runs.map(({ circles }) => circles),
      300,
    ),
    figure(
      AREA,
      'a circle named, judged and the next ones asked',
      'ms',
      runs.map(({ afterNaming }) => afterNaming),
    ),
  ];
}
