/**
 * G⁻, the graph that every measure of brokerage runs on (model.md §7): people without me, ties observed or asserted with
 * q >= .5, and only people who have such a tie. Inferred ties never count here.
 */
import { Basis, type TieGraph } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import { type Constants, DEFAULT_CONSTANTS } from '../ties/constants.ts';

/**
 * Makes the memory that hot arrays stand in. A backend with worker threads passes one that makes a SharedArrayBuffer, so
 * that threads read the same rows; everybody else takes `plainMemory`.
 */
export type Memory = (bytes: number) => ArrayBufferLike;

export const plainMemory: Memory = (bytes) => new ArrayBuffer(bytes);

/** Compressed rows: node v's ties stand at positions offsets[v] .. offsets[v+1]-1, and each tie stands twice. */
export interface BrokerageGraph {
  /** Number of nodes: people with at least one tie. */
  size: number;
  /** Length: size + 1. */
  offsets: Uint32Array;
  /** The other end as a node, ascending within a row. */
  neighbors: Uint32Array;
  /** Probability that the tie exists, .5 <= q <= 1. */
  q: Float64Array;
  /** Person of each node, ascending. */
  personOf: Uint32Array;
  /** Node of each person; -1 for me and for people without a tie. Length: people. */
  nodeOf: Int32Array;
}

/** Whether the tie at this position of a person's row counts in brokerage. */
export function countsInBrokerage(graph: TieGraph, person: PersonIndex, at: number, constants: Constants): boolean {
  const { neighbors, q, basis } = graph.alterTies;
  const other = neighbors[at]!;
  if (person === graph.ego || other === graph.ego || other === person) return false;
  return basis[at] !== Basis.inferred && q[at]! >= constants.brokerMinimumQ;
}

/** @param memory where the arrays stand; shared memory when worker threads are to read them */
export function brokerageGraph(
  graph: TieGraph,
  memory: Memory = plainMemory,
  constants: Constants = DEFAULT_CONSTANTS,
): BrokerageGraph {
  const { offsets, neighbors, q } = graph.alterTies;
  const nodeOf = new Int32Array(memory(4 * graph.size)).fill(-1);
  let size = 0;
  let slots = 0;
  for (let person = 0; person < graph.size; person++) {
    let ties = 0;
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) {
      if (countsInBrokerage(graph, person, at, constants)) ties++;
    }
    if (ties > 0) nodeOf[person] = size++;
    slots += ties;
  }

  const rows: BrokerageGraph = {
    size,
    offsets: new Uint32Array(memory(4 * (size + 1))),
    neighbors: new Uint32Array(memory(4 * slots)),
    q: new Float64Array(memory(8 * slots)),
    personOf: new Uint32Array(memory(4 * size)),
    nodeOf,
  };
  let slot = 0;
  for (let person = 0; person < graph.size; person++) {
    const node = nodeOf[person]!;
    if (node < 0) continue;
    rows.personOf[node] = person;
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) {
      if (!countsInBrokerage(graph, person, at, constants)) continue;
      rows.neighbors[slot] = nodeOf[neighbors[at]!]!;
      rows.q[slot] = q[at]!;
      slot++;
    }
    rows.offsets[node + 1] = slot;
  }
  return rows;
}

/** Number of ties of a node. */
export function degree(graph: BrokerageGraph, node: number): number {
  return graph.offsets[node + 1]! - graph.offsets[node]!;
}

/** Number of ties in the graph; a tie counts once. */
export function tieCount(graph: BrokerageGraph): number {
  return graph.neighbors.length / 2;
}

/**
 * Reads a measure for a person. Inside, measures are arrays by node in which NaN stands for "not defined"; nothing leaves
 * this stage as NaN.
 *
 * @returns null when the person has no tie in G⁻ or the measure is not defined for them
 */
export function valueFor(graph: BrokerageGraph, values: Float64Array, person: PersonIndex): number | null {
  const node = graph.nodeOf[person] ?? -1;
  const value = node < 0 ? Number.NaN : values[node]!;
  return Number.isNaN(value) ? null : value;
}
