/** Who named whom, with the branching measured beside the ideal. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { ReferralList, ReferralNode as ReferralView } from '../../../shared/contract/today.ts';
import {
  IDEAL_BRANCHING,
  type ReferralNode,
  type ReferralTree,
  referralTree,
} from '../../../shared/insight/referrals.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { Network } from '../../../shared/model/network.ts';
import { countOf } from '../../../shared/model/words.ts';
import type { Session } from '../engine/session.ts';
import { personRef } from './person-ref.ts';

export function listReferrals(session: Session, input: CheckedInputOf<'listReferrals'>): ReferralList {
  const network = session.network();
  const tree = referralTree(network, session.statements(), dayFromIso(session.asOf(input.asOf)) ?? 0);
  return {
    sentence: sentenceOf(tree),
    total: tree.people,
    generations: tree.generations,
    ideal: [...IDEAL_BRANCHING],
    branching: tree.branching,
    namesEach: tree.namesEach,
    tree: tree.roots.map((node) => viewOf(network, node)),
  };
}

function viewOf(network: Network, { person, on, named }: ReferralNode): ReferralView {
  return {
    person: personRef(network, person),
    on: on === null ? null : isoFromDay(on),
    named: named.map((child) => viewOf(network, child)),
  };
}

function sentenceOf({ people, generations, namesEach }: ReferralTree): string {
  if (namesEach === null)
    return 'Nobody has named anybody to you yet. Ask at the end of a talk whom you should meet next, and log it.';
  const each = Number.isInteger(namesEach) ? String(namesEach) : namesEach.toFixed(1);
  return `${countOf(generations[0] ?? 0, 'conversation')} led to ${countOf(people, 'person', 'people')}; whoever named somebody named ${each} (the ideal is 3, then 9, then 27).`;
}
