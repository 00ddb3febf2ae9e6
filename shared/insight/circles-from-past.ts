/**
 * Contacts accepted while I worked or studied somewhere: from 30 days before its start to 90 days after its end (model.md §4).
 * Positions and Education say where I was; they say nothing of the contacts, so this is a question.
 */
import type { EmployerNames } from '../graph/employers.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import { type Stay, staysFromPast } from '../ties/shared-past.ts';
import { byAcceptance, type CircleSuggestion, isMyContactBy, isOfSize } from './circle-suggestion.ts';

const DAYS_BEFORE = 30;
const DAYS_AFTER = 90;

/** A job that goes on lasts until today. Stays whose begin or end is not known say nothing about dates and are left out. */
export function circlesFromPast(network: Network, names: EmployerNames, asOf: Day): CircleSuggestion[] {
  const past = network.owners.find(({ isMe }) => isMe)?.past ?? [];
  const stays = staysFromPast(
    past,
    (text) => names.keyOf(text),
    () => ({ fn: 'unknown', isSenior: false }),
    asOf,
  );
  const places = new Map<string, Stay[]>();
  for (const stay of stays) {
    if (stay.from === null || (stay.to === null && !stay.isOpen)) continue;
    const place = `${stay.kind === 'position' ? 'job' : 'school'}:${stay.key}`;
    places.set(place, [...(places.get(place) ?? []), stay]);
  }
  const dated = network.people.flatMap(({ connectedOn }, person): [PersonIndex, Day][] =>
    connectedOn !== null && isMyContactBy(network, person, asOf) ? [[person, connectedOn]] : [],
  );
  return [...places].flatMap(([key, there]) => {
    const isWhile = (day: Day): boolean =>
      there.some(({ from, to }) => day >= from! - DAYS_BEFORE && day <= (to ?? asOf) + DAYS_AFTER);
    const members = dated.filter(([, day]) => isWhile(day)).map(([person]) => person);
    if (!isOfSize(members)) return [];
    const from = Math.min(...there.map((stay) => stay.from!));
    const last = Math.max(...there.map(({ to }) => to ?? asOf));
    return {
      source: there[0]!.kind === 'position' ? ('job' as const) : ('school' as const),
      key,
      members: byAcceptance(network, members),
      organization: there.map(({ organization }) => organization).sort()[0]!,
      from,
      // null: it goes on.
      to: there.some(({ isOpen }) => isOpen) ? null : last,
      weight: last,
    };
  });
}
