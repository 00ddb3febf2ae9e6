/** Finds the one person meant by an address, a number or a name. */
import { nameKey } from '../../../shared/import/names.ts';
import { slugFromUrl } from '../../../shared/import/profile-url.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';

/** At most so many numbers are named when a name fits several people. */
const MAX_NAMED = 8;

/**
 * @param query profile address or slug, number (`12`), or a name only one person has; contacts of mine win over others
 * @throws WeftError arguments: `person-unknown`, or `person-ambiguous` with the numbers to choose from
 */
export function findPerson(network: Network, query: string): PersonIndex {
  const found = lookUpPerson(network, query);
  if (found.length === 1) return found[0]!;
  if (found.length === 0) {
    throw new WeftError(
      'arguments',
      'person-unknown',
      'Nobody goes by that name, number or address. weft people NAME searches.',
    );
  }
  const ids = found.slice(0, MAX_NAMED).map((index) => String(network.people[index]?.id));
  throw new WeftError(
    'arguments',
    'person-ambiguous',
    `${found.length} people go by that name. Say which by number: ${ids.join(', ')}${found.length > MAX_NAMED ? ', …' : ''}.`,
    { candidates: ids },
  );
}

const numbered = new WeakMap<Network, Map<number, PersonIndex>>();

/** Kept with the network: a circle names thousands of people by number. */
function indexOfNumber(network: Network): ReadonlyMap<number, PersonIndex> {
  let known = numbered.get(network);
  if (known === undefined) {
    known = new Map(network.people.map(({ id }, index) => [id, index]));
    numbered.set(network, known);
  }
  return known;
}

/** Everybody the query may mean, in key order; empty when nobody. */
export function lookUpPerson(network: Network, query: string): PersonIndex[] {
  const text = query.trim();
  if (/^\d{1,9}$/.test(text)) {
    const index = indexOfNumber(network).get(Number(text));
    if (index !== undefined) return [index];
  }
  const slug = slugFromUrl(text);
  const byKey =
    (slug === null ? undefined : network.indexOfKey.get(slug)) ?? network.indexOfKey.get(text.toLowerCase());
  if (byKey !== undefined) return [byKey];
  const wanted = nameKey(text);
  const named: PersonIndex[] = [];
  for (const [index, person] of network.people.entries()) {
    if (nameKey(person.name) === wanted || nameKey(person.originalName) === wanted) named.push(index);
  }
  const contacts = named.filter((index) => network.people[index]?.isContact);
  return contacts.length === 1 ? contacts : named;
}
