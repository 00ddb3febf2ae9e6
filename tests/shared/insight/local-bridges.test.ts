import { describe, expect, it } from 'vitest';
import { localBridges, tieOverlaps } from '../../../shared/insight/local-bridges.ts';
import fixture from '../../fixtures/known-graphs.json' with { type: 'json' };
import { graphOf, pair, TWO_TRIANGLES, twoTriangles } from './brokerage-helpers.ts';

const { A, B, C, D } = TWO_TRIANGLES;

describe('tieOverlaps', () => {
  it('is 1, .5 and 0 for A-B, A-C and C-D of two joined triangles (model example 8)', () => {
    const overlaps = new Map(tieOverlaps(graphOf(6, twoTriangles)).map((tie) => [`${tie.a}-${tie.b}`, tie.overlap]));
    expect(overlaps.get(`${A}-${B}`)).toBe(1);
    expect(overlaps.get(`${A}-${C}`)).toBe(0.5);
    expect(overlaps.get(`${C}-${D}`)).toBe(0);
    expect(overlaps.size).toBe(7);
  });

  it('is not defined for two people without another tie', () => {
    expect(tieOverlaps(graphOf(2, [{ a: 0, b: 1 }]))).toEqual([{ a: 0, b: 1, common: 0, overlap: null }]);
  });
});

describe('localBridges', () => {
  it('finds the tie between the two triangles', () => {
    expect(localBridges(graphOf(6, twoTriangles))).toEqual([{ a: C, b: D, common: 0, overlap: 0 }]);
  });

  it.each(Object.entries(fixture.graphs))('finds those of an independent program on %s', (_, known) => {
    const found = localBridges(graphOf(known.people.length, known.ties.map(pair)));
    expect(found.map(({ a, b }) => [a, b])).toEqual(known.localBridges);
  });

  it('names people, not nodes, in their order', () => {
    const found = localBridges(
      graphOf(
        9,
        [
          [8, 3],
          [7, 3],
          [5, 3],
        ].map(pair),
      ),
    );
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [3, 5],
      [3, 7],
      [3, 8],
    ]);
  });
});
