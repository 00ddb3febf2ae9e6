/** Where the discs of the map stand: those that share ties near each other, none over another, and those from before where they were. */
import type { KeptDisc } from './map-places.ts';
import { seededRandom } from './seeded-random.ts';

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Free space between discs. */
const GAP = 30;
/** Discs that stood before may come this near before one gives way, so that few newcomers move nobody. */
const LEAST_GAP = 6;
const ROUNDS = 400;
/** Windows are wider than high. */
const ASPECT = 1.55;

export interface DiscQuestion {
  /** By disc. */
  radii: readonly number[];
  /** By disc; null for a new one. */
  before: readonly (KeptDisc | null)[];
  links: readonly { a: number; b: number; ties: number }[];
  seed: number;
  /** Radius kept free at the origin. */
  middle: number;
}

interface Place {
  x: number;
  y: number;
}

export function placeDiscs({ radii, before, links, seed, middle }: DiscQuestion): Place[] {
  const turn = seededRandom(seed)() * 2 * Math.PI;
  const reach = Math.max(1, ...radii);
  const isKept = before.map((disc) => disc !== null);
  const hasKept = isKept.some(Boolean);
  const centers = before.map((disc, at) => {
    if (disc !== null) return { x: disc.x, y: disc.y };
    const distance = (hasKept ? 4 : 1.1) * reach * Math.sqrt(at + (middle > 0 ? 1 : 0));
    return { x: distance * ASPECT * Math.cos(turn + at * GOLDEN), y: distance * Math.sin(turn + at * GOLDEN) };
  });
  // Nothing is new and nothing needs more room: nobody moves.
  if (before.every((disc, at) => disc !== null && radii[at]! <= disc.radius)) return centers;
  if (!isKept.every(Boolean)) {
    for (let round = 0; round < ROUNDS; round++) {
      const step = 0.12 * (1 - round / ROUNDS);
      for (const { a, b, ties } of links) {
        const one = centers[a]!;
        const other = centers[b]!;
        const dx = other.x - one.x;
        const dy = other.y - one.y;
        const distance = Math.sqrt(dx * dx + dy * dy) || 1;
        const pull =
          (step * Math.min(1, Math.log2(1 + ties) / 5) * (distance - radii[a]! - radii[b]! - GAP)) / distance;
        const share = radii[a]! ** 2 / (radii[a]! ** 2 + radii[b]! ** 2);
        if (!isKept[a]) move(one, dx * pull * (1 - share), dy * pull * (1 - share));
        if (!isKept[b]) move(other, -dx * pull * share, -dy * pull * share);
      }
      for (const [at, center] of centers.entries()) {
        if (!isKept[at]) move(center, -center.x * step * 0.25, -center.y * step * 0.25 * ASPECT);
      }
      part(centers, radii, middle, isKept);
    }
  }
  for (let round = 0; round < ROUNDS && part(centers, radii, middle, isKept); round++);
  return centers;
}

function move(place: Place, dx: number, dy: number): void {
  place.x += dx;
  place.y += dy;
}

/** Pushes discs apart that overlap; a new one gives way before one that was there. @returns whether any did */
function part(centers: Place[], radii: readonly number[], middle: number, isKept: readonly boolean[]): boolean {
  let hasMoved = false;
  for (let a = 0; a < centers.length; a++) {
    const one = centers[a]!;
    const radius = radii[a]!;
    if (middle > 0) {
      const distance = Math.sqrt(one.x * one.x + one.y * one.y);
      const missing = middle + radius + (isKept[a] ? LEAST_GAP : GAP) - distance;
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
      const least = radius + radii[b]! + (isKept[a] && isKept[b] ? LEAST_GAP : GAP);
      const square = dx * dx + dy * dy;
      if (square >= (least - 0.5) * (least - 0.5)) continue;
      const distance = Math.sqrt(square);
      const missing = least - distance;
      hasMoved = true;
      const ux = distance > 1e-6 ? dx / distance : Math.cos(a + b);
      const uy = distance > 1e-6 ? dy / distance : Math.sin(a + b);
      // The larger moves less, and one that was there before only for another that was.
      let share = radii[b]! ** 2 / (radius ** 2 + radii[b]! ** 2);
      if (isKept[a] !== isKept[b]) share = isKept[a] ? 0 : 1;
      move(one, -ux * missing * share, -uy * missing * share);
      move(other, ux * missing * (1 - share), uy * missing * (1 - share));
    }
  }
  return hasMoved;
}
