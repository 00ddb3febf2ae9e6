/** Which targets a contact opens, and through whom: the routes that begin with them. */
import { BASIS_NAMES, type BasisName } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import { helpFromStrength } from '../ties/help.ts';
import type { Target, TargetSet } from './opportunity-targets.ts';
import type { CoverInput } from './shortlist.ts';

export interface Opening {
  target: Target;
  /** Whom they know there; null where they are there themselves, or are the target. */
  via: PersonIndex | null;
  /** Of the tie to `via`, else of mine to them. */
  basis: BasisName;
  /** Of the whole route. */
  chance: number;
}

/**
 * The best way to each target through one contact, with one introduction at most; the surest first, then in the order of the
 * targets. Chances below `routeMinimum` are left out, as in routes (model.md §6). Empty for who is no contact of mine.
 */
export function openingsThrough(
  { graph, constants, calibration }: Omit<CoverInput, 'contacts'>,
  { targets, isAt }: TargetSet,
  person: PersonIndex,
): Opening[] {
  const { egoTies, alterTies } = graph;
  if (egoTies.isTie[person] !== 1) return [];
  const { offsets, neighbors, q, s, basis } = alterTies;
  const best = new Map<Target, Opening>();
  const offer = (there: PersonIndex, opening: Omit<Opening, 'target'>) => {
    if (opening.chance < constants.routeMinimum) return;
    for (const target of targets) {
      if (!target.people.includes(there) || opening.chance <= (best.get(target)?.chance ?? 0)) continue;
      best.set(target, { ...opening, target });
    }
  };
  const help = egoTies.help[person]!;
  if (isAt[person] === 1) offer(person, { via: null, basis: BASIS_NAMES[egoTies.basis[person]!]!, chance: help });
  for (let tie = offsets[person]!; tie < offsets[person + 1]!; tie++) {
    const via = neighbors[tie]!;
    if (isAt[via] !== 1) continue;
    const passedOn = constants.attrition * q[tie]! * helpFromStrength(s[tie]!, constants, calibration);
    offer(via, { via, basis: BASIS_NAMES[basis[tie]!]!, chance: help * passedOn });
  }
  return targets.flatMap((target) => best.get(target) ?? []).sort((a, b) => b.chance - a.chance);
}
