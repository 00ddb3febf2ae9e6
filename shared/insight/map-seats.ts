/** Who sits where in a disc: people fill it from the middle like the seeds of a sunflower, and nobody covers anybody. */
import type { LayoutPerson } from './map-layout.ts';

/** Distance between seats. */
const SPACING = 25;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Seats are far enough apart for people up to this size. */
const LARGE = 14;
const LEAST_REACH = 12;

export interface Seating {
  /** Parallel to the people. */
  seats: number[];
  /** From the middle to the edge of whoever sits farthest out. */
  reach: number;
}

/** @param keptSeats parallel to the people, -1 for new ones: kept seats first, the others the innermost that is free for their size */
export function takeSeats(people: readonly LayoutPerson[], keptSeats: readonly number[]): Seating {
  const seated = new Seated();
  const seats = people.map(({ size }, at) => {
    const seat = keptSeats[at]!;
    // Two who were never drawn together may hold one seat: the first keeps it.
    if (seat < 0 || seated.isTaken(seat)) return -1;
    seated.add(seat, size);
    return seat;
  });
  let reach = LEAST_REACH;
  let firstFree = 0;
  for (const [at, { size }] of people.entries()) {
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
    for (const other of size > LARGE ? this.#all : this.#large) {
      const dx = other.x - x;
      const dy = other.y - y;
      const least = other.radius + size / 2 + 4;
      if (dx * dx + dy * dy < least * least) return false;
    }
    return true;
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

/** From the middle of the disc. */
export function seatPlace(seat: number): { x: number; y: number } {
  const distance = seatDistance(seat);
  return { x: distance * Math.cos(seat * GOLDEN), y: distance * Math.sin(seat * GOLDEN) };
}

/**
 * Newcomers of about one size exchange seats, so that those with ties elsewhere sit on that side and colleagues sit together. Whoever
 * had a seat before keeps it.
 *
 * @param isNew parallel to the people
 * @param angleTowards the side on which another region lies, by number of the region
 * @returns seats, parallel to the people
 */
export function turnTowards(
  people: readonly LayoutPerson[],
  seats: readonly number[],
  isNew: readonly boolean[],
  angleTowards: (region: number) => number,
): number[] {
  const turned = [...seats];
  const free: number[] = [];
  for (const at of people.keys()) if (isNew[at]) free.push(at);
  const companies = [...new Set(free.map((at) => people[at]!.company))].sort();
  const angleOf = new Map(companies.map((company, at) => [company, (2 * Math.PI * at) / companies.length]));
  const wished = (at: number): number => {
    const { towards, company } = people[at]!;
    return towards === null ? angleOf.get(company)! : angleTowards(towards);
  };
  const classes = new Map<number, number[]>();
  for (const at of free) {
    // Seats were taken by size: exchange among alike sizes only, or large ones would cover their neighbours.
    const key = Math.round(people[at]!.size / 3);
    const alike = classes.get(key);
    if (alike === undefined) classes.set(key, [at]);
    else alike.push(at);
  }
  for (const alike of classes.values()) {
    const open = alike.filter((at) => seats[at]! > 0).map((at) => ({ seat: seats[at]!, ...seatPlace(seats[at]!) }));
    const movers = alike.filter((at) => seats[at]! > 0);
    // Those who are pulled choose first, the others by company.
    movers.sort((a, b) => Number(people[a]!.towards === null) - Number(people[b]!.towards === null));
    for (const at of movers) {
      const angle = wished(at);
      const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
      let best = 0;
      let bestFit = Number.NEGATIVE_INFINITY;
      for (const [place, { x, y }] of open.entries()) {
        const fit = x * ux + y * uy;
        if (fit > bestFit + 1e-9) {
          best = place;
          bestFit = fit;
        }
      }
      turned[at] = open.splice(best, 1)[0]!.seat;
    }
  }
  return turned;
}
