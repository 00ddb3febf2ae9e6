/** Contacts who are tied more to one another than to others, as exports and threads show (model.md §7). */
import type { Employers } from '../graph/employers.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import type { BrokerageGraph } from './brokerage-graph.ts';
import { byAcceptance, type CircleSuggestion, digestOfPeople, isMyContactBy, isOfSize } from './circle-suggestion.ts';
import type { Communities } from './communities.ts';

/** From this share on an employer names the group. */
const NAMING_SHARE = 0.4;

export function circlesFromCommunities(
  network: Network,
  graph: BrokerageGraph,
  { communityOf, sizes }: Pick<Communities, 'communityOf' | 'sizes'>,
  employers: Employers,
  asOf: Day,
): CircleSuggestion[] {
  const groups: PersonIndex[][] = Array.from(sizes, () => []);
  for (let node = 0; node < graph.size; node++) {
    const person = graph.personOf[node]!;
    if (isMyContactBy(network, person, asOf)) groups[communityOf[node]!]!.push(person);
  }
  return groups.flatMap((members) => {
    if (!isOfSize(members)) return [];
    return {
      source: 'community' as const,
      // Communities have no lasting number: the same people are the same community.
      key: `community:${digestOfPeople(network, members)}`,
      members: byAcceptance(network, members),
      organization: sharedEmployer(members, employers),
      from: null,
      to: null,
      weight: members.length,
    };
  });
}

function sharedEmployer(members: readonly PersonIndex[], employers: Employers): string | null {
  const counts = new Map<string, number>();
  for (const person of members) {
    const key = employers.keyOfPerson[person] ?? null;
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === undefined || best[1] < NAMING_SHARE * members.length) return null;
  return employers.byKey.get(best[0])?.name ?? null;
}
