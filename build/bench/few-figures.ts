/** The vital few on a map with a large import in it. Each round is a process of its own. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runInside } from './process.ts';
import { type Figure, figure, median } from './report.ts';

/** Milliseconds, from the call to the answer of a backend that runs on the thread that asks. */
export interface FewRun {
  /** 20 targets; the network is judged already. */
  rankingCold: number;
  /** After the ranking, which it shares; and once more, with nothing changed. */
  todayCold: number;
  todayWarm: number;
  /** 50 targets that were not asked about before: ranked and covered. */
  coverCold: number;
  /** Fifty cards. */
  cards: number;
  /** From something said about one person to the first rows of the ranking, and to Today. */
  rankingEdits: number[];
  todayEdits: number[];
  /** Writing one answer of the deck; the card after it is on the screen before. */
  cardAnswers: number[];
  /** The 64 runs. */
  robust: number;
}

const AREA = 'The vital few';

export async function fewFigures(bench: {
  folder: string;
  store: string;
  rounds: number;
  say: (line: string) => void;
}): Promise<Figure[]> {
  const runs: FewRun[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    bench.say(`The vital few, round ${round} of ${bench.rounds}`);
    // Answers are written: each round has a map of its own.
    const store = join(bench.folder, `few-${round}`);
    cpSync(bench.store, store, { recursive: true });
    runs.push(JSON.parse((await runInside('few', '--folder', store)).stdout) as FewRun);
  }
  const of = (name: string, value: (run: FewRun) => number, reach?: number) =>
    figure(AREA, name, 'ms', runs.map(value), ...(reach === undefined ? [] : [reach]));
  return [
    of('ranking, 20 targets, from cold', ({ rankingCold }) => rankingCold, 300),
    of('ranking after something said about one person', ({ rankingEdits }) => median(rankingEdits), 50),
    of('cover of 50 targets, ranked anew', ({ coverCold }) => coverCold, 200),
    of('Today, first look', ({ todayCold }) => todayCold, 200),
    of('Today after something logged', ({ todayEdits }) => median(todayEdits), 200),
    of('fifty cards of the deck', ({ cards }) => cards),
    of('writing an answer of the deck, behind the next card', ({ cardAnswers }) => median(cardAnswers)),
    of('64 runs with other assumptions', ({ robust }) => robust),
  ];
}
