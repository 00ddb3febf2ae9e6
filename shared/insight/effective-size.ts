import { type BrokerageGraph, degree } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';
import { type TieTriangles, tieTriangles } from './triangles.ts';

export const effectiveSizeMeasure = {
  id: 'effective-size',
  name: 'Effective size',
  question: 'How many separate circles, counted as contacts, does this person reach?',
  unit: 'people',
  range: 'from 1 to the number of their ties',
  better: 'high',
  source: 'Burt (1992), Structural Holes, ch. 2; simplified by Borgatti (1997)',
} as const satisfies Measure;

export const efficiencyMeasure = {
  id: 'efficiency',
  name: 'Efficiency',
  question: 'Which share of their contacts is not a repetition of another?',
  unit: 'share',
  range: 'above 0, at most 1',
  better: 'high',
  source: 'Burt (1992), Structural Holes, ch. 2',
} as const satisfies Measure;

export interface EffectiveSize {
  /** `n − 2t/n` by node: n ties, t ties among the neighbours. */
  size: Float64Array;
  /** size / n by node. */
  efficiency: Float64Array;
}

/** Burt's effective size and efficiency of every person, by node; counts ties, whatever their q. */
export function effectiveSize(graph: BrokerageGraph, triangles: TieTriangles = tieTriangles(graph)): EffectiveSize {
  const { tail, head, common } = triangles;
  // A tie among the neighbours of v is a triangle at v, seen from both ties of v that stand in it: this sums 2t.
  const twiceAmong = new Float64Array(graph.size);
  for (let tie = 0; tie < tail.length; tie++) {
    twiceAmong[tail[tie]!]! += common[tie]!;
    twiceAmong[head[tie]!]! += common[tie]!;
  }
  const size = new Float64Array(graph.size);
  const efficiency = new Float64Array(graph.size);
  for (let v = 0; v < graph.size; v++) {
    const n = degree(graph, v);
    size[v] = n - twiceAmong[v]! / n;
    efficiency[v] = size[v]! / n;
  }
  return { size, efficiency };
}
