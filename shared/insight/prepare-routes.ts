/**
 * What every question for routes needs and only the judged graph decides: costs of all ties, and for each person the ways
 * through which I reach them with one introduction, cheapest first. Computed once per graph; typed arrays and numbers
 * only, so that it can be handed to a worker.
 */
import type { TieGraph } from '../graph/tie-graph.ts';
import { Basis } from '../graph/tie-graph.ts';
import type { Constants } from '../ties/constants.ts';
import { firstHopCost, laterHopCost } from '../ties/cost.ts';
import type { Calibration } from '../ties/help.ts';
import { helpFromStrength } from '../ties/help.ts';

/** Cost of what no route may use. Far above any limit, and small enough that three of them add up without overflow. */
export const UNREACHABLE = 0x1fff_ffff;

export interface PreparedRoutes {
  graph: TieGraph;
  /** A: probability that an intermediary passes the request on. */
  attrition: number;
  /** Routes less probable than this are dropped. */
  leastProbability: number;
  /** Part of its probability that a route loses when all its intermediaries are already used. */
  overlapPenalty: number;
  /** No route within `leastProbability` costs more than this, in micro-units. */
  costLimit: number;
  /** Cost of asking each of my contacts, in micro-units; UNREACHABLE for everybody else. */
  askCosts: Int32Array;
  /** Cost of each alter tie as a later hop, parallel to `graph.alterTies.neighbors`. */
  tieCosts: Int32Array;
  /** h(s) of each alter tie, parallel to `graph.alterTies.neighbors`. */
  tieHelp: Float64Array;
  /**
   * Me -> contact -> person i, at viaOffsets[i] .. viaOffsets[i+1]-1, cheapest first, equal costs by contact. Left out:
   * what costs more than `costLimit` or would take two inferred ties.
   */
  viaOffsets: Uint32Array;
  viaContact: Uint32Array;
  viaCost: Int32Array;
  /** Position of the tie contact - person in the person's row of `graph.alterTies`. */
  viaTie: Uint32Array;
  /** 1 where one of the two ties is inferred. */
  viaInferred: Uint8Array;
}

/** Rows shorter than this are sorted in place by insertion, which is quicker than the call of the built-in sort. */
const SHORT_ROW = 24;
/** Sort keys are cost * POSITION_SPAN + position in the row, exact in a double: costs stay below 2^27, rows below 2^26. */
const POSITION_SPAN = 2 ** 26;

/**
 * Prepares a graph for `findIntroPaths`. About 0.1 s for 50,000 people and 500,000 ties.
 *
 * @param before prepared from the same ties between others with the same numbers; only my own ties differ
 * @see model.md §6
 */
export function prepareRoutes(
  graph: TieGraph,
  constants: Constants,
  calibration: Calibration | null = null,
  before: PreparedRoutes | null = null,
): PreparedRoutes {
  const { attrition, overlapPenalty, routeMinimum: leastProbability } = constants;
  const { offsets, neighbors, q, s, basis } = graph.alterTies;
  // Each hop is rounded by at most half a micro-unit, so a route of three is off by less than two; the exact test follows on the product.
  const costLimit = Math.floor(-Math.log(leastProbability) * 1e6) + 2;

  const askCosts = new Int32Array(graph.size).fill(UNREACHABLE);
  for (let person = 0; person < graph.size; person++) {
    if (graph.egoTies.isTie[person] !== 1 || person === graph.ego) continue;
    const help = graph.egoTies.help[person]!;
    if (help > 0) askCosts[person] = withinReach(firstHopCost(help));
  }

  const tieCosts = before?.tieCosts ?? new Int32Array(neighbors.length);
  const tieHelp = before?.tieHelp ?? new Float64Array(neighbors.length);
  for (let tie = before === null ? 0 : neighbors.length; tie < neighbors.length; tie++) {
    const help = helpFromStrength(s[tie]!, constants, calibration);
    tieHelp[tie] = help;
    tieCosts[tie] =
      q[tie]! > 0 && help > 0 && attrition > 0 ? withinReach(laterHopCost(q[tie]!, help, constants)) : UNREACHABLE;
  }

  const viaOffsets = new Uint32Array(graph.size + 1);
  const isUsable = (tie: number): boolean => {
    const contact = neighbors[tie]!;
    if (askCosts[contact]! + tieCosts[tie]! > costLimit) return false;
    return basis[tie] !== Basis.inferred || graph.egoTies.basis[contact] !== Basis.inferred;
  };
  for (let person = 0; person < graph.size; person++) {
    let count = 0;
    for (let tie = offsets[person]!; tie < offsets[person + 1]!; tie++) if (isUsable(tie)) count++;
    viaOffsets[person + 1] = viaOffsets[person]! + count;
  }

  const total = viaOffsets[graph.size]!;
  const viaContact = new Uint32Array(total);
  const viaCost = new Int32Array(total);
  const viaTie = new Uint32Array(total);
  const viaInferred = new Uint8Array(total);
  const keys = new Float64Array(total);
  for (let person = 0; person < graph.size; person++) {
    const rowStart = offsets[person]!;
    const from = viaOffsets[person]!;
    const to = viaOffsets[person + 1]!;
    let at = from;
    for (let tie = rowStart; tie < offsets[person + 1]!; tie++) {
      // Contacts ascend within a row, so equal costs end up by contact.
      if (isUsable(tie)) keys[at++] = (askCosts[neighbors[tie]!]! + tieCosts[tie]!) * POSITION_SPAN + (tie - rowStart);
    }
    sortRow(keys, from, to);
    for (let via = from; via < to; via++) {
      const cost = Math.floor(keys[via]! / POSITION_SPAN);
      const tie = rowStart + (keys[via]! - cost * POSITION_SPAN);
      const contact = neighbors[tie]!;
      viaContact[via] = contact;
      viaCost[via] = cost;
      viaTie[via] = tie;
      viaInferred[via] = basis[tie] === Basis.inferred || graph.egoTies.basis[contact] === Basis.inferred ? 1 : 0;
    }
  }
  return {
    graph,
    attrition,
    leastProbability,
    overlapPenalty,
    costLimit,
    askCosts,
    tieCosts,
    tieHelp,
    viaOffsets,
    viaContact,
    viaCost,
    viaTie,
    viaInferred,
  };
}

function withinReach(cost: number): number {
  return Math.min(cost, UNREACHABLE);
}

function sortRow(keys: Float64Array, from: number, to: number): void {
  if (to - from > SHORT_ROW) {
    keys.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    let hole = i;
    while (hole > from && keys[hole - 1]! > key) {
      keys[hole] = keys[hole - 1]!;
      hole--;
    }
    keys[hole] = key;
  }
}
