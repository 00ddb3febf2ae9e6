/**
 * Points out records that might be one person. Nothing is merged here: the user decides (`say same`). Names that only look the same
 * are flagged and not proposed, since they are far more often two people or a deception (safety.md I9).
 */

import type { Person, PersonIndex, SameProposal } from '../model/network.ts';
import type { MatchingNames } from './export-view.ts';
import { skeleton } from './look-alike.ts';

/** Pairs listed for one name, date or e-mail. 500 people of one name make 124,750 pairs, which nobody would read. */
export const MAX_PAIRS_OF_GROUP = 20;

interface Rule {
  reason: string;
  /** What people of one group share. */
  groupOf: (person: Person, index: PersonIndex) => readonly string[];
  /** Whether the person makes a pair worth asking about; a pair needs one such person. */
  isReason: (person: Person) => boolean;
}

/** Marks `isMaybeSame` and `isLookAlike` on people, and returns the pairs, sorted by people. */
export function proposeSame(people: Person[], ego: PersonIndex, names: MatchingNames): SameProposal[] {
  const nameOf = people.map((person) => names.of(person.name));
  markLookAlikes(people, nameOf);
  const byName = (index: PersonIndex): string[] => (nameOf[index] === '' ? [] : [nameOf[index]!]);
  const isBookOnly = (person: Person): boolean => person.isInAddressBook && !person.isContact;
  // From the most telling reason to the least: a pair is listed once.
  const rules: Rule[] = [
    {
      reason: 'same e-mail address',
      groupOf: (person) => person.emails,
      isReason: () => true,
    },
    {
      reason: 'same name, connected on the same day, another profile address: the address may have changed',
      groupOf: (person, index) =>
        person.slug === null || person.connectedOn === null
          ? []
          : byName(index).map((name) => `${person.connectedOn}|${name}`),
      isReason: () => true,
    },
    {
      reason: 'same name, one of them from the address book',
      groupOf: (_, index) => byName(index),
      isReason: isBookOnly,
    },
    {
      reason: 'same name, one of them without a profile address',
      groupOf: (person, index) => (index === ego && person.slug === null ? [] : byName(index)),
      isReason: (person) => person.slug === null,
    },
  ];
  const found = new Map<string, SameProposal>();
  for (const rule of rules) {
    for (const group of groupsOf(people, rule)) proposeWithin(group, people, rule, found);
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

function groupsOf(people: readonly Person[], rule: Rule): PersonIndex[][] {
  const groups = new Map<string, PersonIndex[]>();
  people.forEach((person, index) => {
    for (const shared of rule.groupOf(person, index)) {
      const group = groups.get(shared);
      if (group === undefined) groups.set(shared, [index]);
      else group.push(index);
    }
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

function proposeWithin(
  group: readonly PersonIndex[],
  people: readonly Person[],
  rule: Rule,
  found: Map<string, SameProposal>,
): void {
  const telling = group.filter((index) => rule.isReason(people[index]!));
  if (telling.length === 0) return;
  const rest = group.length - telling.length;
  const total = (telling.length * (telling.length - 1)) / 2 + telling.length * rest;
  for (const index of group) people[index]!.isMaybeSame = true;
  const isTelling = new Set(telling);
  const tooMany = total > MAX_PAIRS_OF_GROUP;
  const count = `${MAX_PAIRS_OF_GROUP} of ${total.toLocaleString('en')} such pairs are listed`;
  const reason = tooMany ? `${rule.reason} (${count})` : rule.reason;
  let listed = 0;
  for (let i = 0; i < group.length && listed < MAX_PAIRS_OF_GROUP; i++) {
    for (let j = i + 1; j < group.length && listed < MAX_PAIRS_OF_GROUP; j++) {
      const [a, b] = [group[i]!, group[j]!];
      if (!isTelling.has(a) && !isTelling.has(b)) continue;
      listed++;
      const pair = `${a}|${b}`;
      if (!found.has(pair)) found.set(pair, { a, b, reason });
    }
  }
}

/** Names equal to the eye and not by their letters: Cyrillic `а` in a Latin name. */
function markLookAlikes(people: Person[], nameOf: readonly string[]): void {
  const namesOfSkeleton = new Map<string, Set<string>>();
  const skeletons = new Map<string, string>();
  for (const name of new Set(nameOf)) {
    if (name === '') continue;
    const seen = skeleton(name);
    skeletons.set(name, seen);
    const known = namesOfSkeleton.get(seen);
    if (known === undefined) namesOfSkeleton.set(seen, new Set([name]));
    else known.add(name);
  }
  people.forEach((person, index) => {
    const seen = skeletons.get(nameOf[index]!);
    person.isLookAlike = seen !== undefined && (namesOfSkeleton.get(seen)?.size ?? 0) > 1;
  });
}
