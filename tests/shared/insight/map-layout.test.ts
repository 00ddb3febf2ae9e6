import { describe, expect, it } from 'vitest';
import {
  emptyPlaces,
  type KeptPlaces,
  type LayoutRegion,
  layOutMap,
  type PlacedRegion,
} from '../../../shared/insight/map-layout.ts';

function region(key: string, ids: readonly number[], large = 0): LayoutRegion {
  return {
    key,
    hasFold: false,
    people: ids.map((id, at) => ({ id, size: at < large ? 40 : 8, towards: null, company: `company ${id % 3}` })),
  };
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const REGIONS = [
  region('a', range(1, 200), 2),
  region('b', range(300, 90), 1),
  region('c', range(500, 12), 3),
  ...range(0, 20).map((at) => region(`small ${at}`, range(1000 + 10 * at, 4))),
];
const LINKS = [
  { a: 0, b: 1, ties: 20 },
  { a: 1, b: 2, ties: 3 },
];

function layOut(
  regions: readonly LayoutRegion[],
  kept: KeptPlaces = emptyPlaces(),
  seed = 1,
  middle = 0,
): PlacedRegion[] {
  return layOutMap({ regions, links: LINKS, seed, middle, kept });
}

describe('where people stand', () => {
  it('gives the same picture for the same seed, and another for another', () => {
    expect(layOut(REGIONS)).toEqual(layOut(REGIONS));
    expect(layOut(REGIONS, emptyPlaces(), 2)).not.toEqual(layOut(REGIONS));
  });

  it('keeps circles apart', () => {
    const placed = layOut(REGIONS);
    for (const [at, one] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
      }
    }
  });

  it('lets nobody cover anybody, and nobody leave the circle', () => {
    for (const [at, { x, y, radius, places }] of layOut(REGIONS).entries()) {
      const { people } = REGIONS[at]!;
      for (const [one, place] of places.entries()) {
        expect(Math.hypot(place.x - x, place.y - y)).toBeLessThan(radius);
        for (let other = one + 1; other < places.length; other++) {
          const distance = Math.hypot(place.x - places[other]!.x, place.y - places[other]!.y);
          expect(distance).toBeGreaterThan((people[one]!.size + people[other]!.size) / 2);
        }
      }
    }
  });

  it('moves only new people when some come', () => {
    const kept = emptyPlaces();
    const before = layOut(REGIONS, kept);
    const [first, ...others] = REGIONS;
    const grown = [{ ...first!, people: [...first!.people, ...region('a', range(900, 1)).people] }, ...others];
    const after = layOut(grown, kept);
    const relative = ({ x, y, places }: PlacedRegion) => places.slice(0, 200).map((one) => [one.x - x, one.y - y]);
    for (const [at, [x, y]] of relative(after[0]!).entries()) {
      expect(Math.hypot(x! - relative(before[0]!)[at]![0]!, y! - relative(before[0]!)[at]![1]!)).toBeLessThan(0.5);
    }
    expect(layOut(grown, kept)).toEqual(after);
  });

  it('leaves room for me in the middle', () => {
    for (const { x, y, radius } of layOut(REGIONS, emptyPlaces(), 1, 40)) {
      expect(Math.hypot(x, y)).toBeGreaterThan(radius + 30);
    }
  });

  it('stands still for nobody, and for one circle', () => {
    expect(layOut([])).toEqual([]);
    const [only] = layOutMap({ regions: [region('a', [1])], links: [], seed: 1, middle: 0, kept: emptyPlaces() });
    expect(only!.places).toHaveLength(1);
  });
});
