/** What comes apart if one person were not there: the graph without them, and which groups nothing joins any more. */
import type { TieGraph } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { BrokerageGraph } from './brokerage-graph.ts';

/** The same graph without any tie of this person; everybody keeps their number. */
export function withoutPerson(graph: TieGraph, person: PersonIndex): TieGraph {
  const { offsets, neighbors, q, s, basis } = graph.alterTies;
  const staying: number[] = [];
  const newOffsets = new Uint32Array(offsets.length);
  for (let one = 0; one < graph.size; one++) {
    if (one !== person) {
      for (let at = offsets[one]!; at < offsets[one + 1]!; at++) if (neighbors[at] !== person) staying.push(at);
    }
    newOffsets[one + 1] = staying.length;
  }
  const isTie = graph.egoTies.isTie.slice();
  isTie[person] = 0;
  return {
    size: graph.size,
    ego: graph.ego,
    egoTies: { ...graph.egoTies, isTie },
    alterTies: {
      offsets: newOffsets,
      neighbors: Uint32Array.from(staying, (at) => neighbors[at]!),
      q: Float64Array.from(staying, (at) => q[at]!),
      s: Float64Array.from(staying, (at) => s[at]!),
      basis: Uint8Array.from(staying, (at) => basis[at]!),
    },
  };
}

/** Number of the connected part of each node, the first node's part first; -1 for the one left out. */
export function connectedParts(graph: BrokerageGraph, leftOut = -1): Int32Array {
  const partOf = new Int32Array(graph.size).fill(-1);
  const stack: number[] = [];
  let parts = 0;
  for (let start = 0; start < graph.size; start++) {
    if (start === leftOut || partOf[start] !== -1) continue;
    partOf[start] = parts;
    stack.push(start);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
        const other = graph.neighbors[at]!;
        if (other === leftOut || partOf[other] !== -1) continue;
        partOf[other] = parts;
        stack.push(other);
      }
    }
    parts++;
  }
  return partOf;
}

export interface ComingApart {
  /** Communities, ascending, of which nobody is joined to the largest part that remains. */
  communities: number[];
  /** Nodes that hang on the one left out: were joined to the largest part that remains of theirs, and are no longer. */
  nodes: number[];
}

/** What one person's leaving cuts off. */
export function comesApart(graph: BrokerageGraph, communityOf: Uint32Array, leftOut: number): ComingApart {
  const before = connectedParts(graph);
  const after = connectedParts(graph, leftOut);
  const sizes = new Map<number, number>();
  for (let node = 0; node < graph.size; node++) {
    if (node === leftOut || before[node] !== before[leftOut]) continue;
    sizes.set(after[node]!, (sizes.get(after[node]!) ?? 0) + 1);
  }
  const [main] = [...sizes].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const nodes: number[] = [];
  const isJoined = new Map<number, boolean>();
  for (let node = 0; node < graph.size; node++) {
    if (node === leftOut || before[node] !== before[leftOut]) continue;
    const isMain = after[node] === main?.[0];
    if (!isMain) nodes.push(node);
    const community = communityOf[node]!;
    isJoined.set(community, isMain || isJoined.get(community) === true);
  }
  const communities = [...isJoined].filter(([, isMain]) => !isMain).map(([community]) => community);
  return { communities: communities.sort((x, y) => x - y), nodes };
}
