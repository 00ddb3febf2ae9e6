/** Contacts who work at one employer now. */
import type { Employers } from '../graph/employers.ts';
import type { Network } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import { byAcceptance, type CircleSuggestion, isMyContactBy, isOfSize } from './circle-suggestion.ts';

/** @see model.md §4 */
export function circlesFromEmployers(network: Network, employers: Employers, asOf: Day): CircleSuggestion[] {
  return [...employers.byKey.values()].flatMap(({ key, name, members: staff }) => {
    const members = staff.filter((person) => isMyContactBy(network, person, asOf));
    if (!isOfSize(members)) return [];
    return {
      source: 'employer' as const,
      key: `employer:${key}`,
      members: byAcceptance(network, members),
      organization: name,
      from: null,
      to: null,
      weight: members.length,
    };
  });
}
