import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { openStore } from '../../../../electron/backend/store/open-store.ts';
import type { InventedPerson } from '../../../helpers/invented-people.ts';
import { connectionsCsv, people, person, tempFolder } from '../../../helpers/linkedin-export.ts';

const AS_OF = '2026-06-01';
const NOOR = person('Noor Example');

const backends: Backend[] = [];
afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.close();
});

function open(folder: string): Backend {
  const backend = createBackend({ folder });
  backends.push(backend);
  return backend;
}

async function close(backend: Backend): Promise<void> {
  backends.splice(backends.indexOf(backend), 1);
  await backend.close();
}

const write = (rows: readonly InventedPerson[], companyOf: (at: number) => string): string => {
  const file = join(tempFolder(), 'Connections.csv');
  writeFileSync(
    file,
    connectionsCsv(
      rows.map(({ first, last, url }, at) => ({ first, last, url, company: companyOf(at), connectedOn: '2019-03-01' })),
    ),
  );
  return file;
};

/**
 * Noor and two friends of hers, each with a crowd of their own; five people are in both crowds. `crowd` decides what everybody is
 * called, `order` in which order rows stand.
 */
async function importWorld(
  backend: Backend,
  crowd: readonly InventedPerson[],
  order: <T>(rows: readonly T[]) => T[] = (rows) => [...rows],
): Promise<void> {
  const ana = crowd[0]!;
  const bram = crowd[1]!;
  const companyOf = (one: InventedPerson) => `Employer ${crowd.indexOf(one) % 4}`;
  const file = (rows: readonly InventedPerson[]) => {
    const ordered = order(rows);
    return write(ordered, (at) => companyOf(ordered[at]!));
  };
  await backend.api.importFiles({ files: [file(crowd.slice(0, 40))], owner: NOOR.url });
  const circles: [InventedPerson, InventedPerson[]][] = [
    [ana, crowd.slice(2, 25)],
    [bram, crowd.slice(20, 60)],
  ];
  for (const [owner, known] of circles) {
    await backend.api.importFiles({ files: [file([NOOR, ...known])], owner: owner.url, role: 'circle' });
  }
}

type Picture = Awaited<ReturnType<Backend['api']['getMap']>>;

const placesOf = (picture: Picture) =>
  new Map(picture.nodes.filter(({ kind }) => kind === 'person').map(({ label, x, y }) => [label, `${x} ${y}`]));

/** Everything that can be seen of a picture but names: where dots and lines are, and how they look. */
function shapeOf({ nodes, edges, regions, links }: Picture): string[] {
  const at = new Map(nodes.map(({ id, x, y }) => [id, `${x},${y}`]));
  return [
    ...nodes.map(({ kind, x, y, size, isContact, isOwner, count, ties }) =>
      JSON.stringify([kind, x, y, size, isContact, isOwner, count, ties]),
    ),
    ...edges.map(({ a, b, basis, isBetween }) => JSON.stringify([[at.get(a), at.get(b)].sort(), basis, isBetween])),
    ...regions.map(({ kind, x, y, radius, people: count, color }) =>
      JSON.stringify([kind, x, y, radius, count, color]),
    ),
    ...links.map((link) => JSON.stringify(link)),
  ].sort();
}

/** The same ties under other names: slugs, and so the order of people, are turned round. */
function renamed(crowd: readonly InventedPerson[]): InventedPerson[] {
  return crowd.map((_, at) => person(`Zed${String.fromCharCode(122 - (at % 26))} Renamed`, 900 - 7 * at));
}

describe('the picture and what people are called', () => {
  it('looks the same when everybody is called otherwise and rows are shuffled, but for the names', async () => {
    const crowd = people(60);
    const one = open(tempFolder());
    await importWorld(one, crowd);
    const other = open(tempFolder());
    await importWorld(other, renamed(crowd), (rows) => rows.toReversed());
    const [first, second] = [await one.api.getMap({ asOf: AS_OF }), await other.api.getMap({ asOf: AS_OF })];
    expect(shapeOf(second)).toEqual(shapeOf(first));
    expect(second.nodes.filter(({ kind }) => kind === 'person')).toHaveLength(60);
    const measured = async ({ api }: Backend) =>
      (await api.listConnectors({ asOf: AS_OF, limit: 0 })).connectors
        .map(({ constraint, effectiveSize, betweenness, participation, index }) =>
          [constraint, effectiveSize, betweenness, participation, index].map((value) => value?.toFixed(9)).join(' '),
        )
        .sort();
    expect(await measured(other)).toEqual(await measured(one));
  });

  it('gives another picture for another seed, and keeps the plain one', async () => {
    const backend = open(tempFolder());
    await importWorld(backend, people(60));
    const plain = await backend.api.getMap({ asOf: AS_OF });
    const other = await backend.api.getMap({ asOf: AS_OF, seed: 2 });
    expect(shapeOf(other)).not.toEqual(shapeOf(plain));
    expect(await backend.api.getMap({ asOf: AS_OF })).toEqual(plain);
  });
});

