/** Lists people: searched, filtered, sorted, a page at a time. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { PeopleList, PersonRow } from '../../../shared/contract/people.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { isListed } from '../../../shared/identity/changes.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { Session } from '../engine/session.ts';
import { personRef } from './person-ref.ts';
import { flagsOf, strengthOf } from './strength-view.ts';

/** More hits than this are not ranked by words any more. */
const MAX_HITS = 50_000;

export function listPeople(session: Session, input: CheckedInputOf<'listPeople'>): PeopleList {
  const { judged } = session.judge(input.asOf);
  const { network } = judged;
  const circles = circlesOfPeople(judged);
  const isWanted = personFilter(judged, circles, input);
  const found = candidates(session, network, input.query).filter(isWanted);
  // A search is in order of relevance, unless another order is asked for.
  const isRanked = input.query !== undefined && input.query.trim() !== '' && input.sort === 'name';
  const ordered = isRanked ? found : sortPeople(judged, found, input.sort, input.descending);
  const end = input.limit === 0 ? undefined : input.offset + input.limit;
  return {
    total: ordered.length,
    people: ordered.slice(input.offset, end).map((index) => personRow(judged, circles, index)),
  };
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

/** People to look through: all in key order, or those the words find, best first. */
function candidates(session: Session, network: Network, query: string | undefined): PersonIndex[] {
  if (query === undefined || query.trim() === '') return network.people.map((_, index) => index);
  const indexOfId = new Map(network.people.map((person, index) => [person.id, index]));
  return session
    .reading()
    .searchPeople(query, MAX_HITS)
    .map(({ personId, rank }) => ({ index: indexOfId.get(personId), rank }))
    .filter((hit): hit is { index: PersonIndex; rank: number } => hit.index !== undefined)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}

function personFilter(
  judged: Judged,
  circles: ReadonlyMap<PersonIndex, string[]>,
  input: CheckedInputOf<'listPeople'>,
): (index: PersonIndex) => boolean {
  const { network, employers, mySummaries } = judged;
  const company = input.company === undefined ? undefined : employers.names.keyOf(input.company);
  const circle = input.circle?.normalize('NFKC').toLowerCase();
  return (index) => {
    if (index === network.ego || !(input.all || isListed(network, index))) return false;
    if (company !== undefined && (company === null || employers.keyOfPerson[index] !== company)) return false;
    if (circle !== undefined) {
      const names = circles.get(index) ?? [];
      if (!names.some((name) => name.normalize('NFKC').toLowerCase() === circle)) return false;
    }
    if (input.band !== undefined && strengthOf(judged, index)?.band !== input.band) return false;
    if (input.dormant !== undefined && (mySummaries.isDormant[index] === 1) !== input.dormant) return false;
    return input.flag === undefined || flagsOf(judged, index).includes(input.flag);
  };
}

const BY_NAME = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function sortPeople(
  judged: Judged,
  found: readonly PersonIndex[],
  by: CheckedInputOf<'listPeople'>['sort'],
  isDescending: boolean,
): PersonIndex[] {
  const { people } = judged.network;
  const sign = isDescending ? -1 : 1;
  const text = (a: string | null, b: string | null) =>
    a === null || b === null ? nullsLast(a, b) : sign * BY_NAME.compare(a, b);
  const number = (a: number | null, b: number | null) => (a === null || b === null ? nullsLast(a, b) : sign * (a - b));
  const compare: Record<typeof by, (a: PersonIndex, b: PersonIndex) => number> = {
    name: (a, b) => text(people[a]!.name, people[b]!.name),
    company: (a, b) => text(people[a]!.company, people[b]!.company),
    connectedOn: (a, b) => number(people[a]!.connectedOn, people[b]!.connectedOn),
    strength: (a, b) => number(strengthOf(judged, a)?.s ?? null, strengthOf(judged, b)?.s ?? null),
  };
  return [...found].sort((a, b) => compare[by](a, b) || a - b);
}

/** Unknown values stand last in either direction. */
function nullsLast(a: unknown, b: unknown): number {
  return Number(a === null) - Number(b === null);
}
