import { expect, it } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { connectionsCsv, person, tempFolder, writeTemp } from '../../../helpers/linkedin-export.ts';

const on = '2026-06-01';

it('ranks who has proven to introduce above any index, also where nobody knows whom they know', async () => {
  const [ana, ben, cara] = [person('Ana Ash'), person('Ben Birch'), person('Cara Cole')];
  const { api, close } = createBackend({ folder: tempFolder() });
  const rows = [ana, ben, cara].map(({ first, last, url }) => ({ first, last, url, connectedOn: '2020-03-01' }));
  await api.importFiles({ files: [writeTemp('Connections.csv', connectionsCsv(rows))] });
  const ranked = async () => {
    const list = await api.listConnectors({ asOf: on });
    return [list.status, list.total, ...list.connectors.map((one) => one.person.url)];
  };
  expect(await ranked()).toEqual(['not-known-yet', 0]);
  await api.log({ logged: { kind: 'ask', person: cara.url, target: 'Kestrel', outcome: 'helped' }, on });
  expect(await ranked()).toEqual(['ranked', 1, cara.url]);
  await api.say({ said: { kind: 'knows', a: ana.url, b: ben.url }, on });
  expect(await ranked()).toEqual(['ranked', 3, cara.url, ana.url, ben.url]);
  const { sentence, graph, connectors } = await api.listConnectors({ asOf: on });
  expect(sentence).toContain('has already helped you once. Whom they know is not known yet.');
  expect(graph.people).toBe(2);
  // The order of the list changes whom it names first, not the answer.
  const byTies = await api.listConnectors({ asOf: on, by: 'constraint' });
  expect(byTies.connectors[0]?.person.url).toBe(ana.url);
  expect(byTies.sentence).toBe(sentence);
  expect(connectors[0]).toMatchObject({
    introductions: 1,
    employersReached: 1,
    index: null,
    constraint: null,
    roles: null,
    community: null,
    circles: [],
    why: ['Has already helped you once, towards 1 employer.', 'Whom they know is not known.', expect.any(String)],
  });
  await close();
});
