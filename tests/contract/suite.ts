/**
 * One suite for every way to reach a backend: in process, on threads, through a port as plain JSON. A new transport passes its own
 * `open` to `contractSuite` and nothing else.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CallContext,
  type InputOf,
  METHODS,
  type MethodName,
  type OutputOf,
  type Progress,
  type WeftApi,
} from '../../shared/contract/api.ts';
import { METHOD_NAMES } from '../../shared/contract/method-traits.ts';
import { listNames } from '../../shared/model/words.ts';
import { tempFolder } from '../helpers/linkedin-export.ts';
import { circleSuite } from './circle-suite.ts';
import {
  ANA,
  AS_OF,
  BRAM,
  CHIDI,
  CHIDI_NEW_URL,
  EDDA,
  friendZip,
  largeZip,
  myNewerZip,
  myZip,
  NEWCOMER,
  NOOR,
  OUTSIDER,
  ownerlessZip,
  VANISHING,
} from './invented-map.ts';

/** A backend as one transport shows it. */
export interface OpenedApi {
  api: WeftApi;
  onChanged(listener: () => void): void;
  close(): Promise<void>;
  /** A window names no file: what only a path can get wrong cannot be asked through it. */
  isWindow?: boolean;
}

/** Opens a backend on the map in a folder that may not exist yet. */
export type OpenApi = (folder: string) => Promise<OpenedApi>;

interface Opened extends OpenedApi {
  folder: string;
}

/** A call whose answer holds exactly what the contract says: no key more, no key less, and plain JSON. */
function checkedApi(api: WeftApi): WeftApi {
  const check = async <M extends MethodName>(method: M, input: InputOf<M>, context?: CallContext) => {
    const output = await api[method](input, context);
    expect(METHODS[method].output.parse(output)).toStrictEqual(output);
    expect(JSON.parse(JSON.stringify(output))).toStrictEqual(output);
    return output as OutputOf<M>;
  };
  return Object.fromEntries(
    METHOD_NAMES.map((method) => [method, (input: never, context?: CallContext) => check(method, input, context)]),
  ) as unknown as WeftApi;
}

