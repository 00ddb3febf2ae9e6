/** Circles: which groups to ask about, what the user answers, and the circles that came of it. */
import type { CallContext, CheckedInputOf } from '../../../shared/contract/api.ts';
import type { CircleFace, CircleList, CircleQuestions } from '../../../shared/contract/circles.ts';
import type { StatementReceipts } from '../../../shared/contract/statements.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { circleKey } from '../../../shared/identity/said-circles.ts';
import type { CircleSuggestion } from '../../../shared/insight/circle-suggestion.ts';
import { circlesFromBursts } from '../../../shared/insight/circles-from-bursts.ts';
import { circlesFromCommunities } from '../../../shared/insight/circles-from-communities.ts';
import { circlesFromEmployers } from '../../../shared/insight/circles-from-employers.ts';
import { circlesFromPast } from '../../../shared/insight/circles-from-past.ts';
import { circlesFromThreads } from '../../../shared/insight/circles-from-threads.ts';
import { circleAnswers, suggestCircles } from '../../../shared/insight/suggest-circles.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf } from '../../../shared/model/words.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import type { Session } from '../engine/session.ts';
import { circleWords, missingForCircles } from './circle-words.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { addStatement, receipt } from './statement-service.ts';

type Judging = Pick<CheckedInputOf<'askCircles'>, 'asOf' | 'seed'>;

export async function askCircles(
  session: Session,
  input: CheckedInputOf<'askCircles'>,
  context: CallContext,
): Promise<CircleQuestions> {
  const { judged, suggestions } = await suggestionsOf(session, input, context);
  const { network } = judged;
  const wanted =
    input.suggestion === undefined ? suggestions : suggestions.filter(({ key }) => key === input.suggestion);
  const shown = input.limit === 0 ? wanted : wanted.slice(0, input.limit);
  const hasPeople = network.people.some(({ isContact }) => isContact);
  const status = !hasPeople ? 'nobody-yet' : suggestions.length === 0 ? 'nothing-to-ask' : 'asking';
  return {
    status,
    sentence: sentenceOf(status, suggestions.length, judged.statements.circles.length),
    total: suggestions.length,
    questions: shown.map((suggestion) => ({
      suggestion: suggestion.key,
      source: suggestion.source,
      ...circleWords(suggestion),
      people: suggestion.members.length,
      faces: facesOf(network, suggestion.members, input.faces),
    })),
    missing: missingForCircles(network),
  };
}

function sentenceOf(status: CircleQuestions['status'], open: number, named: number): string {
  if (status === 'nobody-yet') return 'Your circles come out of your contacts, and none are here yet.';
  const standing = named === 0 ? 'You have named no circle yet' : `You have named ${countOf(named, 'circle')}`;
  if (open === 0) return `${standing}. Every group that looks like one has your answer.`;
  return `${standing}. ${countOf(open, 'group looks', 'groups look')} like one: name it, or wave it away.`;
}

/**
 * Names a suggested circle, with all of its people or some, or says that it is none. In one transaction; what it wrote is taken
 * back as any statement.
 */
export async function answerCircle(
  session: Session,
  input: CheckedInputOf<'answerCircle'>,
  context: CallContext,
): Promise<StatementReceipts> {
  const { judged, suggestions } = await suggestionsOf(session, input, context);
  const { network } = judged;
  const suggestion = suggestions.find(({ key }) => key === input.suggestion);
  if (suggestion === undefined) {
    throw new WeftError(
      'arguments',
      'suggestion-unknown',
      'That is not asked any more: it was answered, or the people in it changed. weft circles lists what is.',
    );
  }
  const keysOf = (people: readonly PersonIndex[]) => people.map((person) => network.people[person]!.key).sort();
  const asked: StatementBody = {
    kind: 'circle-asked',
    suggestion: suggestion.key,
    members: keysOf(suggestion.members),
  };
  const bodies: StatementBody[] = [asked];
  if (input.name !== undefined) {
    const members = keysOf(chosenPeople(network, suggestion, input));
    bodies.unshift({ kind: 'circle', name: input.name, members, size: null, from: null, to: null });
  }
  const iso = session.asOf(input.on ?? input.asOf);
  const written = session.writeBeside((store) => bodies.map((body) => addStatement(store, body, iso)));
  return { receipts: written.map((statement) => receipt(statement, network)) };
}

