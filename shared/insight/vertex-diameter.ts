import type { BrokerageGraph } from './brokerage-graph.ts';

/** Starting points tried per component; each costs one search and can only lower the bound. */
const STARTS = 4;

/**
 * A bound above the number of people on the longest of all shortest paths, never more than about twice the true number
 * (Riondato & Kornaropoulos 2016): from any start, the two longest distances and the start itself. A start in the middle
 * gives a close bound, so the search goes on from the middle of the longest path found.
 *
 * @returns 0 without people; 2 where everybody is tied to everybody in their component
 */
export function vertexDiameter(graph: BrokerageGraph): number {
  const seen = new Uint8Array(graph.size);
  const search = {
    parent: new Int32Array(graph.size),
    level: new Int32Array(graph.size).fill(-1),
    queue: new Uint32Array(graph.size),
  };
  let greatest = 0;
  for (let first = 0; first < graph.size; first++) {
    if (seen[first] === 1) continue;
    let count = reachFrom(graph, first, search);
    let start = first;
    for (let i = 0; i < count; i++) {
      const v = search.queue[i]!;
      seen[v] = 1;
      if (tiesOf(graph, v) > tiesOf(graph, start)) start = v;
    }
    forget(search, count);
    let bound = count;
    // Nothing in a component of so few could be longer than what was found already.
    for (let tries = 0; tries < STARTS && bound > greatest; tries++) {
      count = reachFrom(graph, start, search);
      const last = search.queue[count - 1]!;
      const longest = search.level[last]!;
      const second = count > 2 ? search.level[search.queue[count - 2]!]! : 0;
      bound = Math.min(bound, longest + second + 1);
      if (tries % 2 === 0) {
        start = last;
      } else {
        // Now from one end of a longest path: its middle is the next start.
        start = last;
        for (let step = 0; step < Math.floor(longest / 2); step++) start = search.parent[start]!;
      }
      forget(search, count);
    }
    greatest = Math.max(greatest, bound);
  }
  return greatest;
}

interface Reach {
  parent: Int32Array;
  level: Int32Array;
  queue: Uint32Array;
}

function tiesOf(graph: BrokerageGraph, v: number): number {
  return graph.offsets[v + 1]! - graph.offsets[v]!;
}

/** @returns how many were reached; they stand in `queue`, nearest first */
function reachFrom(graph: BrokerageGraph, start: number, { parent, level, queue }: Reach): number {
  level[start] = 0;
  parent[start] = start;
  queue[0] = start;
  let end = 1;
  for (let head = 0; head < end; head++) {
    const v = queue[head]!;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      const w = graph.neighbors[at]!;
      if (level[w]! >= 0) continue;
      level[w] = level[v]! + 1;
      parent[w] = v;
      queue[end++] = w;
    }
  }
  return end;
}

function forget({ level, queue }: Reach, count: number): void {
  for (let i = 0; i < count; i++) level[queue[i]!] = -1;
}
