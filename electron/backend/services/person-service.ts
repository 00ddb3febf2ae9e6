/** Everything about one person, and how each number came about. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { PersonPage } from '../../../shared/contract/people.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { explainMyTie, type MyTie } from '../../../shared/graph/my-ties.ts';
import { selfReportOn } from '../../../shared/graph/statements-index.ts';
import { findIntroPaths } from '../../../shared/insight/intro-paths.ts';
import { openingsThrough } from '../../../shared/insight/openings.ts';
import { positionOf } from '../../../shared/insight/opportunity.ts';
import { contactStep } from '../../../shared/insight/opportunity-words.ts';
import { answerSentence } from '../../../shared/insight/route-words.ts';
import { chanceInWord } from '../../../shared/model/chance-words.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import { CONTACT_STRIDE, ContactColumn, type PersonIndex } from '../../../shared/model/network.ts';
import type { Statement, StatementBody, StatementKind } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';
import { helpInWords, unknownInWords } from '../../../shared/ties/explain.ts';
import type { FeatureName } from '../../../shared/ties/features.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import type { Session } from '../engine/session.ts';
import { goodwillOf } from './goodwill.ts';
import { circlesOfPeople } from './people-service.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { statementText } from './statement-words.ts';
import { flagsOf } from './strength-view.ts';
import { myTieLines } from './tie-words.ts';
import { byStrength, describeTie, tiesOf } from './ties-service.ts';

const APART: ReadonlySet<StatementKind> = new Set(['note', 'person-questions', 'circle-asked']);
/** Ties to others that a page lists; `weft ties --of` lists all. */
const MAX_TIES = 200;

export function getPerson(session: Session, input: CheckedInputOf<'getPerson'>): PersonPage {
  const day = session.judge(input.asOf);
  const { judged } = day;
  const { network } = judged;
  const index = findPerson(network, input.person);
  const person = network.people[index]!;
  const title = judged.titles[index]!;
  const mine = index === network.ego ? null : explainMyTie(judged.mySources, index);
  const said = session
    .statements()
    .filter((statement) => statement.on <= judged.asOf && isAbout(statement.body, judged, index));
  const texts = <K extends StatementBody['kind']>(kind: K) =>
    said.filter(
      (statement): statement is Statement & { body: Extract<StatementBody, { kind: K }> } =>
        statement.body.kind === kind,
    );
  return {
    person: personRef(network, index),
    originalName: person.originalName,
    credentials: person.credentials,
    emails: person.emails,
    connectedOn: isoOf(person.connectedOn),
    isContact: person.isContact,
    flags: flagsOf(judged, index),
    strength: mine === null ? null : strengthOf(judged, mine),
    said: {
      closeness: selfReportOn(judged.statements, index, judged.asOf)?.value ?? null,
      vouch: judged.statements.vouches.get(index) ?? null,
    },
    help:
      mine === null
        ? null
        : {
            probability: mine.help.probability,
            calibrated: judged.calibration !== null,
            why: helpInWords(mine.help, judged.statements.vouches.get(index) ?? null),
          },
    nextStep: nextStepOf(day, index),
    goodwill: index === network.ego ? null : goodwillOf(network, session.statements(), judged.asOf)(index),
    opens: openingsThrough(judged, day.ranking().targets, index).map(({ target, via, basis, chance }) => ({
      target: target.name,
      kind: target.kind,
      via: via === null ? null : personRef(network, via),
      basis,
      chance: chanceInWord(chance),
    })),
    title: { level: title.level, function: title.fn, power: title.power },
    jobs: person.jobs.map(({ company, position, firstSeen, lastSeen }) => ({
      company,
      position,
      firstSeen: isoOf(firstSeen),
      lastSeen: isoOf(lastSeen),
    })),
    months: monthsOf(judged, index),
    circles: circlesOfPeople(judged).get(index) ?? [],
    roles: texts('role').map(({ body }) => body.role),
    helpsWith: texts('helps-with').map(({ body }) => body.text),
    notes: [
      ...notesInFiles(judged, index),
      ...texts('note').map(({ id, on, body }) => ({ id, on: isoFromDay(on), text: body.text })),
    ],
    loop: said
      // Notes and sheets stand apart, and that somebody was among those asked about says nothing of them.
      .filter(({ body }) => !APART.has(body.kind))
      .map((statement) => ({
        id: statement.id,
        kind: statement.body.kind,
        on: isoFromDay(statement.on),
        text: statementText(statement.body, network),
      })),
    ties: tiesOf(judged, index, false)
      .sort(byStrength)
      .slice(0, MAX_TIES)
      .map((tie) => describeTie(judged, tie)),
    maybeSame: network.proposals
      .filter(({ a, b }) => a === index || b === index)
      .map(({ a, b, reason }) => ({ person: personRef(network, a === index ? b : a), reason })),
  };
}