function chosenPeople(
  network: Network,
  { members }: CircleSuggestion,
  input: CheckedInputOf<'answerCircle'>,
): PersonIndex[] {
  const of = (queries: readonly string[]) => new Set(queries.map((query) => findPerson(network, query)));
  const only = input.members === undefined ? null : of(input.members);
  const without = of(input.without ?? []);
  const chosen = members.filter((person) => (only === null || only.has(person)) && !without.has(person));
  const strangers = [...(only ?? []), ...without].filter((person) => !members.includes(person));
  if (strangers.length > 0) {
    throw new WeftError('arguments', 'not-in-suggestion', 'Somebody you named is not among the people asked about.');
  }
  if (chosen.length === 0) {
    throw new WeftError('arguments', 'circle-empty', 'Nobody is left in it. Choose somebody, or say that it is none.');
  }
  return chosen;
}

/** Circles that stand, in order of their names. */
export function listCircles(session: Session, input: CheckedInputOf<'listCircles'>): CircleList {
  const { judged } = session.judge(input.asOf);
  const { circles } = judged.statements;
  const wanted = input.circle === undefined ? null : circleKey(input.circle);
  const found = wanted === null ? circles : circles.filter(({ name }) => circleKey(name) === wanted);
  const shown = input.limit === 0 ? found : found.slice(0, input.limit);
  return {
    total: found.length,
    circles: shown.map(({ name, members, size, from, to }) => ({
      name,
      people: members.length,
      size,
      from: isoOf(from),
      to: isoOf(to),
      members: facesOf(judged.network, byName(judged.network, members), input.faces),
    })),
  };
}

interface Suggested {
  judged: Judged;
  suggestions: CircleSuggestion[];
}

const known = new WeakMap<JudgedDay, Map<number, Promise<CircleSuggestion[]>>>();

/** Kept with the day they were judged on. */
async function suggestionsOf(session: Session, input: Judging, context: CallContext): Promise<Suggested> {
  const day = session.judge(input.asOf);
  const { judged } = day;
  const seed = input.seed ?? 1;
  const ofDay = known.get(day) ?? new Map<number, Promise<CircleSuggestion[]>>();
  known.set(day, ofDay);
  let suggestions = ofDay.get(seed);
  if (suggestions === undefined) {
    const { statements } = day;
    suggestions = day.brokerage(seed, context).then(({ graph, communities }) => {
      const { network, employers, asOf } = judged;
      const found = [
        ...circlesFromBursts(network, asOf),
        ...circlesFromPast(network, employers.names, asOf),
        ...circlesFromEmployers(network, employers, asOf),
        ...circlesFromThreads(network, asOf),
        ...circlesFromCommunities(network, graph, communities, employers, asOf),
      ];
      return suggestCircles(found, circleAnswers(network, judged.statements.circles, statements, asOf));
    });
    ofDay.set(seed, suggestions);
    suggestions.catch(() => ofDay.delete(seed));
  }
  return { judged, suggestions: await suggestions };
}

function facesOf(network: Network, people: readonly PersonIndex[], most: number): CircleFace[] {
  const shown = most === 0 ? people : people.slice(0, most);
  return shown.map((person) => ({
    person: personRef(network, person),
    connectedOn: isoOf(network.people[person]!.connectedOn),
  }));
}

const BY_NAME = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function byName(network: Network, people: readonly PersonIndex[]): PersonIndex[] {
  return [...people].sort((a, b) => BY_NAME.compare(network.people[a]!.name, network.people[b]!.name) || a - b);
}

function isoOf(day: Day | null): string | null {
  return day === null ? null : isoFromDay(day);
}
