/** My tie to somebody as lists show it. */
import type { Flag, StrengthSummary } from '../../../shared/contract/common.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { BANDS } from '../../../shared/graph/my-ties.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';

/** null where I have no tie to them. */
export function strengthOf(judged: Judged, person: PersonIndex): StrengthSummary | null {
  const { graph, mySummaries } = judged;
  if (graph.egoTies.isTie[person] !== 1) return null;
  return {
    s: graph.egoTies.s[person]!,
    band: BANDS[mySummaries.band[person]!]!,
    coverage: mySummaries.coverage[person]!,
    sd: mySummaries.sd[person]!,
  };
}

/** What should be noticed about somebody, in a fixed order. */
export function flagsOf(judged: Judged, index: PersonIndex): Flag[] {
  const person = judged.network.people[index]!;
  const flags: Flag[] = [];
  if (person.isVanished) flags.push('vanished');
  if (person.isMaybeSame) flags.push('maybe-same');
  if (person.isLookAlike) flags.push('look-alike');
  if (person.jobs.length > 1) flags.push('moved');
  if (judged.mySummaries.isDormant[index] === 1) flags.push('dormant');
  return flags;
}
