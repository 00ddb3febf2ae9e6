import { expect, it } from 'vitest';
import type { TieGraph } from '../../../shared/graph/tie-graph.ts';
import { makeRandomTieGraph } from '../../../shared/sample/random-graph.ts';

const row = (graph: TieGraph, person: number): number[] => [
  ...graph.alterTies.neighbors.subarray(graph.alterTies.offsets[person], graph.alterTies.offsets[person + 1]),
];

it('gives the same graph for the same seed, and another for another', () => {
  const options = { people: 300, ties: 1500, seed: 4 };
  expect(makeRandomTieGraph(options)).toEqual(makeRandomTieGraph(options));
  expect(makeRandomTieGraph(options)).not.toEqual(makeRandomTieGraph({ ...options, seed: 5 }));
});

it('holds exactly the ties asked for, each in both rows with equal values, rows ascending and without me', () => {
  const graph = makeRandomTieGraph({ people: 500, ties: 3000, seed: 1 });
  const { offsets, neighbors, q, s, basis } = graph.alterTies;
  expect(neighbors.length).toBe(6000);
  expect(offsets[500]).toBe(6000);
  expect(row(graph, graph.ego)).toEqual([]);
  for (let a = 0; a < graph.size; a += 1) {
    const ends = row(graph, a);
    expect(ends).toEqual([...new Set(ends)].sort((x, y) => x - y));
    expect(ends).not.toContain(a);
    for (const [index, b] of ends.entries()) {
      const here = offsets[a]! + index;
      const there = offsets[b]! + row(graph, b).indexOf(a);
      expect([q[there], s[there], basis[there]]).toEqual([q[here], s[here], basis[here]]);
    }
  }
  for (const value of [...q, ...s]) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(1);
  }
});

it('has people with many times the ties of most others, and ties that stay among neighbours', () => {
  const graph = makeRandomTieGraph({ people: 3000, ties: 20_000, seed: 1 });
  const degrees = Array.from({ length: 2999 }, (_, i) => row(graph, i + 1).length).sort((a, b) => b - a);
  expect(degrees[0]! / degrees[1500]!).toBeGreaterThan(10);
  let near = 0;
  for (let a = 1; a < 3000; a += 1) near += row(graph, a).filter((b) => Math.abs(a - b) < 200).length;
  expect(near / 40_000).toBeGreaterThan(0.6);
});

it('ties me to as many people as asked for, and leaves the others unknown', () => {
  const { egoTies } = makeRandomTieGraph({ people: 100, ties: 200, seed: 1, contacts: 12 });
  expect(egoTies.isTie.reduce((sum, one) => sum + one, 0)).toBe(12);
  expect(egoTies.isTie[0]).toBe(0);
  for (let i = 0; i < 100; i += 1) {
    expect(Number.isNaN(egoTies.s[i])).toBe(egoTies.isTie[i] === 0);
    expect(Number.isNaN(egoTies.help[i])).toBe(egoTies.isTie[i] === 0);
  }
});

it('fills a small graph to the last tie, and refuses one more', () => {
  expect(makeRandomTieGraph({ people: 12, ties: 55, seed: 1 }).alterTies.neighbors.length).toBe(110);
  expect(() => makeRandomTieGraph({ people: 12, ties: 56, seed: 1 })).toThrow(RangeError);
});
