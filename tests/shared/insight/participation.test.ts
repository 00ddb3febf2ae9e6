import { describe, expect, it } from 'vitest';
import { participation } from '../../../shared/insight/participation.ts';
import { withinModuleZ } from '../../../shared/insight/within-module-z.ts';
import { graphOf, pair, TWO_TRIANGLES, twoTriangles } from './brokerage-helpers.ts';

const { A, C } = TWO_TRIANGLES;
const sides = Uint32Array.of(0, 0, 0, 1, 1, 1);

describe('participation', () => {
  it('is .4444 for who joins two triangles and not defined under three ties (model example 8)', () => {
    const values = participation(graphOf(6, twoTriangles), sides);
    expect(values[C]).toBeCloseTo(0.4444, 4);
    expect(values[A]).toBeNaN();
  });

  it('is 0 inside one community and 1 - 1/c when spread evenly over c', () => {
    const star = graphOf(
      5,
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
      ].map(pair),
    );
    expect(participation(star, Uint32Array.of(0, 0, 0, 0, 0))[0]).toBe(0);
    expect(participation(star, Uint32Array.of(0, 0, 1, 2, 3))[0]).toBeCloseTo(0.75, 12);
  });

  it('weighs ties by q', () => {
    const star = graphOf(4, [
      { a: 0, b: 1, q: 1 },
      { a: 0, b: 2, q: 0.5 },
      { a: 0, b: 3, q: 0.5 },
    ]);
    expect(participation(star, Uint32Array.of(0, 0, 1, 1))[0]).toBeCloseTo(1 - 2 * 0.5 ** 2, 12);
    expect(participation(star, Uint32Array.of(0, 0, 1, 2))[0]).toBeCloseTo(1 - 0.5 ** 2 - 2 * 0.25 ** 2, 12);
  });
});

describe('withinModuleZ', () => {
  it('is the distance from the mean of the community in its standard deviations', () => {
    // A star of four: the hub has 4 inside, its ends 1; mean 1.6, variance (2.4² + 4·.6²)/5 = 1.44.
    const star = graphOf(
      5,
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
      ].map(pair),
    );
    const values = withinModuleZ(star, new Uint32Array(5));
    expect(values[0]).toBeCloseTo(2.4 / 1.2, 12);
    expect(values[1]).toBeNaN();
  });

  it('counts ties inside the community only, and puts equals at the mean', () => {
    const values = withinModuleZ(graphOf(6, twoTriangles), sides);
    expect(values[C]).toBe(0);
    expect(values[A]).toBeNaN();
  });
});
