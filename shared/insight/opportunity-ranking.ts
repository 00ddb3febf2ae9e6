/** The ranking of all contacts on one day, with everything that explains it. */
import type { Judged } from '../graph/build-graph.ts';
import type { Statement } from '../model/statement.ts';
import type { Constants } from '../ties/constants.ts';
import { type Opportunity, type OpportunityInput, scoreOpportunities } from './opportunity.ts';
import { opportunityInput } from './opportunity-input.ts';
import type { TargetSet } from './opportunity-targets.ts';
import { type Pareto, pareto } from './pareto.ts';

export interface Ranking {
  judged: Judged;
  statements: readonly Statement[];
  targets: TargetSet;
  input: OpportunityInput;
  opportunity: Opportunity;
  /** Shares and curve in the order of the ranking. */
  pareto: Pareto;
}

export function rankOpportunities(judged: Judged, statements: readonly Statement[], targets: TargetSet): Ranking {
  const input = opportunityInput(judged, statements, targets);
  const opportunity = scoreOpportunities(input);
  return { judged, statements, targets, input, opportunity, pareto: paretoOf(opportunity, judged.constants) };
}

/** Shares and curve of the scores in the order of the ranking. */
export function paretoOf({ order, scores }: Opportunity, constants: Constants): Pareto {
  const descending = new Float64Array(order.length);
  for (let rank = 0; rank < order.length; rank++) descending[rank] = scores[order[rank]!]!;
  return pareto(descending, constants);
}
