/** What is due from what was logged: asks to follow up, thanks owed, and targets nobody has moved for a while. */
import type { Judged } from '../graph/build-graph.ts';
import { loggedWith } from '../graph/statements-index.ts';
import { CONTACT_STRIDE, ContactColumn, type PersonIndex } from '../model/network.ts';
import type { AskOutcome, Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import { hasHelped } from '../ties/help.ts';

/** Three weeks after silence, four after an answer (J: "every 3–4 weeks"). */
const INTERVAL_DAYS: Record<'none' | 'reply', number> = { none: 21, reply: 28 };
/** An ask older than this is history, not a follow-up (J). */
const FORGOTTEN_DAYS = 365;
/** A target without ask or contact for so long is stale. */
const STALE_DAYS = 60;

export interface FollowUp {
  person: PersonIndex;
  target: string | null;
  askedOn: Day;
  outcome: 'none' | 'reply';
  /** Last ask, call, meeting or message after which the interval runs. */
  lastOn: Day;
  dueOn: Day;
  intervalDays: number;
  /** Days late over the interval, 0 on the day it is due. */
  lateness: number;
  /** Two outcomes were logged for one day, and they differ; the later entry counts. */
  isContradicted: boolean;
}

export interface ThanksOwed {
  person: PersonIndex;
  /** The day they helped last. */
  on: Day;
  how: 'helped' | 'introduced' | 'named';
}

export interface StaleTarget {
  target: string;
  kind: 'company' | 'person';
  /** Last ask about it; null when there was none. */
  lastOn: Day | null;
  /** Days since, or since it became a target. */
  days: number;
}

interface Ask {
  id: number;
  on: Day;
  person: PersonIndex;
  target: string | null;
  /** What the ask was about, comparable. */
  about: string;
  outcome: AskOutcome;
}

/**
 * Asks that brought no help yet, the latest for each person and target, due 21 or 28 days after the last word; the latest
 * first by lateness over interval, then by person.
 */
export function followUpsDue(judged: Judged, statements: readonly Statement[]): FollowUp[] {
  const { asOf } = judged;
  const latest = new Map<string, Ask>();
  const contradicted = new Set<string>();
  for (const ask of asksUntil(judged, statements)) {
    const thread = `${ask.person} ${ask.about}`;
    const before = latest.get(thread);
    if (before !== undefined && before.on === ask.on && hasHelped(before.outcome) !== hasHelped(ask.outcome)) {
      contradicted.add(thread);
    } else contradicted.delete(thread);
    latest.set(thread, ask);
  }
  const due: FollowUp[] = [];
  for (const [thread, { on, person, target, outcome }] of latest) {
    if (outcome !== 'none' && outcome !== 'reply') continue;
    const lastOn = Math.max(on, lastContactDay(judged, person) ?? on);
    const intervalDays = INTERVAL_DAYS[outcome];
    const lateness = (asOf - lastOn - intervalDays) / intervalDays;
    if (lateness < 0 || asOf - on > FORGOTTEN_DAYS) continue;
    const isContradicted = contradicted.has(thread);
    due.push({
      person,
      target,
      askedOn: on,
      outcome,
      lastOn,
      dueOn: lastOn + intervalDays,
      intervalDays,
      lateness,
      isContradicted,
    });
  }
  return due.sort(
    (a, b) => b.lateness - a.lateness || a.person - b.person || compareText(a.target ?? '', b.target ?? ''),
  );
}

/** Who helped, introduced or named somebody and got nothing back since, no thanks either; latest help first. */
export function thanksOwed({ network, asOf }: Judged, statements: readonly Statement[]): ThanksOwed[] {
  const helped = new Map<PersonIndex, ThanksOwed>();
  const given = new Map<PersonIndex, Day>();
  const place = (key: string) => network.indexOfKey.get(key);
  for (const { on, body } of inOrder(statements, asOf)) {
    if (body.kind === 'give') {
      const person = place(body.person);
      if (person !== undefined) given.set(person, on);
      continue;
    }
    const help = helpIn(body);
    const person = help === null ? undefined : place(help.key);
    if (help !== null && person !== undefined && person !== network.ego)
      helped.set(person, { person, on, how: help.how });
  }
  return [...helped.values()]
    .filter(({ person, on }) => (given.get(person) ?? Number.NEGATIVE_INFINITY) < on)
    .sort((a, b) => b.on - a.on || a.person - b.person);
}

function helpIn(body: Statement['body']): { key: string; how: ThanksOwed['how'] } | null {
  if (body.kind === 'ask' && hasHelped(body.outcome)) return { key: body.person, how: 'helped' };
  if (body.kind === 'introduced') return { key: body.a, how: 'introduced' };
  if (body.kind === 'referral') return { key: body.person, how: 'named' };
  return null;
}

/** Targets about which nobody was asked for 60 days, the longest first. */
export function staleTargets(judged: Judged, statements: readonly Statement[]): StaleTarget[] {
  const { network, asOf } = judged;
  const lastAsk = new Map<string, Day>();
  for (const ask of asksUntil(judged, statements)) lastAsk.set(ask.about, ask.on);
  const touched = new Map<PersonIndex, Day>();
  for (const { on, body } of inOrder(statements, asOf)) {
    if (body.kind !== 'call' && body.kind !== 'meeting' && body.kind !== 'ask') continue;
    const person = network.indexOfKey.get(body.person);
    if (person !== undefined) touched.set(person, on);
  }
  const aboutOf = aboutReader(judged);
  const stale: StaleTarget[] = [];
  for (const { on, body } of inOrder(statements, asOf)) {
    if (body.kind !== 'target-company' && body.kind !== 'target-person') continue;
    const isCompany = body.kind === 'target-company';
    const person = isCompany ? undefined : network.indexOfKey.get(body.person);
    const target = isCompany ? body.company : (network.people[person ?? -1]?.name ?? body.person);
    const asked = lastAsk.get(aboutOf(isCompany ? body.company : body.person));
    const direct = person === undefined ? undefined : touched.get(person);
    const lastOn = asked === undefined && direct === undefined ? null : Math.max(asked ?? 0, direct ?? 0);
    const days = asOf - Math.max(lastOn ?? on, on);
    if (days >= STALE_DAYS) stale.push({ target, kind: isCompany ? 'company' : 'person', lastOn, days });
  }
  return stale.sort((a, b) => b.days - a.days || compareText(a.target, b.target));
}

/** Logged asks by day, then number. */
function asksUntil(judged: Judged, statements: readonly Statement[]): Ask[] {
  const aboutOf = aboutReader(judged);
  return inOrder(statements, judged.asOf).flatMap(({ id, on, body }) => {
    const person = body.kind === 'ask' ? judged.network.indexOfKey.get(body.person) : undefined;
    if (body.kind !== 'ask' || person === undefined) return [];
    const about = body.target === null ? '' : aboutOf(body.target);
    return [{ id, on, person, target: body.target, about, outcome: body.outcome }];
  });
}

/** Names one target alike under whatever spelling or key. */
function aboutReader({ network, employers }: Judged): (target: string) => string {
  // People's names are gathered once, and only where an ask is about something that is no key.
  let names: Map<string, string> | null = null;
  const keyNamed = (name: string): string | undefined => {
    if (names === null) {
      names = new Map();
      for (const one of network.people) if (!names.has(one.name)) names.set(one.name, one.key);
    }
    return names.get(name);
  };
  return (target) => {
    const person = network.indexOfKey.get(target) ?? network.indexOfKey.get(target.toLowerCase());
    if (person !== undefined) return `person ${network.people[person]!.key}`;
    const company = employers.names.keyOf(target);
    if (company !== null && employers.byKey.has(company)) return `company ${company}`;
    const key = keyNamed(target);
    return key === undefined ? `company ${company ?? target.trim().toLowerCase()}` : `person ${key}`;
  };
}

/** Last day with a 1:1 message in either direction, a call or a meeting; null without one. */
export function lastContactDay({ mySources, statements, asOf }: Judged, person: PersonIndex): Day | null {
  const logged = loggedWith(statements, person).map(({ day }) => day);
  const contact = mySources.evidenceOf[person]?.contact ?? new Int32Array();
  for (let row = contact.length - CONTACT_STRIDE; row >= 0; row -= CONTACT_STRIDE) {
    const day = contact[row + ContactColumn.day]!;
    const isOneToOne = contact[row + ContactColumn.inbound]! + contact[row + ContactColumn.outbound]! > 0;
    if (!isOneToOne || day > asOf) continue;
    logged.push(day);
    break;
  }
  return logged.length === 0 ? null : Math.max(...logged);
}

function inOrder(statements: readonly Statement[], asOf: Day): Statement[] {
  return statements.filter(({ on }) => on <= asOf).sort((a, b) => a.on - b.on || a.id - b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
