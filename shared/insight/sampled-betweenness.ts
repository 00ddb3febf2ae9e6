/**
 * Betweenness from a sample of shortest paths, for networks in which the exact value takes too long: with probability 1 − δ
 * every value is within ε of the true one (Riondato & Kornaropoulos 2016).
 */
import { type BrokerageGraph, type Memory, plainMemory } from './brokerage-graph.ts';
import { seededRandom } from './seeded-random.ts';
import { inStructuralOrder, type StructuralRows } from './structural-order.ts';
import { vertexDiameter } from './vertex-diameter.ts';

export const SAMPLING = { epsilon: 0.02, delta: 0.1, constant: 1 } as const;

/** Samples of one block; a block has its own chance, so results do not depend on who computes it. */
const BLOCK = 256;

/**
 * Number of sampled paths: `⌈(c/ε²)(⌊log₂(VD−2)⌋ + 1 + ln(1/δ))⌉`.
 *
 * @param diameter most people on a shortest path, or a bound above it
 */
export function sampleCount(diameter: number, { epsilon, delta, constant } = SAMPLING as SamplingBound): number {
  const doublings = diameter > 2 ? Math.floor(Math.log2(diameter - 2)) + 1 : 0;
  return Math.ceil((constant / epsilon ** 2) * (doublings - Math.log(delta)));
}

export interface SamplingBound {
  /** Greatest error of any value. */
  epsilon: number;
  /** Chance that some value is further off. */
  delta: number;
  constant: number;
}

/** What every block needs to know; plain data over arrays that threads may share. */
export interface SamplingPlan extends SamplingBound {
  samples: number;
  seed: number;
  blocks: number;
  /** The graph by structure: samples do not change when people are named otherwise. */
  rows: StructuralRows;
}

/** @param memory as in brokerageGraph: worker threads read the rows */
export function planSampling(
  graph: BrokerageGraph,
  seed: number,
  memory: Memory = plainMemory,
  bound: SamplingBound = SAMPLING,
): SamplingPlan {
  const samples = graph.size > 2 ? sampleCount(vertexDiameter(graph), bound) : 0;
  return { ...bound, samples, seed, blocks: Math.ceil(samples / BLOCK), rows: inStructuralOrder(graph, memory) };
}

/** One of the two searches that meet between the ends of a sample. */
interface Search {
  /** Hops from this end; -1 for who is not reached. */
  level: Int32Array;
  paths: Float64Array;
  /** Reached nodes by level. */
  queue: Uint32Array;
  /** Begin and end of the last level in `queue`. */
  first: number;
  end: number;
  depth: number;
  /** Ties of the last level: what the next level costs. */
  cost: number;
}

/** Room for one sample's searches, used again for each. One per worker. */
export interface SamplingScratch {
  from: Search;
  to: Search;
}

export function samplingScratch(plan: SamplingPlan): SamplingScratch {
  const size = plan.rows.order.length;
  const search = (): Search => ({
    level: new Int32Array(size).fill(-1),
    paths: new Float64Array(size),
    queue: new Uint32Array(size),
    first: 0,
    end: 0,
    depth: 0,
    cost: 0,
  });
  return { from: search(), to: search() };
}

/**
 * Draws the paths of one block and counts the people strictly inside them.
 *
 * @param into counts by place; whole numbers, so blocks may be added up in any order
 */
export function sampledBetweennessBlock(
  plan: SamplingPlan,
  block: number,
  into: Uint32Array,
  scratch: SamplingScratch = samplingScratch(plan),
): void {
  const size = plan.rows.order.length;
  const random = seededRandom(plan.seed, block);
  const end = Math.min(plan.samples, (block + 1) * BLOCK);
  for (let sample = block * BLOCK; sample < end; sample++) {
    const one = Math.floor(random() * size);
    const drawn = Math.floor(random() * (size - 1));
    samplePath(plan.rows, one, drawn < one ? drawn : drawn + 1, random, into, scratch);
  }
}

/**
 * @param counts of all blocks, by place
 * @returns betweenness by node, as `betweenness` norms it; within about ε with probability 1 − δ
 */
