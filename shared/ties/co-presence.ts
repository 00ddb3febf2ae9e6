/** What shared group threads say about two people (model.md §4). */
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';

/** One thread both were in. */
export interface SharedThread {
  /** k: all participants, the owner included; at least 3. */
  size: number;
  firstDay: Day;
  /** First day on which each wrote; null when they never did. */
  wroteA: Day | null;
  wroteB: Day | null;
}

/**
 * Probability that two members of one thread know each other.
 *
 * @param size k, all participants
 * @param writers how many of the two wrote
 */
export function threadPresence(size: number, writers: 0 | 1 | 2, constants: Constants): number {
  const share = writers === 2 ? 1 : writers === 1 ? constants.coPresenceOneWrote : constants.coPresenceNoneWrote;
  return share * constants.coPresenceBase * Math.min(1, constants.coPresenceFullTies / Math.max(1, size - 1));
}

/** Joins two pieces of evidence of which either would do (noisy or), capped. Start with 0; the order does not matter. */
export function joinPresence(a: number, b: number, constants: Constants): number {
  return Math.min(constants.coPresenceCap, 1 - (1 - a) * (1 - b));
}

/** q of a pair from all threads they shared up to `asOf`; 0 when there was none. */
export function coPresence(threads: readonly SharedThread[], asOf: Day, constants: Constants): number {
  let q = 0;
  for (const thread of threads) {
    if (thread.firstDay > asOf) continue;
    const writers = (hasWritten(thread.wroteA, asOf) + hasWritten(thread.wroteB, asOf)) as 0 | 1 | 2;
    q = joinPresence(q, threadPresence(thread.size, writers, constants), constants);
  }
  return q;
}

function hasWritten(on: Day | null, asOf: Day): 0 | 1 {
  return on !== null && on <= asOf ? 1 : 0;
}