/** A contact has a place in the ranking, with its step; who is none is reached through one. */
function nextStepOf(day: JudgedDay, index: PersonIndex): string | null {
  const { judged } = day;
  if (index === judged.network.ego) return null;
  const ranking = day.ranking();
  const at = positionOf(ranking.opportunity.contacts, index);
  if (at >= 0) return contactStep(ranking, at);
  return answerSentence(judged, judged.network.people[index]!.name, findIntroPaths(day.routes(), [index]));
}

function strengthOf(judged: Judged, mine: MyTie): NonNullable<PersonPage['strength']> {
  const { s, sd, coverage, band, isDormant, z, unknown } = mine.strength;
  return {
    s,
    band,
    coverage,
    sd,
    isDormant,
    logit: z,
    evidence: myTieLines(judged, mine),
    unknown: unknown.flatMap((feature) =>
      unknownInWords([feature], sourceOf(judged, mine, feature)).map(({ text, settle }) => `${text} ${settle}`),
    ),
  };
}

/** Whose files would tell: where only they list me theirs, but where I worked is in mine. null: mine. */
function sourceOf({ network }: Judged, { ground, person }: MyTie, feature: FeatureName): string | null {
  return ground === 'their-connection' && feature !== 'shared' ? network.people[person]!.name : null;
}

/** Messages by month, 1:1 threads, oldest first; months without any are left out. */
function monthsOf(judged: Judged, index: PersonIndex): PersonPage['months'] {
  const contact = judged.mySources.evidenceOf[index]?.contact ?? new Int32Array();
  const months = new Map<string, { month: string; inbound: number; outbound: number }>();
  for (let row = 0; row < contact.length; row += CONTACT_STRIDE) {
    const day = contact[row + ContactColumn.day]!;
    if (day > judged.asOf) break;
    const month = isoFromDay(day).slice(0, 7);
    const sum = months.get(month) ?? { month, inbound: 0, outbound: 0 };
    sum.inbound += contact[row + ContactColumn.inbound]!;
    sum.outbound += contact[row + ContactColumn.outbound]!;
    months.set(month, sum);
  }
  return [...months.values()].filter(({ inbound, outbound }) => inbound + outbound > 0);
}

/** Notes that came with an import; they have no number, since only taking the import back removes them. */
function notesInFiles({ network, asOf }: Judged, index: PersonIndex): PersonPage['notes'] {
  return network.saidInFiles.flatMap(({ on, body }) => {
    if (body.kind !== 'note' || network.indexOfKey.get(body.person) !== index || (on !== null && on > asOf)) return [];
    return [{ id: null, on: isoOf(on), text: body.text }];
  });
}

/** Whether a statement names this person, under whatever key. */
function isAbout(body: StatementBody, { network }: Judged, index: PersonIndex): boolean {
  const named =
    'person' in body ? [body.person] : 'members' in body ? body.members : 'a' in body ? [body.a, body.b] : [];
  if (body.kind === 'referral') named.push(body.named);
  return named.some((key) => network.indexOfKey.get(key) === index);
}

function isoOf(day: Day | null): string | null {
  return day === null ? null : isoFromDay(day);
}
