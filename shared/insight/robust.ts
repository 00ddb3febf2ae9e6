/**
 * Who stays among the first even if the numbers that only judgement or literature gave were somewhat different: the mark
 * `robust` of model.md §9.
 */
import type { Judged } from '../graph/build-graph.ts';
import { mergePairs, rowsFromPairs, type TiePairs } from '../graph/compressed-rows.ts';
import { jobOn } from '../graph/employers.ts';
import { type Hub, knowThroughHub } from '../graph/hubs.ts';
import { BANDS, judgeMyTies } from '../graph/my-ties.ts';
import { observedTies } from '../graph/observed-ties.ts';
import { ownerViews } from '../graph/owner-views.ts';
import { Basis, type TieGraph } from '../graph/tie-graph.ts';
import { classifyTitle, type TitleLevel } from '../graph/title.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import { assertedTie } from '../ties/asserted.ts';
import { type Constants, perturbConstants } from '../ties/constants.ts';
import { helpFromStrength, vouchedHelp } from '../ties/help.ts';
import { type OpportunityInput, scoreOpportunities } from './opportunity.ts';
import { guessMutuals } from './opportunity-input.ts';
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
  const relevant = aroundTargets(judged, base.targetPeople);
  const titles = titleExamples(judged);
  const top = topCountOf(base.contacts.length, judged.constants);
  let done = 0;
  return {
    next() {
      if (done >= runs) return false;
      const random = seededRandom(seed, done);
      const constants = perturbConstants(judged.constants, () => Math.exp(SPREAD * (2 * random() - 1)));
      const { order } = scoreOpportunities(inputOfRun(judged, base, relevant, titles, constants));
      for (let rank = 0; rank < top; rank++) counts[order[rank]!] = counts[order[rank]!]! + 1;
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

function inputOfRun(
  judged: Judged,
  base: OpportunityInput,
  relevant: AroundTargets,
  titles: ReadonlyMap<TitleLevel, string | null>,
  constants: Constants,
): OpportunityInput {
  const { network, employers, asOf, calibration } = judged;
  const titleOf = (position: string | null) => titleIn(judged, position);
  const views = ownerViews(network, employers, titleOf, asOf, constants);
  const { ties, summaries } = judgeMyTies({ ...judged.mySources, views, constants });
  const graph: TieGraph = { ...judged.graph, egoTies: ties, alterTies: tiesAroundTargets(judged, relevant, constants) };
  const prior = new Float64Array(graph.size);
  const isUnknown = new Uint8Array(graph.size);
  const unknown = BANDS.indexOf('unknown');
  for (const person of base.contacts) {
    const line = helpFromStrength(ties.s[person]!, constants, calibration);
    prior[person] = vouchedHelp(line, judged.statements.vouches.get(person) ?? null, constants);
    isUnknown[person] = summaries.band[person] === unknown ? 1 : 0;
  }
  const powers = new Map([...titles].map(([level, text]) => [level, classifyTitle(text, constants).power]));
  return {
    ...base,
    graph,
    prior,
    isUnknown,
    power: Float64Array.from(judged.titles, ({ level, power }) => powers.get(level) ?? power),
    guessedMutuals: guessMutuals(judged, base.contacts, constants),
    constants,
  };
}

/** One wording for each level: what a title is does not depend on constants, only what it is worth. */
function titleExamples(judged: Judged): Map<TitleLevel, string | null> {
  const examples = new Map<TitleLevel, string | null>();
  for (const [person, { level }] of judged.titles.entries()) {
    if (!examples.has(level)) examples.set(level, jobOn(judged.network.people[person]!, judged.asOf).position);
  }
  return examples;
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
function tiesAroundTargets(judged: Judged, { network, isTarget, inferred }: AroundTargets, constants: Constants) {
  const { asOf, titles, graph, statements } = judged;
  const titleOf = (position: string | null) => titleIn(judged, position);
  const views = ownerViews(network, judged.employers, titleOf, asOf, constants);
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
