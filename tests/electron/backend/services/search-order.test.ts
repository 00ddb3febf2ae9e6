import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { type ConnectionRow, connectionsCsv, tempFolder, writeTemp } from '../../../helpers/linkedin-export.ts';

const COUNT = 1_300;
const numbers = Array.from({ length: COUNT }, (_, number) => number);
const isNamed = (number: number) => number % 13 === 0;
const addressOf = (number: number) => `https://www.linkedin.com/in/p${String(number).padStart(4, '0')}-zt1`;

describe('people found by words', () => {
  let backend: Backend;
  const addressesFor = async (query: string) => {
    const { people } = await backend.api.listPeople({ query, limit: 0 });
    return people.map(({ url }) => url);
  };
  const inOrder = (fits: (number: number) => boolean) => numbers.filter(fits);

  beforeAll(async () => {
    backend = createBackend({ folder: tempFolder() });
    const rows = numbers.map(
      (number): ConnectionRow => ({
        first: isNamed(number) ? 'Marit' : 'Zed',
        last: number % 260 === 1 ? 'Quill' : 'Ash',
        url: addressOf(number),
        company: isNamed(number) ? 'Tall Oaks' : 'Marine Works',
      }),
    );
    // The second half first: who is known longer has the lower number in the store and the higher key.
    for (const part of [rows.slice(COUNT / 2), rows]) {
      await backend.api.importFiles({ files: [writeTemp('Connections.csv', connectionsCsv(part))] });
    }
  });
  afterAll(() => backend.close());

  it('stand in order of their keys where a letter finds more than can be weighed, names before the rest', async () => {
    const expected = [...inOrder(isNamed), ...inOrder((number) => !isNamed(number))];
    expect(await addressesFor('mar')).toEqual(expected.map(addressOf));
  });

  it('stand in order of their keys where many, and where few fit alike', async () => {
    expect(await addressesFor('marit')).toEqual(inOrder(isNamed).map(addressOf));
    const few = inOrder((number) => number % 260 === 1);
    expect(await addressesFor('quill')).toEqual(few.map(addressOf));
  });
});
