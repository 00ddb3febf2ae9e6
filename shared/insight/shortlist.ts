/**
 * The fewest people who open most targets: a list in which nobody repeats what the others already bring (model.md §9).
 */
import type { TieGraph } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Constants } from '../ties/constants.ts';
import { type Calibration, helpFromStrength } from '../ties/help.ts';
import { positionOf } from './opportunity.ts';

/** What each candidate opens: row i stands at offsets[i] .. offsets[i+1]-1. */
export interface CoverChances {
  /** Candidates: contacts with any chance at any target, ascending. */
  people: Uint32Array;
  offsets: Uint32Array;
  /** Number of the target. */
  targets: Uint32Array;
  /** `P_i · g_it`, in (0, 1]. */
  chances: Float64Array;
  targetCount: number;
}

export interface Pick {
  person: PersonIndex;
  /** What they add to those picked before: targets opened, in expectation. */
  gain: number;
  /** F of all picked so far. */
  covered: number;
  /** Targets they open with a chance that is worth taking, best first. */
  opens: { target: number; chance: number }[];
}

/** What a cover is made from. */
export interface CoverInput {
  graph: TieGraph;
  contacts: Uint32Array;
  constants: Constants;
  calibration: Calibration | null;
}

/** Somebody whom a target is: they, or who is there. */
interface Goal {
  people: readonly PersonIndex[];
}

/** `P_i · g_it` for every contact with a chance at each target; g: 1 for who is there, else the chance that at least one tie leads there. */
function eachChance(
  input: CoverInput,
  goals: readonly Goal[],
  visit: (person: PersonIndex, goal: number, chance: number) => void,
): void {
  const { graph, contacts, constants, calibration } = input;
  const { offsets: rows, neighbors, q, s } = graph.alterTies;
  const isContact = new Uint8Array(graph.size);
  for (let at = 0; at < contacts.length; at++) isContact[contacts[at]!] = 1;
  const missed = new Float64Array(graph.size).fill(1);
  const isTouched = new Uint8Array(graph.size);
  const touched: PersonIndex[] = [];
  const touch = (person: PersonIndex) => {
    if (isTouched[person] === 0) touched.push(person);
    isTouched[person] = 1;
  };
  for (let goal = 0; goal < goals.length; goal++) {
    const { people } = goals[goal]!;
    for (const target of people) {
      for (let tie = rows[target]!; tie < rows[target + 1]!; tie++) {
        const person = neighbors[tie]!;
        if (isContact[person] !== 1) continue;
        touch(person);
        const help = helpFromStrength(s[tie]!, constants, calibration);
        missed[person] = missed[person]! * (1 - constants.attrition * q[tie]! * help);
      }
    }
    for (const person of people) {
      if (isContact[person] !== 1) continue;
      touch(person);
      missed[person] = 0;
    }
    for (const person of touched) {
      const chance = graph.egoTies.help[person]! * (1 - missed[person]!);
      missed[person] = 1;
      isTouched[person] = 0;
      if (chance > 0) visit(person, goal, chance);
    }
    touched.length = 0;
  }
}

/** All chances at all targets. */
export function coverChances(input: CoverInput, goals: readonly Goal[]): CoverChances {
  const found: Found[] = [];
  eachChance(input, goals, (person, target, chance) => found.push({ person, target, chance }));
  return rowsOf(found, goals.length);
}

/** The best chance at each target through one contact, in the order of the targets; 0 where nobody leads there. */
export function bestChances(input: CoverInput, goals: readonly Goal[]): Float64Array {
  const best = new Float64Array(goals.length);
  eachChance(input, goals, (_, goal, chance) => {
    if (chance > best[goal]!) best[goal] = chance;
  });
  return best;
}

interface Found {
  person: PersonIndex;
  target: number;
  chance: number;
}

/** Candidates and their chances as rows; for tests and for `coverChances`. */
export function rowsOf(found: Found[], targetCount: number): CoverChances {
  found.sort((a, b) => a.person - b.person || a.target - b.target);
  const people: PersonIndex[] = [];
  const ends: number[] = [0];
  const targets = new Uint32Array(found.length);
  const chances = new Float64Array(found.length);
  for (let at = 0; at < found.length; at++) {
    const { person, target, chance } = found[at]!;
    if (people.at(-1) !== person) people.push(person);
    ends[people.length] = at + 1;
    targets[at] = target;
    chances[at] = chance;
  }
  return { people: Uint32Array.from(people), offsets: Uint32Array.from(ends), targets, chances, targetCount };
}

/**
 * Greedily maximises `F(S) = Σ_t [1 − Π_{i∈S}(1 − P_i·g_it)]`; at least 63 % of the best list of that length. Gains only fall as
 * the list grows, so that a candidate is looked at again only when it comes first (lazy greedy). Equal gains go by key.
 *
 * @param size people at most; fewer when another one would open less than is worth taking
 */
