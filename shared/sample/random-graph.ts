/** A judged network drawn at random, with communities and a few very well connected people, for benches. */
import { Basis, type BasisCode, type TieGraph } from '../graph/tie-graph.ts';
import { createRandom, type Random } from './random.ts';

export interface RandomTieGraphOptions {
  /** All people, me included; at least 2. */
  people: number;
  /** Ties between people other than me. */
  ties: number;
  seed: number;
  /** Whom I am tied to; by default a tenth of the people, at least 5 where there are so many. */
  contacts?: number;
}

/** Share of ties that stay within a community. */
const WITHIN = 0.8;
/** Exponent of the tail of the expected degrees: most people have few ties, some hundreds. */
const TAIL = 2.3;
/** Mean size of a community. */
const COMMUNITY = 60;

/** Draws positions of a slice with probability proportional to their weight. */
interface Urn {
  first: number;
  /** Running sums of the weights of the positions first, first + 1, … */
  sums: Float64Array;
}

function draw(random: Random, urn: Urn): number {
  const { sums } = urn;
  const ticket = random.next() * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > ticket) high = middle;
    else low = middle + 1;
  }
  return urn.first + low;
}

function urnOf(weights: Float64Array, first: number, end: number): Urn {
  const sums = new Float64Array(end - first);
  let sum = 0;
  for (let i = first; i < end; i += 1) {
    sum += weights[i]!;
    sums[i - first] = sum;
  }
  return { first, sums };
}

/** Pairs a < b among 1 … people-1 as a·people + b, ascending. */
function drawPairs(random: Random, people: number, ties: number): Float64Array {
  const weights = new Float64Array(people);
  const cap = Math.sqrt(people) * 4;
  for (let i = 1; i < people; i += 1) weights[i] = Math.min(cap, (1 - random.next()) ** (-1 / (TAIL - 1)));
  const everybody = urnOf(weights, 1, people);
  const communityOf: Urn[] = new Array<Urn>(people);
  for (let first = 1; first < people; ) {
    const end = Math.min(people, first + Math.max(3, Math.ceil(-Math.log(1 - random.next()) * COMMUNITY)));
    const urn = urnOf(weights, first, end);
    communityOf.fill(urn, first, end);
    first = end;
  }

  const pairs = new Set<number>();
  let misses = 0;
  while (pairs.size < ties) {
    // When weights no longer find free pairs (a nearly complete graph), take any pair.
    const isStuck = misses > 200;
    const a = isStuck ? random.int(1, people - 1) : draw(random, everybody);
    const within = !isStuck && random.chance(WITHIN);
    const b = isStuck ? random.int(1, people - 1) : draw(random, within ? communityOf[a]! : everybody);
    const pair = a < b ? a * people + b : b * people + a;
    if (a === b || pairs.has(pair)) {
      misses += 1;
      continue;
    }
    misses = 0;
    pairs.add(pair);
  }
  return Float64Array.from(pairs).sort();
}

/** Most ties are weak: the larger of the draws is rare. */
const drawStrength = (random: Random): number => 0.05 + 0.9 * random.next() ** 2.5;

function drawBasis(random: Random): { basis: BasisCode; q: number } {
  const roll = random.next();
  if (roll < 0.85) return { basis: Basis.observed, q: random.chance(0.8) ? 1 : 0.05 + 0.9 * random.next() };
  if (roll < 0.9) return { basis: Basis.asserted, q: 0.95 };
  return { basis: Basis.inferred, q: 0.1 + 0.4 * random.next() };
}

/**
 * Draws a graph of exactly `ties` distinct ties. Me is person 0 and has no rows. The same options give the same graph.
 *
 * @throws RangeError when so many ties do not fit between so many people
 */
export function makeRandomTieGraph(options: RandomTieGraphOptions): TieGraph {
  const { people, ties, seed } = options;
  const others = people - 1;
  if (people < 2 || ties > (others * (others - 1)) / 2) throw new RangeError('So many ties do not fit.');
  const pairs = drawPairs(createRandom(seed, 'pairs'), people, ties);

  const offsets = new Uint32Array(people + 1);
  for (const pair of pairs) {
    offsets[Math.floor(pair / people) + 1]! += 1;
    offsets[(pair % people) + 1]! += 1;
  }
  for (let i = 0; i < people; i += 1) offsets[i + 1]! += offsets[i]!;

  const neighbors = new Uint32Array(2 * ties);
  const q = new Float64Array(2 * ties);
  const s = new Float64Array(2 * ties);
  const basis = new Uint8Array(2 * ties);
  const next = offsets.slice(0, people);
  const random = createRandom(seed, 'judged');
  // Pairs come in ascending order, so each row fills in ascending order of the other end.
  for (const pair of pairs) {
    const a = Math.floor(pair / people);
    const b = pair % people;
    const drawn = drawBasis(random);
    const strength = drawStrength(random);
    for (const [end, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const position = next[end]!;
      next[end] = position + 1;
      neighbors[position] = other;
      q[position] = drawn.q;
      s[position] = strength;
      basis[position] = drawn.basis;
    }
  }
  return { size: people, ego: 0, egoTies: drawEgoTies(options), alterTies: { offsets, neighbors, q, s, basis } };
}

function drawEgoTies({ people, seed, contacts }: RandomTieGraphOptions): TieGraph['egoTies'] {
  const random = createRandom(seed, 'ego');
  const wanted = Math.min(people - 1, contacts ?? Math.max(5, Math.floor(people / 10)));
  const isTie = new Uint8Array(people);
  const basis = new Uint8Array(people);
  const s = new Float64Array(people).fill(Number.NaN);
  const help = new Float64Array(people).fill(Number.NaN);
  const everybody = Array.from({ length: people - 1 }, (_, i) => i + 1);
  for (const person of random.shuffle(everybody).slice(0, wanted)) {
    isTie[person] = 1;
    basis[person] = Basis.observed;
    const strength = drawStrength(random);
    s[person] = strength;
    // The line of model.md §5, without any logged ask.
    help[person] = 0.1 + 0.7 * strength;
  }
  return { isTie, basis, s, help };
}
