import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LORENZ_POINTS, pareto } from '../../../shared/insight/pareto.ts';
import { DEFAULT_CONSTANTS, withConstants } from '../../../shared/ties/constants.ts';

const of = (...scores: number[]) => pareto(Float64Array.from(scores).sort().reverse(), DEFAULT_CONSTANTS);

describe('pareto', () => {
  it.each([
    [[10, 4, 3, 2, 1], 0.4],
    [[2, 2, 2, 2, 2], 0],
    [[0, 0, 0, 0, 1], 0.8],
  ])('finds the Gini index of %j (model example 16)', (scores, gini) => {
    expect(of(...scores).gini).toBeCloseTo(gini, 12);
  });

  it('counts the fewest who hold 80 %, also where the share is met exactly', () => {
    expect(of(8, 1, 1).vitalSet).toBe(1);
    expect(of(79, 11, 10).vitalSet).toBe(2);
    expect(of(1, 1, 1, 1, 1).vitalSet).toBe(4);
  });

  it('says that nobody stands out when all are alike, alone, or absent', () => {
    expect(of(3, 3, 3, 3, 3, 3).isFlat).toBe(true);
    expect(of(1)).toMatchObject({ vitalSet: 1, topCount: 1, topShare: 1, gini: 0, isFlat: true, lorenz: [0, 1] });
    expect(of()).toMatchObject({ vitalSet: 0, topCount: 0, topShare: 0, isFlat: true, lorenz: [0, 1] });
    expect(of(0, 0)).toMatchObject({ vitalSet: 0, topShare: 0, gini: 0, isFlat: true });
  });

  it('tells a vital few apart where there are some', () => {
    expect(of(50, 40, 1, 1, 1, 1, 1, 1, 1, 1)).toMatchObject({ vitalSet: 2, topCount: 2, isFlat: false });
  });

  it('calls four in ten few, and no more', () => {
    const first = (count: number) =>
      of(...Array(count).fill(80 / count), ...Array(100 - count).fill(20 / (100 - count)));
    expect(first(40)).toMatchObject({ vitalSet: 40, isFlat: false });
    expect(first(41)).toMatchObject({ vitalSet: 41, isFlat: true });
  });

  it('tells nobody apart under a Gini index of .35', () => {
    // Whoever holds 80 % with 40 % is above it already; with another limit for the few it decides.
    const constants = withConstants({ vitalMaximum: 1 });
    const holding = (share: number) =>
      pareto(Float64Array.from([...Array(5).fill(share / 5), ...Array(5).fill((1 - share) / 5)]), constants);
    expect(holding(0.851)).toMatchObject({ isFlat: false });
    expect(holding(0.849)).toMatchObject({ isFlat: true });
    expect(holding(0.851).gini).toBeCloseTo(0.351, 12);
  });

  it('draws a curve that rises from 0 to 1, for any scores', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 60 }), (scores) => {
        const { lorenz, gini, vitalSet, topShare } = of(...scores);
        expect(lorenz[0]).toBe(0);
        expect(lorenz.at(-1)).toBe(1);
        for (let at = 1; at < lorenz.length; at++) expect(lorenz[at]).toBeGreaterThanOrEqual(lorenz[at - 1]! - 1e-12);
        for (const share of [gini, topShare]) expect(share >= 0 && share <= 1).toBe(true);
        expect(vitalSet).toBeLessThanOrEqual(scores.length);
      }),
    );
  });

  it('draws no more points than can be seen', () => {
    const { lorenz } = of(...Array.from({ length: 30_000 }, (_, at) => at));
    expect(lorenz).toHaveLength(LORENZ_POINTS + 1);
    // Half of the people with the least hold a quarter of a rising line.
    expect(lorenz[LORENZ_POINTS / 2]).toBeCloseTo(0.25, 3);
  });
});
