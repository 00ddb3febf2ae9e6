/** All measures of brokerage over one judged network, measured once and kept with it. */
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { betweenness, EXACT_BETWEENNESS_PEOPLE } from '../../../shared/insight/betweenness.ts';
import { type BrokerageGraph, brokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import { type Communities, communities } from '../../../shared/insight/communities.ts';
import { type ConnectorIndex, connectorIndex } from '../../../shared/insight/connector-index.ts';
import { constraint } from '../../../shared/insight/constraint.ts';
import { type EffectiveSize, effectiveSize } from '../../../shared/insight/effective-size.ts';
import { type BrokerageRoles, gouldFernandez, NO_GROUP } from '../../../shared/insight/gould-fernandez.ts';
import { participation } from '../../../shared/insight/participation.ts';
import { tieTriangles } from '../../../shared/insight/triangles.ts';
import { withinModuleZ } from '../../../shared/insight/within-module-z.ts';
import { type Structure, sharedMemory } from './measure-tasks.ts';
import type { MeasureRun, MeasureWorkers } from './measure-workers.ts';

/** Arrays are by node of `graph`; NaN stands for "not defined" and never leaves through the contract. */
export interface Brokerage {
  graph: BrokerageGraph;
  /** Employer of each person as a number; NO_GROUP without one. */
  groups: Int32Array;
  constraint: Float64Array;
  effectiveSize: EffectiveSize;
  betweenness: Float64Array;
  approximate: { epsilon: number; delta: number; samples: number } | null;
  communities: Communities;
  participation: Float64Array;
  withinModuleZ: Float64Array;
  roles: BrokerageRoles;
  index: ConnectorIndex;
}

/** Steps of exact betweenness that this thread can take without keeping anybody waiting: some 30 ms. */
const MOST_STEPS_HERE = 2_000_000;

/**
 * Small networks are measured here and now; others by threads, betweenness above 3,000 people from a sample (model.md §7).
 *
 * @param before measures of the same seed: while ties and employers are the same, whatever else was said, they hold
 */
export async function measureBrokerage(
  judged: Judged,
  seed: number,
  workers: () => MeasureWorkers,
  run: MeasureRun = {},
  before: Brokerage | null = null,
): Promise<Brokerage> {
  const graph = brokerageGraph(judged.graph, sharedMemory, judged.constants);
  const groups = employerGroups(judged);
  // A copy: what hangs on it, names of circles among it, belongs to one judged day.
  if (before !== null && isSame(before.groups, groups) && isSameGraph(before.graph, graph)) return { ...before };
  if (graph.size * graph.neighbors.length <= MOST_STEPS_HERE) return measureHere(judged, graph, groups, seed);
  if (graph.size <= EXACT_BETWEENNESS_PEOPLE) {
    const structure = await workers().structure(graph, seed, groups, run);
    const values = await workers().exactBetweenness(graph, run);
    return together(judged, graph, groups, structure, values, null);
  }
  const { structure, sampled } = await workers().structureAndSample(graph, seed, groups, run);
  const { epsilon, delta, samples } = sampled.plan;
  return together(judged, graph, groups, structure, sampled.values, { epsilon, delta, samples });
}

function together(
  judged: Judged,
  graph: BrokerageGraph,
  groups: Int32Array,
  structure: Structure,
  values: Float64Array,
  approximate: Brokerage['approximate'],
): Brokerage {
  const index = connectorIndex(graph, { ...structure, betweenness: values }, judged.constants);
  return { graph, groups, ...structure, betweenness: values, approximate, index };
}

function measureHere(judged: Judged, graph: BrokerageGraph, groups: Int32Array, seed: number): Brokerage {
  const triangles = tieTriangles(graph);
  const found = communities(graph, seed);
  const measures = {
    constraint: constraint(graph, triangles),
    participation: participation(graph, found.communityOf),
    betweenness: betweenness(graph),
  };
  return {
    graph,
    groups,
    ...measures,
    effectiveSize: effectiveSize(graph, triangles),
    approximate: null,
    communities: found,
    withinModuleZ: withinModuleZ(graph, found.communityOf),
    roles: gouldFernandez(graph, groups, triangles),
    index: connectorIndex(graph, measures, judged.constants),
  };
}

function isSameGraph(a: BrokerageGraph, b: BrokerageGraph): boolean {
  return (
    a.size === b.size &&
    isSame(a.personOf, b.personOf) &&
    isSame(a.nodeOf, b.nodeOf) &&
    isSame(a.offsets, b.offsets) &&
    isSame(a.neighbors, b.neighbors) &&
    isSame(a.q, b.q)
  );
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Employer of each person as a number, in key order. */
function employerGroups({ employers, graph }: Judged): Int32Array {
  const numbers = new Map([...employers.byKey.keys()].map((key, number) => [key, number]));
  const groups = new Int32Array(graph.size).fill(NO_GROUP);
  for (const [person, key] of employers.keyOfPerson.entries()) {
    if (key !== null) groups[person] = numbers.get(key) ?? NO_GROUP;
  }
  return groups;
}
