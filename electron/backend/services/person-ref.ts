import type { PersonRef } from '../../../shared/contract/common.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';

/** A person as every answer names them. */
export function personRef(network: Network, index: PersonIndex): PersonRef {
  const person = network.people[index];
  if (person === undefined) throw new RangeError('no such person');
  const { id, name, url, company, position } = person;
  return { id, name, url, company, position };
}
