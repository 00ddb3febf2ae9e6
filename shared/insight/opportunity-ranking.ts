/** The ranking of all contacts on one day, with everything that explains it. */
import type { Judged } from '../graph/build-graph.ts';
import type { Statement } from '../model/statement.ts';
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
  const descending = Float64Array.from(opportunity.order, (at) => opportunity.scores[at]!);
  return { judged, statements, targets, input, opportunity, pareto: pareto(descending, judged.constants) };
}
