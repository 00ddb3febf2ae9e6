/** What a search asks of thousands of people, kept in one place in memory instead of in an object each. */
import { isListed } from '../../../shared/identity/changes.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';

interface Lookup {
  /** By number of the store; GONE where nobody has it. */
  indexes: Uint32Array;
  /** By index: 1 for those who are listed, else 0. */
  listed: Uint8Array;
}

const GONE = 0xffff_ffff;

const lookups = new WeakMap<Network, Lookup>();

/** Indexes of the people with these numbers of the store, in the same order; numbers that nobody has any more are left out. */
export function indexesOfNumbers(network: Network, numbers: readonly number[]): PersonIndex[] {
  const { indexes } = lookupOf(network);
  return numbers.map((number) => indexes[number] ?? GONE).filter((index) => index !== GONE);
}

/** By index: 1 for everybody whom `isListed` lists, else 0. */
export function listedPeople(network: Network): Uint8Array {
  return lookupOf(network).listed;
}

function lookupOf(network: Network): Lookup {
  const known = lookups.get(network);
  if (known !== undefined) return known;
  const highest = network.people.reduce((most, { id }) => Math.max(most, id), 0);
  const indexes = new Uint32Array(highest + 1).fill(GONE);
  for (const [index, { id }] of network.people.entries()) indexes[id] = index;
  const listed = Uint8Array.from(network.people, (_, index) => Number(isListed(network, index)));
  const lookup = { indexes, listed };
  lookups.set(network, lookup);
  return lookup;
}
