/**
 * Bursts of acceptances: at most 14 days in which at least 5 people came, and more than the 99.9 % quantile of a Poisson
 * distribution whose rate is my own over the surrounding two years (model.md §4).
 */
import { isoFromDay } from '../model/dates.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import { byAcceptance, type CircleSuggestion, FEWEST_IN_CIRCLE, isMyContactBy, isOfSize } from './circle-suggestion.ts';
import { poissonQuantile } from './poisson.ts';

const LONGEST_DAYS = 14;
const SURROUNDING_DAYS = 730;
const QUANTILE = 0.999;
/** Bursts that are no further apart were one: a weekend may part them. */
const JOINED_GAP_DAYS = 2;

/** A run of days, both ends included. */
interface Burst {
  from: Day;
  to: Day;
  people: number;
  /** People over how many would have come at my own rate. */
  ratio: number;
  /** ln of how much likelier a rate of its own makes these days (Kulldorff 1997). */
  gain: number;
}

export function circlesFromBursts(network: Network, asOf: Day): CircleSuggestion[] {
  const dated = network.people.flatMap(({ connectedOn }, person): [PersonIndex, Day][] =>
    connectedOn !== null && isMyContactBy(network, person, asOf) ? [[person, connectedOn]] : [],
  );
  return findBursts(dated.map(([, day]) => day)).flatMap(({ from, to, ratio }) => {
    const members = dated.filter(([, day]) => day >= from && day <= to).map(([person]) => person);
    if (!isOfSize(members)) return [];
    return {
      source: 'burst' as const,
      key: `burst:${isoFromDay(from)}..${isoFromDay(to)}`,
      members: byAcceptance(network, members),
      organization: null,
      from,
      to,
      weight: ratio,
    };
  });
}

/**
 * Of windows that share a day only the one that stands out most is kept: their union would take in whoever came by chance in
 * the days around. Kept windows that touch are merged.
 *
 * The two years around the middle of a window end where my own time ends: at my first and my last acceptance. Before the first I
 * was not there, and nothing is known after the last.
 *
 * @param days one for each acceptance, in any order
 * @returns the largest ratio first, then the earliest
 */
export function findBursts(days: readonly Day[]): Burst[] {
  const counts = new Map<Day, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const busy = [...counts].sort(([a], [b]) => a - b);
  if (busy.length === 0) return [];
  const calendar = runningCounts(busy);

  const windows: Burst[] = [];
  for (let first = 0; first < busy.length; first++) {
    const from = busy[first]![0];
    let people = 0;
    for (let last = first; last < busy.length && busy[last]![0] - from < LONGEST_DAYS; last++) {
      people += busy[last]![1];
      if (people < FEWEST_IN_CIRCLE) continue;
      const to = busy[last]![0];
      const expected = calendar.expectedIn(from, to);
      // Two standard deviations lie below the quantile wherever five people may lie below it: most windows need no sum.
      if (people <= expected + 2 * Math.sqrt(expected) || people <= poissonQuantile(QUANTILE, expected)) continue;
      const gain = people * Math.log(people / expected) - (people - expected);
      windows.push({ from, to, people, ratio: people / expected, gain });
    }
  }
  windows.sort((a, b) => b.gain - a.gain || a.from - b.from || a.to - b.to);
  const kept: Burst[] = [];
  for (const window of windows) {
    if (!kept.some(({ from, to }) => window.from <= to && window.to >= from)) kept.push(window);
  }
  kept.sort((a, b) => a.from - b.from);
  const merged: Burst[] = [];
  for (const burst of kept) {
    const before = merged.at(-1);
    if (before === undefined || burst.from - before.to > JOINED_GAP_DAYS) merged.push(burst);
    else {
      const people = before.people + burst.people;
      const ratio = Math.max(before.ratio, burst.ratio);
      merged[merged.length - 1] = { from: before.from, to: burst.to, people, ratio, gain: before.gain + burst.gain };
    }
  }
  return merged.sort((a, b) => b.ratio - a.ratio || a.from - b.from);
}

/** Acceptances before each day, from my first to my last. */
function runningCounts(busy: readonly (readonly [Day, number])[]) {
  const start = busy[0]![0];
  const end = busy.at(-1)![0];
  const before = new Float64Array(end - start + 2);
  for (const [day, people] of busy) before[day - start + 1] = people;
  for (let at = 1; at < before.length; at++) before[at]! += before[at - 1]!;
  return {
    /** How many would come in these days at the rate of the two years around their middle. */
    expectedIn(from: Day, to: Day): number {
      const middle = Math.floor((from + to) / 2);
      const first = Math.max(start, middle - SURROUNDING_DAYS / 2);
      const last = Math.min(end, middle + SURROUNDING_DAYS / 2 - 1);
      const people = before[last - start + 1]! - before[first - start]!;
      return (people * (to - from + 1)) / (last - first + 1);
    },
  };
}