describe('where people stood', () => {
  it('is kept in the store: the picture is the same after the program ended', async () => {
    const folder = tempFolder();
    const first = open(folder);
    await importWorld(first, people(60));
    const before = await first.api.getMap({ asOf: AS_OF });
    await close(first);
    const store = openStore(folder, { mode: 'read' });
    expect(store.readPlaces().people.size).toBe(60);
    store.close();
    expect(await open(folder).api.getMap({ asOf: AS_OF })).toEqual(before);
  });

  it('moves nobody but the new when an export comes in, also after the program ended', async () => {
    const folder = tempFolder();
    const crowd = people(72);
    const first = open(folder);
    await importWorld(first, crowd.slice(0, 60));
    const before = placesOf(await first.api.getMap({ asOf: AS_OF }));
    await close(first);
    const second = open(folder);
    const more = [...crowd.slice(20, 60), ...crowd.slice(60, 66)];
    await second.api.importFiles({
      files: [write([NOOR, ...more], () => 'Later')],
      owner: crowd[1]!.url,
      role: 'circle',
    });
    const after = placesOf(await second.api.getMap({ asOf: AS_OF }));
    expect(after.size).toBe(66);
    expect([...before].filter(([name, place]) => after.get(name) !== place)).toEqual([]);
  });

  it('does not drift by looking around: unfolding, walking and thinking somebody away', async () => {
    const backend = open(tempFolder());
    await importWorld(backend, people(60));
    const plain = await backend.api.getMap({ asOf: AS_OF });
    const [someone] = plain.nodes.filter(({ kind, ties }) => kind === 'person' && ties > 2);
    await backend.api.getMap({ asOf: AS_OF, limit: 20, unfold: [1] });
    await backend.api.getMap({ asOf: AS_OF, focus: Number(someone!.id), depth: 2 });
    await backend.api.getMap({ asOf: AS_OF, mode: 'without' });
    expect(await backend.api.getMap({ asOf: AS_OF })).toEqual(plain);
  });

  it('P3: goes with a person who is forgotten, and stays for everybody else', async () => {
    const folder = tempFolder();
    const crowd = people(60);
    const backend = open(folder);
    await importWorld(backend, crowd);
    const before = await backend.api.getMap({ asOf: AS_OF });
    const leaving = before.nodes.find(({ label }) => label === crowd[30]!.name)!;
    await close(backend);
    const next = open(folder);
    await next.api.forget({ person: leaving.id });
    const store = openStore(folder, { mode: 'read' });
    const kept = store.readPlaces();
    store.close();
    expect([kept.people.has(Number(leaving.id)), kept.people.size]).toEqual([false, 59]);
    const after = placesOf(await next.api.getMap({ asOf: AS_OF }));
    const left = [...placesOf(before)].filter(([name]) => name !== leaving.label);
    expect(left.filter(([name, place]) => after.get(name) !== place)).toEqual([]);
  });

  it('P3: is not brought back for somebody forgotten meanwhile', () => {
    const folder = tempFolder();
    const store = openStore(folder, { mode: 'write' });
    const disc = { x: 1, y: 2, radius: 3 };
    const me = store.readNetwork().people[0]!.id;
    const seats = new Map([me, 4711].map((id, seat) => [id, { disc: 0, seat }]));
    store.writePlaces({ middle: 0, discs: new Map([[0, disc]]), people: seats });
    expect([...store.readPlaces().people.keys()]).toEqual([me]);
    store.close();
  });

  it('D11: travels with a copy of the map', async () => {
    const folder = tempFolder();
    const first = open(folder);
    await importWorld(first, people(60));
    await first.api.getMap({ asOf: AS_OF });
    await close(first);
    const file = join(tempFolder(), 'copy.weft');
    const store = openStore(folder, { mode: 'write' });
    store.copyTo(file);
    const places = store.readPlaces();
    store.close();
    const restored = open(tempFolder());
    await restored.api.restore({ file });
    await restored.api.getMap({ asOf: AS_OF });
    const { storeFolder: at } = await restored.api.status({});
    await close(restored);
    const other = openStore(at, { mode: 'read' });
    expect(other.readPlaces()).toEqual(places);
    other.close();
  });
});
