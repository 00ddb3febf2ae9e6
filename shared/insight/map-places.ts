/** What pictures remember of those before them: which disc stood where, and who sat on which seat in it. */
import type { LayoutRegion } from './map-layout.ts';

export interface KeptDisc {
  x: number;
  y: number;
  radius: number;
}

export interface KeptSeat {
  /** Number of the disc. */
  disc: number;
  /** null: belongs there and was not drawn. */
  seat: number | null;
}

export interface KeptPlaces {
  /** The room kept free for me; a picture with another one is another picture. */
  middle: number;
  /** By number. */
  discs: ReadonlyMap<number, KeptDisc>;
  /** By number of the person. */
  people: ReadonlyMap<number, KeptSeat>;
}

export function noPlaces(middle: number): KeptPlaces {
  return { middle, discs: new Map(), people: new Map() };
}

/**
 * Finds the disc of each region again: the one in which most of its people stood, whatever the region is called today. Pairs that
 * share most people choose first.
 *
 * @returns numbers of discs, by region; -1 for a region that is new
 */
export function recognizeDiscs(regions: readonly LayoutRegion[], kept: KeptPlaces): number[] {
  const pairs: { region: number; disc: number; people: number }[] = [];
  for (const [region, { people, others }] of regions.entries()) {
    const counts = new Map<number, number>();
    for (const id of [...people.map((person) => person.id), ...others]) {
      const disc = kept.people.get(id)?.disc;
      if (disc !== undefined && kept.discs.has(disc)) counts.set(disc, (counts.get(disc) ?? 0) + 1);
    }
    for (const [disc, count] of counts) pairs.push({ region, disc, people: count });
  }
  pairs.sort((a, b) => b.people - a.people || a.region - b.region || a.disc - b.disc);
  const discOf = regions.map(() => -1);
  const taken = new Set<number>();
  for (const { region, disc } of pairs) {
    if (discOf[region] !== -1 || taken.has(disc)) continue;
    discOf[region] = disc;
    taken.add(disc);
  }
  return discOf;
}