export function finishSampledBetweenness(plan: SamplingPlan, counts: Uint32Array): Float64Array {
  const { order } = plan.rows;
  const values = new Float64Array(order.length);
  // The sample is of pairs of all n people, the measure of pairs without the person: n(n−1) against (n−1)(n−2).
  const factor = plan.samples > 0 ? order.length / (order.length - 2) / plan.samples : 0;
  for (let place = 0; place < order.length; place++) values[order[place]!] = Math.min(1, counts[place]! * factor);
  return values;
}

/** All blocks on this thread. */
export function sampledBetweenness(
  graph: BrokerageGraph,
  seed: number,
  plan: SamplingPlan = planSampling(graph, seed),
): Float64Array {
  const counts = new Uint32Array(graph.size);
  const scratch = samplingScratch(plan);
  for (let block = 0; block < plan.blocks; block++) sampledBetweennessBlock(plan, block, counts, scratch);
  return finishSampledBetweenness(plan, counts);
}

/**
 * Draws one of the shortest paths between two nodes, each with the same chance. Both ends are searched level by level, the
 * cheaper one first, until a level of one meets the reach of the other; every shortest path crosses that level once.
 */
function samplePath(
  rows: StructuralRows,
  one: number,
  other: number,
  random: () => number,
  into: Uint32Array,
  scratch: SamplingScratch,
): void {
  const { from, to } = scratch;
  begin(rows, from, one);
  begin(rows, to, other);
  let ways = 0;
  let near = from;
  let far = to;
  while (ways === 0) {
    [near, far] = from.cost <= to.cost ? [from, to] : [to, from];
    growLevel(rows, near);
    if (near.first === near.end) break;
    for (let i = near.first; i < near.end; i++) {
      const v = near.queue[i]!;
      if (far.level[v]! >= 0) ways += near.paths[v]! * far.paths[v]!;
    }
  }
  if (ways > 0) {
    let left = random() * ways;
    let middle = -1;
    for (let i = near.first; i < near.end && left >= 0; i++) {
      const v = near.queue[i]!;
      if (far.level[v]! < 0) continue;
      middle = v;
      left -= near.paths[v]! * far.paths[v]!;
    }
    if (middle !== one && middle !== other) into[middle]!++;
    walkBack(rows, near, middle, random, into);
    walkBack(rows, far, middle, random, into);
  }
  clear(from);
  clear(to);
}

function begin(rows: StructuralRows, search: Search, node: number): void {
  search.level[node] = 0;
  search.paths[node] = 1;
  search.queue[0] = node;
  search.first = 0;
  search.end = 1;
  search.depth = 0;
  search.cost = rows.offsets[node + 1]! - rows.offsets[node]!;
}

function growLevel(rows: StructuralRows, search: Search): void {
  const { offsets, neighbors } = rows;
  const { level, paths, queue } = search;
  const depth = search.depth + 1;
  let reached = search.end;
  let cost = 0;
  for (let i = search.first; i < search.end; i++) {
    const v = queue[i]!;
    const ways = paths[v]!;
    const stop = offsets[v + 1]!;
    for (let at = offsets[v]!; at < stop; at++) {
      const w = neighbors[at]!;
      const known = level[w]!;
      if (known < 0) {
        level[w] = depth;
        paths[w] = ways;
        queue[reached++] = w;
        cost += offsets[w + 1]! - offsets[w]!;
      } else if (known === depth) {
        paths[w]! += ways;
      }
    }
  }
  search.first = search.end;
  search.end = reached;
  search.depth = depth;
  search.cost = cost;
}

/** From the middle back to the end a search began at, each step with the chance its paths have. Counts who is strictly inside. */
function walkBack(rows: StructuralRows, search: Search, middle: number, random: () => number, into: Uint32Array): void {
  const { offsets, neighbors } = rows;
  const { level, paths } = search;
  let node = middle;
  for (let depth = level[middle]! - 1; depth > 0; depth--) {
    let left = random() * paths[node]!;
    let step = node;
    for (let at = offsets[node]!; at < offsets[node + 1]! && left >= 0; at++) {
      const v = neighbors[at]!;
      if (level[v] !== depth) continue;
      step = v;
      left -= paths[v]!;
    }
    into[step]!++;
    node = step;
  }
}

function clear(search: Search): void {
  for (let i = 0; i < search.end; i++) search.level[search.queue[i]!] = -1;
}
