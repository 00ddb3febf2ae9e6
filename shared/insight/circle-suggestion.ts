/** A group that may be one of the user's circles: a question, never evidence. It makes no tie and enters no score (model.md §4). */
import type { Network, PersonIndex } from '../model/network.ts';
import type { Day } from '../model/units.ts';

/** Where a suggestion comes from; each has a file of its own. */
export type CircleSource = 'employer' | 'job' | 'school' | 'burst' | 'thread' | 'community';

export interface CircleSuggestion {
  source: CircleSource;
  /** The same group has the same key, whatever the order of rows and of imports, and whoever joins it later. */
  key: string;
  /** Sorted by the day on which they became my contact (unknown days last), then by person. Me left out. */
  members: PersonIndex[];
  /** Employer, school, or what most of them share; null where nothing names the group. */
  organization: string | null;
  /** First and last day that the question names; null where it names none. */
  from: Day | null;
  to: Day | null;
  /** How much it stands out among those of its source; the largest is asked first. */
  weight: number;
}

/** A group of fewer people is known without being asked about (J; five is what a burst takes). */
export const FEWEST_IN_CIRCLE = 5;
/** In a thread people were put together by somebody, so fewer say something. */
export const FEWEST_IN_THREAD = 3;
/** More than these are a crowd: nobody can say of so many that they belong together (J). */
export const MOST_IN_CIRCLE = 1_500;

/** Whether somebody may be asked about on that day: my contact by then. */
export function isMyContactBy(network: Network, person: PersonIndex, asOf: Day): boolean {
  const known = network.people[person];
  if (known === undefined || !known.isContact || person === network.ego) return false;
  return known.connectedOn === null || known.connectedOn <= asOf;
}

/** In the order in which a question shows them. */
export function byAcceptance(network: Network, people: Iterable<PersonIndex>): PersonIndex[] {
  const dayOf = (person: PersonIndex): number => network.people[person]!.connectedOn ?? Number.MAX_SAFE_INTEGER;
  return [...people].sort((a, b) => dayOf(a) - dayOf(b) || a - b);
}

export function isOfSize(members: readonly PersonIndex[], fewest = FEWEST_IN_CIRCLE): boolean {
  return members.length >= fewest && members.length <= MOST_IN_CIRCLE;
}

/** The same people give the same word, and it holds nobody's address: 64 bits of FNV-1a over their keys. */
export function digestOfPeople(network: Network, people: readonly PersonIndex[]): string {
  let digest = 0xcbf29ce484222325n;
  for (const person of [...people].sort((a, b) => a - b)) {
    for (const character of `${network.people[person]!.key} `) {
      digest = BigInt.asUintN(64, (digest ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n);
    }
  }
  return digest.toString(36);
}
