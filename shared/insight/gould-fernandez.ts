import { type BrokerageGraph, degree } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';
import { type DirectedTies, directTies, forEachTriangle } from './triangles.ts';

export const gouldFernandezMeasure = {
  id: 'gould-fernandez',
  name: 'Gould–Fernandez roles',
  question: 'Between which employers does this person stand: inside one, at its door, or between others?',
  unit: 'pairs',
  range: '0 or more open pairs in each role',
  better: 'high',
  source: 'Gould & Fernandez (1989), Sociological Methodology 19',
} as const satisfies Measure;

/** The group of a person whose employer is not known. */
export const NO_GROUP = -1;

/** Open pairs a–v–b (a and b not tied) of each node v, by role. A tie has no direction, so a pair counts once. */
export interface BrokerageRoles {
  /** All three at one employer. */
  coordinator: Float64Array;
  /** a and b at one employer, v at another. */
  itinerant: Float64Array;
  /** v at the employer of one of them: gatekeeper and representative are the same without direction. */
  gatekeeper: Float64Array;
  /** Three employers. */
  liaison: Float64Array;
  /** The employer of at least one of the three is not known, so neither is the role. */
  unknown: Float64Array;
}

type Role = keyof BrokerageRoles;

function roleOf(a: number, v: number, b: number): Role {
  if (a < 0 || v < 0 || b < 0) return 'unknown';
  if (a === b) return a === v ? 'coordinator' : 'itinerant';
  return a === v || b === v ? 'gatekeeper' : 'liaison';
}

/**
 * Counts all pairs of neighbours by role from the sizes of their groups, then takes the closed ones away, triangle by
 * triangle: a person with 5,000 ties has 12 million pairs, of which none is looked at by itself.
 *
 * @param groupOf group of each *person*: the number of their employer's key, or NO_GROUP
 */
export function gouldFernandez(
  graph: BrokerageGraph,
  groupOf: Int32Array,
  ties: DirectedTies = directTies(graph),
): BrokerageRoles {
  const groups = Int32Array.from(graph.personOf, (person) => groupOf[person] ?? NO_GROUP);
  const roles: BrokerageRoles = {
    coordinator: new Float64Array(graph.size),
    itinerant: new Float64Array(graph.size),
    gatekeeper: new Float64Array(graph.size),
    liaison: new Float64Array(graph.size),
    unknown: new Float64Array(graph.size),
  };
  const pairs = (n: number): number => (n < 2 ? 0 : (n * (n - 1)) / 2);
  const sizeOf = new Map<number, number>();
  for (let v = 0; v < graph.size; v++) {
    const n = degree(graph, v);
    const own = groups[v]!;
    if (own < 0) {
      roles.unknown[v] = pairs(n);
      continue;
    }
    sizeOf.clear();
    let known = 0;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      const group = groups[graph.neighbors[at]!]!;
      if (group < 0) continue;
      known++;
      sizeOf.set(group, (sizeOf.get(group) ?? 0) + 1);
    }
    const inside = sizeOf.get(own) ?? 0;
    let alike = 0 - pairs(inside);
    for (const size of sizeOf.values()) alike += pairs(size);
    roles.coordinator[v] = pairs(inside);
    roles.itinerant[v] = alike;
    roles.gatekeeper[v] = inside * (known - inside);
    roles.liaison[v] = pairs(known - inside) - alike;
    roles.unknown[v] = pairs(n) - pairs(known);
  }
  forEachTriangle(ties, (ab, ac) => {
    const a = ties.tail[ab]!;
    const b = ties.head[ab]!;
    const c = ties.head[ac]!;
    const ga = groups[a]!;
    const gb = groups[b]!;
    const gc = groups[c]!;
    roles[roleOf(gb, ga, gc)][a]!--;
    roles[roleOf(ga, gb, gc)][b]!--;
    roles[roleOf(ga, gc, gb)][c]!--;
  });
  return roles;
}
