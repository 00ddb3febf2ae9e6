/**
 * Where everybody stands on the map: each region is a disc, discs that share ties lie near each other and never overlap, and
 * people fill their disc from the middle like the seeds of a sunflower. No force between people, so nothing jitters, and
 * whoever was placed before keeps the place.
 */
import { seededRandom } from './seeded-random.ts';

export interface LayoutRegion {
  /** The same for the same region in every picture. */
  key: string;
  people: readonly LayoutPerson[];
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

/** What a picture remembers of those before it. */
export interface KeptPlaces {
  centers: Map<string, { x: number; y: number; radius: number }>;
  /** Region key and person, to the person's seat in the disc. */
  seats: Map<string, number>;
}

export interface PlacedRegion {
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

/** Distance between seats. */
const SPACING = 25;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Free space between discs. */
const GAP = 30;
const ROUNDS = 400;
/** Windows are wider than high. */
const ASPECT = 1.55;

export function emptyPlaces(): KeptPlaces {
  return { centers: new Map(), seats: new Map() };
}

/** Places all; adds to `kept` what the next picture needs so that only new people move. */
export function layOutMap({ regions, links, seed, middle, kept }: LayoutQuestion): PlacedRegion[] {
  const slots = regions.map((region) => takeSeats(region, kept));
  const radii = slots.map(({ reach }, at) => reach + (regions[at]!.hasFold ? 34 : 16));
  const centers = placeCenters(regions, radii, links, seed, middle, kept);
  return regions.map((region, at) => {
    const center = centers[at]!;
    kept.centers.set(region.key, { ...center, radius: radii[at]! });
    const places = turnTowards(region, slots[at]!.seats, centers, center, kept).map(({ x, y }) => ({
      x: round(center.x + x),
      y: round(center.y + y),
    }));
    const radius = radii[at]!;
    const isBare = region.people.length === 0;
    return {
      x: round(center.x),
      y: round(center.y),
      radius: round(radius),
      places,
      fold: { x: round(center.x), y: round(center.y + (isBare ? 0 : radius - 15)) },
    };
  });
}

/** A seat for each person: kept ones first, the others the innermost that is free for their size. */
function takeSeats(region: LayoutRegion, kept: KeptPlaces): { seats: number[]; reach: number } {
  const seated = new Seated();
  const seats = region.people.map(({ id, size }) => {
    const seat = kept.seats.get(`${region.key} ${id}`);
    if (seat !== undefined) seated.add(seat, size);
    return seat ?? -1;
  });
  let reach = 12;
  let firstFree = 0;
  for (const [at, { size }] of region.people.entries()) {
    if (seats[at] === -1) {
      while (seated.isTaken(firstFree)) firstFree++;
      let seat = firstFree;
      while (!seated.hasRoom(seat, size)) seat++;
      seats[at] = seat;
      seated.add(seat, size);
    }
    // Of the seats alone: who sits on which may still be exchanged.
    reach = Math.max(reach, seatDistance(seats[at]!) + Math.max(8, size > LARGE ? size / 2 : 0));
  }
  return { seats, reach };
}

/** Seats are far enough apart for people up to this size. */
const LARGE = 14;

/** Who sits where, so that nobody covers anybody. */
class Seated {
  readonly #taken = new Set<number>();
  readonly #all: { x: number; y: number; radius: number }[] = [];
  readonly #large: { x: number; y: number; radius: number }[] = [];

  isTaken(seat: number): boolean {
    return this.#taken.has(seat);
  }

