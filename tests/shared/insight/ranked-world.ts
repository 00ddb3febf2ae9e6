/** A small judged world for the ranking, the deck and Today. */
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { type Ranking, rankOpportunities } from '../../../shared/insight/opportunity-ranking.ts';
import { statedTargets } from '../../../shared/insight/opportunity-targets.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import {
  type HandMadeNetwork,
  type HandMadeTieEvidence,
  handMadeNetwork,
  ME,
} from '../../helpers/hand-made-network.ts';

/** 1 March 2026. */
export const AS_OF = 20_513;

export interface World extends Omit<HandMadeNetwork, 'owners'> {
  ties: Record<string, HandMadeTieEvidence>;
  hasMessages?: boolean;
}

export function networkOf({ ties, hasMessages = true, ...rest }: World): Network {
  const network = handMadeNetwork({ ...rest, owners: { [ME]: { has: { messages: hasMessages }, ties } } });
  for (const key of Object.keys(ties)) network.people[network.indexOfKey.get(key)!]!.isContact = true;
  return network;
}

/** Each with its day; numbers follow the order given. */
export function said(...entries: (readonly [on: number, body: StatementBody])[]): Statement[] {
  return entries.map(([on, body], at) => ({ id: at + 1, on, body, batch: null }));
}

export function rank(network: Network, statements: Statement[] = [], asOf = AS_OF): Ranking {
  const judged = judgeNetwork(network, statements, { asOf, constants: DEFAULT_CONSTANTS, calibration: null });
  return rankOpportunities(judged, statements, statedTargets(judged, statements));
}
