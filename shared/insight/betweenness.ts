import type { BrokerageGraph } from './brokerage-graph.ts';
import { type FoldedGraph, foldTrees } from './fold-trees.ts';
import type { Measure } from './measure.ts';

export const betweennessMeasure = {
  id: 'betweenness',
  name: 'Betweenness',
  question: 'On which share of the shortest ways between two other people does this person stand?',
  unit: 'share',
  range: 'from 0 to 1',
  better: 'high',
  source: 'Freeman (1977); Brandes (2001)',
} as const satisfies Measure;

/** Up to so many people betweenness is exact at once; above, it is sampled first (model.md §7). */
export const EXACT_BETWEENNESS_PEOPLE = 3000;

/** Results of at most so many blocks are added up. More would only cost memory while they wait for their turn. */
const MOST_BLOCKS = 256;
const LEAST_BLOCK = 16;

/**
 * Sources are cut into blocks of a size that depends on the graph alone. A block's result is the same whoever computes it,
 * and results are added in the order of blocks: the sum does not depend on the number of workers, to the last bit.
 */
export function betweennessBlocks(folded: FoldedGraph): { count: number; size: number } {
  const size = Math.max(LEAST_BLOCK, Math.ceil(folded.coreSize / MOST_BLOCKS));
  return { count: Math.ceil(folded.coreSize / size), size };
}

/** Room for one source's search, used again for each. One per worker. */
export interface BetweennessScratch {
  /**
   * 1 + hops from the source modulo 3, and 0 for who is open. Ends of a tie are at most one hop apart, so three values tell
   * levels apart, and one byte a node keeps the array in the nearest cache.
   */
  level: Uint8Array;
  /** Number of shortest paths from the source; 0 for who is open. */
  paths: Float64Array;
  /** (people behind a node + dependency on it) / paths. */
  share: Float64Array;
  /** Sum of the shares of the followers of a node. */
  followed: Float64Array;
  /** Nodes as they were reached. */
  order: Uint32Array;
  /** Position in `order` at which each level ends. */
  levelEnds: Uint32Array;
  /** Position in `steps` at which the steps from each level to the next begin. */
  stepStarts: Uint32Array;
  /** 1 where a level was found from the nodes that were open. */
  isFoundFromOpen: Uint8Array;
  open: Uint32Array;
  /** Steps of shortest paths, from one level to the next. */
  steps: Uint32Array;
  /** End in `steps` of the followers of the node at a position of `order`; and n places later, of its predecessors. */
  stepEnds: Uint32Array;
}

export function betweennessScratch(folded: FoldedGraph): BetweennessScratch {
  const n = folded.coreSize;
  return {
    level: new Uint8Array(n),
    paths: new Float64Array(n),
    share: new Float64Array(n),
    followed: new Float64Array(n),
    // One more than there are: the loops below write before they know whether it counts.
    order: new Uint32Array(n + 1),
    levelEnds: new Uint32Array(n + 1),
    stepStarts: new Uint32Array(n + 1),
    isFoundFromOpen: new Uint8Array(n + 1),
    open: new Uint32Array(n),
    steps: new Uint32Array(folded.neighbors.length + 1),
    stepEnds: new Uint32Array(2 * n),
  };
}

/**
 * Brandes' dependencies of all core nodes on the sources of one block.
 *
 * @param into zeroed, as long as the core; receives the sum over the block's sources
 */
export function betweennessBlock(
  folded: FoldedGraph,
  block: number,
  into: Float64Array,
  scratch: BetweennessScratch = betweennessScratch(folded),
): void {
  const { size } = betweennessBlocks(folded);
  const end = Math.min(folded.coreSize, (block + 1) * size);
  for (let source = block * size; source < end; source++) {
    const levels = searchFrom(folded, source, scratch);
    addDependencies(folded, source, levels, into, scratch);
  }
}

/** More shortest paths than this are taken for this many, so that no product overflows; no network of people comes near. */
const MOST_PATHS = 1e290;

/**
 * Levels, numbers of shortest paths and their steps. A level is found from the nodes of the level before or, where that is
 * less work, from the nodes still open (Beamer et al. 2012); both find the same steps. Nothing is searched after the last
 * node of the component was reached: the ties of the last level, often most of all, are never looked at.
 *
 * Which neighbour is new, on the next level or behind is a coin toss to a processor, so the inner loops compute with 0 and 1
 * in place of asking: a fifth less time than with branches.
 *
 * @returns the number of levels
 */