  hasRoom(seat: number, size: number): boolean {
    if (this.#taken.has(seat)) return false;
    const { x, y } = seatPlace(seat);
    const others = size > LARGE ? this.#all : this.#large;
    return others.every((other) => Math.hypot(other.x - x, other.y - y) >= other.radius + size / 2 + 4);
  }

  add(seat: number, size: number): void {
    const place = { ...seatPlace(seat), radius: size / 2 };
    this.#taken.add(seat);
    this.#all.push(place);
    if (size > LARGE) this.#large.push(place);
  }
}

function seatDistance(seat: number): number {
  return seat === 0 ? 0 : SPACING * 0.62 * Math.sqrt(seat + 0.4);
}

function seatPlace(seat: number): { x: number; y: number } {
  const distance = seatDistance(seat);
  return { x: distance * Math.cos(seat * GOLDEN), y: distance * Math.sin(seat * GOLDEN) };
}

/**
 * People of about one size exchange seats, so that those with ties elsewhere sit on that side and colleagues sit together.
 * Whoever has a kept seat stays.
 */
function turnTowards(
  region: LayoutRegion,
  seats: number[],
  centers: readonly { x: number; y: number }[],
  center: { x: number; y: number },
  kept: KeptPlaces,
): { x: number; y: number }[] {
  const free: number[] = [];
  for (const [at, { id }] of region.people.entries()) if (!kept.seats.has(`${region.key} ${id}`)) free.push(at);
  const companies = [...new Set(free.map((at) => region.people[at]!.company))].sort();
  const angleOf = new Map(companies.map((company, at) => [company, (2 * Math.PI * at) / companies.length]));
  const wished = (at: number): number => {
    const { towards, company } = region.people[at]!;
    const there = towards === null ? undefined : centers[towards];
    return there === undefined ? angleOf.get(company)! : Math.atan2(there.y - center.y, there.x - center.x);
  };
  const classes = new Map<number, number[]>();
  for (const at of free) {
    // Seats were taken by size: exchange among alike sizes only, or large ones would cover their neighbours.
    const key = Math.round(region.people[at]!.size / 3);
    classes.set(key, [...(classes.get(key) ?? []), at]);
  }
  for (const alike of classes.values()) {
    const open = alike.map((at) => seats[at]!).filter((seat) => seat > 0);
    const movers = alike.filter((at) => seats[at]! > 0);
    // Those who are pulled choose first, the others by company.
    movers.sort((a, b) => Number(region.people[a]!.towards === null) - Number(region.people[b]!.towards === null));
    for (const at of movers) {
      const angle = wished(at);
      let best = 0;
      let bestFit = Number.NEGATIVE_INFINITY;
      for (const [place, seat] of open.entries()) {
        const { x, y } = seatPlace(seat);
        const fit = x * Math.cos(angle) + y * Math.sin(angle);
        if (fit > bestFit + 1e-9) {
          best = place;
          bestFit = fit;
        }
      }
      seats[at] = open.splice(best, 1)[0]!;
    }
  }
  for (const at of free) kept.seats.set(`${region.key} ${region.people[at]!.id}`, seats[at]!);
  return seats.map(seatPlace);
}

function placeCenters(
  regions: readonly LayoutRegion[],
  radii: readonly number[],
  links: LayoutQuestion['links'],
  seed: number,
  middle: number,
  kept: KeptPlaces,
): { x: number; y: number }[] {
  const random = seededRandom(seed);
  const turn = random() * 2 * Math.PI;
  const reach = Math.max(1, ...radii);
  const isKept = regions.map(({ key }) => kept.centers.has(key));
  const hasKept = isKept.some(Boolean);
  const centers = regions.map(({ key }, at) => {
    const before = kept.centers.get(key);
    if (before !== undefined) return { x: before.x, y: before.y };
    const distance = (hasKept ? 4 : 1.1) * reach * Math.sqrt(at + (middle > 0 ? 1 : 0));
    return { x: distance * ASPECT * Math.cos(turn + at * GOLDEN), y: distance * Math.sin(turn + at * GOLDEN) };
  });
  // Nothing is new and nothing needs more room: nobody moves.
  if (regions.every(({ key }, at) => radii[at]! <= (kept.centers.get(key)?.radius ?? -1))) return centers;
  for (let round = 0; round < ROUNDS; round++) {
    const step = 0.12 * (1 - round / ROUNDS);
    for (const { a, b, ties } of links) {
      const one = centers[a]!;
      const other = centers[b]!;
      const dx = other.x - one.x;
      const dy = other.y - one.y;
      const distance = Math.hypot(dx, dy) || 1;
      const pull = (step * Math.min(1, Math.log2(1 + ties) / 5) * (distance - radii[a]! - radii[b]! - GAP)) / distance;
      const share = radii[a]! ** 2 / (radii[a]! ** 2 + radii[b]! ** 2);
      if (!isKept[a]) move(one, dx * pull * (1 - share), dy * pull * (1 - share));
      if (!isKept[b]) move(other, -dx * pull * share, -dy * pull * share);
    }
    for (const [at, center] of centers.entries()) {
      if (!isKept[at]) move(center, -center.x * step * 0.25, -center.y * step * 0.25 * ASPECT);
    }
    part(centers, radii, middle, isKept);
  }
  for (let round = 0; round < ROUNDS && part(centers, radii, middle, isKept); round++);
  return centers;
}

function move(place: { x: number; y: number }, dx: number, dy: number): void {
  place.x += dx;
  place.y += dy;
}

/** Pushes discs apart that overlap; a new one gives way before one that was there. @returns whether any did */
function part(
  centers: { x: number; y: number }[],
  radii: readonly number[],
  middle: number,
  isKept: readonly boolean[],
): boolean {
  let hasMoved = false;
  for (let a = 0; a < centers.length; a++) {
    const one = centers[a]!;
    if (middle > 0) {
      const distance = Math.hypot(one.x, one.y);
      const missing = middle + radii[a]! + GAP - distance;
      if (missing > 0.5) {
        const unit =
          distance > 1e-6 ? { x: one.x / distance, y: one.y / distance } : { x: Math.cos(a), y: Math.sin(a) };
        move(one, unit.x * missing, unit.y * missing);
        hasMoved = true;
      }
    }
    for (let b = a + 1; b < centers.length; b++) {
      const other = centers[b]!;
      const dx = other.x - one.x;
      const dy = other.y - one.y;
      const least = radii[a]! + radii[b]! + GAP;
      if (Math.abs(dx) > least || Math.abs(dy) > least) continue;
      const distance = Math.hypot(dx, dy);
      const missing = least - distance;
      if (missing <= 0.5) continue;
      hasMoved = true;
      const ux = distance > 1e-6 ? dx / distance : Math.cos(a + b);
      const uy = distance > 1e-6 ? dy / distance : Math.sin(a + b);
      // The larger moves less, and one that was there before only for another that was.
      let share = radii[b]! ** 2 / (radii[a]! ** 2 + radii[b]! ** 2);
      if (isKept[a] !== isKept[b]) share = isKept[a] ? 0 : 1;
      move(one, -ux * missing * share, -uy * missing * share);
      move(other, ux * missing * (1 - share), uy * missing * (1 - share));
    }
  }
  return hasMoved;
}

/** Tenths are finer than a pixel, and shorter to send. */
function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
