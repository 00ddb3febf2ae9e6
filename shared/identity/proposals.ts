/**
 * Points out records that might be one person. Nothing is merged here: the user decides (`say same`). Names that only look the same
 * are flagged and not proposed, since they are far more often two people or a deception (safety.md I9).
 */

import { isLookAlike, lookAlikeSkeleton } from '../import/look-alike.ts';
import type { Person, PersonIndex, SameProposal } from '../model/network.ts';
import type { MatchingNames } from './export-view.ts';

/** Pairs listed for one name, date or e-mail. 500 people of one name make 124,750 pairs, which nobody would read. */
const MAX_PAIRS_OF_GROUP = 20;

const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
/** Most names; their skeleton is the name. */
const PLAIN = /^[a-z '.-]*$/;

interface Group {
  members: readonly PersonIndex[];
  reason: string;
  /** Whether the person makes a pair worth asking about; a pair needs one such person. */
  isTelling: (person: Person) => boolean;
}

/** Marks `isMaybeSame` and `isLookAlike` on people, and returns the pairs, sorted by people. */
export function proposeSame(people: Person[], ego: PersonIndex, names: MatchingNames): SameProposal[] {
  const nameOf = people.map((person) => names.of(person.name));
  markLookAlikes(people, nameOf);
  const found = new Map<string, SameProposal>();
  for (const group of groupsToAsk(people, nameOf, ego)) proposeWithin(group, people, found);
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** From the most telling reason to the least, since a pair is listed once. */
function groupsToAsk(people: readonly Person[], nameOf: readonly string[], ego: PersonIndex): Group[] {
  const hasName = (index: PersonIndex): boolean =>
    nameOf[index] !== '' && !(index === ego && people[index]!.slug === null);
  const byName = together(people.flatMap((_, index) => (hasName(index) ? [[nameOf[index]!, index] as const] : [])));
  const byMail = together(people.flatMap(({ emails }, index) => emails.map((email) => [email, index] as const)));
  const byDay = byName.flatMap((members) =>
    together(
      members.flatMap((index) => {
        const { slug, connectedOn } = people[index]!;
        return slug === null || connectedOn === null ? [] : [[connectedOn, index] as const];
      }),
    ),
  );
  const ask =
    (reason: string, isTelling: Group['isTelling']) =>
    (members: PersonIndex[]): Group => ({ members, reason, isTelling });
  return [
    ...byMail.map(ask('same e-mail address', () => true)),
    ...byDay.map(
      ask('same name, connected on the same day, another profile address: the address may have changed', () => true),
    ),
    ...byName.map(
      ask(
        'same name, at least one of them from the address book',
        (person) => person.isInAddressBook && !person.isContact,
      ),
    ),
    ...byName.map(ask('same name, at least one of them without a profile address', (person) => person.slug === null)),
  ];
}

/** People who share something; those who share it with nobody are left out. */
function together<Shared>(pairs: readonly (readonly [Shared, PersonIndex])[]): PersonIndex[][] {
  const first = new Map<Shared, PersonIndex>();
  const groups = new Map<Shared, PersonIndex[]>();
  for (const [shared, index] of pairs) {
    const other = first.get(shared);
    const group = groups.get(shared);
    if (other === undefined) first.set(shared, index);
    else if (group === undefined) groups.set(shared, [other, index]);
    else group.push(index);
  }
  return [...groups.values()];
}

function proposeWithin(group: Group, people: readonly Person[], found: Map<string, SameProposal>): void {
  const { members } = group;
  const telling = new Set(members.filter((index) => group.isTelling(people[index]!)));
  if (telling.size === 0) return;
  for (const index of members) people[index]!.isMaybeSame = true;
  const total = (telling.size * (telling.size - 1)) / 2 + telling.size * (members.length - telling.size);
  const count = `${MAX_PAIRS_OF_GROUP} of ${total.toLocaleString('en')} such pairs are listed`;
  const reason = total > MAX_PAIRS_OF_GROUP ? `${group.reason} (${count})` : group.reason;
  let listed = 0;
  for (let i = 0; i < members.length && listed < MAX_PAIRS_OF_GROUP; i++) {
    for (let j = i + 1; j < members.length && listed < MAX_PAIRS_OF_GROUP; j++) {
      const [a, b] = [members[i]!, members[j]!];
      if (!telling.has(a) && !telling.has(b)) continue;
      listed++;
      const pair = `${a}|${b}`;
      if (!found.has(pair)) found.set(pair, { a, b, reason });
    }
  }
}

/** Names equal to the eye and not by their letters: Cyrillic `а` in a Latin name. */
function markLookAlikes(people: Person[], nameOf: readonly string[]): void {
  const distinct = new Set(nameOf);
  if (![...distinct].some((name) => OTHER_SCRIPT.test(name))) return;
  const namesOfSkeleton = new Map<string, string[]>();
  for (const name of distinct) {
    const seen = PLAIN.test(name) ? name : lookAlikeSkeleton(name);
    const known = namesOfSkeleton.get(seen);
    if (known === undefined) namesOfSkeleton.set(seen, [name]);
    else known.push(name);
  }
  const alike = new Set<string>();
  for (const names of namesOfSkeleton.values()) {
    const [first, ...others] = names;
    // One name in another script than the first makes all of them alike: each differs from the one or the other.
    const isMixed = first !== undefined && others.some((other) => isLookAlike(first, other));
    if (isMixed) for (const name of names) alike.add(name);
  }
  people.forEach((person, index) => {
    person.isLookAlike = alike.has(nameOf[index]!);
  });
}
