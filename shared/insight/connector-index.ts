import { type Constants, DEFAULT_CONSTANTS } from '../ties/constants.ts';
import { type BrokerageGraph, degree } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';
import { LEAST_TIES } from './participation.ts';

export const connectorIndexMeasure = {
  id: 'connector-index',
  name: 'Connector index',
  question: 'Who bridges my circles, all in all?',
  unit: 'none',
  range: 'from 0 to 1; not defined under 3 ties',
  better: 'high',
  source:
    'Weft: .4 (1 − constraint) + .3 participation + .3 betweenness against the highest; each part is shown beside it',
} as const satisfies Measure;

/** What the index is made of, by node. */
export interface ConnectorIndex {
  /** `.4 (1 − min(1, C)) + .3 participation + .3 betweenness / max`; NaN under 3 ties. */
  index: Float64Array;
  /** The three summands; NaN under 3 ties. */
  parts: { constraint: Float64Array; participation: Float64Array; betweenness: Float64Array };
}

/** The index of every person, from measures by node. Where nobody stands between others, that part is 0 for all. */
export function connectorIndex(
  graph: BrokerageGraph,
  measures: { constraint: Float64Array; participation: Float64Array; betweenness: Float64Array },
  constants: Constants = DEFAULT_CONSTANTS,
): ConnectorIndex {
  const undefinedYet = (): Float64Array => new Float64Array(graph.size).fill(Number.NaN);
  const result: ConnectorIndex = {
    index: undefinedYet(),
    parts: { constraint: undefinedYet(), participation: undefinedYet(), betweenness: undefinedYet() },
  };
  let most = 0;
  for (const value of measures.betweenness) most = Math.max(most, value);
  for (let v = 0; v < graph.size; v++) {
    if (degree(graph, v) < LEAST_TIES) continue;
    const free = constants.indexConstraint * (1 - Math.min(1, measures.constraint[v]!));
    const spread = constants.indexParticipation * measures.participation[v]!;
    const between = most === 0 ? 0 : (constants.indexBetweenness * measures.betweenness[v]!) / most;
    result.parts.constraint[v] = free;
    result.parts.participation[v] = spread;
    result.parts.betweenness[v] = between;
    result.index[v] = free + spread + between;
  }
  return result;
}
