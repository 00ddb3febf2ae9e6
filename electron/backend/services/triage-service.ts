/** The triage deck: the cards that would change most, their answers, and what these changed. */
import type { CheckedInputOf, OutputOf } from '../../../shared/contract/api.ts';
import type { TriageCards, TriageSummary } from '../../../shared/contract/top.ts';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { editJudged } from '../../../shared/graph/judge-edit.ts';
import { lastContactDay } from '../../../shared/insight/follow-ups.ts';
import { editRanking } from '../../../shared/insight/opportunity-edit.ts';
import { rankOpportunities } from '../../../shared/insight/opportunity-ranking.ts';
import { namedTargets, statedTargets } from '../../../shared/insight/opportunity-targets.ts';
import { answerStatements, type TriageCard, triageCards, triageChanges } from '../../../shared/insight/triage.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf, listNames } from '../../../shared/model/words.ts';
import type { Session } from '../engine/session.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { addStatement, receipt } from './statement-service.ts';
import { strengthOf } from './strength-view.ts';

export function nextCards(session: Session, input: CheckedInputOf<'nextCards'>): TriageCards {
  const ranking = session.judge(input.asOf).ranking(input.targets);
  const { judged } = ranking;
  const { cards, done } = triageCards(ranking);
  const shown = input.limit === 0 ? cards : cards.slice(0, input.limit);
  const helps = new Map<PersonIndex, string[]>();
  for (const { on, body } of session.statements()) {
    const person = body.kind === 'helps-with' ? judged.network.indexOfKey.get(body.person) : undefined;
    if (body.kind !== 'helps-with' || person === undefined || on > judged.asOf) continue;
    helps.set(person, [...(helps.get(person) ?? []), body.text]);
  }
  return {
    sentence: cardsSentence(cards.length, done),
    total: cards.length,
    done,
    cards: shown.map((card) => {
      const { connectedOn } = judged.network.people[card.person]!;
      const last = lastContactDay(judged, card.person);
      return {
        person: personRef(judged.network, card.person),
        connectedOn: connectedOn === null ? null : isoFromDay(connectedOn),
        lastContactOn: last === null ? null : isoFromDay(last),
        strength: strengthOf(judged, card.person),
        helpsWith: helps.get(card.person) ?? [],
        expectedChange: card.expectedChange,
        ofTop: card.ofTop,
        ofRoutes: card.ofRoutes,
        why: cardReason(card),
      };
    }),
  };
}

function cardsSentence(open: number, done: number): string {
  if (open + done === 0) return 'There is nobody to sort yet: import your LinkedIn export first.';
  if (open === 0) return `All ${countOf(done, 'card')} are done.`;
  return `${countOf(open, 'card')} open, ${done} done. Those whose answer would change most come first.`;
}

function cardReason({ ofTop, ofRoutes }: TriageCard): string {
  if (ofTop === 0 && ofRoutes === 0) return 'Would change little today.';
  return ofRoutes > ofTop
    ? 'Your answer may change the best way to a target.'
    : 'Your answer may change who stands among the first.';
}

export function answerCard(session: Session, input: CheckedInputOf<'answerCard'>): OutputOf<'answerCard'> {
  const iso = session.asOf(input.on);
  session.changing();
  const network = session.network();
  const index = findPerson(network, input.person);
  if (index === network.ego) throw new WeftError('arguments', 'about-yourself', 'That is you. Name somebody else.');
  const said = answerStatements(network.people[index]!.key, input.answer, input.helpsWith ?? null);
  const written = session.writeBeside((store) => said.map((body) => addStatement(store, body, iso)));
  return {
    ids: written.map(({ id }) => id),
    texts: written.map((statement) => receipt(statement, network).text),
  };
}

/** Compares what holds with what would hold without the answers of this batch. */
export function summarizeTriage(session: Session, input: CheckedInputOf<'summarizeTriage'>): TriageSummary {
  const after = session.judge(input.asOf).ranking(input.targets);
  const { judged } = after;
  const taken = new Set(input.statements);
  const left = session.statements().filter(({ id }) => !taken.has(id));
  const before = editJudged(judged, session.statements(), left);
  const was = before ?? judgeNetwork(judged.network, left, judged);
  const targets = input.targets.length > 0 ? namedTargets(was, input.targets) : statedTargets(was, left);
  const edited = before === null ? null : editRanking(after, before, left, input.targets.length === 0);
  const changes = triageChanges(edited ?? rankOpportunities(was, left, targets), after);
  const people = new Set<string>();
  for (const { id, body } of session.statements()) if (taken.has(id) && 'person' in body) people.add(body.person);
  const refs = (list: readonly PersonIndex[]) => list.map((person) => personRef(judged.network, person));
  const summary = { ...changes, entered: refs(changes.entered), left: refs(changes.left), answered: people.size };
  return { ...summary, sentence: summarySentence(summary) };
}

function summarySentence({ answered, entered, left, targetsUp, targetsDown }: Omit<TriageSummary, 'sentence'>): string {
  if (answered === 0) return 'No card was answered yet.';
  const changes: string[] = [];
  if (entered.length > 0) changes.push(`${listNames(entered.map(({ name }) => name))} came into your top 20 %`);
  if (left.length > 0) changes.push(`${listNames(left.map(({ name }) => name))} left it`);
  if (targetsUp.length > 0) changes.push(`the way to ${listNames(targetsUp)} looks better`);
  if (targetsDown.length > 0) changes.push(`the way to ${listNames(targetsDown)} looks harder`);
  const what = changes.length === 0 ? 'the order at the top stays as it was' : changes.join('; ');
  return `${countOf(answered, 'card')} answered: ${what}.`;
}
