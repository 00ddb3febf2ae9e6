/** What might be the same and what could not be told apart. Nothing here is merged; the user settles it. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { ProposalList } from '../../../shared/contract/people.ts';
import { proposeSameCompanies } from '../../../shared/graph/similar-companies.ts';
import type { Session } from '../engine/session.ts';
import { personRef } from './person-ref.ts';

export function listProposals(session: Session, input: CheckedInputOf<'listProposals'>): ProposalList {
  const { judged } = session.judge(input.asOf);
  const { network, employers, constants } = judged;
  const ref = (index: number) => personRef(network, index);
  return {
    people: network.proposals.map(({ a, b, reason }) => ({ a: ref(a), b: ref(b), reason })),
    companies: proposeSameCompanies(employers.byKey.keys(), constants.companyProposalSimilarity).map(({ a, b }) => ({
      a: employers.byKey.get(a)!.name,
      b: employers.byKey.get(b)!.name,
      peopleA: employers.byKey.get(a)!.members.length,
      peopleB: employers.byKey.get(b)!.members.length,
      reason: 'the names are nearly the same',
    })),
    unjoined: network.unjoined.map(({ source, name, candidates }) => ({
      source,
      name,
      candidates: candidates.map(ref),
    })),
  };
}
