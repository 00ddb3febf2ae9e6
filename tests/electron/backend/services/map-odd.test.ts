import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { type ConnectionRow, connectionsCsv, people, person, tempFolder } from '../../../helpers/linkedin-export.ts';

const AS_OF = '2026-06-01';
const NOOR = person('Noor Example');

let backend: Backend | null = null;
afterEach(() => backend?.close());

function row({ first, last, url }: { first: string; last: string; url: string }, company = ''): ConnectionRow {
  return { first, last, url, company, connectedOn: '2019-03-01' };
}

/** Noor's export, and those of friends. */
async function mapOf(mine: readonly ConnectionRow[], friends: [owner: string, rows: readonly ConnectionRow[]][] = []) {
  backend = createBackend({ folder: tempFolder() });
  const file = (rows: readonly ConnectionRow[]) => {
    const path = join(tempFolder(), 'Connections.csv');
    writeFileSync(path, connectionsCsv(rows));
    return path;
  };
  await backend.api.importFiles({ files: [file(mine)], owner: NOOR.url });
  for (const [owner, rows] of friends) {
    await backend.api.importFiles({ files: [file([row(NOOR), ...rows])], owner, role: 'circle' });
  }
  return backend.api.getMap({ asOf: AS_OF });
}

/** Nobody lies on anybody, everything has a place, and no line leads nowhere. */
function expectSound({ nodes, edges, regions, links }: Awaited<ReturnType<typeof mapOf>>): void {
  const at = new Map(nodes.map((node) => [node.id, node]));
  expect(nodes.length).toBeLessThanOrEqual(600 + regions.length + 1);
  for (const { x, y, size } of nodes) expect([x, y, size].every(Number.isFinite)).toBe(true);
  expect(edges.filter(({ a, b }) => !at.has(a) || !at.has(b))).toEqual([]);
  expect(links.filter(({ a, b }) => regions[a] === undefined || regions[b] === undefined || a >= b)).toEqual([]);
  const dots = nodes.filter(({ kind }) => kind === 'person');
  for (const [i, one] of dots.entries()) {
    for (const other of dots.slice(i + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan((one.size + other.size) / 2);
    }
  }
}

describe('the map of an odd network', () => {
  it('draws one circle where there is one, and bridges nothing', async () => {
    const crowd = people(20);
    const picture = await mapOf(
      crowd.map((one) => row(one)),
      [[crowd[0]!.url, crowd.slice(1).map((one) => row(one))]],
    );
    expectSound(picture);
    expect(picture.regions.filter(({ kind }) => kind === 'community')).toHaveLength(1);
    expect(picture.findings).toEqual([]);
    expect(picture.sentence).toMatch(/^Only .* is known so far/);
    expect(picture.missing).toHaveLength(3);
  });

  it('draws a star as a star: its middle is largest and everybody would be cut off without them', async () => {
    const [middle, ...others] = people(30);
    const picture = await mapOf([row(middle!)], [[middle!.url, others.map((one) => row(one))]]);
    expectSound(picture);
    expect(picture.edges).toHaveLength(29);
    const whatIf = await backend!.api.getMap({ asOf: AS_OF, mode: 'without', without: Number(picture.nodes[0]!.id) });
    expect(picture.nodes[0]!.label).toBe(middle!.name);
    expect(whatIf.whatIf!.people).toBeGreaterThan(20);
  });

  it('keeps 500 people of one name apart, as many dots as people', async () => {
    const crowd = Array.from({ length: 500 }, (_, at) => person('Alex Lee', at + 1));
    const picture = await mapOf(crowd.map((one, at) => row(one, `Employer ${at % 5}`)));
    expectSound(picture);
    expect(picture.counts.people).toBe(500);
    const dots = picture.nodes.filter(({ kind }) => kind === 'person');
    expect(new Set(dots.map(({ id }) => id)).size).toBe(picture.counts.drawn);
    expect(picture.status).toBe('not-known-yet');
  });

  it('folds the many around a hub of 5,000 and still counts them', async () => {
    const hub = person('Hub Example', 9);
    const crowd = people(5000);
    const picture = await mapOf([row(hub)], [[hub.url, crowd.map((one) => row(one))]]);
    expectSound(picture);
    expect(picture.counts).toMatchObject({ people: 5001, drawn: 600, folded: 4401, ties: 5000 });
    expect(picture.nodes[0]!.label).toBe('Hub Example');
  });

  it('R3: carries names with hidden marks whole, and finds the way by numbers alone', async () => {
    const odd = ['\u202Egnp.exe', 'Ana\u200B\u2066Reis', '\u0000\u0007', '👩\u200D💻 Kim', '&lt;b&gt;'];
    const crowd = odd.map((name, at) => ({ ...person('Odd Name', at + 1), first: name, last: 'Example' }));
    const picture = await mapOf(crowd.map((one) => row(one, '\u202EEmployer')));
    expectSound(picture);
    expect(picture.nodes.filter(({ kind }) => kind === 'person')).toHaveLength(odd.length);
    expect(picture.nodes.filter(({ id }) => !/^f?\d+$/.test(id))).toEqual([]);
  });
});
