/**
 * Which cards to look at first: those whose answer would change most about who is in the top 20 % and about the best way to
 * each target (product.md, Triage deck).
 */

import type { Judged } from '../graph/build-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Closeness, Statement, StatementBody } from '../model/statement.ts';
import { closenessAnchor } from '../ties/constants.ts';
import { helpFromStrength, vouchedHelp } from '../ties/help.ts';
import type { Ranking } from './opportunity-ranking.ts';
import { bestChances, coverChances } from './shortlist.ts';
import { NOTICEABLE } from './target-news.ts';

export type TriageAnswer = 'introduce' | 'know' | 'collected' | 'skip';

export interface TriageCard {
  person: PersonIndex;
  /** Expected change: of the share that the top 20 % hold, plus of the chance at the average target. 0 or more. */
  expectedChange: number;
  /** How much of it each of the two makes. */
  ofTop: number;
  ofRoutes: number;
}

export interface Triage {
  /** Most telling first, equal ones by key. */
  cards: TriageCard[];
  done: number;
}

/** What an answer says about closeness, and whether they would vouch. */
const CLOSENESS_OF: Record<Exclude<TriageAnswer, 'skip'>, Closeness> = { introduce: 3, know: 2, collected: 0 };

/** The statements that an answer makes; withdrawing them all is its undo. */
export function answerStatements(person: string, answer: TriageAnswer, helpsWith: string | null): StatementBody[] {
  const said: StatementBody[] = [];
  if (answer === 'skip') said.push({ kind: 'skip', person });
  else said.push({ kind: 'closeness', person, value: CLOSENESS_OF[answer] });
  if (answer === 'introduce') said.push({ kind: 'vouch', person, would: true });
  if (helpsWith !== null) said.push({ kind: 'helps-with', person, text: helpsWith });
  return said;
}

/** People whose card is done: their closeness, `collected` as a role, or a skip was said. */
export function answeredCards(
  { network, statements: index, asOf }: Judged,
  statements: readonly Statement[],
): Set<PersonIndex> {
  const done = new Set<PersonIndex>(index.selfReports.keys());
  for (const { on, body } of statements) {
    if (on > asOf) continue;
    if (body.kind !== 'skip' && !(body.kind === 'role' && body.role === 'collected')) continue;
    const person = network.indexOfKey.get(body.person);
    if (person !== undefined) done.add(person);
  }
  return done;
}

/**
 * Orders the open cards. What the user will say is not known, so that each answer counts as probable as the strength makes it:
 * both of two marks for "would introduce" (s²), one for "know them" (2s(1−s)), none for "just collected" ((1−s)²) (J).
 */
export function triageCards(ranking: Ranking): Triage {
  const { judged, input, opportunity, pareto } = ranking;
  const { constants, calibration } = judged;
  const done = answeredCards(judged, ranking.statements);
  const routes = bestRoutes(ranking);
  const { topCount } = pareto;
  const lastIn = scoreAt(ranking, topCount - 1);
  const firstOut = scoreAt(ranking, topCount);
  const rankOf = new Uint32Array(opportunity.contacts.length);
  for (const [rank, at] of opportunity.order.entries()) rankOf[at] = rank;
  let topTotal = 0;
  for (let rank = 0; rank < topCount; rank++) topTotal += scoreAt(ranking, rank);

  const cards: TriageCard[] = [];
  for (const [at, person] of opportunity.contacts.entries()) {
    if (done.has(person)) continue;
    const s = judged.graph.egoTies.s[person]!;
    const isVouched = judged.statements.vouches.get(person) ?? null;
    const score = opportunity.scores[at]!;
    // Whoever is in falls out to the first outside, whoever is out comes in over the last inside.
    const border = rankOf[at]! < topCount ? firstOut : lastIn;
    let ofTop = 0;
    let ofRoutes = 0;
    for (const [answer, weight] of [
      ['introduce', s * s],
      ['know', 2 * s * (1 - s)],
      ['collected', (1 - s) ** 2],
    ] as const) {
      const share = constants.selfReportWeight;
      const told = (1 - share) * s + share * closenessAnchor(CLOSENESS_OF[answer], constants);
      const vouch = answer === 'introduce' ? true : isVouched;
      const help = vouchedHelp(helpFromStrength(told, constants, calibration), vouch, constants);
      const change = input.prior[person]! > 0 ? help / input.prior[person]! : 1;
      ofTop += weight * Math.abs(Math.max(score * change, border) - Math.max(score, border));
      ofRoutes += weight * routes.changeIf(person, change);
    }
    ofTop = topTotal > 0 ? ofTop / topTotal : 0;
    cards.push({ person, ofTop, ofRoutes, expectedChange: ofTop + ofRoutes });
  }
  cards.sort((a, b) => Math.round((b.expectedChange - a.expectedChange) * 1e12) || a.person - b.person);
  return { cards, done: done.size };
}

