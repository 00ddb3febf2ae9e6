import type { BrokerageGraph } from './brokerage-graph.ts';

/** Two communities whose known ties all run through one person. */
export interface SingleLink {
  /** Communities, a < b. */
  a: number;
  b: number;
  /** Node of the person. */
  through: number;
  ties: number;
}

/**
 * Pairs of communities that meet only through one person: every tie between them has that person at an end. Of a single tie
 * both ends hold; the better connected one is named.
 *
 * @param least members that each of the two needs to be worth a sentence
 * @returns larger pairs first, then by number
 */
export function singleLinks(
  graph: BrokerageGraph,
  communityOf: Uint32Array,
  sizes: ArrayLike<number>,
  least = 4,
): SingleLink[] {
  const between = new Map<number, [number, number][]>();
  for (let node = 0; node < graph.size; node++) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
      const other = graph.neighbors[at]!;
      const a = communityOf[node]!;
      const b = communityOf[other]!;
      if (a >= b || sizes[a]! < least || sizes[b]! < least) continue;
      const key = a * sizes.length + b;
      const ties = between.get(key) ?? [];
      ties.push([node, other]);
      between.set(key, ties);
    }
  }
  const found: SingleLink[] = [];
  for (const [key, ties] of between) {
    const degree = (node: number) => graph.offsets[node + 1]! - graph.offsets[node]!;
    const through = ties[0]!
      .filter((node) => ties.every((tie) => tie.includes(node)))
      .sort((x, y) => degree(y) - degree(x) || x - y)[0];
    if (through === undefined) continue;
    found.push({ a: Math.floor(key / sizes.length), b: key % sizes.length, through, ties: ties.length });
  }
  const weight = ({ a, b }: SingleLink) => Math.min(sizes[a]!, sizes[b]!);
  return found.sort((x, y) => weight(y) - weight(x) || x.a - y.a || x.b - y.b);
}
