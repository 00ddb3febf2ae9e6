import { Basis, type BasisCode, type TieGraph } from '../../../shared/graph/tie-graph.ts';
import { type BrokerageGraph, brokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import { seededRandom } from '../../../shared/insight/seeded-random.ts';

/** A tie between two people, numbered from 0. */
export interface TieOf {
  a: number;
  b: number;
  q?: number;
  s?: number;
  basis?: BasisCode;
}

export const pair = ([a, b]: readonly number[]): TieOf => ({ a: a!, b: b! });

/** The judged network of so many people with these ties; me is one more, last, and tied to nobody. */
export function tieGraphOf(people: number, ties: readonly TieOf[]): TieGraph {
  const size = people + 1;
  const rows: { other: number; tie: TieOf }[][] = Array.from({ length: size }, () => []);
  for (const tie of ties) {
    rows[tie.a]!.push({ other: tie.b, tie });
    rows[tie.b]!.push({ other: tie.a, tie });
  }
  const slots = rows.flatMap((row) => row.sort((x, y) => x.other - y.other));
  const offsets = new Uint32Array(size + 1);
  rows.forEach((row, person) => {
    offsets[person + 1] = offsets[person]! + row.length;
  });
  return {
    size,
    ego: people,
    egoTies: {
      isTie: new Uint8Array(size),
      basis: new Uint8Array(size),
      s: new Float64Array(size).fill(Number.NaN),
      help: new Float64Array(size).fill(Number.NaN),
    },
    alterTies: {
      offsets,
      neighbors: Uint32Array.from(slots, ({ other }) => other),
      q: Float64Array.from(slots, ({ tie }) => tie.q ?? 1),
      s: Float64Array.from(slots, ({ tie }) => tie.s ?? 0.3),
      basis: Uint8Array.from(slots, ({ tie }) => tie.basis ?? Basis.observed),
    },
  };
}

export function graphOf(people: number, ties: readonly TieOf[]): BrokerageGraph {
  return brokerageGraph(tieGraphOf(people, ties));
}

/** Two triangles A-B-C and D-E-F joined by C-D (model.md, example 8). */
export const TWO_TRIANGLES = { A: 0, B: 1, C: 2, D: 3, E: 4, F: 5 } as const;
export const twoTriangles = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 3],
  [3, 4],
  [3, 5],
  [4, 5],
].map(pair);

/** Ties of invented circles: mostly within a circle, some across, q in {.6, .8, 1}; with people who hang on one other. */
export function circlesOf(people: number, circles: number, ties: number, seed: number): TieOf[] {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const found = new Map<string, TieOf>();
  const core = Math.floor(people * 0.8);
  while (found.size < ties) {
    const a = below(core);
    const across = random() < 0.2;
    const b = across ? below(core) : (a + circles * below(Math.floor(core / circles))) % core;
    if (a === b) continue;
    found.set(`${Math.min(a, b)} ${Math.max(a, b)}`, { a, b, q: [0.6, 0.8, 1][below(3)]! });
  }
  for (let leaf = core; leaf < people; leaf++) found.set(`leaf ${leaf}`, { a: leaf, b: below(leaf), q: 1 });
  return [...found.values()];
}

/** A new order of 0 .. n-1. */
export function shuffled(n: number, seed: number): number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
