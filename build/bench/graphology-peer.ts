import { UndirectedGraph } from 'graphology';
import type { BrokerageGraph } from '../../shared/insight/brokerage-graph.ts';

/** Not among the packages of the project: the comparison is made where somebody has installed it. */
const PACKAGE = 'graphology-metrics/centrality/betweenness.js';

/** @returns milliseconds graphology takes for betweenness of the same graph; null where graphology-metrics is not installed */
export async function graphologyBetweenness(graph: BrokerageGraph): Promise<number | null> {
  let measure: (graph: UndirectedGraph, options: { getEdgeWeight: null }) => unknown;
  try {
    ({ default: measure } = (await import(PACKAGE)) as { default: typeof measure });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
  const copy = new UndirectedGraph();
  for (let node = 0; node < graph.size; node++) copy.addNode(node);
  for (let node = 0; node < graph.size; node++) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
      if (node < graph.neighbors[at]!) copy.addEdge(node, graph.neighbors[at]!);
    }
  }
  const startedAt = performance.now();
  measure(copy, { getEdgeWeight: null });
  return performance.now() - startedAt;
}
