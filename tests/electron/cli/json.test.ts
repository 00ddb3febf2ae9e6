import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { METHODS } from '../../../shared/contract/api.ts';
import type { RouteAnswer } from '../../../shared/contract/routes.ts';
import { ANA, AS_OF, BRAM, circlesZip, friendZip, myNewerZip, myZip, NOOR, TEAM } from '../../contract/invented-map.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';
import { weft, weftJson } from './weft.ts';

/** Every key of cli.md, with its type; `?` in front: may be null; an array holds the shape of its elements. */
type Shape = string | [Shape] | { [key: string]: Shape };

const PERSON_REF = { id: 'number', name: 'string', url: '?string', company: '?string', position: '?string' };
const STRENGTH = { s: 'number', band: 'string', coverage: 'number', sd: 'number' };
const TIE = {
  a: PERSON_REF,
  b: PERSON_REF,
  basis: 'string',
  q: 'number',
  s: 'number',
  band: 'string',
  coverage: '?number',
  evidence: [{ kind: 'string', text: 'string', date: '?string', count: '?number', term: '?number' }],
} satisfies Shape;
const IMPORT = {
  batch: '?number',
  role: 'string',
  owner: PERSON_REF,
  ownerFoundBy: 'string',
  exportDate: '?string',
  files: [
    {
      name: 'string',
      kind: 'string',
      rows: 'number',
      kept: 'number',
      hidden: 'number',
      skipped: [{ line: 'number', reason: 'string' }],
      skippedCount: 'number',
      notices: ['string'],
    },
  ],
  people: { added: 'number', updated: 'number', unchanged: 'number', vanished: 'number' },
  changes: [{ person: PERSON_REF, field: 'string', before: '?string', after: '?string' }],
  targetsSuggested: 'number',
  seconds: 'number',
} satisfies Shape;
const ROUTES = {
  target: { kind: 'string', name: 'string', matchedBy: '?string', people: [PERSON_REF] },
  status: 'string',
  routes: [
    {
      probability: 'number',
      people: [PERSON_REF],
      hops: [
        { a: PERSON_REF, b: PERSON_REF, basis: 'string', q: 'number', s: 'number', help: 'number', why: ['string'] },
      ],
      weakest: 'number',
      firstStep: 'string',
      ask: 'string',
    },
  ],
  atLeastOne: '?number',
  calibrated: 'boolean',
  nextSteps: ['string'],
} satisfies Shape;

/** Holds a value to its shape. Keys may be added, not left out (cli.md). */
function holds(value: unknown, shape: Shape, path = ''): void {
  if (Array.isArray(shape)) {
    expect(Array.isArray(value), path).toBe(true);
    for (const one of value as unknown[]) holds(one, shape[0], `${path}[]`);
  } else if (typeof shape === 'string') {
    if (shape.startsWith('?') && value === null) return;
    expect(typeof value, path).toBe(shape.replace('?', ''));
  } else {
    expect(value, path).toBeTypeOf('object');
    for (const [key, inner] of Object.entries(shape)) {
      expect(value, path).toHaveProperty(key);
      holds((value as Record<string, unknown>)[key], inner, `${path}.${key}`);
    }
  }
}

