import { describe, expect, it } from 'vitest';
import { constraint } from '../../../shared/insight/constraint.ts';
import { tieTriangles } from '../../../shared/insight/triangles.ts';
import { circlesOf, graphOf, pair, shuffled, TWO_TRIANGLES, twoTriangles } from './brokerage-helpers.ts';
import { knownGraphs } from './known-graphs.ts';

const { A, B, C, D } = TWO_TRIANGLES;

describe('constraint', () => {
  it('gives the hub of a star with four equal ties 1/4 (model example 10)', () => {
    expect(
      constraint(
        graphOf(
          5,
          [1, 2, 3, 4].map((leaf) => ({ a: 0, b: leaf })),
        ),
      )[0],
    ).toBeCloseTo(0.25, 12);
  });

  it('gives a corner of a triangle 9/8 (model example 10)', () => {
    expect([
      ...constraint(
        graphOf(
          3,
          [
            [0, 1],
            [0, 2],
            [1, 2],
          ].map(pair),
        ),
      ),
    ]).toEqual([1.125, 1.125, 1.125]);
  });

  it('marks the two who join two triangles (model example 8)', () => {
    const values = constraint(graphOf(6, twoTriangles));
    expect(values[C]).toBeCloseTo(0.6111, 4);
    expect(values[D]).toBeCloseTo(0.6111, 4);
    expect(values[A]).toBeCloseTo(1.0069, 4);
    expect(values[B]).toBeCloseTo(1.0069, 4);
  });

  it('would call the broker worse than a clique member if strength weighed in (model example 9)', () => {
    const strengths = [0.8, 0.6, 0.4, 0.2, 0.5, 0.5, 0.7];
    // q of G⁻ is at least .5, so the strengths come in beside it.
    const graph = graphOf(6, twoTriangles);
    const weights = new Float64Array(graph.neighbors.length);
    twoTriangles.forEach(({ a, b }, tie) => {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        for (let at = graph.offsets[one]!; at < graph.offsets[one + 1]!; at++) {
          if (graph.neighbors[at] === other) weights[at] = strengths[tie]!;
        }
      }
    });
    const values = constraint(graph, tieTriangles(graph, weights));
    expect(values[C]).toBeCloseTo(0.9326, 4);
    expect(values[A]).toBeCloseTo(0.8934, 4);
  });

  it.each(knownGraphs)('equals an independent program on $name', (known) => {
    const values = constraint(known.graph);
    known.constraint.forEach((expected, node) => {
      expect(values[node]).toBeCloseTo(expected, 9);
    });
  });

  it('follows the definition term by term, with q as weight', () => {
    const ties = circlesOf(60, 4, 200, 3);
    const graph = graphOf(60, ties);
    const q = Array.from({ length: graph.size }, () => new Float64Array(graph.size));
    for (const tie of ties) {
      const [a, b] = [graph.nodeOf[tie.a]!, graph.nodeOf[tie.b]!];
      q[a]![b] = tie.q!;
      q[b]![a] = tie.q!;
    }
    const p = q.map((row) => row.map((value) => value / row.reduce((sum, x) => sum + x, 0)));
    const values = constraint(graph);
    for (let i = 0; i < graph.size; i++) {
      let expected = 0;
      for (let j = 0; j < graph.size; j++) {
        if (q[i]![j] === 0) continue;
        let held = p[i]![j]!;
        for (let k = 0; k < graph.size; k++) held += p[i]![k]! * p[k]![j]!;
        expected += held ** 2;
      }
      expect(values[i]).toBeCloseTo(expected, 10);
    }
  });

  it('stays the same when people are named otherwise and ties come in another order', () => {
    const ties = circlesOf(80, 5, 300, 5);
    const name = shuffled(80, 6);
    const before = constraint(graphOf(80, ties));
    const after = constraint(graphOf(80, ties.map((tie) => ({ ...tie, a: name[tie.a]!, b: name[tie.b]! })).reverse()));
    for (let v = 0; v < 80; v++) expect(after[name[v]!]).toBeCloseTo(before[v]!, 12);
  });
});