function searchFrom(folded: FoldedGraph, source: number, scratch: BetweennessScratch): number {
  const { offsets, neighbors } = folded;
  const { level, paths, order, levelEnds, stepStarts, isFoundFromOpen, open, steps, stepEnds } = scratch;
  const n = folded.coreSize;
  const start = folded.componentStart[source]!;
  const componentEnd = folded.componentEnd[source]!;
  const size = componentEnd - start;
  level[source] = 1;
  paths[source] = 1;
  order[0] = source;
  levelEnds[0] = 1;
  let reached = 1;
  let frontier = 0;
  let frontierTies = offsets[source + 1]! - offsets[source]!;
  let openTies = offsets[componentEnd]! - offsets[start]! - frontierTies;
  let openCount = -1;
  let step = 0;
  let depth = 0;
  while (reached < size) {
    const frontierEnd = reached;
    const here = 1 + (depth % 3);
    const next = 1 + ((depth + 1) % 3);
    stepStarts[depth] = step;
    if (openTies < frontierTies) {
      isFoundFromOpen[depth + 1] = 1;
      if (openCount < 0) {
        openCount = 0;
        for (let w = start; w < componentEnd; w++) if (level[w] === 0) open[openCount++] = w;
      }
      let left = 0;
      for (let i = 0; i < openCount; i++) {
        const w = open[i]!;
        if (level[w] !== 0) continue;
        let ways = 0;
        const end = offsets[w + 1]!;
        for (let at = offsets[w]!; at < end; at++) {
          const v = neighbors[at]!;
          const isStep = ((level[v]! ^ here) - 1) >>> 31;
          steps[step] = v;
          step += isStep;
          ways += paths[v]! * isStep;
        }
        if (ways === 0) {
          open[left++] = w;
          continue;
        }
        level[w] = next;
        paths[w] = ways;
        stepEnds[n + reached] = step;
        order[reached++] = w;
      }
      openCount = left;
    } else {
      isFoundFromOpen[depth + 1] = 0;
      for (let position = frontier; position < frontierEnd; position++) {
        const v = order[position]!;
        const ways = paths[v]!;
        const end = offsets[v + 1]!;
        for (let at = offsets[v]!; at < end; at++) {
          const w = neighbors[at]!;
          const known = level[w]!;
          const isNew = (known - 1) >>> 31;
          const now = known + next * isNew;
          const isStep = ((now ^ next) - 1) >>> 31;
          level[w] = now;
          order[reached] = w;
          reached += isNew;
          steps[step] = w;
          step += isStep;
          paths[w]! += ways * isStep;
        }
        stepEnds[position] = step;
      }
    }
    frontierTies = 0;
    for (let position = frontierEnd; position < reached; position++) {
      const w = order[position]!;
      frontierTies += offsets[w + 1]! - offsets[w]!;
      if (paths[w]! > MOST_PATHS) paths[w] = MOST_PATHS;
    }
    openTies -= frontierTies;
    frontier = frontierEnd;
    depth++;
    levelEnds[depth] = reached;
  }
  stepStarts[depth] = step;
  return depth + 1;
}

/** Goes back from the last level, and leaves `level` and `followed` as they were before the search. */
function addDependencies(
  folded: FoldedGraph,
  source: number,
  levels: number,
  into: Float64Array,
  scratch: BetweennessScratch,
): void {
  const { weight } = folded;
  const { level, paths, share, followed, order, levelEnds, stepStarts, isFoundFromOpen, steps, stepEnds } = scratch;
  const n = folded.coreSize;
  const behindSource = weight[source]!;
  let step = stepStarts[levels - 1]!;
  for (let depth = levels - 1; depth >= 0; depth--) {
    const first = depth === 0 ? 0 : levelEnds[depth - 1]!;
    const end = levelEnds[depth]!;
    const hasFollowers = depth < levels - 1 && isFoundFromOpen[depth + 1] === 0;
    for (let position = end - 1; position >= first; position--) {
      const v = order[position]!;
      let sum = followed[v]!;
      if (hasFollowers) {
        const stop = position > first ? stepEnds[position - 1]! : stepStarts[depth]!;
        while (step > stop) sum += share[steps[--step]!]!;
      }
      followed[v] = 0;
      level[v] = 0;
      const ways = paths[v]!;
      paths[v] = 0;
      share[v] = weight[v]! / ways + sum;
      if (v !== source) into[v]! += behindSource * ways * sum;
    }
    if (depth === 0 || isFoundFromOpen[depth] === 0) continue;
    for (let position = end - 1; position >= first; position--) {
      const part = share[order[position]!]!;
      const stop = position > first ? stepEnds[n + position - 1]! : stepStarts[depth - 1]!;
      while (step > stop) followed[steps[--step]!]! += part;
    }
  }
}

/**
 * Betweenness from the summed results of all blocks.
 *
 * @param sum the blocks' results, added in the order of blocks
 * @returns by node, divided by (n−1)(n−2)/2
 */
export function finishBetweenness(graph: BrokerageGraph, folded: FoldedGraph, sum: Float64Array): Float64Array {
  const raw = Float64Array.from(folded.treePairs);
  // Every pair was met twice, once from either end.
  for (let core = 0; core < folded.coreSize; core++) raw[folded.nodeOf[core]!]! += sum[core]! / 2;
  const n = graph.size;
  const pairs = ((n - 1) * (n - 2)) / 2;
  return raw.map((value) => (pairs === 0 ? 0 : Math.min(1, steady(value / pairs))));
}

/** Twelve digits: what lies beyond is the order of addition, and would put people who are equal in some order. */
function steady(value: number): number {
  return Number(value.toPrecision(12));
}

/** Exact betweenness of everybody on this thread, by node. Costs people × ties; see betweennessBlock for several threads. */
export function betweenness(graph: BrokerageGraph, folded: FoldedGraph = foldTrees(graph)): Float64Array {
  const sum = new Float64Array(folded.coreSize);
  const scratch = betweennessScratch(folded);
  const part = new Float64Array(folded.coreSize);
  for (let block = 0; block < betweennessBlocks(folded).count; block++) {
    part.fill(0);
    betweennessBlock(folded, block, part, scratch);
    for (let core = 0; core < sum.length; core++) sum[core]! += part[core]!;
  }
  return finishBetweenness(graph, folded, sum);
}
