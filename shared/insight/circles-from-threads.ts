/** Contacts who stood in one conversation of more than two with me. */
import type { Network } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import {
  byAcceptance,
  type CircleSuggestion,
  digestOfPeople,
  FEWEST_IN_THREAD,
  isMyContactBy,
  isOfSize,
} from './circle-suggestion.ts';

/** Conversations of the same people are one suggestion, from the first day of the first of them. */
export function circlesFromThreads(network: Network, asOf: Day): CircleSuggestion[] {
  const groups = new Map<string, CircleSuggestion>();
  for (const { members: everybody, wroteOn, firstDay } of network.groupThreads) {
    // An owner's thread that I had no part in is theirs.
    if (firstDay > asOf || !everybody.includes(network.ego)) continue;
    const members = everybody.filter((person) => isMyContactBy(network, person, asOf));
    if (!isOfSize(members, FEWEST_IN_THREAD)) continue;
    const key = `thread:${digestOfPeople(network, members)}`;
    const wrote = wroteOn.filter((day) => day !== null && day <= asOf).length;
    const before = groups.get(key);
    groups.set(key, {
      source: 'thread',
      key,
      members: byAcceptance(network, members),
      organization: null,
      from: Math.min(firstDay, before?.from ?? firstDay),
      to: null,
      // Who writes takes part; two threads of the same people say more than one.
      weight: (before?.weight ?? 0) + wrote,
    });
  }
  return [...groups.values()];
}
