import type { BrokerageGraph } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';
import { type TieTriangles, tieTriangles } from './triangles.ts';

export const constraintMeasure = {
  id: 'constraint',
  name: 'Constraint',
  question: 'How far do the contacts of this person lead back to one another?',
  unit: 'none',
  range: 'above 0; may exceed 1',
  better: 'low',
  source: 'Burt (1992), Structural Holes, ch. 2',
} as const satisfies Measure;

/**
 * Burt's constraint of every person: `Σ_j (p_ij + Σ_k p_ik p_kj)²` over their neighbours j. Low values mark brokers.
 *
 * Uses the probability q that a tie exists, not its strength, under which weak bridges vanish (model.md, example 9). The hub
 * of a star with n equal ties scores 1/n; a corner of a closed triad scores 9/8, so 1 is no upper bound.
 *
 * @param triangles of the same graph; made with other weights, the measure uses those in place of q
 * @returns by node, raw; always defined, since every node of G⁻ has a tie
 */
export function constraint(graph: BrokerageGraph, triangles: TieTriangles = tieTriangles(graph)): Float64Array {
  const { tail, head, weight, indirect, totals } = triangles;
  const values = new Float64Array(graph.size);
  for (let tie = 0; tie < tail.length; tie++) {
    const a = tail[tie]!;
    const b = head[tie]!;
    // p_ab + Σ_k p_ak p_kb times the total of a is the same sum seen from either end.
    const held = weight[tie]! + indirect[tie]!;
    const fromA = held / totals[a]!;
    const fromB = held / totals[b]!;
    values[a]! += fromA * fromA;
    values[b]! += fromB * fromB;
  }
  return values;
}
