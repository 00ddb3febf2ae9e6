import { createRequire } from 'node:module';
import type { UndirectedGraph as UndirectedGraphOf } from 'graphology';
import type graphologyLouvain from 'graphology-communities-louvain';
import { describe, expect, it } from 'vitest';
import type { BrokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import { communities, modularity } from '../../../shared/insight/communities.ts';
import { seededRandom } from '../../../shared/insight/seeded-random.ts';
import { circlesOf, graphOf, pair, shuffled, twoTriangles } from './brokerage-helpers.ts';
import { knownGraphs } from './known-graphs.ts';

// Both packages are CommonJS whose types speak of ES modules.
const require = createRequire(import.meta.url);
const { UndirectedGraph } = require('graphology') as { UndirectedGraph: typeof UndirectedGraphOf };
const louvain = require('graphology-communities-louvain') as (typeof graphologyLouvain)['default'];

function graphologyModularity(graph: BrokerageGraph): number {
  const peer = new UndirectedGraph();
  for (let v = 0; v < graph.size; v++) peer.addNode(String(v));
  for (let v = 0; v < graph.size; v++) {
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      const other = graph.neighbors[at]!;
      if (other > v) peer.addEdge(String(v), String(other), { q: graph.q[at] });
    }
  }
  return louvain.detailed(peer, { getEdgeWeight: 'q', rng: seededRandom(1) }).modularity;
}

function isConnected(graph: BrokerageGraph, members: number[]): boolean {
  const left = new Set(members);
  const queue = [members[0]!];
  left.delete(members[0]!);
  for (const v of queue) {
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
      if (left.delete(graph.neighbors[at]!)) queue.push(graph.neighbors[at]!);
    }
  }
  return left.size === 0;
}

describe('communities', () => {
  it('finds the two triangles', () => {
    const found = communities(graphOf(6, twoTriangles), 1);
    expect([...found.communityOf]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...found.sizes]).toEqual([3, 3]);
    // 6/7 of the weight is inside; each has half of it.
    expect(found.modularity).toBeCloseTo(6 / 7 - 1 / 2, 12);
    expect(found.method).toEqual({ algorithm: 'louvain', resolution: 1, seed: 1 });
  });

  it('numbers by size, then by smallest person', () => {
    const ties = [
      [0, 1],
      [0, 2],
      [1, 2],
      [3, 4],
      [5, 6],
      [5, 7],
      [5, 8],
      [6, 7],
      [6, 8],
      [7, 8],
    ].map(pair);
    const found = communities(graphOf(9, ties), 3);
    expect([...found.communityOf]).toEqual([1, 1, 1, 2, 2, 0, 0, 0, 0]);
    expect([...found.sizes]).toEqual([4, 3, 2]);
  });

  it.each(knownGraphs)('is within 2 % of the best modularity an independent program finds on $name', (known) => {
    for (const seed of [0, 1, 2]) {
      expect(communities(known.graph, seed).modularity).toBeGreaterThanOrEqual(0.98 * known.louvainModularity);
    }
  });

  it.each([
    { name: 'clear circles', graph: graphOf(3000, circlesOf(3000, 40, 15000, 1)) },
    { name: 'few circles', graph: graphOf(2000, circlesOf(2000, 6, 12000, 2)) },
    { name: 'many circles', graph: graphOf(4000, circlesOf(4000, 200, 12000, 3)) },
  ])('is no worse than graphology by more than .5 % on $name', ({ graph }) => {
    const found = communities(graph, 1);
    expect(found.modularity).toBeGreaterThanOrEqual(0.995 * graphologyModularity(graph));
    expect(found.modularity).toBeCloseTo(modularity(graph, found.communityOf), 12);
  });

  it('gives connected communities only', () => {
    const graph = graphOf(1500, circlesOf(1500, 30, 2000, 4));
    const { communityOf, sizes } = communities(graph, 1);
    const members: number[][] = Array.from(sizes, () => []);
    communityOf.forEach((community, node) => {
      members[community]!.push(node);
    });
    expect(members.map((list) => list.length)).toEqual([...sizes]);
    for (const list of members) expect(isConnected(graph, list)).toBe(true);
  });

  it('finds the same groups when people are named otherwise and ties come in another order', () => {
    const ties = circlesOf(600, 12, 2500, 5);
    const name = shuffled(600, 6);
    const renamed = ties.map((tie) => ({ ...tie, a: name[tie.a]!, b: name[tie.b]! })).reverse();
    const before = graphOf(600, ties);
    const after = graphOf(600, renamed);
    const one = communities(before, 9);
    const other = communities(after, 9);
    expect([...other.sizes]).toEqual([...one.sizes]);
    const partner = new Map<number, number>();
    let apart = 0;
    for (let v = 0; v < before.size; v++) {
      const here = one.communityOf[v]!;
      const there = other.communityOf[after.nodeOf[name[before.personOf[v]!]!]!]!;
      if (!partner.has(here)) partner.set(here, there);
      if (partner.get(here) !== there) apart++;
    }
    expect(apart).toBe(0);
  });

  it('takes q for the weight: people stay with the one they are surely tied to', () => {
    // One person between two triangles, with one tie to each.
    const triangles = [
      [0, 1],
      [0, 2],
      [1, 2],
      [3, 4],
      [3, 5],
      [4, 5],
    ].map(pair);
    const between = (left: number, right: number): number[] => [
      ...communities(graphOf(7, [...triangles, { a: 6, b: 0, q: left }, { a: 6, b: 3, q: right }]), 1).communityOf,
    ];
    expect(between(1, 0.5)).toEqual([0, 0, 0, 1, 1, 1, 0]);
    expect(between(0.5, 1)).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  it('is calm without ties and with one tie', () => {
    expect(communities(graphOf(3, []), 1).sizes.length).toBe(0);
    expect([...communities(graphOf(2, [{ a: 0, b: 1 }]), 1).communityOf]).toEqual([0, 0]);
  });
});
