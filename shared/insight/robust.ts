/**
 * Who stays among the first even if the numbers that only judgement or literature gave were somewhat different: the mark
 * `robust` of model.md §9.
 */
import type { Judged } from '../graph/build-graph.ts';
import { mergePairs, rowsFromPairs, type TiePairs } from '../graph/compressed-rows.ts';
import { jobOn } from '../graph/employers.ts';
import { type Hub, knowThroughHub } from '../graph/hubs.ts';
import { readMyTies } from '../graph/my-ties-again.ts';
import { observedTies } from '../graph/observed-ties.ts';
import { type OwnerViews, ownerViews } from '../graph/owner-views.ts';
import { Basis } from '../graph/tie-graph.ts';
import { classifyTitle, type TitleLevel } from '../graph/title.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import { assertedTie } from '../ties/asserted.ts';
import { type Constants, perturbConstants } from '../ties/constants.ts';
import { clearlyFirst, type OpportunityInput } from './opportunity.ts';
import { type Colleagues, colleaguesOf, guessMutuals } from './opportunity-input.ts';
import { topCountOf } from './pareto.ts';
import { seededRandom } from './seeded-random.ts';

export const ROBUST_RUNS = 64;
/** u is uniform between minus and plus this; constants are multiplied by e^u. */
const SPREAD = 0.2;
const ENOUGH = 0.8;

/** One run after the other, so that a caller can show progress and stop between two. */
export interface RobustRuns {
  /** Does the next run; false when all are done. */
  next(): boolean;
  done(): number;
  /** 1 where a contact was in the top 20 % in at least 80 % of the runs; parallel to `contacts`. */
  marks(): Uint8Array;
}

/**
 * Judges my ties, the ties that lead to targets and all scores anew in each run. Which inferred ties are drawn stays as it is;
 * how probable they are does not.
 */
export function robustRuns(judged: Judged, base: OpportunityInput, seed: number, runs = ROBUST_RUNS): RobustRuns {
  const counts = new Uint32Array(base.contacts.length);
  const parts: Unchanging = {
    judged,
    base,
    relevant: aroundTargets(judged, base.targetPeople),
    tiesWith: readMyTies(judged.mySources, base.contacts),
    colleagues: colleaguesOf(judged, base.contacts),
    levels: levelsOf(judged),
  };
  const top = topCountOf(base.contacts.length, judged.constants);
  let done = 0;
  return {
    next() {
      if (done >= runs) return false;
      const random = seededRandom(seed, done);
      const constants = perturbConstants(judged.constants, () => Math.exp(SPREAD * (2 * random() - 1)));
      for (const at of clearlyFirst(inputOfRun(parts, constants), top)) counts[at] = counts[at]! + 1;
      done++;
      return done < runs;
    },
    done: () => done,
    marks: () => Uint8Array.from(counts, (count) => (done > 0 && count >= ENOUGH * done ? 1 : 0)),
  };
}

/** All runs at once. */
export function markRobust(judged: Judged, base: OpportunityInput, seed: number): Uint8Array {
  const runs = robustRuns(judged, base, seed);
  while (runs.next());
  return runs.marks();
}

/** What no constant changes; read once for all runs. */
interface Unchanging {
  judged: Judged;
  base: OpportunityInput;
  relevant: AroundTargets;
  tiesWith: ReturnType<typeof readMyTies>;
  colleagues: readonly Colleagues[];
  levels: Levels;
}

function inputOfRun({ judged, base, relevant, tiesWith, colleagues, levels }: Unchanging, constants: Constants) {
  const { network, employers, asOf, titles } = judged;
  const titleOf = (position: string | null) => titleIn(judged, position);
  const views = ownerViews(network, employers, titleOf, asOf, constants);
  const { contacts } = base;
  const { size } = judged.graph;
  const mine = tiesWith(constants, views);
  const help = new Float64Array(size).fill(Number.NaN);
  const prior = new Float64Array(size);
  const isUnknown = new Uint8Array(size);
  for (let at = 0; at < contacts.length; at++) {
    const person = contacts[at]!;
    help[person] = mine.help[at]!;
    prior[person] = mine.prior[at]!;
    isUnknown[person] = mine.isUnknown[at]!;
  }
  const worth = levels.examples.map((title) => classifyTitle(title, constants).power);
  const power = new Float64Array(titles.length);
  for (let person = 0; person < power.length; person++) power[person] = worth[levels.of[person]!]!;
  const egoTies = { ...judged.graph.egoTies, help };
  const alterTies = tiesAroundTargets(judged, relevant, views, constants);
  return {
    ...base,
    graph: { ...judged.graph, egoTies, alterTies },
    prior,
    isUnknown,
    power,
    guessedMutuals: guessMutuals(size, colleagues, constants),
    constants,
  };
}

interface Levels {
  /** By person, the number of the level of their title. */
  of: Uint8Array;
  /** One wording for each level: what a title is does not depend on constants, only what it is worth. */
  examples: (string | null)[];
}

