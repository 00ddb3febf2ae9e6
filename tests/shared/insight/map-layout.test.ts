import { describe, expect, it } from 'vitest';
import { isPlaced, type LayoutQuestion, type LayoutRegion, layOutMap } from '../../../shared/insight/map-layout.ts';
import { type KeptPlaces, noPlaces } from '../../../shared/insight/map-places.ts';

function region(ids: readonly number[], large = 0): LayoutRegion {
  return {
    hasFold: false,
    others: [],
    people: ids.map((id, at) => ({ id, size: at < large ? 40 : 8, towards: null, company: `company ${id % 3}` })),
  };
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const REGIONS = [
  region(range(1, 200), 2),
  region(range(300, 90), 1),
  region(range(500, 12), 3),
  ...range(0, 20).map((at) => region(range(1000 + 10 * at, 4))),
];
const LINKS = [
  { a: 0, b: 1, ties: 20 },
  { a: 1, b: 2, ties: 3 },
];

const question = (regions: readonly LayoutRegion[], more: Partial<LayoutQuestion> = {}): LayoutQuestion => ({
  regions,
  links: LINKS.filter(({ a, b }) => a < regions.length && b < regions.length),
  seed: 1,
  middle: 0,
  kept: noPlaces(0),
  ...more,
});

const layOut = (regions: readonly LayoutRegion[], more: Partial<LayoutQuestion> = {}) =>
  layOutMap(question(regions, more)).regions;

describe('where people stand', () => {
  it('gives the same picture for the same seed, and another for another', () => {
    expect(layOut(REGIONS)).toEqual(layOut(REGIONS));
    expect(layOut(REGIONS, { seed: 2 })).not.toEqual(layOut(REGIONS));
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

  it('leaves room for me in the middle', () => {
    for (const { x, y, radius } of layOut(REGIONS, { middle: 40, kept: noPlaces(40) })) {
      expect(Math.hypot(x, y)).toBeGreaterThan(radius + 30);
    }
  });

  it('stands still for nobody, and for one circle', () => {
    expect(layOut([])).toEqual([]);
    expect(layOut([region([1])])[0]!.places).toHaveLength(1);
  });
});

describe('the picture after the first', () => {
  const placesOf = (regions: readonly LayoutRegion[], kept: KeptPlaces) => {
    const placed = layOut(regions, { kept });
    const found = new Map<number, string>();
    for (const [at, { people }] of regions.entries()) {
      for (const [place, { id }] of people.entries()) found.set(id, JSON.stringify(placed[at]!.places[place]));
    }
    return found;
  };
  const first = layOutMap(question(REGIONS));
  const before = placesOf(REGIONS, noPlaces(0));

  it('finds everybody where they were, and has nothing new to keep', () => {
    const again = layOutMap(question(REGIONS, { kept: first.kept }));
    expect(again.regions).toEqual(first.regions);
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(isPlaced(question(REGIONS, { kept: first.kept }))).toBe(true);
  });

  it('moves nobody but those who are new', () => {
    const grown = REGIONS.map((one, at) => (at === 0 ? region([...range(1, 200), 900, 901], 2) : one));
    grown.push(region([2000, 2001, 2002]));
    expect(isPlaced(question(grown, { kept: first.kept }))).toBe(false);
    const after = placesOf(grown, first.kept);
    expect([...after].filter(([id, place]) => before.has(id) && before.get(id) !== place)).toEqual([]);
    expect(after.size).toBe(before.size + 5);
  });

  it('knows a circle again by its people, in whatever order circles come and whoever leaves', () => {
    const turned = REGIONS.map(({ people, ...one }) => ({ ...one, people: people.slice(1) })).toReversed();
    const after = placesOf(turned, first.kept);
    expect([...after].filter(([id, place]) => before.get(id) !== place)).toEqual([]);
  });

  it('keeps the seat of somebody who leaves the picture and comes back', () => {
    const without = REGIONS.map((one, at) => (at === 2 ? { ...one, people: one.people.slice(1), others: [] } : one));
    const between = layOutMap(question(without, { kept: first.kept }));
    expect(placesOf(REGIONS, between.kept)).toEqual(before);
  });

  it('seats anew one of two who come to sit on one seat, so that nobody covers anybody', () => {
    const one = layOutMap(question([region([1, 2])]));
    const kept: KeptPlaces = { ...one.kept, people: new Map([1, 2].map((id) => [id, { disc: 0, seat: 0 }])) };
    const [placed] = layOut([region([1, 2])], { kept });
    expect(placed!.places[0]).not.toEqual(placed!.places[1]);
  });

  it('stands a folded circle where it stood, known by people who are not drawn', () => {
    const folded: LayoutRegion = { people: [], others: [5000, 5001], hasFold: true };
    const one = layOutMap(question([...REGIONS, folded]));
    const next = layOutMap(question([{ ...folded, others: [5001, 5002] }, ...REGIONS], { kept: one.kept }));
    expect(next.regions[0]).toMatchObject({ x: one.regions.at(-1)!.x, y: one.regions.at(-1)!.y });
  });
});
