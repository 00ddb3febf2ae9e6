/** How near the people of a target are: known to me, one introduction away, two, or out of reach. */
import type { PersonIndex } from '../model/network.ts';
import type { PreparedRoutes } from './prepare-routes.ts';
import { cheapestPaths } from './route-candidates.ts';

export interface TargetReach {
  /** My own contacts there. */
  direct: PersonIndex[];
  /** Not my contacts, but a route of two ties leads to them. */
  oneStep: PersonIndex[];
  /** Only routes of three ties do. */
  twoSteps: PersonIndex[];
  none: PersonIndex[];
}

/** Sorts people by the shortest route that is worth taking (§6); a contact is direct however little help is to be hoped for. */
export function targetReach(prepared: PreparedRoutes, targets: readonly PersonIndex[]): TargetReach {
  const reach: TargetReach = { direct: [], oneStep: [], twoSteps: [], none: [] };
  for (const target of [...new Set(targets)].sort((a, b) => a - b)) {
    if (prepared.graph.egoTies.isTie[target] === 1) reach.direct.push(target);
    else if (hasOneStep(prepared, target)) reach.oneStep.push(target);
    else if (cheapestPaths(prepared, [target], 1).length > 0) reach.twoSteps.push(target);
    else reach.none.push(target);
  }
  return reach;
}

function hasOneStep(prepared: PreparedRoutes, target: PersonIndex): boolean {
  for (const _contact of contactsTowards(prepared, target)) return true;
  return false;
}

/** My contacts who can bring me to somebody with one introduction that is worth asking for (§6), the cheapest first. */
export function* contactsTowards(prepared: PreparedRoutes, target: PersonIndex): Generator<PersonIndex> {
  const { graph, viaOffsets, viaContact, viaTie, tieHelp, attrition, leastProbability } = prepared;
  // Rows hold nothing above the cost limit; the exact test is on the product, and as good as always the first passes it.
  for (let via = viaOffsets[target]!; via < viaOffsets[target + 1]!; via++) {
    const tie = viaTie[via]!;
    const contact = viaContact[via]!;
    const help = graph.egoTies.help[contact]!;
    if (help * graph.alterTies.q[tie]! * tieHelp[tie]! * attrition >= leastProbability) yield contact;
  }
}