function levelsOf({ titles, network, asOf }: Judged): Levels {
  const numbers = new Map<TitleLevel, number>();
  const of = new Uint8Array(titles.length);
  const examples: (string | null)[] = [];
  for (let person = 0; person < titles.length; person++) {
    const { level } = titles[person]!;
    let number = numbers.get(level);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(level, number);
      examples.push(jobOn(network.people[person]!, asOf).position);
    }
    of[person] = number;
  }
  return { of, examples };
}

const readings = new WeakMap<Judged, Map<string | null, ReturnType<typeof classifyTitle>>>();

/** Titles of past stays, read once per wording. */
function titleIn(judged: Judged, position: string | null) {
  let known = readings.get(judged);
  if (known === undefined) {
    known = new Map();
    readings.set(judged, known);
  }
  let reading = known.get(position);
  if (reading === undefined) {
    reading = classifyTitle(position, judged.constants);
    known.set(position, reading);
  }
  return reading;
}

interface AroundTargets {
  /** Exports and threads, without what leads to no target. */
  network: Network;
  isTarget: Uint8Array;
  inferred: { low: PersonIndex; high: PersonIndex; hubs: readonly Hub[] }[];
}

function aroundTargets(judged: Judged, targetPeople: Uint32Array): AroundTargets {
  const { network, graph } = judged;
  const isTarget = new Uint8Array(graph.size);
  for (const person of targetPeople) isTarget[person] = 1;
  const owners = network.owners.map((owner) =>
    owner.isMe || isTarget[owner.person] === 1
      ? owner
      : { ...owner, ties: owner.ties.filter(({ alter }) => isTarget[alter] === 1) },
  );
  const groupThreads = network.groupThreads.filter(({ members }) => members.some((person) => isTarget[person] === 1));
  return { network: { ...network, owners, groupThreads }, isTarget, inferred: inferredAt(judged, targetPeople) };
}

/** The inferred ties of target people with the hubs they come from, ascending. */
function inferredAt({ graph, hubs }: Judged, targetPeople: Uint32Array): AroundTargets['inferred'] {
  const isTarget = new Set(targetPeople);
  const hubsOf = new Map<PersonIndex, Hub[]>();
  for (const hub of hubs) {
    if (hub.size === null) continue;
    for (const person of hub.members) hubsOf.set(person, [...(hubsOf.get(person) ?? []), hub]);
  }
  const { offsets, neighbors, basis } = graph.alterTies;
  const found: AroundTargets['inferred'] = [];
  for (const target of targetPeople) {
    for (let tie = offsets[target]!; tie < offsets[target + 1]!; tie++) {
      const other = neighbors[tie]!;
      if (basis[tie] !== Basis.inferred || (isTarget.has(other) && other < target)) continue;
      const shared = new Set(hubsOf.get(other));
      const both = (hubsOf.get(target) ?? []).filter((hub) => shared.has(hub));
      found.push({ low: Math.min(target, other), high: Math.max(target, other), hubs: both });
    }
  }
  return found.sort((a, b) => a.low - b.low || a.high - b.high);
}

/** What leads to targets, as rows; other pairs may stand beside it and count nowhere. */
function tiesAroundTargets(
  judged: Judged,
  { network, isTarget, inferred }: AroundTargets,
  views: OwnerViews,
  constants: Constants,
) {
  const { asOf, titles, graph, statements } = judged;
  const observed = observedTies(network, asOf, constants, (owner, evidence) => views.strengthOf(owner, evidence));
  const asserted: PairValue[] = [];
  for (const { low, high, statements: said } of statements.pairs) {
    if (low === graph.ego || high === graph.ego || isTarget[low]! + isTarget[high]! === 0) continue;
    const tie = assertedTie(said, asOf, constants);
    if (tie !== null && !tie.isDenied) asserted.push({ low, high, q: tie.q, s: tie.s });
  }
  const guessed = inferred.map(({ low, high, hubs }) => ({
    low,
    high,
    q: Math.max(0, ...hubs.map((hub) => knowThroughHub(hub, titles[low]!, titles[high]!, constants))),
    s: constants.inferredStrength,
  }));
  const known = mergePairs(observed, pairsOf(asserted, Basis.asserted));
  return rowsFromPairs(graph.size, mergePairs(known, pairsOf(guessed, Basis.inferred)));
}

interface PairValue {
  low: PersonIndex;
  high: PersonIndex;
  q: number;
  s: number;
}

function pairsOf(values: readonly PairValue[], basis: number): TiePairs {
  return {
    low: Uint32Array.from(values, (pair) => pair.low),
    high: Uint32Array.from(values, (pair) => pair.high),
    q: Float64Array.from(values, (pair) => pair.q),
    s: Float64Array.from(values, (pair) => pair.s),
    basis: new Uint8Array(values.length).fill(basis),
  };
}
