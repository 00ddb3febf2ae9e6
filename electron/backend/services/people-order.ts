/** Everybody in one of the orders of the table. Sorting 30,000 names takes 30 ms, so it is done once for a judged day. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { BANDS } from '../../../shared/graph/my-ties.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';

export type PeopleSort = CheckedInputOf<'listPeople'>['sort'];

const orders = new WeakMap<Judged, Map<string, readonly PersonIndex[]>>();

/** Ties are in key order (of strength: by name), whatever the direction; unknown values stand last in either direction. */
export function peopleInOrder(judged: Judged, by: PeopleSort, isDescending: boolean): readonly PersonIndex[] {
  const name = `${by} ${isDescending}`;
  let known = orders.get(judged);
  if (known === undefined) {
    known = new Map();
    orders.set(judged, known);
  }
  let order = known.get(name);
  if (order === undefined) {
    order = sortPeople(judged, by, isDescending);
    known.set(name, order);
  }
  return order;
}

const UNKNOWN = BANDS.indexOf('unknown');
const BY_NAME = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function sortPeople(judged: Judged, by: PeopleSort, isDescending: boolean): PersonIndex[] {
  const { people } = judged.network;
  const { isTie, s } = judged.graph.egoTies;
  const { band } = judged.mySummaries;
  const sign = isDescending ? -1 : 1;
  const text = (a: string | null, b: string | null) =>
    a === null || b === null ? nullsLast(a, b) : sign * BY_NAME.compare(a, b);
  const number = (a: number | null, b: number | null) => (a === null || b === null ? nullsLast(a, b) : sign * (a - b));
  // Where closeness cannot be told, nobody stands before another by it (settled 15).
  const strength = (index: PersonIndex) => (isTie[index] === 1 && band[index] !== UNKNOWN ? s[index]! : null);
  const compare: Record<PeopleSort, (a: PersonIndex, b: PersonIndex) => number> = {
    name: (a, b) => text(people[a]!.name, people[b]!.name),
    company: (a, b) => text(people[a]!.company, people[b]!.company),
    connectedOn: (a, b) => number(people[a]!.connectedOn, people[b]!.connectedOn),
    strength: (a, b) => number(strength(a), strength(b)) || BY_NAME.compare(people[a]!.name, people[b]!.name),
  };
  return people.map((_, index) => index).sort((a, b) => compare[by](a, b) || a - b);
}

function nullsLast(a: unknown, b: unknown): number {
  return Number(a === null) - Number(b === null);
}
