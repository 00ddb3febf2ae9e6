import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { METHODS, type MethodName, type OutputOf } from '../../../../shared/contract/api.ts';
import type { Today } from '../../../../shared/contract/today.ts';
import type { TopList } from '../../../../shared/contract/top.ts';
import {
  type ConnectionRow,
  connectionsCsv,
  messagesCsv,
  people,
  person,
  profileCsv,
  tempFolder,
  zipOf,
} from '../../../helpers/linkedin-export.ts';

const AS_OF = '2026-07-01';
const NOOR = person('Noor Example');
const CROWD = people(40);
const [, BRAM, CHIDI, DILNOZA] = CROWD as [typeof NOOR, typeof NOOR, typeof NOOR, typeof NOOR];

const rows: ConnectionRow[] = CROWD.map((one, at) => ({
  first: one.first,
  last: one.last,
  url: one.url,
  company: ['Kestrel Labs', 'Brightwater Robotics', 'Studio Zuraw', 'Nordlys'][at % 4]!,
  position: at % 3 === 0 ? 'Head of Data' : 'Designer',
  connectedOn: `20${String(12 + (at % 12)).padStart(2, '0')}-03-0${1 + (at % 9)}`,
}));
const talk = [0, 1, 2, 3, 4].flatMap((at) =>
  [1, 2, 3, 4].flatMap((day) => [
    { thread: `t-${at}`, from: NOOR, to: [CROWD[at]!], at: `2026-0${1 + at}-0${day}T09:00:00Z`, content: 'Hello' },
    { thread: `t-${at}`, from: CROWD[at]!, to: [NOOR], at: `2026-0${1 + at}-0${day}T12:00:00Z`, content: 'Hi' },
  ]),
);

function zip(order: <T>(list: T[]) => T[], withMessages = true): string {
  const path = join(tempFolder(), 'Complete_LinkedInDataExport_06-28-2026.zip');
  const files = {
    'Connections.csv': connectionsCsv(order([...rows])),
    'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
    ...(withMessages ? { 'messages.csv': messagesCsv(order([...talk])) } : {}),
  };
  writeFileSync(path, zipOf(files));
  return path;
}

const open: Backend[] = [];
afterAll(async () => {
  for (const backend of open) await backend.close();
});

async function mapOf(file: string | null) {
  const backend = createBackend({ folder: join(tempFolder(), 'map') });
  open.push(backend);
  if (file !== null) await backend.api.importFiles({ files: [file], owner: NOOR.url });
  return backend.api;
}

/** What the contract promises, no key more and no key less. */
function checked<M extends MethodName>(method: M, output: OutputOf<M>): OutputOf<M> {
  expect(METHODS[method].output.parse(output)).toStrictEqual(output);
  return output;
}

/** Without numbers of people, which depend on the order of rows. */
const withoutIds = (value: TopList | Today): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'id' ? undefined : inner)));

