/** Graphs everybody knows, with values from an independent program; `source` in the file says which. */

import type { BrokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import fixture from '../../fixtures/known-graphs.json' with { type: 'json' };
import { graphOf, pair } from './brokerage-helpers.ts';

export interface KnownGraph {
  name: string;
  graph: BrokerageGraph;
  betweenness: number[];
  constraint: number[];
  effectiveSize: number[];
  localBridges: number[][];
  louvainModularity: number;
}

export const knownGraphs: KnownGraph[] = Object.entries(fixture.graphs).map(([name, known]) => ({
  ...known,
  name,
  graph: graphOf(known.people.length, known.ties.map(pair)),
}));