export function coverShortlist(cover: CoverChances, size: number, constants: Constants): Pick[] {
  const missed = new Float64Array(cover.targetCount).fill(1);
  const heap = Array.from(cover.people, (_, row) => ({ row, gain: gainOf(cover, row, missed), round: 0 }));
  // Sorted rows are a heap; rows without a gain worth taking never get one.
  heap.sort(byGain);
  const picks: Pick[] = [];
  let covered = 0;
  while (picks.length < size) {
    const first = heap[0];
    if (first === undefined) break;
    if (first.round < picks.length) {
      first.gain = gainOf(cover, first.row, missed);
      first.round = picks.length;
      sink(heap);
      continue;
    }
    if (first.gain < constants.routeMinimum) break;
    take(cover, first.row, missed);
    covered += first.gain;
    picks.push({
      person: cover.people[first.row]!,
      gain: first.gain,
      covered,
      opens: opensOf(cover, first.row, constants),
    });
    const last = heap.pop()!;
    if (heap.length === 0) break;
    if (last !== first) heap[0] = last;
    sink(heap);
  }
  return picks;
}

/** F of any list of people. */
export function coverageOf(cover: CoverChances, people: readonly PersonIndex[]): number {
  const missed = missedBy(cover, people);
  return missed.reduce((sum, share) => sum + 1 - share, 0);
}

/**
 * For each of a list, who of the others adds most when that one leaves; null where nobody adds anything worth taking. Equal gains
 * go by key. Whoever opens none of what the leaving one opens adds what they add to the whole list: only the others are looked at
 * again.
 */
export function replacementsFor(
  cover: CoverChances,
  list: readonly PersonIndex[],
  constants: Constants,
): (PersonIndex | null)[] {
  const { people, offsets, targets } = cover;
  const listed = new Set(list);
  const missed = missedBy(cover, list);
  const rows = [...people.keys()].filter((row) => !listed.has(people[row]!));
  const gains = Float64Array.from(people, (_, row) => gainOf(cover, row, missed));
  const rowsOfTarget = openersOf(cover, rows);
  rows.sort((a, b) => gains[b]! - gains[a]! || a - b);
  return list.map((leaving) => {
    const without = missedBy(
      cover,
      list.filter((person) => person !== leaving),
    );
    const own = positionOf(people, leaving);
    const opened = own < 0 ? [] : [...targets.subarray(offsets[own]!, offsets[own + 1]!)];
    const again = new Set(opened.flatMap((target) => rowsOfTarget[target]!));
    const candidates = [...again].map((row) => ({ row, gain: gainOf(cover, row, without) }));
    const other = rows.find((row) => !again.has(row));
    if (other !== undefined) candidates.push({ row: other, gain: gains[other]! });
    const best = candidates.reduce<Gain | null>(
      (first, one) => (first === null || byGain(one, first) < 0 ? one : first),
      null,
    );
    return best === null || best.gain < constants.routeMinimum ? null : people[best.row]!;
  });
}

/** Of some rows, those with a chance at each target. */
function openersOf({ offsets, targets, targetCount }: CoverChances, rows: readonly number[]): number[][] {
  const openers = Array.from({ length: targetCount }, (): number[] => []);
  for (const row of rows) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) openers[targets[at]!]!.push(row);
  }
  return openers;
}

function missedBy(cover: CoverChances, people: readonly PersonIndex[]): Float64Array {
  const missed = new Float64Array(cover.targetCount).fill(1);
  for (const person of [...new Set(people)].sort((a, b) => a - b)) {
    const row = positionOf(cover.people, person);
    if (row >= 0) take(cover, row, missed);
  }
  return missed;
}

function gainOf({ offsets, targets, chances }: CoverChances, row: number, missed: Float64Array): number {
  let gain = 0;
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) gain += missed[targets[at]!]! * chances[at]!;
  return gain;
}

function take({ offsets, targets, chances }: CoverChances, row: number, missed: Float64Array): void {
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    missed[targets[at]!] = missed[targets[at]!]! * (1 - chances[at]!);
  }
}

function opensOf({ offsets, targets, chances }: CoverChances, row: number, constants: Constants): Pick['opens'] {
  const opens: Pick['opens'] = [];
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    if (chances[at]! >= constants.routeMinimum) opens.push({ target: targets[at]!, chance: chances[at]! });
  }
  return opens.sort((a, b) => b.chance - a.chance || a.target - b.target);
}

interface Gain {
  row: number;
  gain: number;
}

interface Candidate extends Gain {
  /** Picks there were when the gain was computed. */
  round: number;
}

function byGain(a: Gain, b: Gain): number {
  return b.gain - a.gain || a.row - b.row;
}

/** Moves the first of the heap down to where nobody below it is better. */
function sink(heap: Candidate[]): void {
  const moving = heap[0]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && byGain(heap[child + 1]!, heap[child]!) < 0) child++;
    if (byGain(moving, heap[child]!) <= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = moving;
}
