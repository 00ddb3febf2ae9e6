/**
 * The cheapest loopless paths of at most three ties from me to any of the targets, exactly, in one fixed order: cost,
 * then fewer hops, then the people from my side on (people are sorted by key). Since no path is longer than three ties,
 * walking back from the targets over prepared rows finds the same paths as Yen's algorithm without its repeated searches.
 */
import { Basis } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Cost } from '../model/units.ts';
import type { PreparedRoutes } from './prepare-routes.ts';

/** One path. `first` is whom I ask; for a path of one hop that is the target itself. */
export interface Candidate {
  /** Micro-units. */
  cost: Cost;
  hops: 1 | 2 | 3;
  first: PersonIndex;
  /** The second intermediary of three hops; else the target. */
  second: PersonIndex;
  target: PersonIndex;
  probability: number;
}

/**
 * The `count` cheapest paths, in order.
 *
 * @param targets in any order; repeated ones, me, and positions outside the graph are passed over
 */
export function cheapestPaths(prepared: PreparedRoutes, targets: ArrayLike<PersonIndex>, count: number): Candidate[] {
  const { graph, askCosts, tieCosts, costLimit } = prepared;
  const { offsets, neighbors, basis } = graph.alterTies;
  const { viaOffsets, viaContact, viaCost, viaInferred } = prepared;
  const kept = new BestCandidates(count, costLimit, prepared.leastProbability);
  const wanted = distinctTargets(prepared, targets);

  // Short paths first: they are often the cheap ones, and a low limit spares most of the longer walks.
  for (const target of wanted) {
    const cost = askCosts[target]!;
    if (kept.takes(cost, 1, target, target, target)) {
      kept.add(cost, 1, target, target, target, graph.egoTies.help[target]!);
    }
  }
  for (const target of wanted) {
    for (let via = viaOffsets[target]!; via < viaOffsets[target + 1]!; via++) {
      const contact = viaContact[via]!;
      if (!kept.takes(viaCost[via]!, 2, contact, target, target)) break;
      kept.add(viaCost[via]!, 2, contact, target, target, probabilityVia(prepared, via));
    }
  }
  for (const target of wanted) {
    for (let tie = offsets[target]!; tie < offsets[target + 1]!; tie++) {
      const second = neighbors[tie]!;
      const from = viaOffsets[second]!;
      const to = viaOffsets[second + 1]!;
      const lastCost = tieCosts[tie]!;
      if (from === to || lastCost + viaCost[from]! > kept.costBound) continue;
      const isInferred = basis[tie] === Basis.inferred;
      for (let via = from; via < to; via++) {
        const contact = viaContact[via]!;
        const cost = lastCost + viaCost[via]!;
        // The row ascends by cost and contact: once one path is too late in the order, so are all after it.
        if (!kept.takes(cost, 3, contact, second, target)) break;
        if (contact === target || (isInferred && viaInferred[via] === 1)) continue;
        const probability = probabilityVia(prepared, via) * passOn(prepared, tie);
        kept.add(cost, 3, contact, second, target, probability);
      }
    }
  }
  return kept.inOrder();
}

function probabilityVia(prepared: PreparedRoutes, via: number): number {
  return prepared.graph.egoTies.help[prepared.viaContact[via]!]! * passOn(prepared, prepared.viaTie[via]!);
}

function passOn(prepared: PreparedRoutes, tie: number): number {
  return prepared.graph.alterTies.q[tie]! * prepared.tieHelp[tie]! * prepared.attrition;
}

function distinctTargets(prepared: PreparedRoutes, targets: ArrayLike<PersonIndex>): PersonIndex[] {
  const isTarget = new Uint8Array(prepared.graph.size);
  const wanted: PersonIndex[] = [];
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!;
    if (target === prepared.graph.ego || isTarget[target] !== 0) continue;
    isTarget[target] = 1;
    wanted.push(target);
  }
  return wanted.sort((a, b) => a - b);
}

/** The best few seen so far, kept in order by insertion: with 30 places that costs less than a heap. */
class BestCandidates {
  readonly #places: number;
  readonly #costLimit: number;
  readonly #leastProbability: number;
  readonly #kept: Candidate[] = [];
  /** No path dearer than this can still be taken. */
  costBound: number;

  constructor(places: number, costLimit: number, leastProbability: number) {
    this.#places = places;
    this.#costLimit = costLimit;
    this.#leastProbability = leastProbability;
    this.costBound = places > 0 ? costLimit : -1;
  }

  /** Whether a path with this place in the order would be among the best so far. */
  takes(cost: number, hops: number, first: number, second: number, target: number): boolean {
    if (cost > this.costBound) return false;
    if (cost < this.costBound || this.#kept.length < this.#places) return true;
    return comparePlace(this.#kept[this.#places - 1]!, cost, hops, first, second, target) > 0;
  }

  add(cost: number, hops: 1 | 2 | 3, first: number, second: number, target: number, probability: number): void {
    if (probability < this.#leastProbability) return;
    const kept = this.#kept;
    if (kept.length === this.#places) kept.pop();
    let at = kept.length;
    while (at > 0 && comparePlace(kept[at - 1]!, cost, hops, first, second, target) > 0) at--;
    kept.splice(at, 0, { cost: cost as Cost, hops, first, second, target, probability });
    this.costBound = kept.length === this.#places ? kept[this.#places - 1]!.cost : this.#costLimit;
  }

  inOrder(): Candidate[] {
    return this.#kept;
  }
}

/** Negative when `kept` comes before the path described by the other arguments. */
function comparePlace(
  kept: Candidate,
  cost: number,
  hops: number,
  first: number,
  second: number,
  target: number,
): number {
  return kept.cost - cost || kept.hops - hops || kept.first - first || kept.second - second || kept.target - target;
}
