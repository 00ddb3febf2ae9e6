import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../shared/model/units.ts';
import { DEFAULT_CONSTANTS as C } from '../../../shared/ties/constants.ts';
import { firstHopCost, laterHopCost, probabilityOfCost } from '../../../shared/ties/cost.ts';
import { helpFromStrength } from '../../../shared/ties/help.ts';

const h = (s: number) => helpFromStrength(s, C);
const route = (...hops: Cost[]) => probabilityOfCost(hops.reduce((sum, hop) => sum + hop, 0) as Cost);

describe('cost', () => {
  it('example 7: three routes to one person', () => {
    expect(route(firstHopCost(h(0.8)), laterHopCost(1, h(0.3), C))).toBeCloseTo(0.1432, 4);
    expect(route(firstHopCost(h(0.8)), laterHopCost(1, h(0.5), C), laterHopCost(1, h(0.3), C))).toBeCloseTo(0.0451, 4);
    expect(route(firstHopCost(h(0.45)), laterHopCost(0.4123, h(0.3), C))).toBeCloseTo(0.0371, 4);
  });

  it('is a whole number of micro-units, 0 for what is certain and never -0', () => {
    expect(Object.is(firstHopCost(1), 0)).toBe(true);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), (p) => {
        const cost = firstHopCost(p);
        expect(Number.isInteger(cost)).toBe(true);
        expect(cost).toBeGreaterThanOrEqual(0);
        expect(probabilityOfCost(cost)).toBeCloseTo(p, 5);
      }),
    );
  });

  it('refuses what is no hop', () => {
    for (const p of [0, -1, 1.1, Number.NaN]) expect(() => firstHopCost(p)).toThrow(RangeError);
    expect(() => laterHopCost(0, 0.5, C)).toThrow(RangeError);
  });
});