describe('weft with --json', () => {
  const store = join(tempFolder(), 'map');
  const asOf = ['--as-of', AS_OF];
  let report: { files: { rows: number; kept: number; hidden: number; skippedCount: number }[] };

  beforeAll(async () => {
    report = await weftJson(store, ['import', myZip()]);
    await weftJson(store, ['import', myNewerZip()]);
    await weftJson(store, ['import', friendZip(), '--role', 'circle']);
  });

  it('I7: import says what cli.md promises, and every row is kept, hidden or skipped', async () => {
    holds(report, IMPORT);
    expect(report.files.length).toBeGreaterThan(5);
    for (const { rows, kept, hidden, skippedCount } of report.files) expect(rows).toBe(kept + hidden + skippedCount);
  });

  it('never lists me among my contacts, and never takes unknown for 0', async () => {
    interface Row {
      url: string | null;
      strength: { s: number } | null;
      connectedOn: string | null;
    }
    const all = await weftJson<{ total: number; people: Row[] }>(store, ['people', '--all', '--limit', '0', ...asOf]);
    holds(all, {
      total: 'number',
      people: [{ ...PERSON_REF, connectedOn: '?string', communities: ['string'], flags: ['string'] }],
    });
    expect(all.people).toHaveLength(all.total);
    expect(all.people.map((row) => row.url)).not.toContain(NOOR.url);
    const strangers = all.people.filter((row) => row.connectedOn === null);
    expect(strangers.length).toBeGreaterThan(0);
    for (const { strength } of strangers) expect(strength).toBeNull();
    for (const { strength } of all.people) {
      if (strength === null) continue;
      holds(strength, STRENGTH);
      expect(strength.s).toBeGreaterThan(0);
    }
  });

  it.each([
    ['batches', ['batches'], { total: 'number', batches: [{ batch: 'number', role: 'string', importedAt: 'string' }] }],
    ['ties', ['ties'], { total: 'number', ties: [TIE] }],
    ['ties --between-contacts', ['ties', '--between-contacts'], { total: 'number', ties: [TIE] }],
    ['routes --to', ['routes', '--to', 'Palisade Bio'], ROUTES],
    ['routes --to, not known', ['routes', '--to', 'Nobody There Ltd'], ROUTES],
    ['routes --to-person', ['routes', '--to-person', BRAM.url], ROUTES],
    ['proposals', ['proposals'], { people: [{ a: PERSON_REF, b: PERSON_REF, reason: 'string' }], companies: [] }],
    ['targets', ['targets'], { total: 'number', targets: [] }],
    ['targets --suggest', ['targets', '--suggest'], { suggestions: [{ company: 'string' }] }],
    ['doctor', ['doctor'], { status: 'string', checks: [{ name: 'string', ok: 'boolean', text: 'string' }] }],
    ['person', ['person', ANA.name], { person: PERSON_REF, ties: [TIE], months: [{ month: 'string' }] }],
  ] as [string, string[], Shape][])('%s answers as cli.md says', async (_name, args, shape) => {
    const extra = args[0] === 'doctor' || args[0] === 'batches' ? [] : asOf;
    holds(await weftJson(store, [...args, ...extra]), shape);
  });

  it('routes answers a list in its order', async () => {
    const list = join(tempFolder(), 'list.txt');
    writeFileSync(list, `\ufeffPalisade Bio\r\n\r\n${BRAM.url}\nNobody There Ltd\n`);
    const { answers } = await weftJson<{ answers: RouteAnswer[] }>(store, ['routes', '--file', list, ...asOf]);
    holds(answers, [ROUTES]);
    expect(answers.map((answer) => answer.target.name)).toEqual(['Palisade Bio', BRAM.name, 'Nobody There Ltd']);
    const [first] = answers;
    expect(first?.routes[0]?.people[0]?.url).toBe(NOOR.url);
    expect(first?.routes[0]?.people.at(-1)?.company).toBe('Palisade Bio');
  });

  it('settled 20: the same map, day and seed give the same bytes', async () => {
    for (const args of [
      ['people', '--all'],
      ['ties'],
      ['routes', '--to', 'Kestrel Labs'],
      ['person', ANA.name],
      ['proposals'],
    ]) {
      const ask = [...args, ...asOf, '--seed', '3', '--limit', '0', '--json'];
      expect((await weft(store, ask)).stdout).toBe((await weft(store, ask)).stdout);
    }
  });

  it('settled 20: imports in any order give the same bytes, seconds and ids apart', async () => {
    const other = join(tempFolder(), 'map');
    // Noor's newer export first, so that the files alone say whose map it is.
    await weftJson(other, ['import', myNewerZip()]);
    await weftJson(other, ['import', friendZip(), '--role', 'circle']);
    await weftJson(other, ['import', myZip()]);
    const withoutIds = (text: string) => text.replace(/"id":\d+/g, '"id":0');
    for (const args of [
      ['people', '--all'],
      ['ties'],
      ['ties', '--between-contacts'],
      ['routes', '--to', 'Palisade Bio'],
      ['proposals'],
    ]) {
      const ask = [...args, ...asOf, '--limit', '0', '--json'];
      const [here, there] = [await weft(store, ask), await weft(other, ask)];
      expect(withoutIds(there.stdout)).toBe(withoutIds(here.stdout));
    }
  });

  it('says, logs, targets and takes back', async () => {
    const said: string[][] = [
      ['say', 'knows', ANA.name, BRAM.name, '--how', 'rowed together', '--closeness', '3'],
      ['say', 'not-knows', ANA.name, BRAM.name],
      ['say', 'closeness', ANA.name, '4'],
      ['say', 'vouch', ANA.name, 'yes'],
      ['say', 'introduced', ANA.name, BRAM.name],
      ['say', 'circle', 'Rowers', ANA.name, BRAM.name],
      ['say', 'employer-size', 'Kestrel Labs', '140'],
      ['say', 'alias', 'Kestrel Labs', 'Kestrel Laboratories'],
      ['say', 'role', ANA.name, 'mentor'],
      ['say', 'helps-with', ANA.name, 'interviews'],
      ['say', 'note', ANA.name, 'likes the sea'],
      ['log', 'ask', ANA.name, '--for', 'Nordlys', '--outcome', 'reply'],
      ['log', 'give', ANA.name, '--kind', 'advice'],
      ['log', 'meeting', ANA.name],
      ['log', 'call', ANA.name],
      ['log', 'referral', ANA.name, '--named', BRAM.name],
    ];
    const record = async (words: string[], at: number) => {
      // `--on` may stand at either end.
      const on =
        at % 2 === 0 ? [words[0]!, '--on', '2026-06-02', ...words.slice(1)] : [...words, '--as-of', '2026-06-02'];
      const receipt = await weftJson<{ id: number; kind: string; on: string; text: string }>(store, on);
      holds(receipt, { id: 'number', kind: 'string', on: 'string', text: 'string' });
      expect(receipt.on).toBe('2026-06-02');
      return receipt.id;
    };
    // D13: two at a time, as two terminals would.
    const ids: number[] = [];
    for (let at = 0; at < said.length; at += 2) {
      ids.push(...(await Promise.all([record(said[at]!, at), record(said[at + 1]!, at + 1)])));
    }
    const page = await weftJson<{ roles: string[]; circles: string[]; loop: unknown[] }>(store, [
      ...['person', ANA.name],
      ...asOf,
    ]);
    expect([page.roles, page.circles, page.loop.length]).toEqual([['mentor'], ['Rowers'], 13]);
    await weftJson(store, ['targets', 'add', 'Kestrel Labs']);
    const added = await weftJson<{ total: number }>(store, [
      ...['targets', 'add', '--person', 'Quinn Larkin', '--company', 'Nordlys', '--title', 'CTO', '--mutual', ANA.name],
    ]);
    expect(added.total).toBe(2);
    await weftJson(store, ['targets', 'remove', 'Kestrel Labs']);
    await weftJson(store, ['targets', 'remove', 'Quinn Larkin']);
    expect(await weftJson(store, ['undo', `s${ids[0]}`])).toHaveProperty('id', ids[0]);
    expect((await weft(store, ['undo', `s${ids[0]}`])).code).toBe(2);
  });

  it('lists circles and the groups that may be one, names them and waves them away', async () => {
    const other = join(tempFolder(), 'circles');
    await weftJson(other, ['import', circlesZip()]);
    type Circles = { total: number; circles: { name: string; people: number }[]; questions: { suggestion: string }[] };
    const ask = () => weftJson<Circles>(other, ['circles', ...asOf]);
    const asked = await ask();
    expect([asked.circles, asked.total]).toEqual([[], 3]);
    const [burst, job] = asked.questions.map(({ suggestion }) => suggestion);
    const named = await weftJson<{ receipts: { id: number }[] }>(other, [
      ...['circles', 'name', burst!, 'Lisbon 2019', '--without', TEAM[0]!.name, ...asOf],
    ]);
    await weftJson(other, ['circles', 'not', job!, ...asOf]);
    expect(await ask()).toMatchObject({ total: 0, circles: [{ name: 'Lisbon 2019', people: 5 }] });
    await weftJson(other, ['say', 'circle-rename', 'Lisbon 2019', 'Lisbon', ...asOf]);
    await weftJson(other, ['say', 'circle-leave', 'Lisbon', TEAM[1]!.name, ...asOf]);
    expect((await ask()).circles).toMatchObject([{ name: 'Lisbon', people: 4 }]);
    const text = (await weft(other, ['circles', ...asOf])).stdout;
    expect(text).toContain('You have named 1 circle.');
    await weftJson(other, ['say', 'circle-remove', 'Lisbon', ...asOf]);
    for (const { id } of named.receipts) await weftJson(other, ['undo', `s${id}`]);
    expect(await ask()).toMatchObject({ total: 2, circles: [] });
  });

  it('takes a person written down for a target back with the target, unless something else was said about them', async () => {
    const people = async () =>
      (await weftJson<{ people: { name: string }[] }>(store, ['people', '--all', '--limit', '0', ...asOf])).people.map(
        ({ name }) => name,
      );
    const add = ['targets', 'add', '--person', 'Runa Solheim', '--company', 'Nordlys', '--mutual', ANA.name];
    const before = await people();
    await weftJson(store, add);
    expect(await people()).toHaveLength(before.length + 1);
    const { removed } = await weftJson<{ removed: number[] }>(store, ['targets', 'remove', 'Runa Solheim']);
    expect(removed).toHaveLength(3);
    expect(await people()).toEqual(before);
    // By its number it goes the same way.
    const { targets } = await weftJson<{ targets: { id: number; name: string }[] }>(store, add);
    const number = targets.find(({ name }) => name === 'Runa Solheim')?.id;
    await weftJson(store, ['undo', `s${number}`]);
    expect(await people()).toEqual(before);
    await weftJson(store, add);
    await weftJson(store, ['say', 'note', 'Runa Solheim', 'met on the ferry']);
    await weftJson(store, ['targets', 'remove', 'Runa Solheim']);
    expect((await people()).filter((name) => !before.includes(name))).toEqual(['Runa Solheim']);
  });

  it('exports, backs up, restores and undoes', async () => {
    const folder = tempFolder();
    const json = await weftJson<{ file: string }>(store, ['export', '--format', 'json', join(folder, 'map.json')]);
    expect(JSON.parse(readFileSync(json.file, 'utf8')).format).toBe('weft-map');
    await weftJson(store, ['export', '--format', 'csv', '--redact', join(folder, 'map.csv')]);
    const backup = await weftJson(store, ['backup', join(folder, 'copy.db')]);
    holds(backup, { file: 'string', bytes: 'number', madeAt: 'string' });
    expect(METHODS.backUp.output.parse(backup)).toStrictEqual(backup);
    holds(await weftJson(store, ['undo', '3']), {
      batch: 'number',
      people: { removed: 'number', changed: 'number', kept: 'number' },
    });
    const restored = await weftJson<{ kept: string; people: number }>(store, ['restore', join(folder, 'copy.db')]);
    expect([existsSync(restored.kept), restored.people]).toEqual([true, 14]);
    expect(await weftJson(store, ['batches'])).toHaveProperty('total', 3);
  });

  it('makes a sample in an empty map only', async () => {
    const other = join(tempFolder(), 'sample');
    const sample = await weftJson(other, ['sample']);
    expect(METHODS.makeSample.output.parse(sample)).toStrictEqual(sample);
    const again = await weft(other, ['sample', '--json']);
    expect([again.code, JSON.parse(again.stdout).error.code]).toEqual([2, 'map-not-empty']);
  });
});
