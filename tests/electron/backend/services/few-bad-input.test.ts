import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { type ConnectionRow, connectionsCsv, people, tempFolder } from '../../../helpers/linkedin-export.ts';

const AS_OF = '2026-07-01';
const open: Backend[] = [];
afterAll(async () => {
  for (const backend of open) await backend.close();
});

async function mapOf(count: number, more: (at: number) => Partial<ConnectionRow> = () => ({})) {
  const rows = people(count).map(
    (one, at): ConnectionRow => ({
      first: one.first,
      last: one.last,
      url: one.url,
      company: 'Kestrel Labs',
      position: 'Designer',
      connectedOn: '2019-03-01',
      ...more(at),
    }),
  );
  const file = join(tempFolder(), 'Connections.csv');
  writeFileSync(file, connectionsCsv(rows));
  const backend = createBackend({ folder: join(tempFolder(), 'map') });
  open.push(backend);
  await backend.api.importFiles({ files: [file] });
  return backend.api;
}

describe('an honest sentence instead of a ranking', () => {
  it('with one contact: there is nobody to compare', async () => {
    const api = await mapOf(1);
    const list = await api.listTop({ asOf: AS_OF });
    expect(list).toMatchObject({ status: 'no-vital-few-yet', total: 1 });
    expect(list.sentence).toBe('You have one contact here, so there is nobody to compare.');
  });

  it('with contacts who are all alike, also when it is known how close they are', async () => {
    const api = await mapOf(12);
    const { contacts } = await api.listTop({ asOf: AS_OF, limit: 0 });
    await api.sayMany({
      said: contacts.map(({ person }) => ({ kind: 'closeness', person: String(person.id), value: 3 })),
      asOf: AS_OF,
    });
    const list = await api.listTop({ asOf: AS_OF, limit: 0 });
    expect(list.status).toBe('no-vital-few-yet');
    expect(list.sentence).toContain('all of them look alike');
    expect(new Set(list.contacts.map(({ score }) => score)).size).toBe(1);
  });

  it('with Connections.csv alone, people by strength stand by name, not by how long ago they were met', async () => {
    const api = await mapOf(12, (at) => ({ connectedOn: `20${10 + ((at * 5) % 12)}-03-01` }));
    const byStrength = await api.listPeople({ asOf: AS_OF, sort: 'strength', descending: true, limit: 0 });
    const byName = await api.listPeople({ asOf: AS_OF, sort: 'name', limit: 0 });
    expect(byStrength.people.map(({ name }) => name)).toEqual(byName.people.map(({ name }) => name));
  });

  it('with targets at which nobody is known: says so, and covers nothing', async () => {
    const api = await mapOf(12, (at) => ({ position: at % 2 === 0 ? 'Director' : 'Designer' }));
    await api.addTargets({ companies: ['Nowhere Inc', 'Nobody GmbH'], on: '2026-06-01' });
    const list = await api.listTop({ asOf: AS_OF });
    expect(list.missing.join(' ')).toMatch(/Nobody is known at .*Nowhere Inc/);
    const cover = await api.listTop({ asOf: AS_OF, cover: true });
    expect(cover.contacts).toEqual([]);
    expect(cover.sentence).toContain('Nobody you know is known to lead to');
    expect((await api.today({ asOf: AS_OF })).suggestionsMissing).toContain('Connections.csv alone');
  });

  it('takes no notice of what is dated later than the day judged', async () => {
    const api = await mapOf(6);
    const before = await api.listTop({ asOf: AS_OF });
    const today = await api.today({ asOf: AS_OF });
    const person = String(before.contacts[0]!.person.id);
    await api.say({ said: { kind: 'closeness', person, value: 4 }, on: '2026-08-01' });
    await api.log({ logged: { kind: 'ask', person, outcome: 'none' }, on: '2026-08-01' });
    expect(await api.listTop({ asOf: AS_OF })).toEqual(before);
    expect(await api.today({ asOf: AS_OF })).toEqual(today);
    expect((await api.listLog({ asOf: AS_OF })).entries).toEqual([]);
  });

  it('says when two outcomes of one day contradict each other, and which one counts', async () => {
    const api = await mapOf(6);
    const [one] = (await api.listTop({ asOf: AS_OF })).contacts;
    const person = String(one!.person.id);
    await api.log({ logged: { kind: 'ask', person, outcome: 'helped' }, on: '2026-05-01' });
    await api.log({ logged: { kind: 'ask', person, outcome: 'none' }, on: '2026-05-01' });
    const [due] = (await api.today({ asOf: AS_OF })).followUps;
    expect(due!.reason).toContain('Two outcomes are logged for that day; the later entry counts.');
  });
});
