import { describe, expect, it } from 'vitest';
import { effectiveSize } from '../../../shared/insight/effective-size.ts';
import { graphOf, pair, twoTriangles } from './brokerage-helpers.ts';
import { knownGraphs } from './known-graphs.ts';

describe('effectiveSize', () => {
  it('is 2.3333 for who joins two triangles and 1 for the others (model example 8)', () => {
    const { size, efficiency } = effectiveSize(graphOf(6, twoTriangles));
    expect([...size].map((value) => value.toFixed(4))).toEqual([
      '1.0000',
      '1.0000',
      '2.3333',
      '2.3333',
      '1.0000',
      '1.0000',
    ]);
    expect(efficiency[2]).toBeCloseTo(7 / 9, 12);
    expect(efficiency[0]).toBeCloseTo(1 / 2, 12);
  });

  it('is the number of ties for the hub of a star, and 1 for each end', () => {
    expect([
      ...effectiveSize(
        graphOf(
          4,
          [
            [0, 1],
            [0, 2],
            [0, 3],
          ].map(pair),
        ),
      ).size,
    ]).toEqual([3, 1, 1, 1]);
  });

  it('counts ties, not their q', () => {
    const certain = effectiveSize(graphOf(6, twoTriangles)).size;
    expect(
      effectiveSize(
        graphOf(
          6,
          twoTriangles.map((tie, i) => ({ ...tie, q: 0.5 + i / 20 })),
        ),
      ).size,
    ).toEqual(certain);
  });

  it.each(knownGraphs)('equals an independent program on $name', (known) => {
    const { size } = effectiveSize(known.graph);
    known.effectiveSize.forEach((expected, node) => {
      expect(size[node]).toBeCloseTo(expected, 9);
    });
  });
});
