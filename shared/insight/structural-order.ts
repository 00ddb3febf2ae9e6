import { type BrokerageGraph, type Memory, plainMemory } from './brokerage-graph.ts';

const ROUNDS = 4;

/**
 * An order of nodes by how they stand in the graph, so that what depends on an order (communities, samples) stays the same
 * when people are named otherwise. Nodes are told apart by their ties, the ties of their neighbours, and so on four steps out
 * (Weisfeiler & Leman); only those who still look alike follow their node number, that is, the person's key.
 *
 * @returns nodes in order
 */
export function structuralOrder(graph: BrokerageGraph): Uint32Array {
  const { size, offsets, neighbors, q } = graph;
  const slotHash = new Int32Array(q.length);
  for (let at = 0; at < q.length; at++) slotHash[at] = scramble(Math.round(q[at]! * 0x7fffffff));
  // Two lanes of 32 bits: with one, some of 50,000 people would look alike by chance.
  let high = new Uint32Array(size);
  let low = new Uint32Array(size);
  let nextHigh = new Uint32Array(size);
  let nextLow = new Uint32Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    for (let v = 0; v < size; v++) {
      let sumHigh = Math.imul(high[v]!, 0x2c1b3c6d);
      let sumLow = Math.imul(low[v]!, 0x297a2d39);
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const other = neighbors[at]!;
        // Sums of whole numbers: the order of neighbours does not matter.
        sumHigh = (sumHigh + (high[other]! ^ slotHash[at]!)) | 0;
        sumLow = (sumLow + (low[other]! ^ slotHash[at]!)) | 0;
      }
      nextHigh[v] = scramble(sumHigh);
      nextLow[v] = scramble(sumLow ^ 0x5bd1e995);
    }
    [high, nextHigh] = [nextHigh, high];
    [low, nextLow] = [nextLow, low];
  }
  const order = new Uint32Array(size);
  for (let v = 0; v < size; v++) order[v] = v;
  return sortBy(high, sortBy(low, order));
}

/** The rows of G⁻ with nodes renumbered by `structuralOrder`. */
export interface StructuralRows {
  /** Node of G⁻ at each place. */
  order: Uint32Array;
  /** Rows of places, each ascending. */
  offsets: Uint32Array;
  neighbors: Uint32Array;
  q: Float64Array;
}

/** @param memory as in brokerageGraph */
export function inStructuralOrder(graph: BrokerageGraph, memory: Memory = plainMemory): StructuralRows {
  const n = graph.size;
  const order = new Uint32Array(memory(4 * n));
  order.set(structuralOrder(graph));
  const place = new Uint32Array(n);
  const offsets = new Uint32Array(memory(4 * (n + 1)));
  for (let i = 0; i < n; i++) {
    const v = order[i]!;
    place[v] = i;
    offsets[i + 1] = offsets[i]! + graph.offsets[v + 1]! - graph.offsets[v]!;
  }
  const neighbors = new Uint32Array(memory(4 * graph.neighbors.length));
  const q = new Float64Array(memory(8 * graph.neighbors.length));
  // Each place writes itself into the rows of its neighbours, in ascending order: rows come out sorted.
  const next = offsets.slice(0, n);
  for (let i = 0; i < n; i++) {
    const v = order[i]!;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      const slot = next[place[graph.neighbors[at]!]!]!++;
      neighbors[slot] = i;
      q[slot] = graph.q[at]!;
    }
  }
  return { order, offsets, neighbors, q };
}

const DIGIT = 0x10000;

/** Sorts nodes by a key of 32 bits, 16 at a time; equal keys keep their order. */
function sortBy(key: Uint32Array, order: Uint32Array): Uint32Array {
  let from = order;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(DIGIT + 1);
    for (const node of from) starts[((key[node]! >>> shift) & (DIGIT - 1)) + 1]!++;
    for (let digit = 0; digit < DIGIT; digit++) starts[digit + 1]! += starts[digit]!;
    const to = new Uint32Array(from.length);
    for (const node of from) to[starts[(key[node]! >>> shift) & (DIGIT - 1)]!++] = node;
    from = to;
  }
  return from;
}

/** Spreads the bits of a whole number (lowbias32). */
function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
