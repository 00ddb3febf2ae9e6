import { describe, expect, it } from 'vitest';
import { type BrokerageRoles, gouldFernandez, NO_GROUP } from '../../../shared/insight/gould-fernandez.ts';
import { circlesOf, graphOf, pair, TWO_TRIANGLES, twoTriangles } from './brokerage-helpers.ts';

const ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'liaison', 'unknown'] as const;
const of = (roles: BrokerageRoles, node: number): number[] => ROLES.map((role) => roles[role][node]!);
const { A, C } = TWO_TRIANGLES;

describe('gouldFernandez', () => {
  it('makes who joins two employers a gatekeeper of two pairs (model example 8)', () => {
    const roles = gouldFernandez(graphOf(6, twoTriangles), Int32Array.of(0, 0, 0, 1, 1, 1));
    expect(of(roles, C)).toEqual([0, 0, 2, 0, 0]);
    expect(of(roles, A)).toEqual([0, 0, 0, 0, 0]);
  });

  it('makes them a liaison when they work elsewhere (model example 8)', () => {
    const roles = gouldFernandez(graphOf(6, twoTriangles), Int32Array.of(0, 0, 2, 1, 1, 1));
    expect(of(roles, C)).toEqual([0, 0, 0, 2, 0]);
  });

  it('tells coordinator from itinerant by the employer of who stands between', () => {
    const path = graphOf(
      3,
      [
        [0, 1],
        [1, 2],
      ].map(pair),
    );
    expect(of(gouldFernandez(path, Int32Array.of(4, 4, 4)), 1)).toEqual([1, 0, 0, 0, 0]);
    expect(of(gouldFernandez(path, Int32Array.of(4, 5, 4)), 1)).toEqual([0, 1, 0, 0, 0]);
  });

  it('names no role where an employer is not known', () => {
    const path = graphOf(
      3,
      [
        [0, 1],
        [1, 2],
      ].map(pair),
    );
    expect(of(gouldFernandez(path, Int32Array.of(4, 4, NO_GROUP)), 1)).toEqual([0, 0, 0, 0, 1]);
    expect(of(gouldFernandez(path, Int32Array.of(4, NO_GROUP, 4)), 1)).toEqual([0, 0, 0, 0, 1]);
  });

  it('counts as one would pair by pair', () => {
    const graph = graphOf(120, circlesOf(120, 6, 500, 1));
    const groupOf = Int32Array.from({ length: 121 }, (_, person) => ((person * 7) % 5) - 1);
    const roles = gouldFernandez(graph, groupOf);
    for (let v = 0; v < graph.size; v++) {
      const around = [...graph.neighbors.subarray(graph.offsets[v]!, graph.offsets[v + 1]!)];
      const expected = [0, 0, 0, 0, 0];
      const group = (node: number): number => groupOf[graph.personOf[node]!]!;
      around.forEach((a, i) => {
        for (const b of around.slice(i + 1)) {
          if (graph.neighbors.subarray(graph.offsets[a]!, graph.offsets[a + 1]!).includes(b)) continue;
          const [ga, gv, gb] = [group(a), group(v), group(b)];
          if (ga < 0 || gv < 0 || gb < 0) expected[4]!++;
          else if (ga === gv && gb === gv) expected[0]!++;
          else if (ga === gb) expected[1]!++;
          else if (ga === gv || gb === gv) expected[2]!++;
          else expected[3]!++;
        }
      });
      expect(of(roles, v)).toEqual(expected);
    }
  });

  it('is right for somebody with 5,000 ties', () => {
    const star = graphOf(
      5001,
      Array.from({ length: 5000 }, (_, i) => ({ a: 5000, b: i })),
    );
    const roles = gouldFernandez(
      star,
      Int32Array.from({ length: 5001 }, (_, person) => (person < 5000 ? person % 2 : 0)),
    );
    expect(of(roles, 5000)).toEqual([3123750, 3123750, 6250000, 0, 0]);
  });
});
