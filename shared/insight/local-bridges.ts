import { type BrokerageGraph, degree } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';
import { type TieTriangles, tieTriangles } from './triangles.ts';

export const overlapMeasure = {
  id: 'overlap',
  name: 'Overlap',
  question: 'Which share of the people around this tie knows both ends?',
  unit: 'share',
  range: 'from 0 (a local bridge) to 1; not defined for two people who have no other tie',
  better: 'low',
  source: 'Granovetter (1973); Onnela et al. (2007)',
} as const satisfies Measure;

/** A tie of G⁻ with its surroundings. */
export interface TieOverlap {
  /** Persons, a < b. */
  a: number;
  b: number;
  /** People tied to both. */
  common: number;
  /** `n_ab / ((k_a−1) + (k_b−1) − n_ab)`; null when neither has another tie. */
  overlap: number | null;
}

/** Every tie with its overlap, by person a, then b. */
export function tieOverlaps(graph: BrokerageGraph, triangles: TieTriangles = tieTriangles(graph)): TieOverlap[] {
  return collect(graph, triangles, () => true);
}

/** Ties without a common neighbour, by person a, then b: to cut one is to send its ends the long way round, or apart. */
export function localBridges(graph: BrokerageGraph, triangles: TieTriangles = tieTriangles(graph)): TieOverlap[] {
  return collect(graph, triangles, (common) => common === 0);
}

function collect(graph: BrokerageGraph, triangles: TieTriangles, isWanted: (common: number) => boolean): TieOverlap[] {
  const { tail, head, common } = triangles;
  const found: TieOverlap[] = [];
  for (let tie = 0; tie < tail.length; tie++) {
    const both = common[tie]!;
    if (!isWanted(both)) continue;
    const one = tail[tie]!;
    const other = head[tie]!;
    const around = degree(graph, one) - 1 + degree(graph, other) - 1 - both;
    found.push({
      a: graph.personOf[Math.min(one, other)]!,
      b: graph.personOf[Math.max(one, other)]!,
      common: both,
      overlap: around === 0 ? null : both / around,
    });
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b);
}
