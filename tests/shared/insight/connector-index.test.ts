import { describe, expect, it } from 'vitest';
import { betweenness } from '../../../shared/insight/betweenness.ts';
import type { BrokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import { type ConnectorIndex, connectorIndex } from '../../../shared/insight/connector-index.ts';
import { constraint } from '../../../shared/insight/constraint.ts';
import { participation } from '../../../shared/insight/participation.ts';
import { graphOf, pair, TWO_TRIANGLES, twoTriangles } from './brokerage-helpers.ts';

const { A, C } = TWO_TRIANGLES;

function indexOf(graph: BrokerageGraph, communityOf: number[]): ConnectorIndex {
  return connectorIndex(graph, {
    constraint: constraint(graph),
    participation: participation(graph, Uint32Array.from(communityOf)),
    betweenness: betweenness(graph),
  });
}

describe('connectorIndex', () => {
  it('is .5889 for who joins two triangles and not defined under three ties (model example 8)', () => {
    const { index, parts } = indexOf(graphOf(6, twoTriangles), [0, 0, 0, 1, 1, 1]);
    expect(index[C]).toBeCloseTo(0.5889, 4);
    expect(parts.constraint[C]).toBeCloseTo(0.4 * (1 - 0.6111), 4);
    expect(parts.participation[C]).toBeCloseTo(0.3 * 0.4444, 4);
    expect(parts.betweenness[C]).toBeCloseTo(0.3, 12);
    expect(index[A]).toBeNaN();
    expect(parts.betweenness[A]).toBeNaN();
  });

  it('takes a constraint above 1 for 1, and no betweenness anywhere for none', () => {
    const clique = graphOf(
      4,
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ].map(pair),
    );
    const ones = new Float64Array(4).fill(1.2);
    const nothing = new Float64Array(4);
    expect([
      ...connectorIndex(clique, { constraint: ones, participation: nothing, betweenness: nothing }).index,
    ]).toEqual([0, 0, 0, 0]);
  });

  it('gives the hub of a star all but participation', () => {
    const star = graphOf(
      5,
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
      ].map(pair),
    );
    expect(indexOf(star, [0, 0, 0, 0, 0]).index[0]).toBeCloseTo(0.4 * 0.75 + 0.3, 12);
  });
});
