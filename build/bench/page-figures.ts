/** What somebody in front of the screen waits for, in Chromium on the web shell. Each round is a process of its own. */
import { lookForChromium, thisMachine } from '../find-chromium.ts';
import { runInside } from './process.ts';
import { type Figure, figure, quantile } from './report.ts';

/** Milliseconds unless it says otherwise. */
export interface PageRun {
  /** From the start of the web shell's process to the painted first screen, in a browser that is open. */
  usable: number;
  /** From the click on a target to its painted routes, one for each target. */
  routes: number[];
  /** From a key to the painted list, one for each key. */
  searches: number[];
  /** Processor time of the page's thread for a key and its answer. */
  keyProcessor: number;
  /** From a key to the painted next card of the deck, one for each card. */
  cards: number[];
  /** Frames with a row in sight that shows nothing, while the wheel turns by 400 px a frame for 240 frames. */
  blankFrames: number;
  /** The longest task on the page's thread; 0 when none took 50. */
  scrollTask: number;
  importTask: number;
  /** From the button to the report. */
  importSeconds: number;
  /** From the word to stop, with a tab open, to the end of the process. */
  ending: number;
}

const AREA = 'Window (Chromium on the web shell)';

export async function pageFigures(bench: {
  store: string;
  folder: string;
  rounds: number;
  say: (line: string) => void;
}): Promise<Figure[]> {
  if (lookForChromium(thisMachine()) === null) {
    bench.say('Window in Chromium: left out, there is no browser here');
    return [];
  }
  const runs: PageRun[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    bench.say(`Window in Chromium, round ${round} of ${bench.rounds}`);
    const { stdout } = await runInside('page', '--folder', bench.store, '--files', bench.folder);
    runs.push(JSON.parse(stdout) as PageRun);
  }
  const of = (value: (run: PageRun) => number) => runs.map(value);
  // All keys and targets of all rounds count alike.
  const searches = runs.flatMap((run) => run.searches);
  const routes = runs.flatMap((run) => run.routes);
  const slow = (values: readonly number[]) => [quantile(values, 0.95)];
  return [
    figure(
      AREA,
      'start to usable: shell, map, painted first screen',
      'ms',
      of((run) => run.usable),
      1000,
    ),
    figure(AREA, 'search, key to painted list, median', 'ms', searches, 30),
    figure(AREA, 'search, key to painted list, 95 of 100', 'ms', slow(searches)),
    figure(
      AREA,
      'search, processor time of the page for a key',
      'ms',
      of((run) => run.keyProcessor),
    ),
    figure(AREA, 'routes, click on a target to painted, median', 'ms', routes, 100),
    figure(AREA, 'routes, click on a target to painted, 95 of 100', 'ms', slow(routes)),
    figure(
      AREA,
      'deck, key to painted next card, median',
      'ms',
      runs.flatMap((run) => run.cards),
      16,
    ),
    figure(
      AREA,
      'frames with a blank row, of 240 at 400 px',
      'frames',
      of((run) => run.blankFrames),
      0,
    ),
    figure(
      AREA,
      'longest task while scrolling (0: under 50)',
      'ms',
      of((run) => run.scrollTask),
      100,
    ),
    figure(
      AREA,
      'longest task during an import (0: under 50)',
      'ms',
      of((run) => run.importTask),
      100,
    ),
    figure(
      AREA,
      'import, button to report',
      's',
      of((run) => run.importSeconds),
    ),
    figure(
      AREA,
      'stopping: told to end, and gone',
      'ms',
      of((run) => run.ending),
      2000,
    ),
  ];
}
