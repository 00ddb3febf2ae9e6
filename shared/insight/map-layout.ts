/**
 * Where everybody stands on the map: each region is a disc, discs that share ties lie near each other and never overlap, and
 * people fill their disc from the middle. No force between people, so nothing jitters, and whoever was placed before keeps the
 * place.
 */
import { placeDiscs } from './map-discs.ts';
import { type KeptDisc, type KeptPlaces, type KeptSeat, noPlaces, recognizeDiscs } from './map-places.ts';
import { type Seating, seatPlace, takeSeats, turnTowards } from './map-seats.ts';

export interface LayoutRegion {
  /** Those who are drawn. */
  people: readonly LayoutPerson[];
  /** Numbers of some who belong here and are not drawn: a region without drawn people is known again by them. */
  others: readonly number[];
  /** Room for the number of those who are folded. */
  hasFold: boolean;
}

export interface LayoutPerson {
  /** The same for the same person in every picture. */
  id: number;
  /** Diameter. */
  size: number;
  /** The region that pulls them to their side of the disc; null: none. */
  towards: number | null;
  /** Equal ones stand together: colleagues. Empty: no group. */
  company: string;
}

interface PlacedRegion {
  x: number;
  y: number;
  radius: number;
  /** Parallel to the people. */
  places: { x: number; y: number }[];
  /** Where the number of folded people stands. */
  fold: { x: number; y: number };
}

export interface LayoutQuestion {
  regions: readonly LayoutRegion[];
  /** Ties between regions, each pair once. */
  links: readonly { a: number; b: number; ties: number }[];
  seed: number;
  /** Radius kept free at the origin, for me; 0 for none. */
  middle: number;
  kept: KeptPlaces;
}

export interface Layout {
  regions: PlacedRegion[];
  /** What the next picture needs so that only new people move. Those whom this picture leaves out are still in it. */
  kept: KeptPlaces;
  /** Somebody or some disc stands where `kept` did not have them. */
  isNew: boolean;
}

/** Whether everybody of this picture was placed before, so that it takes no time. */
export function isPlaced({ regions, middle, kept }: LayoutQuestion): boolean {
  if (kept.middle !== middle) return false;
  const discOf = recognizeDiscs(regions, kept);
  return regions.every(({ people }, at) => {
    const disc = discOf[at]!;
    return disc !== -1 && people.every(({ id }) => keptSeat(kept, id, disc) !== -1);
  });
}

/** Places all; pure, so that the same question gives the same picture. */
export function layOutMap(question: LayoutQuestion): Layout {
  const { regions, links, seed, middle } = question;
  const kept = question.kept.middle === middle ? question.kept : noPlaces(middle);
  const discOf = recognizeDiscs(regions, kept);
  let nextDisc = Math.max(-1, ...kept.discs.keys()) + 1;
  const isNewPerson = regions.map(({ people }, at) => people.map(({ id }) => keptSeat(kept, id, discOf[at]!) === -1));
  const seatings = regions.map(({ people }, at) =>
    takeSeats(
      people,
      people.map(({ id }) => keptSeat(kept, id, discOf[at]!)),
    ),
  );
  const radii = seatings.map(({ reach }, at) => reach + (regions[at]!.hasFold ? 34 : 16));
  const before = discOf.map((disc) => kept.discs.get(disc) ?? null);
  // A disc keeps the room it once had: one who leaves and comes back moves nobody.
  const rooms = radii.map((radius, at) => Math.max(radius, before[at]?.radius ?? 0));
  const centers = placeDiscs({ radii: rooms, before, links, seed, middle });

  const discs = new Map<number, KeptDisc>(kept.discs);
  const people = new Map<number, KeptSeat>(kept.people);
  let isNew = false;
  const placed = regions.map((region, at): PlacedRegion => {
    const center = { x: round(centers[at]!.x), y: round(centers[at]!.y) };
    const radius = round(radii[at]!);
    const disc = discOf[at] === -1 ? nextDisc++ : discOf[at]!;
    const old = before[at] ?? null;
    const room = round(rooms[at]!);
    isNew ||= old === null || old.x !== center.x || old.y !== center.y || room > old.radius;
    discs.set(disc, { ...center, radius: room });
    const seats = seated(region, seatings[at]!, isNewPerson[at]!, (other) =>
      Math.atan2(centers[other]!.y - center.y, centers[other]!.x - center.x),
    );
    for (const [place, { id }] of region.people.entries()) {
      isNew ||= keptSeat(kept, id, disc) !== seats[place];
      people.set(id, { disc, seat: seats[place]! });
    }
    for (const id of region.others) if (people.get(id)?.disc !== disc) people.set(id, { disc, seat: null });
    return {
      ...center,
      radius,
      places: seats.map(seatPlace).map(({ x, y }) => ({ x: round(center.x + x), y: round(center.y + y) })),
      fold: { x: center.x, y: round(center.y + (region.people.length === 0 ? 0 : radius - 15)) },
    };
  });
  return { regions: placed, kept: { middle, discs, people }, isNew };
}

function seated(
  { people }: LayoutRegion,
  { seats }: Seating,
  isNew: readonly boolean[],
  angleTowards: (region: number) => number,
): number[] {
  return isNew.some(Boolean) ? turnTowards(people, seats, isNew, angleTowards) : seats;
}

/** -1: none in this disc. */
function keptSeat({ people }: KeptPlaces, id: number, disc: number): number {
  const kept = people.get(id);
  return kept !== undefined && kept.disc === disc ? (kept.seat ?? -1) : -1;
}

/** Tenths are finer than a pixel, and shorter to send. */
function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
