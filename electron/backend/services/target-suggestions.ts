import type { TargetSuggestions } from '../../../shared/contract/routes.ts';
import { companyKey } from '../../../shared/graph/company-key.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { InterestRecord } from '../../../shared/model/records.ts';
import type { Statement } from '../../../shared/model/statement.ts';

const SOURCE = { follow: 'follow', application: 'application', 'saved-job': 'saved-job' } as const satisfies Record<
  InterestRecord['kind'],
  string
>;

/**
 * Companies I applied to, saved a job at or follow, that are no targets yet: each company once (settled 24), applications
 * first, then by how many people I know there.
 */
export function suggestTargets(network: Network, statements: readonly Statement[]): TargetSuggestions {
  const taken = new Set<string>();
  for (const { body } of statements) {
    if (body.kind === 'target-company') taken.add(companyKey(body.company) ?? body.company);
  }
  const known = new Map<string, number>();
  for (const person of network.people) {
    const key = person.isContact ? companyKey(person.company) : null;
    if (key !== null) known.set(key, (known.get(key) ?? 0) + 1);
  }
  const found = new Map<string, TargetSuggestions['suggestions'][number]>();
  for (const { kind, company } of network.interests) {
    const key = companyKey(company);
    if (key === null || taken.has(key)) continue;
    const suggestion = found.get(key) ?? { company, from: [], people: known.get(key) ?? 0 };
    if (!suggestion.from.includes(SOURCE[kind])) suggestion.from.push(SOURCE[kind]);
    found.set(key, suggestion);
  }
  const eagerness = (from: readonly string[]) =>
    (from.includes('application') ? 4 : 0) + (from.includes('saved-job') ? 2 : 0) + (from.includes('follow') ? 1 : 0);
  return {
    suggestions: [...found.entries()]
      .map(([key, suggestion]) => ({ key, suggestion }))
      .sort(
        (a, b) =>
          eagerness(b.suggestion.from) - eagerness(a.suggestion.from) ||
          b.suggestion.people - a.suggestion.people ||
          (a.key < b.key ? -1 : 1),
      )
      .map(({ suggestion }) => ({ ...suggestion, from: suggestion.from.sort() })),
  };
}