export function contractSuite(name: string, open: OpenApi): void {
  describe(`the contract ${name}`, () => {
    const opened: OpenedApi[] = [];
    afterAll(async () => {
      for (const one of opened) await one.close();
    });

    async function start(): Promise<Opened> {
      const folder = join(tempFolder(), 'map');
      const one = await open(folder);
      opened.push(one);
      return { ...one, api: checkedApi(one.api), folder };
    }

    /** A map with Noor's export in it. */
    async function withMine(): Promise<Opened> {
      const one = await start();
      await one.api.importFiles({ files: [myZip()] });
      return one;
    }

    it('answers every question on an empty map', async () => {
      const { api, folder } = await start();
      expect(await api.status({})).toMatchObject({ isEmpty: true, me: null, people: 0, batches: 0, isSample: false });
      expect(await api.listPeople({})).toEqual({ total: 0, people: [] });
      expect(await api.listTies({})).toEqual({ total: 0, ties: [] });
      expect(await api.listBatches({})).toEqual({ total: 0, batches: [] });
      expect(await api.listTargets({})).toEqual({ total: 0, targets: [] });
      expect(await api.suggestTargets({})).toEqual({ suggestions: [] });
      expect(await api.listProposals({})).toEqual({ people: [], companies: [], unjoined: [] });
      expect(await api.listBackups({})).toEqual({ backups: [] });
      expect((await api.doctor({})).status).toBe('ok');
      const answer = await api.findRoutes({ to: 'Kestrel Labs' });
      expect(answer).toMatchObject({ status: 'unknown-target', routes: [], atLeastOne: null });
      expect(existsSync(folder)).toBe(false);
    });

    it('I7: imports an export, reports every row and lists the contacts without me', async () => {
      const { api } = await start();
      const report = await api.importFiles({ files: [myZip()] });
      expect(report).toMatchObject({
        batch: 1,
        role: 'me',
        owner: { name: NOOR.name, url: NOOR.url },
        ownerFoundBy: 'invitations',
        exportDate: '2026-05-03',
        people: { added: 12, updated: 0, unchanged: 0, vanished: 0 },
        targetsSuggested: 3,
      });
      for (const file of report.files) expect(file.rows).toBe(file.kept + file.hidden + file.skippedCount);
      const connections = report.files.find((file) => file.kind === 'connections');
      expect(connections).toMatchObject({ rows: 13, kept: 12, hidden: 1, skippedCount: 0 });
      expect(report.files.find((file) => file.kind === 'messages')).toMatchObject({
        rows: 14,
        kept: 13,
        skippedCount: 1,
      });
      const people = await api.listPeople({ limit: 0 });
      expect(people.total).toBe(12);
      expect(people.people.map((row) => row.url)).not.toContain(NOOR.url);
      expect(await api.status({})).toMatchObject({ isEmpty: false, me: { name: NOOR.name }, people: 12, batches: 1 });
    });

    it('D16: importing the same export again changes nothing', async () => {
      const { api } = await withMine();
      const before = await api.listPeople({ limit: 0, asOf: AS_OF });
      const again = await api.importFiles({ files: [myZip()] });
      expect(again).toMatchObject({
        batch: 1,
        people: { added: 0, updated: 0, unchanged: 12, vanished: 0 },
        changes: [],
      });
      expect((await api.listBatches({})).total).toBe(1);
      expect(await api.listPeople({ limit: 0, asOf: AS_OF })).toEqual(before);
    });

    it('records a new job, a changed address, somebody gone and somebody new', async () => {
      const { api } = await withMine();
      const report = await api.importFiles({ files: [myNewerZip()] });
      // Chidi's new address looks like a new person until the user merges the two (settled 12).
      expect(report.people).toMatchObject({ added: 2, vanished: 2 });
      expect(report.changes.map(({ person, field, before, after }) => [person.name, field, before, after])).toEqual([
        [BRAM.name, 'company', 'Brightwater Robotics', 'Quillfeather'],
        [BRAM.name, 'position', 'Designer', 'Head of Design'],
      ]);
      const vanished = await api.listPeople({ flag: 'vanished' });
      expect(vanished.people.map((row) => row.name).sort()).toEqual([CHIDI.name, VANISHING.name].sort());
      expect((await api.listPeople({ flag: 'moved' })).people.map((row) => row.name)).toEqual([BRAM.name]);
      const page = await api.getPerson({ person: BRAM.url });
      expect(page.jobs.map((job) => job.company)).toEqual(['Brightwater Robotics', 'Quillfeather']);
      expect((await api.listPeople({ query: NEWCOMER.name })).total).toBe(1);
    });

    it('writes nothing in a dry run', async () => {
      const { api, folder } = await start();
      const report = await api.importFiles({ files: [myZip()], dryRun: true });
      expect(report).toMatchObject({ batch: null, people: { added: 12 } });
      expect(existsSync(folder)).toBe(false);
      expect((await api.status({})).isEmpty).toBe(true);
    });

    it('asks whose messages these are, and takes the answer', async () => {
      const { api } = await start();
      await expect(api.importFiles({ files: [ownerlessZip()] })).rejects.toMatchObject({
        kind: 'input',
        code: 'owner-unknown',
      });
      const report = await api.importFiles({ files: [ownerlessZip()], owner: NOOR.url });
      expect(report).toMatchObject({ ownerFoundBy: 'option', owner: { url: NOOR.url } });
    });

    it("refuses a friend's export until it is called one, then knows whom they know", async () => {
      const { api } = await withMine();
      await expect(api.importFiles({ files: [friendZip()] })).rejects.toMatchObject({
        kind: 'input',
        code: 'another-persons-export',
      });
      const report = await api.importFiles({ files: [friendZip()], role: 'circle' });
      expect(report).toMatchObject({ batch: 2, role: 'circle', owner: { name: ANA.name }, people: { added: 0 } });
      const others = await api.listPeople({ limit: 0 });
      expect(others.people.map((row) => row.name)).not.toContain(OUTSIDER.name);
      const all = await api.listPeople({ limit: 0, all: true });
      expect(all.people.map((row) => row.name)).toContain(OUTSIDER.name);
      expect(all.people.map((row) => row.url)).not.toContain(NOOR.url);
    });

    it('D16: undo takes an import back exactly and keeps what was said', async () => {
      const { api } = await withMine();
      await api.say({ said: { kind: 'closeness', person: ANA.name, value: 4 }, on: AS_OF });
      const before = await api.listPeople({ limit: 0, asOf: AS_OF });
      await api.importFiles({ files: [myNewerZip()] });
      await api.importFiles({ files: [friendZip()], role: 'circle' });
      const friend = await api.undoBatch({ batch: 3 });
      expect(friend).toMatchObject({ batch: 3, people: { removed: 0 } });
      const report = await api.undoBatch({ batch: 2 });
      expect(report.people.removed).toBe(2);
      expect(await api.listPeople({ limit: 0, asOf: AS_OF })).toEqual(before);
      await api.undoBatch({ batch: 1 });
      expect((await api.listPeople({ all: true })).people.map((row) => row.name)).not.toContain(BRAM.name);
      await api.importFiles({ files: [myZip()] });
      expect(await api.listPeople({ limit: 0, asOf: AS_OF })).toEqual(before);
    });

    it('searches, filters, sorts and pages people', async () => {
      const { api } = await withMine();
      expect((await api.listPeople({ query: 'kestrel' })).total).toBe(4);
      expect((await api.listPeople({ query: 'edd tho' })).people).toEqual([]);
      expect((await api.listPeople({ query: 'thors edda' })).total).toBe(0);
      expect((await api.listPeople({ query: EDDA.last.slice(0, 4) })).people.map((row) => row.name)).toContain(
        EDDA.name,
      );
      expect((await api.listPeople({ company: 'kestrel labs' })).total).toBe(4);
      const first = await api.listPeople({ limit: 5, sort: 'name' });
      const second = await api.listPeople({ limit: 5, offset: 5, sort: 'name' });
      expect([first.total, first.people.length, second.people.length]).toEqual([12, 5, 5]);
      const ids = new Set([...first.people, ...second.people].map((row) => row.id));
      expect(ids.size).toBe(10);
      const newest = await api.listPeople({ sort: 'connectedOn', descending: true, limit: 2 });
      expect(newest.people.map((row) => row.connectedOn)).toEqual(['2025-03-03', '2024-03-02']);
      const strengths = (await api.listPeople({ sort: 'strength', descending: true, limit: 0 })).people.map(
        (row) => row.strength?.s ?? 0,
      );
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      for (const text of ['"', "'; DROP TABLE people;--", 'NEAR(', '*', '^', '%', '_', '\u0000', '(((']) {
        expect(await api.listPeople({ query: text })).toHaveProperty('total');
      }
    });

    it('tells all about a person by number, address or name, and each number explains itself', async () => {
      const { api } = await withMine();
      const page = await api.getPerson({ person: ANA.name, asOf: AS_OF });
      expect(page).toMatchObject({
        person: { name: ANA.name, url: ANA.url },
        isContact: true,
        connectedOn: '2014-03-01',
      });
      expect(await api.getPerson({ person: ANA.url, asOf: AS_OF })).toEqual(page);
      expect(await api.getPerson({ person: String(page.person.id), asOf: AS_OF })).toEqual(page);
      const strength = page.strength!;
      const terms = strength.evidence.reduce((sum, line) => sum + (line.term ?? 0), 0);
      expect(Math.abs(strength.logit)).toBeLessThan(10);
      expect(Number.isFinite(terms)).toBe(true);
      expect(page.months).toEqual([{ month: '2026-03', inbound: 3, outbound: 3 }]);
      expect(page.help?.probability).toBeGreaterThan(0);
      const me = await api.getPerson({ person: NOOR.url, asOf: AS_OF });
      expect(me).toMatchObject({ isContact: false, strength: null, help: null });
    });

    it('lists ties strongest first, and those between contacts apart', async () => {
      const { api } = await withMine();
      await api.importFiles({ files: [friendZip()], role: 'circle' });
      const all = await api.listTies({ limit: 0, asOf: AS_OF });
      const strengths = all.ties.map((tie) => tie.s);
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      expect(all.ties.filter((tie) => tie.a.url === NOOR.url)).toHaveLength(12);
      const between = await api.listTies({ limit: 0, asOf: AS_OF, betweenContacts: true });
      expect(between.ties.flatMap((tie) => [tie.a.url, tie.b.url])).not.toContain(NOOR.url);
      expect(between.ties.some((tie) => [tie.a.name, tie.b.name].includes(OUTSIDER.name))).toBe(true);
      const said = await api.listTies({ limit: 0, asOf: AS_OF, basis: 'asserted' });
      expect(said.total).toBe(0);
      const ofAna = await api.listTies({ of: ANA.url, limit: 0, asOf: AS_OF });
      for (const tie of ofAna.ties) expect([tie.a.name, tie.b.name]).toContain(ANA.name);
      expect((await api.listTies({ limit: 2, asOf: AS_OF })).ties).toHaveLength(2);
    });

    it('finds the direct, the one-step and no route, in the order of a list', async () => {
      const { api } = await withMine();
      await api.importFiles({ files: [friendZip()], role: 'circle' });
      const direct = await api.findRoutes({ to: 'kestrel labs', asOf: AS_OF });
      expect(direct).toMatchObject({ status: 'routes', target: { kind: 'company', matchedBy: 'exact' } });
      expect(direct.routes[0]?.hops).toHaveLength(1);
      const oneStep = await api.findRoutes({ to: 'Palisade Bio', asOf: AS_OF });
      const [route] = oneStep.routes;
      expect(route?.people.map((one) => one.name)).toEqual([NOOR.name, ANA.name, OUTSIDER.name]);
      expect(route?.probability).toBeGreaterThan(0);
      const { hops, weakest } = route!;
      const least = hops.map((hop) => hop.q * hop.help).reduce((best, value) => Math.min(best, value), 1);
      expect(hops[weakest]!.q * hops[weakest]!.help).toBe(least);
      expect(oneStep.atLeastOne).toBe(oneStep.routes.length === 1 ? route!.probability : oneStep.atLeastOne);
      const unknown = await api.findRoutes({ to: 'Nobody Knows GmbH', asOf: AS_OF });
      expect(unknown).toMatchObject({ status: 'unknown-target', routes: [], target: { matchedBy: null } });
      expect(unknown.nextSteps.length).toBeGreaterThan(0);
      const many = await api.findRoutesToMany({
        lines: ['Palisade Bio', 'Nobody Knows GmbH', ANA.url, 'https://www.linkedin.com/in/nobody-zt404'],
        asOf: AS_OF,
      });
      expect(many.answers.map((answer) => answer.status)).toEqual([
        'routes',
        'unknown-target',
        'routes',
        'unknown-target',
      ]);
      expect(many.answers[0]).toEqual(oneStep);
    });

    it('keeps targets, by company and by person, with who is known there', async () => {
      const { api } = await withMine();
      await api.addTargets({ companies: ['Kestrel Labs', 'kestrel labs inc', 'Nordlys'], on: AS_OF });
      const list = await api.addTargets({
        person: { name: 'Quinn Larkin', company: 'Palisade Bio', title: 'CTO', mutuals: [ANA.name] },
        on: AS_OF,
      });
      expect(list.targets.map(({ kind, name, status }) => [kind, name, status])).toEqual([
        ['company', 'Kestrel Labs', 'direct'],
        ['company', 'Nordlys', 'none'],
        ['person', 'Quinn Larkin', 'one-step'],
      ]);
      const route = await api.findRoutes({ toPerson: 'Quinn Larkin', asOf: AS_OF });
      expect(route.routes[0]?.hops.map((hop) => hop.basis)).toEqual(['observed', 'asserted']);
      expect((await api.suggestTargets({})).suggestions.map(({ company }) => company)).toEqual([
        'Palisade Bio',
        'Quillfeather',
      ]);
      expect((await api.removeTarget({ target: 'Nordlys' })).total).toBe(2);
      await expect(api.removeTarget({ target: 'Nordlys' })).rejects.toMatchObject({ code: 'target-unknown' });
    });

    it('writes down what is said and logged, and takes it back', async () => {
      const { api } = await withMine();
      const before = await api.getPerson({ person: EDDA.url, asOf: AS_OF });
      const said = await api.say({ said: { kind: 'closeness', person: EDDA.url, value: 4 }, on: AS_OF });
      const note = await api.say({ said: { kind: 'note', person: EDDA.url, text: 'plays the cello' }, on: AS_OF });
      const asked = await api.log({
        logged: { kind: 'ask', person: EDDA.url, target: 'Nordlys', outcome: 'helped' },
        on: AS_OF,
      });
      expect([said.kind, note.kind, asked.kind]).toEqual(['closeness', 'note', 'ask']);
      expect((await api.listPeople({ query: 'cello' })).people.map((row) => row.name)).toEqual([EDDA.name]);
      const page = await api.getPerson({ person: EDDA.url, asOf: AS_OF });
      expect(page.strength!.s).toBeGreaterThan(before.strength!.s);
      expect(page.loop.map((entry) => entry.kind)).toEqual(['closeness', 'ask']);
      const earlier = await api.getPerson({ person: EDDA.url, asOf: '2026-06-30' });
      expect(earlier.loop).toEqual([]);
      for (const { id } of [said, note, asked]) await api.withdraw({ id });
      expect(await api.getPerson({ person: EDDA.url, asOf: AS_OF })).toEqual(before);
      expect((await api.listPeople({ query: 'cello' })).total).toBe(0);
      await expect(api.withdraw({ id: said.id })).rejects.toMatchObject({ code: 'statement-unknown' });
    });

    it('keeps question sheets, the pitch and filters, the latest of each, until all of it is taken back', async () => {
      const { api } = await withMine();
      const sheetOf = async (about: { to: string } | { toPerson: string }) =>
        (await api.getBackChannel({ ...about, asOf: AS_OF })).questions;
      expect(await sheetOf({ to: 'Kestrel Labs' })).toBeNull();
      await api.say({ said: { kind: 'company-questions', company: 'Kestrel Labs', text: '- Who leaves?' }, on: AS_OF });
      const said = { kind: 'company-questions', company: 'kestrel labs inc', text: '- Who leaves, and why?' } as const;
      await api.say({ said, on: AS_OF });
      await api.say({ said: { kind: 'person-questions', person: EDDA.url, text: '- Since when?' }, on: AS_OF });
      const sheet = await sheetOf({ to: 'Kestrel Labs' });
      expect(sheet?.text).toBe('- Who leaves, and why?');
      expect((await sheetOf({ toPerson: EDDA.url }))?.text).toBe('- Since when?');
      expect(await sheetOf({ toPerson: BRAM.url })).toBeNull();
      expect((await api.getPerson({ person: EDDA.url, asOf: AS_OF })).loop).toEqual([]);
      await api.withdrawMany({ ids: sheet!.ids });
      expect(await sheetOf({ to: 'Kestrel Labs' })).toBeNull();

      expect(await api.listKept({})).toEqual({
        pitch: null,
        filters: [],
        weights: [],
        settings: {},
        roles: [],
      });
      await api.say({ said: { kind: 'pitch', text: 'I make data plain.' }, on: AS_OF });
      const words = { query: 'data', band: 'strong' };
      await api.say({ said: { kind: 'people-filter', name: 'Near', words: { band: 'weak' } }, on: AS_OF });
      await api.say({ said: { kind: 'people-filter', name: 'Near', words }, on: AS_OF });
      expect(await api.listKept({})).toMatchObject({
        pitch: { text: 'I make data plain.' },
        filters: [{ name: 'Near', words }],
      });
      const weights = { reach: 2, novelty: 1, power: 0 };
      for (const reach of [1, 2]) {
        await api.say({ said: { kind: 'weights', name: 'Job search', weights: { ...weights, reach } }, on: AS_OF });
      }
      for (const value of ['dark', 'light']) {
        await api.say({ said: { kind: 'setting', name: 'colours', value }, on: AS_OF });
      }
      const kept = await api.listKept({});
      expect(kept).toMatchObject({ weights: [{ name: 'Job search', weights }], settings: { colours: 'light' } });
      await api.withdrawMany({ ids: kept.weights[0]!.ids });
      expect((await api.listKept({})).weights).toEqual([]);
    });

    it('narrows people to a role that was given, however it is spelt', async () => {
      const { api } = await withMine();
      for (const [person, role] of [
        [EDDA.url, 'Mentor'],
        [BRAM.url, 'mentor '],
        [CHIDI.url, 'work friend'],
      ] as const) {
        await api.say({ said: { kind: 'role', person, role }, on: AS_OF });
      }
      const { people } = await api.listPeople({ role: 'MENTOR', asOf: AS_OF });
      expect(people.map(({ name }) => name).sort()).toEqual([BRAM.name, EDDA.name].sort());
      expect((await api.listPeople({ role: 'nobody’s', asOf: AS_OF })).total).toBe(0);
      expect((await api.listKept({})).roles).toEqual(['mentor', 'work friend']);
    });

    it('proposes a changed address as one person and merges on the word of the user only', async () => {
      const { api } = await withMine();
      await api.importFiles({ files: [myNewerZip()] });
      const proposals = await api.listProposals({});
      expect(proposals.people.map(({ a, b }) => [a.url, b.url].sort())).toEqual([[CHIDI.url, CHIDI_NEW_URL].sort()]);
      const count = (await api.status({})).people;
      const same = await api.say({ said: { kind: 'same', a: CHIDI.url, b: CHIDI_NEW_URL }, on: AS_OF });
      expect((await api.status({})).people).toBe(count - 1);
      expect((await api.listPeople({ flag: 'vanished' })).people.map((row) => row.name)).toEqual([VANISHING.name]);
      expect((await api.listProposals({})).people).toEqual([]);
      await api.withdraw({ id: same.id });
      expect((await api.status({})).people).toBe(count);
    });

    it('R5: exports the map whole, and redacted without names', async () => {
      const { api } = await withMine();
      const folder = tempFolder();
      const json = await api.exportData({ format: 'json', file: join(folder, 'map.json'), asOf: AS_OF });
      const map = JSON.parse(readFileSync(json.file, 'utf8'));
      expect([json.people, map.people.length, map.ties.length]).toEqual([12, 13, json.ties]);
      const csv = await api.exportData({ format: 'csv', file: join(folder, 'map.csv'), redact: true });
      const text = readFileSync(csv.file, 'utf8');
      expect(text.split('\r\n')).toHaveLength(14);
      for (const one of [ANA, BRAM, EDDA]) {
        expect(text).not.toContain(one.last);
        expect(text).not.toContain(one.slug);
      }
    });

    it('D11: a backup restores the map it was made of', async () => {
      const { api } = await withMine();
      const file = join(tempFolder(), 'copy.db');
      await api.backUp({ file });
      const inside = await api.backUp({});
      expect((await api.listBackups({})).backups).toContainEqual(inside);
      const before = await api.listPeople({ limit: 0, asOf: AS_OF });
      await api.importFiles({ files: [friendZip()], role: 'circle' });
      await api.say({ said: { kind: 'closeness', person: ANA.url, value: 1 }, on: AS_OF });
      const report = await api.restore({ file });
      expect(report).toMatchObject({ restored: file, people: 12 });
      expect(existsSync(report.kept!)).toBe(true);
      expect(await api.listPeople({ limit: 0, asOf: AS_OF })).toEqual(before);
      expect((await api.listBatches({})).total).toBe(1);
      // The map that was put in its place is the one that is written from now on.
      await api.say({ said: { kind: 'closeness', person: ANA.url, value: 2 }, on: AS_OF });
      expect(await api.listPeople({ limit: 0, asOf: AS_OF })).not.toEqual(before);
    });

    it('sees the first map that appears after it answered on an empty one', async () => {
      const { api } = await start();
      expect((await api.status({})).isEmpty).toBe(true);
      await api.importFiles({ files: [myZip()] });
      expect(await api.status({})).toMatchObject({ isEmpty: false, people: 12 });
    });

    circleSuite(start);

    it('says what is wrong as a coded value, with the sentence for people', async () => {
      const { api, isWindow = false } = await withMine();
      const folder = tempFolder();
      writeFileSync(join(folder, 'page.csv'), '<!DOCTYPE html>\n<html></html>\n');
      mkdirSync(join(folder, 'folder.csv'));
      type Refused = [() => Promise<unknown>, { kind: string; code: string }];
      const rowsOfPaths: Refused[] = [
        [() => api.importFiles({ files: [join(folder, 'none.zip')] }), { kind: 'arguments', code: 'file-missing' }],
        [() => api.importFiles({ files: [join(folder, 'folder.csv')] }), { kind: 'input', code: 'not-a-file' }],
        [() => api.restore({ file: join(folder, 'none.db') }), { kind: 'arguments', code: 'file-missing' }],
        [() => api.backUp({ file: join(folder, 'no', 'copy.db') }), { kind: 'arguments', code: 'folder-missing' }],
        [
          () => api.exportData({ format: 'json', file: join(folder, 'no', 'map.json') }),
          { kind: 'arguments', code: 'folder-missing' },
        ],
      ];
      const rows: Refused[] = [
        ...(isWindow ? [] : rowsOfPaths),
        [() => api.importFiles({ files: [join(folder, 'page.csv')] }), { kind: 'input', code: 'not-an-export' }],
        [() => api.importFiles({ files: [] }), { kind: 'arguments', code: 'bad-input' }],
        [() => api.importFiles({ files: [myZip()], owner: 'Noor' }), { kind: 'arguments', code: 'bad-owner' }],
        [() => api.undoBatch({ batch: 99 }), { kind: 'arguments', code: 'batch-unknown' }],
        [() => api.getPerson({ person: 'Nobody Atall' }), { kind: 'arguments', code: 'person-unknown' }],
        [() => api.findRoutes({}), { kind: 'arguments', code: 'bad-input' }],
        [() => api.findRoutes({ to: 'a', toPerson: 'b' }), { kind: 'arguments', code: 'bad-input' }],
        [() => api.findRoutes({ toPerson: NOOR.url }), { kind: 'arguments', code: 'about-yourself' }],
        [() => api.listPeople({ asOf: '2026-02-30' }), { kind: 'arguments', code: 'bad-input' }],
        [() => api.listPeople({ limit: -1 }), { kind: 'arguments', code: 'bad-input' }],
        [() => api.addTargets({ companies: ['Freelance'] }), { kind: 'arguments', code: 'not-a-company' }],
        [() => api.say({ said: { kind: 'same', a: ANA.url, b: ANA.url } }), { kind: 'arguments', code: 'same-person' }],
        [() => api.makeSample({}), { kind: 'arguments', code: 'map-not-empty' }],
        [() => api.restore({ file: join(folder, 'page.csv') }), { kind: 'input', code: 'bad-copy' }],
      ];
      for (const [call, expected] of rows) {
        const error = await call().then(
          () => new Error(`nothing was refused where ${expected.code} should be`),
          (thrown: Error) => thrown,
        );
        expect(error).toMatchObject({ name: 'WeftError', ...expected });
        expect(error.message).toMatch(/^\S.*[.!?]$/s);
        // P2: no name of a contact.
        expect(JSON.stringify(error)).not.toContain(ANA.last);
      }
      expect(await api.status({})).toMatchObject({ people: 12, batches: 1 });
    });

    it('follows long work, and tells others when the map changed', async () => {
      const { api, onChanged } = await start();
      let changes = 0;
      onChanged(() => {
        changes++;
      });
      const steps: Progress[] = [];
      await api.importFiles({ files: [largeZip(600, 3000)] }, { onProgress: (progress) => steps.push(progress) });
      expect(steps.length).toBeGreaterThan(1);
      expect(steps.map((progress) => progress.step).join('\n')).toMatch(/messages\.csv/);
      for (const { done, total } of steps) expect(total === null || done <= total).toBe(true);
      expect(changes).toBe(1);
      await api.listPeople({});
      expect(changes).toBe(1);
    });

    it('I11: a cancelled import ends as cancelled and leaves the map as it was', async () => {
      const { api } = await withMine();
      const stop = new AbortController();
      stop.abort();
      await expect(
        api.importFiles({ files: [largeZip(600, 3000)], role: 'me' }, { signal: stop.signal }),
      ).rejects.toMatchObject({ kind: 'cancelled', code: 'cancelled' });
      expect(await api.status({})).toMatchObject({ people: 12, batches: 1 });
    });

    describe('with the invented network', () => {
      let sample: Opened;
      beforeAll(async () => {
        sample = await start();
        await sample.api.makeSample({});
      });

      it('has routes of one, two and three hops, and a target without any', async () => {
        const { api } = sample;
        expect(await api.status({ asOf: AS_OF })).toMatchObject({ isSample: true, batches: 4 });
        const { targets } = await api.listTargets({ asOf: AS_OF });
        expect(new Set(targets.map((target) => target.status))).toEqual(
          new Set(['direct', 'one-step', 'two-steps', 'none']),
        );
      });

      it('ranks, sorts cards, says what to do today and keeps the log', async () => {
        const { api } = sample;
        const list = await api.listTop({ asOf: AS_OF, limit: 3 });
        expect(list.contacts.map(({ rank }) => rank)).toEqual([1, 2, 3]);
        expect(list.contacts.every(({ why, nextStep }) => why.length > 0 && nextStep !== '')).toBe(true);
        const cover = await api.listTop({ asOf: AS_OF, cover: true, circles: true });
        expect(cover.contacts.at(-1)?.coverage).toBeGreaterThan(0);
        const robust = await api.markRobust({ asOf: AS_OF });
        const marked = list.contacts.filter(({ robust: isMarked }) => isMarked).map(({ person }) => person.id);
        expect(robust.robust).toEqual(expect.arrayContaining(marked));

        const { cards, done } = await api.nextCards({ asOf: AS_OF, limit: 2 });
        const answered = await api.answerCard({
          person: String(cards[0]!.person.id),
          answer: 'introduce',
          helpsWith: 'hiring',
          on: AS_OF,
        });
        expect(answered.texts).toHaveLength(3);
        const summary = await api.summarizeTriage({ asOf: AS_OF, statements: answered.ids });
        expect(summary).toMatchObject({ answered: 1 });
        expect((await api.nextCards({ asOf: AS_OF, limit: 1 })).done).toBe(done + 1);
        await api.withdrawMany({ ids: answered.ids });
        expect((await api.nextCards({ asOf: AS_OF, limit: 2 })).cards).toEqual(cards);

        const today = await api.today({ asOf: AS_OF });
        const [first] = today.suggestions;
        // The sentence names whom to write to: a number of people is nothing one can do.
        expect(today.sentence).toMatch(new RegExp(`^Today: write to ${first!.person.name}`));
        const put = await api.answerSuggestion({ person: String(first!.person.id), answer: 'snooze', on: AS_OF });
        const later = (await api.today({ asOf: AS_OF })).suggestions.map(({ person }) => person.id);
        expect(later).not.toContain(first!.person.id);
        await api.withdraw({ id: put.id });
        expect(await api.today({ asOf: AS_OF })).toEqual(today);
      });

      it('ranks connectors with their reasons, names the circles they stand between and explains each number', async () => {
        const { api } = sample;
        const { communities } = await api.listCommunities({ asOf: AS_OF, limit: 0 });
        for (const owners of [false, true]) {
          const list = await api.listConnectors({ asOf: AS_OF, owners, limit: 0 });
          expect(list.known).toMatch(/^From \d+ ties between \d+ people, as 2 exports, threads and your own word show/);
          for (const { community, bridges, circles, why, parts, index } of list.connectors) {
            expect(circles).toHaveLength(community === null ? 0 : 1 + bridges.length);
            expect(why.join(' ')).toContain(circles[0] ?? 'Whom they know is not known.');
            if (index !== null) {
              expect(parts!.constraint + parts!.participation + parts!.betweenness).toBeCloseTo(index, 12);
            }
            for (const other of bridges) expect(communities[other - 1]?.community).toBe(other);
          }
          const numbers = list.measures.map(({ field }) => list.connectors[0]![field]);
          expect(numbers).not.toContain(undefined);
          expect(list.measures.map(({ id }) => id)).toEqual(
            expect.arrayContaining(['connector-index', 'constraint', 'gould-fernandez', 'expected-new-people']),
          );
          // Measures of ties, or of nobody in the list, explain no number here.
          expect(list.measures.map(({ id }) => id)).not.toContain('overlap');
        }
        const { connectors, sentence } = await api.listConnectors({ asOf: AS_OF, limit: 1 });
        const [own, ...others] = connectors[0]!.circles;
        expect(sentence).toBe(`${connectors[0]!.person.name} connects ${own} with ${listNames(others)}.`);
      });

      it('says of a person what to do next, which targets they open, and what has passed', async () => {
        const { api } = sample;
        const tom = await api.getPerson({ person: 'Tom Adeyemi', asOf: AS_OF });
        expect(tom.nextStep).toMatch(/^Ask Tom Adeyemi to introduce you to /);
        expect(tom.goodwill).toMatchObject({ asks: 1, lastAsk: { target: 'Nordlys', outcome: 'none' } });
        expect(tom.opens.map(({ target, via, basis }) => [target, via?.name, basis])).toContainEqual([
          'Brightwater Robotics',
          'Nkechi Fashola',
          'observed',
        ]);
        const petra = await api.getPerson({ person: 'Petra Novotná', asOf: AS_OF });
        expect(petra.opens[0]).toMatchObject({ target: 'Kestrel Labs', via: null });
        // Who is no contact is reached through one, and may have been asked all the same; of me nothing is said.
        const marisol = { person: 'Marisol Tavares-Quint', asOf: AS_OF };
        const outside = await api.getPerson(marisol);
        expect(outside).toMatchObject({ isContact: false, goodwill: { asks: 0, gives: 0, lastAsk: null }, opens: [] });
        expect(outside.nextStep).toMatch(/^Ask Petra Novotná: they can bring you to Marisol/);
        const { id } = await api.log({ logged: { kind: 'ask', person: marisol.person, outcome: 'none' }, on: AS_OF });
        expect((await api.getPerson(marisol)).goodwill).toMatchObject({ asks: 1, lastAsk: { id, on: AS_OF } });
        await api.withdraw({ id });
        const { me } = await api.status({ asOf: AS_OF });
        const own = await api.getPerson({ person: String(me!.id), asOf: AS_OF });
        expect(own).toMatchObject({ nextStep: null, goodwill: null, opens: [] });
      });

      it('keeps plans, gives and referrals, and has ideas what to give', async () => {
        const { api } = sample;
        const [one] = (await api.listTop({ asOf: AS_OF, limit: 1 })).contacts;
        const person = String(one!.person.id);
        const plan = { kind: 'plan', person, what: 'Fifteen minutes', where: 'By phone', when: '2026-08-03' } as const;
        const { id } = await api.log({ logged: plan, on: AS_OF, asOf: AS_OF });
        expect((await api.listLog({ asOf: AS_OF })).entries.find((entry) => entry.id === id)).toMatchObject({
          kind: 'plan',
          plan: { what: 'Fifteen minutes', why: null, where: 'By phone', when: '2026-08-03' },
        });
        await api.withdraw({ id });
        const ideas = await api.listGiveIdeas({ asOf: AS_OF });
        expect(ideas.ideas.length).toBeGreaterThan(0);
        for (const { people, reason, firstStep } of ideas.ideas) {
          expect(people.length).toBeGreaterThan(0);
          expect(`${reason} ${firstStep}`).toContain(people[0]!.name);
        }
        expect((await api.listReferrals({ asOf: AS_OF })).ideal).toEqual([3, 9, 27]);
      });

      it('answers alike when asked again', async () => {
        const { api } = sample;
        const ask = async () => [
          await api.listPeople({ limit: 0, asOf: AS_OF }),
          await api.listTies({ limit: 0, asOf: AS_OF }),
          await api.findRoutes({ to: 'Kestrel Labs', asOf: AS_OF, k: 10 }),
          await api.listProposals({ asOf: AS_OF }),
        ];
        expect(JSON.stringify(await ask())).toBe(JSON.stringify(await ask()));
      });
    });
  });
}
