import { describe, expect, it } from 'vitest';
import {
  betweenness,
  betweennessBlock,
  betweennessBlocks,
  finishBetweenness,
} from '../../../shared/insight/betweenness.ts';
import type { BrokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import { foldTrees } from '../../../shared/insight/fold-trees.ts';
import { circlesOf, graphOf, pair, shuffled, type TieOf, twoTriangles } from './brokerage-helpers.ts';
import { knownGraphs } from './known-graphs.ts';

/** Counts shortest paths through every person, pair by pair: slow, and plainly the definition. */
function byDefinition(graph: BrokerageGraph): number[] {
  const n = graph.size;
  const hops: number[][] = [];
  const paths: number[][] = [];
  for (let s = 0; s < n; s++) {
    const far = new Array<number>(n).fill(Number.POSITIVE_INFINITY);
    const ways = new Array<number>(n).fill(0);
    far[s] = 0;
    ways[s] = 1;
    const queue = [s];
    for (const v of queue) {
      for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
        const w = graph.neighbors[at]!;
        if (far[w] === Number.POSITIVE_INFINITY) {
          far[w] = far[v]! + 1;
          queue.push(w);
        }
        if (far[w] === far[v]! + 1) ways[w]! += ways[v]!;
      }
    }
    hops.push(far);
    paths.push(ways);
  }
  return Array.from({ length: n }, (_, v) => {
    let sum = 0;
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        if (a === v || b === v || hops[a]![b] === Number.POSITIVE_INFINITY) continue;
        if (hops[a]![v]! + hops[v]![b]! === hops[a]![b]) sum += (paths[a]![v]! * paths[v]![b]!) / paths[a]![b]!;
      }
    }
    return sum / (((n - 1) * (n - 2)) / 2);
  });
}

const shapes: { name: string; people: number; ties: TieOf[] }[] = [
  { name: 'circles with people who hang on one other', people: 120, ties: circlesOf(120, 5, 260, 1) },
  { name: 'a sparse network in several parts', people: 90, ties: circlesOf(90, 9, 70, 2) },
  { name: 'a dense network', people: 40, ties: circlesOf(40, 2, 300, 3) },
  { name: 'a path', people: 9, ties: Array.from({ length: 8 }, (_, i) => ({ a: i, b: i + 1 })) },
  {
    name: 'a ring with a tail',
    people: 9,
    ties: [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 0],
      [5, 6],
      [6, 7],
      [6, 8],
    ].map(pair),
  },
  {
    name: 'a clique with a long tail',
    people: 12,
    ties: [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
      [6, 7],
      [7, 8],
      [8, 9],
      [9, 10],
      [10, 11],
      [11, 9],
    ].map(pair),
  },
  { name: 'two people', people: 2, ties: [{ a: 0, b: 1 }] },
];

describe('betweenness', () => {
  it('is .6 for the two who join two triangles and 0 for the others (model example 8)', () => {
    expect([...betweenness(graphOf(6, twoTriangles))]).toEqual([0, 0, 0.6, 0.6, 0, 0]);
  });

  it('is 1 for the hub of a star and 0 for its ends', () => {
    expect([
      ...betweenness(
        graphOf(
          5,
          [
            [0, 1],
            [0, 2],
            [0, 3],
            [0, 4],
          ].map(pair),
        ),
      ),
    ]).toEqual([1, 0, 0, 0, 0]);
  });

  it.each(knownGraphs)('equals an independent program on $name', (known) => {
    const values = betweenness(known.graph);
    known.betweenness.forEach((expected, node) => {
      expect(values[node]).toBeCloseTo(expected, 9);
    });
  });

  it.each(shapes)('follows the definition on $name', ({ people, ties }) => {
    const graph = graphOf(people, ties);
    const values = betweenness(graph);
    if (graph.size < 3) {
      expect([...values]).toEqual([0, 0]);
      return;
    }
    byDefinition(graph).forEach((expected, node) => {
      expect(values[node]).toBeCloseTo(expected, 11);
    });
  });

  it('is the same to the last bit for 1, 2 and 4 workers', () => {
    const graph = graphOf(400, circlesOf(400, 8, 1500, 4));
    const folded = foldTrees(graph);
    const { count } = betweennessBlocks(folded);
    expect(count).toBeGreaterThan(8);
    const alone = betweenness(graph, folded);
    for (const workers of [1, 2, 4]) {
      const parts = new Map<number, Float64Array>();
      for (let worker = workers - 1; worker >= 0; worker--) {
        for (let block = worker; block < count; block += workers) {
          const part = new Float64Array(folded.coreSize);
          betweennessBlock(folded, block, part);
          parts.set(block, part);
        }
      }
      const sum = new Float64Array(folded.coreSize);
      for (let block = 0; block < count; block++) {
        const part = parts.get(block)!;
        for (let core = 0; core < sum.length; core++) sum[core]! += part[core]!;
      }
      expect(finishBetweenness(graph, folded, sum)).toEqual(alone);
    }
  });

  it('stays the same when people are named otherwise and ties come in another order', () => {
    const ties = circlesOf(200, 6, 700, 5);
    const name = shuffled(200, 6);
    const before = betweenness(graphOf(200, ties));
    const after = betweenness(
      graphOf(200, ties.map((tie) => ({ ...tie, a: name[tie.a]!, b: name[tie.b]! })).reverse()),
    );
    for (let v = 0; v < 200; v++) expect(after[name[v]!]).toBeCloseTo(before[v]!, 11);
  });

  it('stays a finite share where two people have more shortest ways than a number can hold', () => {
    // A chain of 1,100 squares: 2^1100 ways from end to end.
    const ties: TieOf[] = [];
    for (let square = 0; square < 1100; square++) {
      const at = square * 3;
      ties.push({ a: at, b: at + 1 }, { a: at, b: at + 2 }, { a: at + 1, b: at + 3 }, { a: at + 2, b: at + 3 });
    }
    for (const value of betweenness(graphOf(3301, ties))) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('is calm without ties', () => {
    expect(betweenness(graphOf(4, []))).toEqual(new Float64Array(0));
  });
});

describe('foldTrees', () => {
  it('leaves one person of a tree, with everybody behind them', () => {
    const folded = foldTrees(
      graphOf(
        6,
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [2, 4],
          [4, 5],
        ].map(pair),
      ),
    );
    expect(folded.coreSize).toBe(1);
    expect([...folded.weight]).toEqual([6]);
  });
});
