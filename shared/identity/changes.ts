/** What one import, or taking one back, changed: the numbers and lines of the import report (cli.md, `import`). */
import type { Network, Person, PersonIndex } from '../model/network.ts';
import { compareText } from './person-key.ts';

export type ChangedField = 'company' | 'position' | 'name' | 'url';

const FIELDS: readonly ChangedField[] = ['company', 'position', 'name', 'url'];

export interface PersonChange {
  /** Key in the later network. */
  key: string;
  field: ChangedField;
  before: string | null;
  after: string | null;
}

export interface NetworkChanges {
  /** People whom `people` lists now and did not list before; never me. */
  added: number;
  /** People listed before and now about whom a fact changed. */
  updated: number;
  /** People of the file about whom nothing changed. */
  unchanged: number;
  /** Contacts newly missing from the newest export of mine. */
  vanished: number;
  /** Sorted by key, then company, position, name, url. */
  changes: PersonChange[];
}

/** Whether `people` lists them without `--all`: my contacts and my address book (settled.md 12). */
export function isListed(network: Network, index: PersonIndex): boolean {
  const person = network.people[index];
  return person !== undefined && index !== network.ego && (person.isContact || person.isInAddressBook);
}

/**
 * @param peopleOfFile people of the imported file in `after` (Resolution.peopleOfBatch), for `unchanged`; default: everybody listed
 */
export function compareNetworks(before: Network, after: Network, peopleOfFile?: Iterable<PersonIndex>): NetworkChanges {
  const earlier = earlierSelves(before, after);
  const report: NetworkChanges = { added: 0, updated: 0, unchanged: 0, vanished: 0, changes: [] };
  const touched = new Set<PersonIndex>();
  after.people.forEach((person, index) => {
    if (!isListed(after, index)) return;
    const known = (earlier.get(index) ?? []).filter((was) => isListed(before, was));
    const [was] = known;
    if (was === undefined) {
      report.added++;
      touched.add(index);
      return;
    }
    if (person.isVanished && known.some((at) => !before.people[at]!.isVanished)) {
      report.vanished++;
      touched.add(index);
    }
    const changes = changesOf(before.people[was]!, person);
    if (changes.length === 0) return;
    report.updated++;
    touched.add(index);
    report.changes.push(...changes);
  });
  for (const index of new Set(peopleOfFile ?? after.people.keys())) {
    const isOfFile = peopleOfFile !== undefined || isListed(after, index);
    if (isOfFile && index !== after.ego && !touched.has(index)) report.unchanged++;
  }
  report.changes.sort((a, b) => compareText(a.key, b.key) || FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
  return report;
}

/** The people before that a person is now, by any of their keys; the one with the same strongest key first. */
function earlierSelves(before: Network, after: Network): Map<PersonIndex, PersonIndex[]> {
  const earlier = new Map<PersonIndex, PersonIndex[]>();
  const add = (now: PersonIndex, was: PersonIndex | undefined): void => {
    if (was === undefined) return;
    const known = earlier.get(now);
    if (known === undefined) earlier.set(now, [was]);
    else if (!known.includes(was)) known.push(was);
  };
  after.people.forEach((person, index) => {
    add(index, before.indexOfKey.get(person.key));
  });
  for (const [key, index] of after.indexOfKey) add(index, before.indexOfKey.get(key));
  return earlier;
}

function changesOf(was: Person, is: Person): PersonChange[] {
  return FIELDS.filter((field) => was[field] !== is[field]).map((field) => ({
    key: is.key,
    field,
    before: was[field],
    after: is[field],
  }));
}
