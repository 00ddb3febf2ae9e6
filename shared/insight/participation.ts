import { type BrokerageGraph, degree } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';

export const participationMeasure = {
  id: 'participation',
  name: 'Participation',
  question: 'How evenly are this person’s ties spread over the communities?',
  unit: 'share',
  range: 'from 0 (all in one community) to below 1; not defined under 3 ties',
  better: 'high',
  source: 'Guimerà & Amaral (2005), Nature 433',
} as const satisfies Measure;

/** Under so many ties, where they lead says nothing about a person (model.md §7). */
export const LEAST_TIES = 3;

/**
 * Participation coefficient `1 − Σ_c (q_ic/q_i)²` of every person.
 *
 * @param communityOf community of each node
 * @returns by node; NaN under 3 ties
 */
export function participation(graph: BrokerageGraph, communityOf: Uint32Array): Float64Array {
  const values = new Float64Array(graph.size).fill(Number.NaN);
  const toward = new Float64Array(graph.size);
  for (let v = 0; v < graph.size; v++) {
    if (degree(graph, v) < LEAST_TIES) continue;
    const start = graph.offsets[v]!;
    const end = graph.offsets[v + 1]!;
    let total = 0;
    for (let at = start; at < end; at++) {
      toward[communityOf[graph.neighbors[at]!]!]! += graph.q[at]!;
      total += graph.q[at]!;
    }
    let together = 0;
    for (let at = start; at < end; at++) {
      const community = communityOf[graph.neighbors[at]!]!;
      const share = toward[community]! / total;
      // Set to 0 after its first use, so that each community is added once.
      together += share * share;
      toward[community] = 0;
    }
    values[v] = Math.max(0, 1 - together);
  }
  return values;
}
