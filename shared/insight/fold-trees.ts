/**
 * What exact betweenness does once per graph: trees that hang on the rest are folded into the person they hang on, and the
 * people who remain are laid out component by component. In a network of a few exports most people are known to one owner
 * only, so folding takes most of the work away; the result is the same.
 */
import { type BrokerageGraph, type Memory, plainMemory } from './brokerage-graph.ts';

/** The graph without its hanging trees. */
export interface FoldedGraph {
  /** Number of core nodes, sorted by component, then by node. */
  coreSize: number;
  offsets: Uint32Array;
  neighbors: Uint32Array;
  /** Node of G⁻ of each core node. */
  nodeOf: Uint32Array;
  /** How many people stand behind a core node: itself and all that was folded into it. */
  weight: Float64Array;
  /** First core node of this core node's component, and the first after it. */
  componentStart: Uint32Array;
  componentEnd: Uint32Array;
  /** By node of G⁻: pairs of people whose only way runs through this node because a tree hangs there. */
  treePairs: Float64Array;
}

/** @param memory as in brokerageGraph: worker threads read the result */
export function foldTrees(graph: BrokerageGraph, memory: Memory = plainMemory): FoldedGraph {
  const { size, offsets, neighbors } = graph;
  const componentSize = componentSizes(graph);
  const remaining = new Uint32Array(size);
  const weight = new Float64Array(size).fill(1);
  const treePairs = new Float64Array(memory(8 * size));
  // Sum of squares of the folded branches of a node; pairs within one branch do not pass through it.
  const squares = new Float64Array(size);
  const isFolded = new Uint8Array(size);
  const queue = new Uint32Array(size);
  let tail = 0;
  for (let v = 0; v < size; v++) {
    remaining[v] = offsets[v + 1]! - offsets[v]!;
    if (remaining[v] === 1) queue[tail++] = v;
  }
  for (let head = 0; head < tail; head++) {
    const leaf = queue[head]!;
    if (remaining[leaf] === 0) continue; // The last of a whole tree: it stays, as a core of one.
    isFolded[leaf] = 1;
    for (let at = offsets[leaf]!; at < offsets[leaf + 1]!; at++) {
      const parent = neighbors[at]!;
      if (isFolded[parent] === 1) continue;
      weight[parent]! += weight[leaf]!;
      squares[parent]! += weight[leaf]! ** 2;
      if (--remaining[parent]! === 1) queue[tail++] = parent;
      break;
    }
  }
  for (let v = 0; v < size; v++) {
    const others = componentSize[v]! - 1;
    const beyond = componentSize[v]! - weight[v]!;
    treePairs[v] = (others ** 2 - squares[v]! - beyond ** 2) / 2;
  }
  return { ...layOutCore(graph, isFolded, weight, memory), treePairs };
}

function componentSizes(graph: BrokerageGraph): Uint32Array {
  const sizes = new Uint32Array(graph.size);
  const queue = new Uint32Array(graph.size);
  for (let start = 0; start < graph.size; start++) {
    if (sizes[start]! > 0) continue;
    let tail = 0;
    queue[tail++] = start;
    sizes[start] = 1;
    for (let head = 0; head < tail; head++) {
      const v = queue[head]!;
      for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
        const other = graph.neighbors[at]!;
        if (sizes[other]! > 0) continue;
        sizes[other] = 1;
        queue[tail++] = other;
      }
    }
    for (let i = 0; i < tail; i++) sizes[queue[i]!] = tail;
  }
  return sizes;
}

function layOutCore(
  graph: BrokerageGraph,
  isFolded: Uint8Array,
  weightOf: Float64Array,
  memory: Memory,
): Omit<FoldedGraph, 'treePairs'> {
  // Breadth first from the first node of each component: neighbours stand near each other in memory.
  const order = new Uint32Array(graph.size);
  const coreOf = new Int32Array(graph.size).fill(-1);
  const ends: number[] = [];
  let placed = 0;
  for (let start = 0; start < graph.size; start++) {
    if (isFolded[start] === 1 || coreOf[start]! >= 0) continue;
    let head = placed;
    coreOf[start] = placed;
    order[placed++] = start;
    for (; head < placed; head++) {
      const v = order[head]!;
      for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
        const other = graph.neighbors[at]!;
        if (isFolded[other] === 1 || coreOf[other]! >= 0) continue;
        coreOf[other] = placed;
        order[placed++] = other;
      }
    }
    ends.push(placed);
  }
  const coreSize = placed;
  const offsets = new Uint32Array(memory(4 * (coreSize + 1)));
  const nodeOf = new Uint32Array(memory(4 * coreSize));
  const weight = new Float64Array(memory(8 * coreSize));
  const componentStart = new Uint32Array(memory(4 * coreSize));
  const componentEnd = new Uint32Array(memory(4 * coreSize));
  for (let core = 0, component = 0, slots = 0; core < coreSize; core++) {
    const v = order[core]!;
    if (core === ends[component]) component++;
    nodeOf[core] = v;
    weight[core] = weightOf[v]!;
    componentStart[core] = component === 0 ? 0 : ends[component - 1]!;
    componentEnd[core] = ends[component]!;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      if (isFolded[graph.neighbors[at]!] === 0) slots++;
    }
    offsets[core + 1] = slots;
  }
  const neighbors = new Uint32Array(memory(4 * offsets[coreSize]!));
  for (let core = 0; core < coreSize; core++) {
    const v = order[core]!;
    let slot = offsets[core]!;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      const other = graph.neighbors[at]!;
      if (isFolded[other] === 0) neighbors[slot++] = coreOf[other]!;
    }
    neighbors.subarray(offsets[core]!, slot).sort();
  }
  return { coreSize, offsets, neighbors, nodeOf, weight, componentStart, componentEnd };
}
