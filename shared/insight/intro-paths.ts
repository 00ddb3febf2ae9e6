/**
 * Who can bring me to a person or a company, and through whom: the few best paths of introductions that do not all hang
 * on the same people.
 */
import { findTie } from '../graph/compressed-rows.ts';
import type { BasisName, TieGraph } from '../graph/tie-graph.ts';
import { BASIS_NAMES } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Cost } from '../model/units.ts';
import { probabilityOfCost } from '../ties/cost.ts';
import type { PreparedRoutes } from './prepare-routes.ts';
import { type Candidate, cheapestPaths } from './route-candidates.ts';

/** Loopless paths among which the diverse ones are chosen (model.md §6). */
const CANDIDATES = 30;
/** Times that one person may be the first to be asked (model.md §6). */
const FIRST_STEP_LIMIT = 2;

export interface PathHop {
  a: PersonIndex;
  b: PersonIndex;
  basis: BasisName;
  /** Probability that the tie exists; 1 for my own. */
  q: number;
  /** Strength if it exists. */
  s: number;
  /** Probability that `a` gets help from `b`: P for my own contact, h(s) later. */
  help: number;
}

export interface IntroPath {
  /** From me to the target. */
  people: PersonIndex[];
  /** One to three. */
  hops: PathHop[];
  /** Probability that the whole path works, >= .02. */
  probability: number;
  /** Micro-units; orders paths exactly where probabilities differ only by rounding. */
  cost: Cost;
  /** Index of the hop with the least q * help; the first such. */
  weakest: number;
}

/**
 * The k best, diverse paths to any of the targets; empty when there is none. A target who is my contact is reached in one
 * hop. A path may lead through one target to another.
 *
 * Of the 30 cheapest paths, the one with the largest `probability * (1 - 0.5 * overlap)` is taken again and again, where
 * overlap is the share of its intermediaries that paths taken before use; nobody is asked first more than twice. Equal
 * ones go by probability, fewer hops, then people in order of their keys.
 *
 * @param targets one person, or the known people of a company; order and repetition do not matter
 * @see model.md §6
 */
export function findIntroPaths(
  prepared: PreparedRoutes,
  targets: ArrayLike<PersonIndex>,
  options: { k?: number } = {},
): IntroPath[] {
  const candidates = cheapestPaths(prepared, targets, CANDIDATES);
  return diverse(candidates, options.k ?? 3, prepared.overlapPenalty).map((candidate) =>
    introPath(prepared, candidate),
  );
}

/**
 * Chance that at least one of the paths works, if they are independent (model.md §6, settled.md 21).
 *
 * @returns null without a path, and when somebody on the way of one path stands on another; else in (0, 1]
 */
export function atLeastOne(paths: readonly IntroPath[]): number | null {
  const first = paths[0];
  if (first === undefined) return null;
  if (paths.length === 1) return first.probability;
  const pathOf = new Map<PersonIndex, number>();
  for (const [index, path] of paths.entries()) {
    for (const person of path.people.slice(1, -1)) {
      if (pathOf.has(person)) return null;
      pathOf.set(person, index);
    }
  }
  // Two paths may end at one target, but a target that another path needs as a go-between is shared.
  for (const [index, path] of paths.entries()) {
    const end = pathOf.get(path.people.at(-1)!);
    if (end !== undefined && end !== index) return null;
  }
  let noneWorks = 1;
  for (const path of paths) noneWorks *= 1 - path.probability;
  return 1 - noneWorks;
}

/**
 * The probability of a path under another attrition per intermediary, such as the two ends measured in the field
 * (`attritionLow` and `attritionHigh` of the constants). The order of paths is not judged anew.
 */
export function probabilityWithAttrition(path: IntroPath, attrition: number): number {
  let probability = 1;
  for (const [index, hop] of path.hops.entries()) probability *= hop.q * hop.help * (index === 0 ? 1 : attrition);
  return probability;
}

function diverse(candidates: readonly Candidate[], k: number, overlapPenalty: number): Candidate[] {
  const taken: Candidate[] = [];
  const isTaken = new Set<Candidate>();
  const used = new Set<PersonIndex>();
  const timesFirst = new Map<PersonIndex, number>();
  while (taken.length < k) {
    let best: Candidate | null = null;
    let bestValue = 0;
    for (const candidate of candidates) {
      if (isTaken.has(candidate)) continue;
      if (candidate.hops > 1 && (timesFirst.get(candidate.first) ?? 0) >= FIRST_STEP_LIMIT) continue;
      // From the whole-number cost, so that paths with the same factors in another order are worth exactly the same.
      const value = probabilityOfCost(candidate.cost) * (1 - overlapPenalty * overlap(candidate, used));
      // Candidates come in order, so the first of equals wins.
      if (value > bestValue) {
        best = candidate;
        bestValue = value;
      }
    }
    if (best === null) break;
    taken.push(best);
    isTaken.add(best);
    if (best.hops > 1) timesFirst.set(best.first, (timesFirst.get(best.first) ?? 0) + 1);
    for (const person of intermediaries(best)) used.add(person);
  }
  return taken;
}

function overlap(candidate: Candidate, used: ReadonlySet<PersonIndex>): number {
  const between = intermediaries(candidate);
  if (between.length === 0) return 0;
  return between.filter((person) => used.has(person)).length / between.length;
}

function intermediaries({ hops, first, second }: Candidate): PersonIndex[] {
  if (hops === 1) return [];
  return hops === 2 ? [first] : [first, second];
}

function introPath(prepared: PreparedRoutes, candidate: Candidate): IntroPath {
  const { graph } = prepared;
  const people = [graph.ego, ...intermediaries(candidate), candidate.target];
  const hops: PathHop[] = [];
  for (let i = 1; i < people.length; i++) {
    const a = people[i - 1]!;
    const b = people[i]!;
    hops.push(i === 1 ? myHop(graph, b) : laterHop(prepared, a, b));
  }
  let weakest = 0;
  for (const [index, hop] of hops.entries()) {
    if (hop.q * hop.help < hops[weakest]!.q * hops[weakest]!.help) weakest = index;
  }
  return { people, hops, probability: candidate.probability, cost: candidate.cost, weakest };
}

function myHop({ ego, egoTies }: TieGraph, b: PersonIndex): PathHop {
  return { a: ego, b, basis: BASIS_NAMES[egoTies.basis[b]!]!, q: 1, s: egoTies.s[b]!, help: egoTies.help[b]! };
}

function laterHop({ graph, tieHelp }: PreparedRoutes, a: PersonIndex, b: PersonIndex): PathHop {
  const tie = findTie(graph.alterTies, a, b);
  const { q, s, basis } = graph.alterTies;
  return { a, b, basis: BASIS_NAMES[basis[tie]!]!, q: q[tie]!, s: s[tie]!, help: tieHelp[tie]! };
}