describe('top contacts', () => {
  let api: Awaited<ReturnType<typeof mapOf>>;
  beforeAll(async () => {
    api = await mapOf(zip((list) => list));
    await api.addTargets({ companies: ['Kestrel Labs', 'Nordlys', 'Nowhere Inc'], on: '2026-03-01' });
  });

  it('writes the ranking as a table that a spreadsheet opens, in the order of the list', async () => {
    const file = join(tempFolder(), 'top.csv');
    const report = await api.exportData({ format: 'csv', what: 'ranking', file, asOf: AS_OF });
    const list = await api.listTop({ asOf: AS_OF, limit: 0 });
    expect(report.people).toBe(list.total);
    const [header, first] = readFileSync(file, 'utf8').split('\r\n');
    expect(header).toContain('"Rank","Name","URL"');
    expect(first).toContain(`"1","${list.contacts[0]!.person.name}"`);
    expect(first).toContain(list.contacts[0]!.nextStep);
    await expect(api.exportData({ format: 'json', what: 'ranking', file, asOf: AS_OF })).rejects.toMatchObject({
      code: 'ranking-format',
    });
  });

  it('covers stated circles beside targets when asked, and says who opens which', async () => {
    const members = [BRAM.url, CHIDI.url, DILNOZA.url];
    const { id } = await api.say({ said: { kind: 'circle', name: 'Choir', members }, on: '2026-02-01' });
    const without = checked('listTop', await api.listTop({ asOf: AS_OF, cover: true }));
    expect(without.circles).toEqual(['Choir']);
    expect(without.contacts.every(({ coversCircles }) => coversCircles?.length === 0)).toBe(true);
    const both = checked('listTop', await api.listTop({ asOf: AS_OF, cover: true, circles: true }));
    expect(both.contacts.flatMap(({ coversCircles }) => coversCircles ?? [])).toContain('Choir');
    expect(both.sentence).toContain('circle');
    await api.withdraw({ id });
  });

  it('answers with numbers, shares and reasons that fit together', async () => {
    const list = checked('listTop', await api.listTop({ asOf: AS_OF, limit: 0 }));
    expect(list.total).toBe(40);
    expect(list.targets).toEqual(['Kestrel Labs', 'Nordlys', 'Nowhere Inc']);
    expect(list.contacts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(list.contacts.filter(({ inVitalSet }) => inVitalSet)).toHaveLength(list.vitalSet);
    expect(list.contacts.filter(({ inTop20 }) => inTop20)).toHaveLength(8);
    for (const { parts, score, why, nextStep, robust } of list.contacts) {
      const product = Object.values(parts).reduce((result, part) => result * part, 1);
      expect(product).toBeCloseTo(score, 8);
      expect(why.length).toBeGreaterThan(0);
      expect(nextStep).not.toBe('');
      expect(robust).not.toBeNull();
    }
    expect(list.calibration).toMatchObject({ status: 'not-calibrated', asks: 0, brier: null });
    // In touch in April, at a target, with a say; Ana, much the same, wrote last in January.
    expect(list.contacts[0]!.person.name).toBe(DILNOZA.name);
  });

  it('says the same whatever the order of rows in the files', async () => {
    const backwards = await mapOf(zip((list) => list.reverse()));
    await backwards.addTargets({ companies: ['Nowhere Inc', 'Nordlys', 'Kestrel Labs'], on: '2026-03-01' });
    const ask = { asOf: AS_OF, limit: 0 };
    expect(withoutIds(await backwards.listTop(ask))).toEqual(withoutIds(await api.listTop(ask)));
    expect(withoutIds(await backwards.listTop({ ...ask, cover: true }))).toEqual(
      withoutIds(await api.listTop({ ...ask, cover: true })),
    );
    const today = await api.today({ asOf: AS_OF });
    // Stale targets are told by how long; equal ones by name.
    expect(withoutIds(await backwards.today({ asOf: AS_OF }))).toEqual(withoutIds(today));
  });

  it('covers targets with few people, and the coverage grows', async () => {
    const list = checked('listTop', await api.listTop({ asOf: AS_OF, cover: true }));
    const coverage = list.contacts.map((contact) => contact.coverage!);
    expect(coverage.length).toBeGreaterThan(1);
    expect([...coverage].sort((a, b) => a - b)).toEqual(coverage);
    expect(list.contacts[0]!.covers).toEqual(['Kestrel Labs']);
    expect(list.contacts[1]!.covers).toEqual(['Nordlys']);
    expect(list.contacts[0]!.replacement).not.toBeNull();
  });

  it('ranks for the companies named in the question', async () => {
    const list = await api.listTop({ asOf: AS_OF, targets: ['Brightwater Robotics'], limit: 1 });
    expect(list.targets).toEqual(['Brightwater Robotics']);
    expect(list.contacts[0]!.person.name).toBe(BRAM.name);
  });

  it('marks the same people as robust in one piece and by the way that can be followed and stopped', async () => {
    const list = await api.listTop({ asOf: AS_OF, limit: 0 });
    const { robust } = checked('markRobust', await api.markRobust({ asOf: AS_OF }));
    const marked = list.contacts.filter((contact) => contact.robust).map(({ person: { id } }) => id);
    expect([...robust].sort((a, b) => a - b)).toEqual(marked.sort((a, b) => a - b));
  });

  it('says what is missing with Connections.csv alone, and on an empty map', async () => {
    const bare = await (await mapOf(zip((list) => list, false))).listTop({ asOf: AS_OF });
    expect(bare.status).toBe('no-vital-few-yet');
    expect(bare.sentence).toContain('Connections.csv alone');
    expect(bare.missing.join(' ')).toContain('messages.csv');
    const empty = await mapOf(null);
    expect(checked('listTop', await empty.listTop({}))).toMatchObject({
      status: 'no-vital-few-yet',
      total: 0,
      contacts: [],
      vitalSet: 0,
    });
    expect(checked('today', await empty.today({}))).toMatchObject({ suggestions: [], followUps: [], thanks: [] });
    expect(checked('nextCards', await empty.nextCards({}))).toMatchObject({ total: 0, done: 0, cards: [] });
    expect(checked('listReferrals', await empty.listReferrals({}))).toMatchObject({ total: 0, tree: [] });
  });
});

describe('from card to follow-up', () => {
  it('takes cards away as they are answered, says what that changed, and brings them back', async () => {
    const api = await mapOf(zip((list) => list));
    await api.addTargets({ companies: ['Kestrel Labs'], on: '2026-03-01' });
    const first = checked('nextCards', await api.nextCards({ asOf: AS_OF }));
    expect(first).toMatchObject({ total: 40, done: 0 });
    const ids: number[] = [];
    for (const { person: one } of first.cards.slice(0, 5)) {
      const answer = checked(
        'answerCard',
        await api.answerCard({ person: String(one.id), answer: 'introduce', on: AS_OF }),
      );
      ids.push(...answer.ids);
    }
    expect(await api.nextCards({ asOf: AS_OF })).toMatchObject({ total: 35, done: 5 });
    const summary = checked('summarizeTriage', await api.summarizeTriage({ asOf: AS_OF, statements: ids }));
    expect(summary.answered).toBe(5);
    expect(summary.entered.length + summary.targetsUp.length).toBeGreaterThan(0);
    for (const id of ids) await api.withdraw({ id });
    expect(await api.nextCards({ asOf: AS_OF })).toEqual(first);
  });

  it('goes from a suggestion to a logged ask to its follow-up, and leaves alone whoever was put off', async () => {
    const api = await mapOf(zip((list) => list));
    const days = Array.from({ length: 16 }, (_, at) => `2026-07-${String(1 + at).padStart(2, '0')}`);
    let found: { day: string; who: Today['suggestions'][number] } | null = null;
    for (const day of days) {
      const today = checked('today', await api.today({ asOf: day }));
      if (found === null && today.suggestions[0] !== undefined) found = { day, who: today.suggestions[0] };
    }
    expect(found).not.toBeNull();
    const { day, who } = found!;
    const put = await api.answerSuggestion({ person: String(who.person.id), answer: 'not-this-one', on: day });
    checked('answerSuggestion', put);
    const isNamed = async () =>
      (await api.today({ asOf: day })).suggestions.some((one) => one.person.id === who.person.id);
    expect(await isNamed()).toBe(false);
    await api.withdraw({ id: put.id });
    expect(await isNamed()).toBe(true);
    await api.log({ logged: { kind: 'ask', person: CHIDI.url, outcome: 'none' }, on: '2026-07-01' });
    expect((await api.today({ asOf: '2026-07-21' })).followUps).toEqual([]);
    expect((await api.today({ asOf: '2026-07-22' })).followUps).toMatchObject([
      { daysLate: 0, person: { name: CHIDI.name } },
    ]);
  });

  it('learns from thirty asks, in the ranking as in every other answer', async () => {
    const api = await mapOf(zip((list) => list));
    for (let at = 0; at < 30; at++) {
      const outcome = at < 9 ? 'helped' : 'none';
      await api.log({ logged: { kind: 'ask', person: CROWD[at % 10]!.url, outcome }, on: '2026-06-01' });
    }
    const list = await api.listTop({ asOf: AS_OF });
    expect(list.calibration).toMatchObject({ status: 'calibrated', asks: 30, helped: 9 });
    expect((await api.getPerson({ person: CROWD[20]!.url, asOf: AS_OF })).help?.calibrated).toBe(true);
  });
});
