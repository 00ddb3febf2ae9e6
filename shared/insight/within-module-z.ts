import { type BrokerageGraph, degree } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';
import { LEAST_TIES } from './participation.ts';

export const withinModuleZMeasure = {
  id: 'within-module-z',
  name: 'Within-module z',
  question: 'How far does this person stand out inside their own community?',
  unit: 'standard deviations',
  range: 'around 0; not defined under 3 ties',
  better: 'neither',
  source: 'Guimerà & Amaral (2005), Nature 433',
} as const satisfies Measure;

/**
 * How many standard deviations the q of a person's ties inside their community lies above the mean of its members. Where all
 * members are tied alike, everybody stands exactly at the mean: 0.
 *
 * @param communityOf community of each node, numbered from 0
 * @returns by node; NaN under 3 ties
 */
export function withinModuleZ(graph: BrokerageGraph, communityOf: Uint32Array): Float64Array {
  const inside = new Float64Array(graph.size);
  const members = new Uint32Array(graph.size);
  const means = new Float64Array(graph.size);
  const variances = new Float64Array(graph.size);
  for (let v = 0; v < graph.size; v++) {
    const own = communityOf[v]!;
    let sum = 0;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      if (communityOf[graph.neighbors[at]!] === own) sum += graph.q[at]!;
    }
    inside[v] = sum;
    members[own]!++;
    means[own]! += sum;
  }
  for (let c = 0; c < graph.size; c++) if (members[c]! > 0) means[c]! /= members[c]!;
  for (let v = 0; v < graph.size; v++) {
    const own = communityOf[v]!;
    variances[own]! += (inside[v]! - means[own]!) ** 2 / members[own]!;
  }
  const values = new Float64Array(graph.size).fill(Number.NaN);
  for (let v = 0; v < graph.size; v++) {
    if (degree(graph, v) < LEAST_TIES) continue;
    const own = communityOf[v]!;
    // Sums of the same q in another order differ in the last digits only; that is no spread.
    const spread = Math.sqrt(variances[own]!);
    values[v] = spread < 1e-9 ? 0 : (inside[v]! - means[own]!) / spread;
  }
  return values;
}
