import { expect, it } from 'vitest';
import { companyRoutesAddress, peopleAddress } from '../../../renderer/state/addresses.ts';
import { splitHash } from '../../../renderer/state/hash-location.ts';

it.each([
  ['', '/', ''],
  ['#', '/', ''],
  ['#/', '/', ''],
  ['#people', '/people', ''],
  ['#/people/12', '/people/12', ''],
  ['#/people?query=ana%20m&company=Kestrel', '/people', 'query=ana%20m&company=Kestrel'],
  ['#/people?query=a?b', '/people', 'query=a?b'],
])('reads %j as path %s and search %j', (hash, path, search) => {
  expect(splitHash(hash)).toEqual({ path, search });
});

it('keeps any company name in one piece of the address', () => {
  const name = 'Halden/Ruiz & Söhne #1?';
  const { path, search } = splitHash(`#${companyRoutesAddress(name)}`);
  expect(search).toBe('');
  expect(decodeURIComponent(path.split('/')[3] ?? '')).toBe(name);
});

it('leaves out what does not narrow the table', () => {
  expect(peopleAddress({ query: '', company: 'Kestrel & Co' })).toBe('/people?company=Kestrel+%26+Co');
  expect(peopleAddress()).toBe('/people');
});
