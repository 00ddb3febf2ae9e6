/** Lists people: searched, filtered, sorted, a page at a time. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { PeopleList, PersonRow } from '../../../shared/contract/people.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { circleKey } from '../../../shared/identity/said-circles.ts';
import { contactsTowards } from '../../../shared/insight/target-reach.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import type { Session } from '../engine/session.ts';
import { roleKey } from './kept-service.ts';
import { peopleInOrder } from './people-order.ts';
import { indexesOfNumbers, listedPeople } from './person-numbers.ts';
import { personRef } from './person-ref.ts';
import { flagsOf, strengthOf } from './strength-view.ts';
import { peopleOfTarget } from './target-row.ts';
import { targetStatements } from './targets-service.ts';

/** More than any map holds; the search stops there. */
const MAX_HITS = 50_000;

export function listPeople(session: Session, input: CheckedInputOf<'listPeople'>): PeopleList {
  const day = session.judge(input.asOf);
  const { judged } = day;
  const found = peopleFound(session, day, input);
  const circles = circlesOfPeople(judged);
  const end = input.limit === 0 ? undefined : input.offset + input.limit;
  return {
    total: found.length,
    people: found.slice(input.offset, end).map((index) => personRow(judged, circles, index)),
  };
}

/**
 * Answers of a day by what was asked, the oldest first: a table that is scrolled asks for one page after the other. A day is another
 * one after each thing said, also where nobody had to be judged again: a note is searched.
 */
const KEPT_LISTS = 8;
const lists = new WeakMap<JudgedDay, Map<string, PersonIndex[]>>();

/** Everybody who fits, in the order asked for. */
function peopleFound(session: Session, day: JudgedDay, input: CheckedInputOf<'listPeople'>): PersonIndex[] {
  const { query, company, circle, role, band, dormant, flag, hasRoute, all, sort, descending } = input;
  const asked = JSON.stringify([query, company, circle, role, band, dormant, flag, hasRoute, all, sort, descending]);
  let kept = lists.get(day);
  if (kept === undefined) {
    kept = new Map();
    lists.set(day, kept);
  }
  let found = kept.get(asked);
  if (found === undefined) {
    found = findPeople(session, day, input);
    const oldest = kept.size >= KEPT_LISTS ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
  } else kept.delete(asked);
  kept.set(asked, found);
  return found;
}

function findPeople(session: Session, day: JudgedDay, input: CheckedInputOf<'listPeople'>): PersonIndex[] {
  const { judged } = day;
  const leading = input.hasRoute === undefined ? null : leadingToTargets(session, day);
  const holders = input.role === undefined ? null : holdersOf(input.role, session, judged);
  const isWanted = personFilter(judged, circlesOfPeople(judged), { leading, holders }, input);
  const hits = searched(session, judged.network, input.query);
  if (hits === null) return peopleInOrder(judged, input.sort, input.descending).filter(isWanted);
  // A search is in order of relevance, unless another order is asked for.
  if (input.sort === 'name') return hits.filter(isWanted);
  const isHit = new Uint8Array(judged.network.people.length);
  for (const hit of hits) isHit[hit] = 1;
  return peopleInOrder(judged, input.sort, input.descending).filter((index) => isHit[index] === 1 && isWanted(index));
}

function personRow(judged: Judged, circles: ReadonlyMap<PersonIndex, string[]>, index: PersonIndex): PersonRow {
  const { connectedOn } = judged.network.people[index]!;
  return {
    ...personRef(judged.network, index),
    connectedOn: connectedOn === null ? null : isoFromDay(connectedOn),
    strength: strengthOf(judged, index),
    communities: circles.get(index) ?? [],
    flags: flagsOf(judged, index),
  };
}

/** Names of the circles each person was put in, in order of the names. */
export function circlesOfPeople(judged: Judged): Map<PersonIndex, string[]> {
  const circles = new Map<PersonIndex, string[]>();
  for (const { name, members } of judged.statements.circles) {
    for (const member of members) circles.set(member, [...(circles.get(member) ?? []), name]);
  }
  return circles;
}

/** Whom the words find, best first; null without words. */
function searched(session: Session, network: Network, query: string | undefined): PersonIndex[] | null {
  if (query === undefined || query.trim() === '') return null;
  const found: PersonIndex[] = [];
  for (const alike of session.reading().searchPeople(query, MAX_HITS)) {
    const indexes = indexesOfNumbers(network, alike);
    for (const index of inOrder(indexes, network.people.length)) found.push(index);
  }
  return found;
}

/** Ascending. Many of all there are, a letter's thousands, are marked and gone through, which is quicker than sorting them. */
function inOrder(indexes: PersonIndex[], people: number): Iterable<PersonIndex> {
  if (indexes.length < people / 32) return Uint32Array.from(indexes).sort();
  const isHit = new Uint8Array(people);
  for (const index of indexes) isHit[index] = 1;
  const ordered: PersonIndex[] = [];
  for (let index = 0; index < people; index++) if (isHit[index] === 1) ordered.push(index);
  return ordered;
}

/** Who works at a target or is one, and my contacts who can introduce me there. */
function leadingToTargets(session: Session, day: JudgedDay): Set<PersonIndex> {
  const leading = new Set<PersonIndex>();
  for (const target of targetStatements(session.statements())) {
    for (const person of peopleOfTarget(day, target)) {
      if (day.judged.graph.egoTies.isTie[person] === 1) leading.add(person);
      for (const contact of contactsTowards(day.routes(), person)) leading.add(contact);
    }
  }
  return leading;
}

/** Who has that role by the user's word. */
function holdersOf(role: string, session: Session, { network, asOf }: Judged): Set<PersonIndex> {
  const holders = new Set<PersonIndex>();
  for (const { on, body } of session.statements()) {
    if (body.kind !== 'role' || on > asOf || roleKey(body.role) !== roleKey(role)) continue;
    const person = network.indexOfKey.get(body.person);
    if (person !== undefined) holders.add(person);
  }
  return holders;
}

function personFilter(
  judged: Judged,
  circles: ReadonlyMap<PersonIndex, string[]>,
  { leading, holders }: Record<'leading' | 'holders', ReadonlySet<PersonIndex> | null>,
  input: CheckedInputOf<'listPeople'>,
): (index: PersonIndex) => boolean {
  const { network, employers, mySummaries } = judged;
  const company = input.company === undefined ? undefined : employers.names.keyOf(input.company);
  const circle = input.circle === undefined ? undefined : circleKey(input.circle);
  const listed = listedPeople(network);
  return (index) => {
    if (index === network.ego || !(input.all || listed[index] === 1)) return false;
    if (company !== undefined && (company === null || employers.keyOfPerson[index] !== company)) return false;
    if (circle !== undefined) {
      const names = circles.get(index) ?? [];
      if (!names.some((name) => circleKey(name) === circle)) return false;
    }
    if (input.band !== undefined && strengthOf(judged, index)?.band !== input.band) return false;
    if (holders !== null && !holders.has(index)) return false;
    if (leading !== null && leading.has(index) !== input.hasRoute) return false;
    if (input.dormant !== undefined && (mySummaries.isDormant[index] === 1) !== input.dormant) return false;
    return input.flag === undefined || flagsOf(judged, index).includes(input.flag);
  };
}
