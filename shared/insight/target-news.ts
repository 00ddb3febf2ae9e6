/** Which targets can be reached better than some time ago. Judges for that only the ties that lead to them. */
import { type Judged, judgeNetwork } from '../graph/build-graph.ts';
import { changedStatements } from '../graph/judge-edit.ts';
import { judgeMyTies, type MyTieSources } from '../graph/my-ties.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Statement, StatementKind } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { Ranking } from './opportunity-ranking.ts';
import { statedTargets, type Target } from './opportunity-targets.ts';
import { bestChances, type CoverInput } from './shortlist.ts';

/** From here on a chance counts as changed. */
export const NOTICEABLE = 0.01;

/** The best chance at each stated target on some day, by what identifies the target. */
export type ChancesThen = ReadonlyMap<string, number>;

/**
 * The best chances at the targets of today, as they were on an earlier day.
 *
 * @param isLaterExport owners whose exports came since: what they show was not known then
 */
export function chancesOn(
  since: Day,
  judged: Judged,
  statements: readonly Statement[],
  isLaterExport: (owner: PersonIndex) => boolean,
): ChancesThen {
  const { network } = judged;
  const owners = network.owners.filter(({ isMe, person }) => isMe || !isLaterExport(person));
  // Ties between others take a fraction of the time that mine take, and tell which of mine matter.
  const without = owners.map((owner) => (owner.isMe ? { ...owner, ties: [] } : owner));
  const others = judgeNetwork({ ...network, owners: without }, statements, { ...judged, asOf: since });
  const named = statements.filter(({ on, body }) => on <= since || isTarget(body.kind));
  const { targets } = statedTargets({ ...others, asOf: judged.asOf }, named);
  const best = bestChances(withMyTies(others, judged.mySources, targets), targets);
  return new Map(targets.map((target, at) => [idOf(target), best[at]!]));
}

/** Whether chances of an earlier day stand although something was said since: all of it is about later days, and no target. */
export function areChancesKept(since: Day, old: readonly Statement[], now: readonly Statement[]): boolean {
  return changedStatements(old, now).every(({ on, body }) => on > since && !isTarget(body.kind));
}

/** Names of the stated targets whose best chance through one contact rose by at least a hundredth. */
export function improvedSince(then: ChancesThen, { input, targets: { targets } }: Ranking): string[] {
  const now = bestChances(input, targets);
  return targets.flatMap((target, at) => (now[at]! - (then.get(idOf(target)) ?? 0) >= NOTICEABLE ? [target.name] : []));
}

const isTarget = (kind: StatementKind) => kind === 'target-company' || kind === 'target-person';
const idOf = ({ kind, id }: Target) => `${kind} ${id}`;

/** My ties to people of the targets and to whoever is tied to one of them. */
function withMyTies(others: Judged, now: MyTieSources, targets: readonly Target[]): CoverInput {
  const { graph, constants, calibration } = others;
  const { offsets, neighbors } = graph.alterTies;
  const evidenceOf: MyTieSources['evidenceOf'][number][] = new Array(graph.size).fill(undefined);
  for (const { people } of targets) {
    for (const target of people) {
      evidenceOf[target] = now.evidenceOf[target];
      for (let tie = offsets[target]!; tie < offsets[target + 1]!; tie++) {
        evidenceOf[neighbors[tie]!] = now.evidenceOf[neighbors[tie]!];
      }
    }
  }
  const { ties: egoTies } = judgeMyTies({ ...others.mySources, evidenceOf });
  const contacts: PersonIndex[] = [];
  for (let person = 0; person < graph.size; person++) if (egoTies.isTie[person] === 1) contacts.push(person);
  return { graph: { ...graph, egoTies }, contacts: Uint32Array.from(contacts), constants, calibration };
}
