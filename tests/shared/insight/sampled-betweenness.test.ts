import { describe, expect, it } from 'vitest';
import { betweenness } from '../../../shared/insight/betweenness.ts';
import {
  finishSampledBetweenness,
  planSampling,
  SAMPLING,
  sampleCount,
  sampledBetweenness,
  sampledBetweennessBlock,
} from '../../../shared/insight/sampled-betweenness.ts';
import { vertexDiameter } from '../../../shared/insight/vertex-diameter.ts';
import { circlesOf, graphOf, pair, shuffled, twoTriangles } from './brokerage-helpers.ts';
import { knownGraphs } from './known-graphs.ts';

describe('sampleCount', () => {
  it('asks for 15,757 paths at a vertex diameter of 10 (model example 18)', () => {
    expect(sampleCount(10)).toBe(15757);
  });

  it('needs no doubling where nobody stands between two others', () => {
    expect(sampleCount(2)).toBe(Math.ceil(2500 * Math.log(10)));
    expect(sampleCount(3)).toBe(Math.ceil(2500 * (1 + Math.log(10))));
  });
});

describe('vertexDiameter', () => {
  it('is exact on a path, a star and a clique', () => {
    expect(
      vertexDiameter(
        graphOf(
          9,
          Array.from({ length: 8 }, (_, i) => ({ a: i, b: i + 1 })),
        ),
      ),
    ).toBe(9);
    expect(
      vertexDiameter(
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
    ).toBe(3);
    expect(
      vertexDiameter(
        graphOf(
          3,
          [
            [0, 1],
            [0, 2],
            [1, 2],
          ].map(pair),
        ),
      ),
    ).toBeLessThanOrEqual(3);
  });

  it('is never below the truth, nor above twice of it', () => {
    for (let seed = 0; seed < 20; seed++) {
      const graph = graphOf(150, circlesOf(150, 10, 160, seed));
      let longest = 0;
      for (let s = 0; s < graph.size; s++) {
        const hops = new Map([[s, 0]]);
        for (const [v, far] of hops) {
          longest = Math.max(longest, far);
          for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
            if (!hops.has(graph.neighbors[at]!)) hops.set(graph.neighbors[at]!, far + 1);
          }
        }
      }
      expect(vertexDiameter(graph)).toBeGreaterThanOrEqual(longest + 1);
      expect(vertexDiameter(graph)).toBeLessThanOrEqual(2 * longest + 1);
    }
  });

  it('is 0 without people', () => {
    expect(vertexDiameter(graphOf(2, []))).toBe(0);
  });
});

describe('sampledBetweenness', () => {
  it.each([...knownGraphs, { name: 'circles in several parts', graph: graphOf(500, circlesOf(500, 20, 800, 1)) }])(
    'is within ε of the exact value on $name',
    ({ graph }) => {
      const exact = betweenness(graph);
      // n/(n−2) widens ε for small networks: the sample is of all pairs.
      const bound = (SAMPLING.epsilon * graph.size) / (graph.size - 2);
      for (const seed of [1, 2, 3]) {
        const sampled = sampledBetweenness(graph, seed);
        for (let v = 0; v < graph.size; v++) expect(Math.abs(sampled[v]! - exact[v]!)).toBeLessThan(bound);
      }
    },
  );

  it('draws every shortest path with the same chance', () => {
    // From 0 to 5 there are three ways: 1-3, 2-3 and 2-4; whoever chose step by step alike would take 1-3 too often.
    const graph = graphOf(
      6,
      [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
        [2, 4],
        [3, 5],
        [4, 5],
      ].map(pair),
    );
    const exact = betweenness(graph);
    const plan = { ...planSampling(graph, 5), samples: 200_000, blocks: Math.ceil(200_000 / 256) };
    const sampled = sampledBetweenness(graph, 5, plan);
    for (let v = 0; v < graph.size; v++) expect(Math.abs(sampled[v]! - exact[v]!)).toBeLessThan(0.008);
  });

  it('gives the same for the same seed, and other samples for another', () => {
    const graph = graphOf(300, circlesOf(300, 8, 900, 2));
    expect(sampledBetweenness(graph, 7)).toEqual(sampledBetweenness(graph, 7));
    expect(sampledBetweenness(graph, 7)).not.toEqual(sampledBetweenness(graph, 8));
  });

  it('is the same for 1, 2 and 4 workers', () => {
    const graph = graphOf(300, circlesOf(300, 8, 900, 3));
    const plan = planSampling(graph, 1);
    const alone = sampledBetweenness(graph, 1, plan);
    for (const workers of [1, 2, 4]) {
      const counts = new Uint32Array(graph.size);
      for (let worker = workers - 1; worker >= 0; worker--) {
        const own = new Uint32Array(graph.size);
        for (let block = worker; block < plan.blocks; block += workers) {
          sampledBetweennessBlock(plan, block, own);
        }
        for (let v = 0; v < counts.length; v++) counts[v]! += own[v]!;
      }
      expect(finishSampledBetweenness(plan, counts)).toEqual(alone);
    }
  });

  it('stays the same when people are named otherwise and ties come in another order', () => {
    const ties = circlesOf(300, 8, 900, 4);
    const name = shuffled(300, 5);
    const before = graphOf(300, ties);
    const after = graphOf(300, ties.map((tie) => ({ ...tie, a: name[tie.a]!, b: name[tie.b]! })).reverse());
    const one = sampledBetweenness(before, 1);
    const other = sampledBetweenness(after, 1);
    for (let v = 0; v < 300; v++) expect(other[name[v]!]).toBe(one[v]);
  });

  it('is calm without ties, with one tie and on two triangles', () => {
    expect(sampledBetweenness(graphOf(3, []), 1).length).toBe(0);
    expect([...sampledBetweenness(graphOf(2, [{ a: 0, b: 1 }]), 1)]).toEqual([0, 0]);
    expect(sampledBetweenness(graphOf(6, twoTriangles), 1)[0]).toBe(0);
  });
});
