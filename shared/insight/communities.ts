import { type BrokerageGraph, tieCount } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';
import { moveToBetterCommunities, type WeightedRows } from './move-communities.ts';
import { seededRandom } from './seeded-random.ts';
import { inStructuralOrder } from './structural-order.ts';

export const communityMeasure = {
  id: 'community',
  name: 'Community',
  question: 'Which group does this person belong to, judged by who is tied to whom?',
  unit: 'none',
  range: 'numbered, the largest first',
  better: 'neither',
  source: 'Louvain: Blondel et al. (2008); modularity: Newman & Girvan (2004), γ = 1',
} as const satisfies Measure;

/** Name and settings, shown with every result: another algorithm, or another seed, would cut the network otherwise. */
interface CommunityMethod {
  algorithm: 'louvain';
  resolution: 1;
  seed: number;
}

export interface Communities {
  method: CommunityMethod;
  /** Community of each node; 0 is the largest, then by size, then by the smallest person. */
  communityOf: Uint32Array;
  /** Members by community. */
  sizes: Uint32Array;
  /** Share of q inside communities, less what chance would put there. */
  modularity: number;
}

/**
 * A sweep that raises modularity by less than this ends the level: what is left, coarser levels and the last round do better
 * and sooner. Meant for FULL_SIZE ties; smaller networks, where sweeps cost nothing, are swept until less is left.
 */
const LEAST_GAIN = { first: 5e-3, coarse: 3e-3, last: 2e-3 } as const;
const FULL_SIZE = 500_000;

/**
 * Communities of high modularity, q as weight, each of them connected: Louvain with pruned sweeps (only people whose
 * neighbours moved are looked at again), a last round over single people, and a cut of what fell apart.
 *
 * People are visited in the order of `structuralOrder`, so that naming them otherwise finds the same groups.
 *
 * @param seed where each sweep begins
 */
export function communities(graph: BrokerageGraph, seed: number): Communities {
  const { order, offsets, neighbors, q } = inStructuralOrder(graph);
  const rows: WeightedRows = { offsets, neighbors, weight: q, loops: new Float64Array(graph.size) };
  const random = seededRandom(seed);
  const patience = Math.min(1, tieCount(graph) / FULL_SIZE);
  const membership = firstToLast(rows, patience, random);
  moveToBetterCommunities(rows, membership, LEAST_GAIN.last * patience, random);

  const found = new Uint32Array(graph.size);
  for (let place = 0; place < graph.size; place++) found[order[place]!] = membership[place]!;
  const { communityOf, sizes } = numberConnectedParts(graph, found);
  return {
    method: { algorithm: 'louvain', resolution: 1, seed },
    communityOf,
    sizes,
    modularity: modularity(graph, communityOf),
  };
}

/** Newman & Girvan's modularity of a division, γ = 1, q as weight; 0 for a graph without ties. */
export function modularity(graph: BrokerageGraph, communityOf: Uint32Array): number {
  const totals = new Float64Array(graph.size);
  let inside = 0;
  let all = 0;
  for (let v = 0; v < graph.size; v++) {
    const own = communityOf[v]!;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      const q = graph.q[at]!;
      totals[own]! += q;
      all += q;
      if (communityOf[graph.neighbors[at]!] === own) inside += q;
    }
  }
  if (all === 0) return 0;
  let expected = 0;
  for (const total of totals) expected += (total / all) ** 2;
  return inside / all - expected;
}

/** Louvain's levels: move, fold communities into nodes, until nothing moves. @returns community of each row */
function firstToLast(rows: WeightedRows, patience: number, random: () => number): Uint32Array {
  const n = rows.loops.length;
  const membership = new Uint32Array(n);
  for (let v = 0; v < n; v++) membership[v] = v;
  let level = rows;
  for (let leastGain: number = LEAST_GAIN.first; ; leastGain = LEAST_GAIN.coarse) {
    const size = level.loops.length;
    const community = new Uint32Array(size);
    for (let v = 0; v < size; v++) community[v] = v;
    moveToBetterCommunities(level, community, leastGain * patience, random);
    const count = renumber(community);
    for (let v = 0; v < n; v++) membership[v] = community[membership[v]!]!;
    if (count === size) return membership;
    level = foldCommunities(level, community, count);
  }
}