function scoreAt({ opportunity }: Ranking, rank: number): number {
  const at = opportunity.order[rank];
  return at === undefined ? 0 : opportunity.scores[at]!;
}

/** The best chance at each target, and how the mean of them changes if one contact is more or less likely to help. */
function bestRoutes({ input, targets }: Ranking): { changeIf(person: PersonIndex, change: number): number } {
  const cover = coverChances(input, targets.targets);
  const best = new Float64Array(cover.targetCount);
  const second = new Float64Array(cover.targetCount);
  const holder = new Int32Array(cover.targetCount).fill(-1);
  const rowOf = new Map<PersonIndex, number>();
  for (const [row, person] of cover.people.entries()) {
    rowOf.set(person, row);
    for (let at = cover.offsets[row]!; at < cover.offsets[row + 1]!; at++) {
      const target = cover.targets[at]!;
      const chance = cover.chances[at]!;
      if (chance > best[target]!) {
        second[target] = best[target]!;
        best[target] = chance;
        holder[target] = person;
      } else if (chance > second[target]!) second[target] = chance;
    }
  }
  return {
    changeIf(person, change) {
      const row = rowOf.get(person);
      if (row === undefined) return 0;
      let sum = 0;
      for (let at = cover.offsets[row]!; at < cover.offsets[row + 1]!; at++) {
        const target = cover.targets[at]!;
        const others = holder[target] === person ? second[target]! : best[target]!;
        sum += Math.abs(Math.max(Math.min(1, cover.chances[at]! * change), others) - best[target]!);
      }
      return sum / cover.targetCount;
    },
  };
}

/** What a batch of answers changed: who came into the top 20 %, who left it, and by how much what is known grew. */
export interface TriageChanges {
  entered: PersonIndex[];
  left: PersonIndex[];
  /** Targets (by name) whose best chance through one contact rose or fell by at least a hundredth. */
  targetsUp: string[];
  targetsDown: string[];
}

export function triageChanges(before: Ranking, after: Ranking): TriageChanges {
  const topOf = ({ opportunity, pareto }: Ranking) =>
    Array.from(opportunity.order.subarray(0, pareto.topCount), (at) => opportunity.contacts[at]!);
  const [was, is] = [topOf(before), topOf(after)];
  const [wasIn, isIn] = [new Set(was), new Set(is)];
  const chances = ({ input, targets }: Ranking) => bestChances(input, targets.targets);
  const [chancesWere, chancesAre] = [chances(before), chances(after)];
  const moved = (direction: 1 | -1) =>
    after.targets.targets.flatMap(({ name }, at) =>
      direction * (chancesAre[at]! - (chancesWere[at] ?? 0)) >= NOTICEABLE ? [name] : [],
    );
  return {
    entered: is.filter((person) => !wasIn.has(person)),
    left: was.filter((person) => !isIn.has(person)),
    targetsUp: moved(1),
    targetsDown: moved(-1),
  };
}
