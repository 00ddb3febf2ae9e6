import { expect, it } from 'vitest';
import { connectorsAddress, readConnectorsAddress } from '../../../../renderer/views/connectors/connectors-address.ts';

it('writes what is shown into the address and reads it back', () => {
  const question = { view: 'own-export', by: 'constraint', person: 18 } as const;
  const address = connectorsAddress(question);
  expect(address).toBe('/connectors?view=own-export&by=constraint&person=18');
  expect(readConnectorsAddress(address.slice('/connectors?'.length))).toEqual(question);
  expect(connectorsAddress()).toBe('/connectors');
});

it('takes what it cannot read for what is shown first', () => {
  const first = { view: 'seen-from-outside', by: 'index', person: null };
  expect(readConnectorsAddress('view=x&by=weight&person=-1')).toEqual(first);
  expect(readConnectorsAddress('')).toEqual(first);
});
