/**
 * Ties and the triangles they stand in, found once and used by constraint, effective size, local bridges and brokerage
 * roles. Each tie points from its end with fewer ties to the other (ties broken by node), which bounds the work by m^1.5
 * even when one person has thousands of ties (Chiba & Nishizeki 1985).
 */
import { type BrokerageGraph, tieCount } from './brokerage-graph.ts';

/** Every tie once. Ties of one tail stand together: offsets[v] .. offsets[v+1]-1. */
export interface DirectedTies {
  offsets: Uint32Array;
  /** The end with fewer ties. */
  tail: Uint32Array;
  head: Uint32Array;
  weight: Float64Array;
}

export interface TieTriangles extends DirectedTies {
  /** Sum of weights of a node's ties. */
  totals: Float64Array;
  /** People tied to both ends, by tie. */
  common: Uint32Array;
  /** Sum over common neighbours k of w_ik w_kj / (total of k), by tie i-j: the way from i to j through others, times the total of i. */
  indirect: Float64Array;
}

/** @param weights parallel to graph.neighbors, the same in both rows of a tie; q unless told otherwise */
export function directTies(graph: BrokerageGraph, weights: Float64Array = graph.q): DirectedTies {
  const { size, neighbors } = graph;
  const m = tieCount(graph);
  const ties: DirectedTies = {
    offsets: new Uint32Array(size + 1),
    tail: new Uint32Array(m),
    head: new Uint32Array(m),
    weight: new Float64Array(m),
  };
  let tie = 0;
  for (let v = 0; v < size; v++) {
    const start = graph.offsets[v]!;
    const end = graph.offsets[v + 1]!;
    for (let at = start; at < end; at++) {
      const other = neighbors[at]!;
      const otherDegree = graph.offsets[other + 1]! - graph.offsets[other]!;
      if (otherDegree < end - start || (otherDegree === end - start && other < v)) continue;
      ties.tail[tie] = v;
      ties.head[tie] = other;
      ties.weight[tie] = weights[at]!;
      tie++;
    }
    ties.offsets[v + 1] = tie;
  }
  return ties;
}

/** Calls `visit` once per triangle with its three ties: a-b, a-c and b-c, where a, b are the tails. In a fixed order. */
export function forEachTriangle(ties: DirectedTies, visit: (ab: number, ac: number, bc: number) => void): void {
  const { offsets, head } = ties;
  const size = offsets.length - 1;
  // 1 + the tie from a to this node, while a is looked at.
  const tieToA = new Uint32Array(size);
  for (let a = 0; a < size; a++) {
    const start = offsets[a]!;
    const end = offsets[a + 1]!;
    if (end - start < 2) continue;
    for (let tie = start; tie < end; tie++) tieToA[head[tie]!] = tie + 1;
    for (let ab = start; ab < end; ab++) {
      const b = head[ab]!;
      const stop = offsets[b + 1]!;
      for (let bc = offsets[b]!; bc < stop; bc++) {
        const ac = tieToA[head[bc]!]!;
        if (ac > 0) visit(ab, ac - 1, bc);
      }
    }
    for (let tie = start; tie < end; tie++) tieToA[head[tie]!] = 0;
  }
}

/** @param weights as in `directTies`; constraint of any weighting reads them */
export function tieTriangles(graph: BrokerageGraph, weights: Float64Array = graph.q): TieTriangles {
  const ties = directTies(graph, weights);
  const { head, weight } = ties;
  const totals = new Float64Array(graph.size);
  for (let v = 0; v < graph.size; v++) {
    let total = 0;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) total += weights[at]!;
    totals[v] = total;
  }
  const common = new Uint32Array(head.length);
  const indirect = new Float64Array(head.length);
  forEachTriangle(ties, (ab, ac, bc) => {
    common[ab]!++;
    common[ac]!++;
    common[bc]!++;
    const wab = weight[ab]!;
    const wac = weight[ac]!;
    const wbc = weight[bc]!;
    indirect[ab]! += (wac * wbc) / totals[head[ac]!]!;
    indirect[ac]! += (wab * wbc) / totals[head[ab]!]!;
    indirect[bc]! += (wab * wac) / totals[ties.tail[ab]!]!;
  });
  return { ...ties, totals, common, indirect };
}
