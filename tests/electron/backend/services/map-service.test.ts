import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { tempFolder } from '../../../helpers/temp-files.ts';

const AS_OF = '2026-06-01';

describe('the map of the invented network', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = createBackend({ folder: tempFolder() });
    await backend.api.makeSample({});
  });
  afterAll(() => backend.close());

  it('opens on the person who connects, the largest on the map', async () => {
    const picture = await backend.api.getMap({ asOf: AS_OF });
    const connectors = await backend.api.listConnectors({ asOf: AS_OF, limit: 1 });
    expect(picture.status).toBe('drawn');
    expect(picture.nodes[0]!.label).toBe(connectors.connectors[0]!.person.name);
    expect(picture.sentence).toContain(picture.nodes[0]!.label);
  });

  it('draws nobody twice, no more than asked for, and counts everybody else', async () => {
    const { nodes, counts, regions } = await backend.api.getMap({ asOf: AS_OF, limit: 120 });
    const people = nodes.filter(({ kind }) => kind === 'person');
    expect(people).toHaveLength(120);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    expect(nodes.reduce((sum, { count }) => sum + count, 0)).toBe(counts.folded);
    expect(regions.reduce((sum, region) => sum + region.people, 0)).toBe(counts.people);
  });

  it('draws observed and stated ties among those drawn, never inferred ones', async () => {
    const { nodes, edges } = await backend.api.getMap({ asOf: AS_OF });
    const ids = new Set(nodes.map(({ id }) => id));
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.filter(({ a, b, basis }) => !ids.has(a) || !ids.has(b) || basis === 'inferred')).toEqual([]);
  });

  it('R2: knows people by numbers of ours alone', async () => {
    const { nodes } = await backend.api.getMap({ asOf: AS_OF, limit: 60 });
    expect(nodes.filter(({ id }) => !/^f?\d+$/.test(id))).toEqual([]);
  });

  it('gives the same picture again, and to a program that starts anew', async () => {
    const first = await backend.api.getMap({ asOf: AS_OF });
    expect(await backend.api.getMap({ asOf: AS_OF })).toEqual(first);
    const other = createBackend({ folder: tempFolder() });
    await other.api.makeSample({});
    const places = (picture: typeof first) => picture.nodes.map(({ label, x, y }) => [label, x, y]);
    expect(places(await other.api.getMap({ asOf: AS_OF }))).toEqual(places(first));
    await other.close();
  });

  it('unfolds a region on demand', async () => {
    const { regions } = await backend.api.getMap({ asOf: AS_OF });
    const folded = regions.find(({ drawn, people }) => drawn === 0 && people > 3)!;
    const { regions: after } = await backend.api.getMap({ asOf: AS_OF, unfold: [folded.region] });
    expect(after[folded.region]!.drawn).toBe(folded.people);
  });

  it('says what comes apart without somebody', async () => {
    const [owner] = (await backend.api.listConnectors({ asOf: AS_OF, owners: true, limit: 1 })).connectors;
    const { whatIf, nodes } = await backend.api.getMap({ asOf: AS_OF, mode: 'without', without: owner!.person.id });
    expect(whatIf!.person.id).toBe(owner!.person.id);
    expect(whatIf!.people).toBeGreaterThan(50);
    expect(nodes.filter(({ isApart }) => isApart).length).toBeGreaterThan(50);
  });

  it('draws a route from me to the target', async () => {
    const { nodes, edges } = await backend.api.getMap({ asOf: AS_OF, mode: 'route', toCompany: 'Kestrel Labs' });
    expect(nodes.filter(({ kind }) => kind === 'me')).toHaveLength(1);
    expect(nodes.some(({ person }) => person?.company?.startsWith('Kestrel'))).toBe(true);
    expect(edges.length).toBeGreaterThan(0);
  });

  it('R5: writes GraphML and GEXF with basis, q and s, and without names when told so', async () => {
    const { people } = await backend.api.listPeople({ asOf: AS_OF, limit: 5 });
    for (const format of ['graphml', 'gexf'] as const) {
      const file = join(tempFolder(), `map.${format}`);
      await backend.api.exportData({ format, file, asOf: AS_OF });
      const named = readFileSync(file, 'utf8');
      expect(named.match(/basis/g)!.length).toBeGreaterThan(100);
      expect(named).not.toContain('weight');
      await backend.api.exportData({ format, file, redact: true, asOf: AS_OF });
      const redacted = readFileSync(file, 'utf8');
      for (const { name, id } of people) {
        expect(redacted).not.toContain(name);
        expect(redacted).toContain(`Person ${id}`);
      }
    }
  });

  it('refuses to write anything but a picture', async () => {
    const file = join(tempFolder(), 'x.svg');
    await expect(backend.api.savePicture({ file, format: 'svg', content: '#!/bin/sh' })).rejects.toMatchObject({
      code: 'not-a-picture',
    });
  });
});

describe('the map of one export alone', () => {
  it('says that nothing is known yet, shows where people work, and draws no tie', async () => {
    const backend = createBackend({ folder: tempFolder() });
    const file = join(tempFolder(), 'Connections.csv');
    const rows = Array.from(
      { length: 9 },
      (_, at) =>
        `Una,Person${at},https://www.linkedin.com/in/una-zt${at + 1},,${at < 6 ? 'Brightwater' : 'Kestrel'},,01 Mar 2020`,
    );
    writeFileSync(
      file,
      ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows, ''].join('\n'),
    );
    await backend.api.importFiles({ files: [file] });
    const picture = await backend.api.getMap({ asOf: AS_OF });
    expect(picture.status).toBe('not-known-yet');
    expect(picture.missing).toHaveLength(3);
    expect(picture.edges).toEqual([]);
    expect(picture.regions.map(({ label, people }) => [label, people])).toEqual([
      ['Brightwater', 6],
      ['Kestrel', 3],
    ]);
    await backend.close();
  });

  it('follows what is said of a tie: who is close comes first, who became a contact is drawn, who no longer is is not', async () => {
    const { api, close } = createBackend({ folder: tempFolder() });
    const file = join(tempFolder(), 'Connections.csv');
    const rows = [1, 2, 3].map((at) => `Una,Person${at},https://www.linkedin.com/in/una-zt${at},,Kestrel,,01 Mar 2020`);
    writeFileSync(
      file,
      ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows, ''].join('\n'),
    );
    await api.importFiles({ files: [file] });
    await api.addTargets({ person: { name: 'Tom Newcomer', company: 'Kestrel' }, on: AS_OF });
    const names = async () => {
      const { nodes } = await api.getMap({ asOf: AS_OF });
      return nodes.filter(({ kind }) => kind === 'person').map(({ label }) => label);
    };
    expect(await names()).toEqual(['Una Person1', 'Una Person2', 'Una Person3']);
    const say = (person: string) => api.say({ said: { kind: 'closeness', person, value: 3 }, on: AS_OF });
    await say('Una Person2');
    expect((await names())[0]).toBe('Una Person2');
    const { id } = await say('Tom Newcomer');
    expect(await names()).toContain('Tom Newcomer');
    await api.withdraw({ id });
    expect(await names()).not.toContain('Tom Newcomer');
    await close();
  });

  it('is empty and calm without any import', async () => {
    const backend = createBackend({ folder: tempFolder() });
    const picture = await backend.api.getMap({});
    expect([picture.status, picture.nodes]).toEqual(['empty', []]);
    await backend.close();
  });
});
