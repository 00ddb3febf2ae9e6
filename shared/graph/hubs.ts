/**
 * Employers and stated circles as hubs: who may know whom there, without writing down every pair. The probability depends
 * only on function and seniority of the two, so that members are compared by class, and each person looks at ten others.
 */
import type { PersonIndex } from '../model/network.ts';
import type { Constants } from '../ties/constants.ts';
import { pKnow } from '../ties/p-know.ts';
import type { TiePairs } from './compressed-rows.ts';
import { Basis } from './tie-graph.ts';
import type { TitleReading } from './title.ts';
import { isSenior, matchFunctions } from './title.ts';

export interface Hub {
  kind: 'employer' | 'circle';
  name: string;
  /** Sorted, each once, me left out. */
  members: readonly PersonIndex[];
  /** N as the user said it; null when unknown. */
  size: number | null;
  /** People known to belong there, me included; N is never below. */
  listed: number;
  /** Years that all members were there together; null when unknown. */
  overlapYears: number | null;
}

/** Probability that two members of a hub know each other. */
export function knowThroughHub(hub: Hub, a: TitleReading, b: TitleReading, constants: Constants): number {
  return pKnow(
    {
      size: hub.size,
      listed: hub.listed,
      functions: matchFunctions(a.fn, b.fn),
      bothSenior: isSenior(a.level) && isSenior(b.level),
      overlapYears: hub.overlapYears,
    },
    constants,
  );
}

/**
 * The inferred ties worth a line: q of at least .10, and among the 10 best of both ends (q descending, then person).
 * Ascending by (low, high). Of two hubs that both know, the larger q counts. Pairs about which more is known are no guess and take no place.
 *
 * @param people number of people
 * @param titles of everybody
 * @param isSettled pairs with an observed or stated tie, or stated not to know each other
 * @see model.md §4, caps against cliques
 */
export function inferTies(
  people: number,
  hubs: readonly Hub[],
  titles: readonly TitleReading[],
  isSettled: (a: PersonIndex, b: PersonIndex) => boolean,
  constants: Constants,
): TiePairs {
  const best = new BestOthers(people, Math.max(1, Math.floor(constants.inferredPerPerson)));
  for (const hub of hubs) {
    // Unknown size is reason to ask, never a tie.
    if (hub.size !== null) collectFromHub(hub, titles, isSettled, best, constants);
  }
  return best.mutualPairs(constants);
}

/** Members by falling q, as seen from one class. */
interface Level {
  q: number;
  members: readonly PersonIndex[];
}

function collectFromHub(
  hub: Hub,
  titles: readonly TitleReading[],
  isSettled: (a: PersonIndex, b: PersonIndex) => boolean,
  best: BestOthers,
  constants: Constants,
): void {
  const groups = new Map<string, { title: TitleReading; members: PersonIndex[] }>();
  for (const member of hub.members) {
    const title = titles[member]!;
    const name = `${isSenior(title.level) ? 'senior ' : ''}${title.fn}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { title, members: [member] });
    else group.members.push(member);
  }
  for (const group of groups.values()) {
    const levels = levelsFor(group.title, [...groups.values()], hub, constants);
    for (const person of group.members) {
      let taken = 0;
      for (const { q, members } of levels) {
        for (const other of members) {
          if (taken === best.places) break;
          if (other === person || isSettled(person, other)) continue;
          best.offer(person, other, q);
          taken++;
        }
      }
    }
  }
}

function levelsFor(
  own: TitleReading,
  groups: readonly { title: TitleReading; members: readonly PersonIndex[] }[],
  hub: Hub,
  constants: Constants,
): Level[] {
  const byProbability = new Map<number, (readonly PersonIndex[])[]>();
  for (const group of groups) {
    const q = knowThroughHub(hub, own, group.title, constants);
    if (q < constants.inferredMinimum) continue;
    const lists = byProbability.get(q);
    if (lists === undefined) byProbability.set(q, [group.members]);
    else lists.push(group.members);
  }
  return [...byProbability]
    .sort(([a], [b]) => b - a)
    .map(([q, lists]) => ({ q, members: lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a - b) }));
}

/** For each person the best others so far: q descending, then person. */
class BestOthers {
  readonly places: number;
  readonly #counts: Uint32Array;
  readonly #others: Uint32Array;
  readonly #q: Float64Array;

  constructor(people: number, places: number) {
    this.places = places;
    this.#counts = new Uint32Array(people);
    this.#others = new Uint32Array(people * places);
    this.#q = new Float64Array(people * places);
  }

  offer(person: PersonIndex, other: PersonIndex, q: number): void {
    const from = person * this.places;
    let count = this.#counts[person]!;
    for (let at = from; at < from + count; at++) {
      if (this.#others[at] !== other) continue;
      if (this.#q[at]! >= q) return;
      // Known from another hub with less: taken out, to be put in at its new place.
      this.#others.copyWithin(at, at + 1, from + count);
      this.#q.copyWithin(at, at + 1, from + count);
      count--;
      break;
    }
    let at = from + count;
    while (at > from && (this.#q[at - 1]! < q || (this.#q[at - 1] === q && this.#others[at - 1]! > other))) at--;
    if (at < from + this.places) {
      const kept = Math.min(count, this.places - 1);
      this.#others.copyWithin(at + 1, at, from + kept);
      this.#q.copyWithin(at + 1, at, from + kept);
      this.#others[at] = other;
      this.#q[at] = q;
      count = kept + 1;
    }
    this.#counts[person] = count;
  }

  mutualPairs(constants: Constants): TiePairs {
    const limit = Math.ceil((this.#others.length || 1) / 2);
    const low = new Uint32Array(limit);
    const high = new Uint32Array(limit);
    const q = new Float64Array(limit);
    let count = 0;
    for (let person = 0; person < this.#counts.length; person++) {
      const from = person * this.places;
      const first = count;
      for (let at = from; at < from + this.#counts[person]!; at++) {
        const other = this.#others[at]!;
        if (other < person || !this.#hasChosen(other, person)) continue;
        // Put in by the other end; there are at most ten.
        let hole = count++;
        for (; hole > first && high[hole - 1]! > other; hole--) {
          high[hole] = high[hole - 1]!;
          q[hole] = q[hole - 1]!;
        }
        low[count - 1] = person;
        high[hole] = other;
        q[hole] = this.#q[at]!;
      }
    }
    return {
      low: low.subarray(0, count),
      high: high.subarray(0, count),
      q: q.subarray(0, count),
      s: new Float64Array(count).fill(constants.inferredStrength),
      basis: new Uint8Array(count).fill(Basis.inferred),
    };
  }

  #hasChosen(person: PersonIndex, other: PersonIndex): boolean {
    const from = person * this.places;
    for (let at = from; at < from + this.#counts[person]!; at++) if (this.#others[at] === other) return true;
    return false;
  }
}