/** Numbers communities from 0 as they first appear. @returns how many there are */
function renumber(community: Uint32Array): number {
  const numberOf = new Int32Array(community.length).fill(-1);
  let count = 0;
  for (let v = 0; v < community.length; v++) {
    const old = community[v]!;
    if (numberOf[old]! < 0) numberOf[old] = count++;
    community[v] = numberOf[old]!;
  }
  return count;
}

function foldCommunities(rows: WeightedRows, community: Uint32Array, count: number): WeightedRows {
  const n = community.length;
  const starts = new Uint32Array(count + 1);
  for (let v = 0; v < n; v++) starts[community[v]! + 1]!++;
  for (let c = 0; c < count; c++) starts[c + 1]! += starts[c]!;
  const members = new Uint32Array(n);
  const next = starts.slice(0, count);
  for (let v = 0; v < n; v++) members[next[community[v]!]!++] = v;

  const offsets = new Uint32Array(count + 1);
  const neighbors = new Uint32Array(rows.neighbors.length);
  const weight = new Float64Array(rows.neighbors.length);
  const loops = new Float64Array(count);
  const toward = new Float64Array(count);
  let slot = 0;
  for (let c = 0; c < count; c++) {
    const first = slot;
    for (let i = starts[c]!; i < starts[c + 1]!; i++) {
      const v = members[i]!;
      loops[c]! += rows.loops[v]!;
      for (let at = rows.offsets[v]!; at < rows.offsets[v + 1]!; at++) {
        const other = community[rows.neighbors[at]!]!;
        if (other === c) {
          loops[c]! += rows.weight[at]!;
          continue;
        }
        if (toward[other] === 0) neighbors[slot++] = other;
        toward[other]! += rows.weight[at]!;
      }
    }
    for (let at = first; at < slot; at++) {
      weight[at] = toward[neighbors[at]!]!;
      toward[neighbors[at]!] = 0;
    }
    offsets[c + 1] = slot;
  }
  return { offsets, neighbors: neighbors.slice(0, slot), weight: weight.slice(0, slot), loops };
}

/** Cuts every community into its connected parts (Louvain may leave people together who meet only through others). */
function numberConnectedParts(
  graph: BrokerageGraph,
  found: Uint32Array,
): { communityOf: Uint32Array; sizes: Uint32Array } {
  const part = new Int32Array(graph.size).fill(-1);
  const queue = new Uint32Array(graph.size);
  const parts: { first: number; size: number }[] = [];
  for (let start = 0; start < graph.size; start++) {
    if (part[start]! >= 0) continue;
    const number = parts.length;
    let end = 0;
    queue[end++] = start;
    part[start] = number;
    for (let head = 0; head < end; head++) {
      const v = queue[head]!;
      for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
        const other = graph.neighbors[at]!;
        if (part[other]! >= 0 || found[other] !== found[start]) continue;
        part[other] = number;
        queue[end++] = other;
      }
    }
    parts.push({ first: start, size: end });
  }
  // Parts were found by their smallest node, that is, person.
  const rank = parts.map((_, number) => number).sort((x, y) => parts[y]!.size - parts[x]!.size || x - y);
  const numberOf = new Uint32Array(parts.length);
  for (let i = 0; i < rank.length; i++) numberOf[rank[i]!] = i;
  const communityOf = new Uint32Array(graph.size);
  for (let v = 0; v < graph.size; v++) communityOf[v] = numberOf[part[v]!]!;
  return { communityOf, sizes: Uint32Array.from(rank, (number) => parts[number]!.size) };
}
