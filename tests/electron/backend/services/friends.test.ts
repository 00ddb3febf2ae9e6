import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { NOOR } from '../../../../shared/sample/cast.ts';
import { connectionsCsv, messagesCsv, person, zipOf } from '../../../helpers/linkedin-export.ts';
import { tempFolder } from '../../../helpers/temp-files.ts';

const AS_OF = '2026-07-01';
const TARGET = 'Brightwater Robotics';
const MINE = `https://www.linkedin.com/in/${NOOR.slug}`;

describe('friends’ networks and the lists of people in the invented map', () => {
  let backend: Backend;
  const routesTo = (to: string) => backend.api.findRoutes({ to, asOf: AS_OF });
  beforeAll(async () => {
    backend = createBackend({ folder: tempFolder() });
    await backend.api.makeSample({});
  });
  afterAll(() => backend.close());

  it('are used up to the day the user named, and again when that is taken back', async () => {
    const before = await routesTo(TARGET);
    const petra = String(before.routes[0]!.people[1]!.id);
    const { id, text } = await backend.api.say({
      said: { kind: 'network-until', person: petra, until: '2026-06-30' },
      on: '2026-06-01',
    });
    expect(text).toContain('is used until 30 June 2026');
    const told = (answer: Awaited<ReturnType<typeof routesTo>>) => answer.routes[0]!.hops[1]!.why;
    // What I saw of the two myself stays.
    expect(told(await routesTo(TARGET))).not.toEqual(told(before));
    expect(told(await backend.api.findRoutes({ to: TARGET, asOf: '2026-06-30' }))).not.toEqual(
      told(await routesTo(TARGET)),
    );
    const { batches } = await backend.api.listBatches({});
    expect(batches.filter(({ until }) => until !== null).map(({ owner, until }) => [owner?.id, until?.day])).toEqual([
      [Number(petra), '2026-06-30'],
    ]);
    await backend.api.withdraw({ id });
    expect(await routesTo(TARGET)).toEqual(before);
  });

  it('narrow the table to who leads to a target', async () => {
    const { targets } = await backend.api.listTargets({ asOf: AS_OF });
    expect(targets.length).toBeGreaterThan(0);
    const all = await backend.api.listPeople({ limit: 1, asOf: AS_OF });
    const leading = await backend.api.listPeople({ hasRoute: true, limit: 0, asOf: AS_OF });
    const others = await backend.api.listPeople({ hasRoute: false, limit: 1, asOf: AS_OF });
    expect(leading.total).toBeGreaterThan(0);
    expect(leading.total + others.total).toBe(all.total);
    const firsts = (await Promise.all(targets.map(({ name }) => routesTo(name)))).flatMap(({ routes }) =>
      routes.filter(({ hops }) => hops.length <= 2).map(({ people }) => people[1]!.id),
    );
    const ids = new Set(leading.people.map(({ id }) => id));
    expect(firsts.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('say of a friend who lists me, and whom I do not list, who wrote to whom as I saw it', async () => {
    const [noor, ben, ana] = [person('Noor Example'), person('Ben Birch'), person('Ana Ash')];
    const zip = (name: string, files: Record<string, string>) => {
      const file = join(tempFolder(), name);
      writeFileSync(file, zipOf(files));
      return file;
    };
    const rows = (one: typeof noor) =>
      connectionsCsv([{ first: one.first, last: one.last, url: one.url, connectedOn: '2020-03-01' }]);
    const mine = zip('Basic_LinkedInDataExport_06-28-2026.zip', { 'Connections.csv': rows(ana) });
    const bens = zip('Basic_LinkedInDataExport_06-29-2026.zip', {
      'Connections.csv': rows(noor),
      'messages.csv': messagesCsv(
        ['2026-05-01', '2026-05-20'].map((day) => ({ thread: 't', from: noor, to: [ben], at: `${day}T10:00:00Z` })),
      ),
    });
    const { api, close } = createBackend({ folder: tempFolder() });
    await api.importFiles({ files: [mine], owner: noor.url });
    await api.importFiles({ files: [bens], owner: ben.url, role: 'circle' });
    const { strength } = await api.getPerson({ person: ben.url, asOf: AS_OF });
    const texts = strength!.evidence.map(({ text }) => text);
    expect(texts).toContain('You wrote on 2 days; an answer came within two weeks on 0 of them.');
    expect(texts).toContain('You never heard from them here.');
    expect(strength!.unknown.join(' ')).toContain('Import Ben Birch’s Recommendations_Given.csv');
    await close();
  });

  it('find a note that was written after the same words found nobody', async () => {
    const found = async () => (await backend.api.listPeople({ query: 'gooseberry' })).people.map(({ name }) => name);
    expect(await found()).toEqual([]);
    await backend.api.say({ said: { kind: 'note', person: 'Petra Novotná', text: 'Likes gooseberry tart' } });
    expect(await found()).toEqual(['Petra Novotná']);
  });

  it('a list for a friend holds those I would introduce and nothing private, and comes in there as a circle', async () => {
    const file = join(tempFolder(), 'for-friends.csv');
    const report = await backend.api.exportData({ format: 'friends', file });
    const text = readFileSync(file, 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(report.people + 1);
    expect(text).toContain('Petra');
    expect(text).not.toContain('@');
    const friend = createBackend({ folder: tempFolder() });
    const imported = await friend.api.importFiles({ files: [file], role: 'circle', owner: MINE });
    expect(imported).toMatchObject({ role: 'circle', owner: { url: MINE } });
    const ties = await friend.api.listTies({ betweenContacts: false, limit: 0 });
    expect(ties.ties.filter(({ basis }) => basis === 'observed')).toHaveLength(report.people);
    await friend.close();
  });

  it('a list for a friend is refused without names, and where nobody would be introduced', async () => {
    const file = join(tempFolder(), 'none.csv');
    await expect(backend.api.exportData({ format: 'friends', file, redact: true })).rejects.toMatchObject({
      code: 'friends-need-names',
    });
    const empty = createBackend({ folder: tempFolder() });
    await expect(empty.api.exportData({ format: 'friends', file })).rejects.toMatchObject({
      code: 'nobody-to-introduce',
    });
    await empty.close();
  });
});
