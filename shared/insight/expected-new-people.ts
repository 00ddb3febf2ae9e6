import type { TieGraph } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import { type Constants, DEFAULT_CONSTANTS } from '../ties/constants.ts';
import { type Calibration, helpFromStrength } from '../ties/help.ts';
import { countsInBrokerage } from './brokerage-graph.ts';
import type { Measure } from './measure.ts';

export const expectedNewPeopleMeasure = {
  id: 'expected-new-people',
  name: 'Expected new people',
  question: 'If I ask this contact to introduce me to everybody they know and I do not, how many would I come to know?',
  unit: 'people',
  range: '0 or more; not defined for people who are not your contacts, or whose ties are not known',
  better: 'high',
  source: 'Weft: how likely they are to help, and each of those people to answer, added up',
} as const satisfies Measure;

/**
 * `R_i = P_i · A · Σ_v q_iv·h(s_iv)` over the known ties of a contact i to people v who are not my contacts: they help, the
 * chain does not break, and v answers. Ties that were only inferred do not count.
 *
 * @returns null when i is no contact of mine, or none of their ties counts in brokerage: then nobody knows whom they know
 */
export function expectedNewPeople(
  graph: TieGraph,
  person: PersonIndex,
  constants: Constants = DEFAULT_CONSTANTS,
  calibration: Calibration | null = null,
): number | null {
  const { offsets, neighbors, q, s } = graph.alterTies;
  if (person === graph.ego || graph.egoTies.isTie[person] !== 1) return null;
  let isKnown = false;
  let reached = 0;
  for (let at = offsets[person]!; at < offsets[person + 1]!; at++) {
    if (!countsInBrokerage(graph, person, at, constants)) continue;
    isKnown = true;
    if (graph.egoTies.isTie[neighbors[at]!] === 1) continue;
    reached += q[at]! * helpFromStrength(s[at]!, constants, calibration);
  }
  return isKnown ? graph.egoTies.help[person]! * constants.attrition * reached : null;
}
