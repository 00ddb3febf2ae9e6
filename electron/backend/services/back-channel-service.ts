/** Answers "who could tell me about this employer, or this manager?". */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { BackChannel, BackChannelRelation } from '../../../shared/contract/back-channel.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { matchCompany } from '../../../shared/graph/match-company.ts';
import { BANDS } from '../../../shared/graph/my-ties.ts';
import { backChannelSources, type InsideSource } from '../../../shared/insight/back-channel.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf } from '../../../shared/model/words.ts';
import type { Session } from '../engine/session.ts';
import { keptText } from './kept-service.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';

const MAX_SOURCES = 200;

export function getBackChannel(session: Session, input: CheckedInputOf<'getBackChannel'>): BackChannel {
  const { judged } = session.judge(input.asOf);
  const { network, employers } = judged;
  const person = input.toPerson === undefined ? null : findPerson(network, input.toPerson);
  if (person === network.ego) {
    throw new WeftError('arguments', 'about-yourself', 'That is you. Name somebody else.');
  }
  const keys = person === null ? [matchCompany(judged, input.to ?? '').key] : employersOf(judged, person);
  const known = keys.filter((key) => key !== null);
  const employer = employers.byKey.get(known[0] ?? '')?.name ?? null;
  const name = person === null ? (employer ?? input.to ?? '') : network.people[person]!.name;
  const sources = backChannelSources(judged, { employers: new Set(known), person });
  const shown = sources.slice(0, MAX_SOURCES);
  return {
    name,
    kind: person === null ? 'company' : 'person',
    sentence: sentence(judged, name, sources),
    sources: shown.map((source) => ({
      person: personRef(network, source.person),
      relations: source.relations,
      how: source.relations.map((relation) =>
        HOW[relation](name, person === null ? name : (employer ?? 'their employer')),
      ),
      s: judged.graph.egoTies.s[source.person]!,
      band: BANDS[judged.mySummaries.band[source.person]!]!,
      vouch: source.vouch,
      isFrank: source.isFrank,
      mayBeAsked: source.relations.includes('there-now') || source.relations.includes('knows-them'),
    })),
    person: person === null ? null : personRef(network, person),
    questions: keptText(session.statements(), ({ body }) => {
      if (body.kind === 'person-questions') return person !== null && network.indexOfKey.get(body.person) === person;
      if (body.kind !== 'company-questions' || person !== null) return false;
      const key = employers.names.keyOf(body.company);
      return key === null ? body.company === name : known.includes(key);
    }),
    notes: notesOn(judged, session.statements(), new Set([...shown.map((one) => one.person), person ?? -1])),
  };
}

/** The employer of today first, then those an export has shown before. */
function employersOf({ network, employers }: Judged, person: PersonIndex): (string | null)[] {
  const earlier = network.people[person]!.jobs.map(({ company }) => employers.names.keyOf(company));
  return [employers.keyOfPerson[person] ?? null, ...earlier];
}

const HOW: Record<BackChannelRelation, (name: string, employer: string) => string> = {
  'knows-them': (name) => `Knows ${name}.`,
  'there-now': (_, employer) => `Works at ${employer} now.`,
  'was-there': (_, employer) => `Was at ${employer} before.`,
  'with-me': (_, employer) => `Became your contact while you were at ${employer}.`,
};

function sentence({ network }: Judged, name: string, sources: readonly InsideSource[]): string {
  const [first] = sources;
  if (first === undefined) return `Nobody you know is known to have been close to ${name}.`;
  const person = network.people[first.person]!.name;
  const frank = sources.filter(({ isFrank }) => isFrank).length;
  if (frank === 0) {
    const those = countOf(sources.length, 'contact');
    return `${those} of yours could tell you about ${name}, none of them close. Begin with ${person}, and ask for facts rather than opinions.`;
  }
  return frank === 1
    ? `Ask ${person} about ${name}: close enough to you for a frank word.`
    : `Ask ${person} about ${name}: ${frank} of your contacts there are close enough for a frank word.`;
}

function notesOn(
  { network }: Judged,
  statements: readonly Statement[],
  wanted: ReadonlySet<PersonIndex>,
): BackChannel['notes'] {
  return statements
    .flatMap(({ id, on, body }) => {
      const person = body.kind === 'note' ? network.indexOfKey.get(body.person) : undefined;
      if (body.kind !== 'note' || person === undefined || !wanted.has(person)) return [];
      return [{ id, person: personRef(network, person), on: isoFromDay(on), text: body.text }];
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.id - a.id));
}
