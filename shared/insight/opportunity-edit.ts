/**
 * What an answer, an ask or a note about one person changes in the ranking, without judging everybody again: a card of the
 * deck or a slip of the log has to show its effect at once, also among 30,000.
 */

import type { Judged } from '../graph/build-graph.ts';
import { BANDS, explainMyTie } from '../graph/my-ties.ts';
import { indexStatements } from '../graph/statements-index.ts';
import { Basis } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Statement, StatementKind } from '../model/statement.ts';
import { helpFromStrength, vouchedHelp } from '../ties/help.ts';
import { rescoreOpportunities } from './opportunity.ts';
import { balances, typedMutuals } from './opportunity-input.ts';
import type { Ranking } from './opportunity-ranking.ts';
import { pareto } from './pareto.ts';

/** What these say concerns one person's tie to me, or no score at all; everything else may change ties between others. */
const ABOUT_ONE: ReadonlySet<StatementKind> = new Set([
  'closeness',
  'vouch',
  'ask',
  'give',
  'meeting',
  'call',
  'mutuals',
  'role',
  'helps-with',
  'note',
  'skip',
  'snooze',
]);

/**
 * The ranking with the statements as they are now; equal to ranking anew. About 30 ms for 30,000 contacts.
 *
 * @param statements all that hold now; compared with those of `before` by their numbers
 * @returns null when the difference is not about single contacts, or moves the calibration: then judge anew
 */
export function editRanking(before: Ranking, statements: readonly Statement[]): Ranking | null {
  const people = editedPeople(before, statements);
  if (people === null) return null;
  const judged = rejudge(before.judged, statements, people);
  if (people.some((person) => !isSameContact(before.judged, judged, person))) return null;
  const input = { ...before.input, graph: judged.graph };
  const { constants, calibration, graph } = judged;
  input.prior = input.prior.slice();
  input.isUnknown = input.isUnknown.slice();
  input.balance = balances(judged, statements);
  input.mutuals = input.mutuals.slice();
  const typed = typedMutuals(judged, statements);
  for (const person of people) {
    const line = helpFromStrength(graph.egoTies.s[person]!, constants, calibration);
    input.prior[person] = vouchedHelp(line, judged.statements.vouches.get(person) ?? null, constants);
    input.isUnknown[person] = BANDS[judged.mySummaries.band[person]!] === 'unknown' ? 1 : 0;
    input.mutuals[person] = typed.get(person) ?? input.ownersMutuals[person]!;
  }
  const opportunity = rescoreOpportunities(before.opportunity, input, people);
  const descending = Float64Array.from(opportunity.order, (at) => opportunity.scores[at]!);
  return { ...before, judged, statements, input, opportunity, pareto: pareto(descending, constants) };
}

/** Contacts about whom something was said or taken back; null when more than that changed. */
function editedPeople({ judged, statements: old }: Ranking, now: readonly Statement[]): PersonIndex[] | null {
  const was = new Set(old.map(({ id }) => id));
  const is = new Set(now.map(({ id }) => id));
  const changed = [...old.filter(({ id }) => !is.has(id)), ...now.filter(({ id }) => !was.has(id))];
  const people = new Set<PersonIndex>();
  for (const { body } of changed) {
    if (!ABOUT_ONE.has(body.kind) || !('person' in body)) return null;
    const asks = Math.max(countAsks(old), countAsks(now));
    if (body.kind === 'ask' && asks >= judged.constants.calibrationMinimum) return null;
    const person = judged.network.indexOfKey.get(body.person);
    if (person === undefined) continue;
    if (judged.graph.egoTies.isTie[person] !== 1) return null;
    people.add(person);
  }
  return [...people].sort((a, b) => a - b);
}

function countAsks(statements: readonly Statement[]): number {
  return statements.reduce((count, { body }) => count + (body.kind === 'ask' ? 1 : 0), 0);
}

/** The judged network with the ties of these people judged anew; ties between others are as before. */
function rejudge(judged: Judged, all: readonly Statement[], people: readonly PersonIndex[]): Judged {
  const statements = indexStatements(judged.network, all, judged.asOf);
  const mySources = { ...judged.mySources, statements };
  const { egoTies } = judged.graph;
  const ties = {
    isTie: egoTies.isTie.slice(),
    basis: egoTies.basis.slice(),
    s: egoTies.s.slice(),
    help: egoTies.help.slice(),
  };
  const old = judged.mySummaries;
  const mySummaries = {
    coverage: old.coverage.slice(),
    sd: old.sd.slice(),
    band: old.band.slice(),
    isDormant: old.isDormant.slice(),
  };
  for (const person of people) {
    const mine = explainMyTie(mySources, person);
    ties.isTie[person] = mine === null ? 0 : 1;
    if (mine === null) continue;
    ties.basis[person] = Basis[mine.basis];
    ties.s[person] = mine.strength.s;
    ties.help[person] = mine.help.probability;
    mySummaries.coverage[person] = mine.strength.coverage;
    mySummaries.sd[person] = mine.strength.sd;
    mySummaries.band[person] = BANDS.indexOf(mine.strength.band);
    mySummaries.isDormant[person] = mine.strength.isDormant ? 1 : 0;
  }
  return { ...judged, statements, mySources, mySummaries, graph: { ...judged.graph, egoTies: ties } };
}

function isSameContact(before: Judged, after: Judged, person: PersonIndex): boolean {
  return before.graph.egoTies.isTie[person] === after.graph.egoTies.isTie[person];
}
