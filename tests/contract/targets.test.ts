/** What the screens of targets and routes ask, on an invented network made for it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts';
import { tempFolder } from '../helpers/linkedin-export.ts';

const asOf = '2026-06-30';

describe('targets, routes and back-channel as the screens ask for them', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = createBackend({ folder: join(tempFolder(), 'map') });
    await backend.api.makeSample({});
  });
  afterAll(async () => {
    await backend.close();
  });

  it('offers companies by the beginning of a word, those with contacts of mine first', async () => {
    const { companies } = await backend.api.suggestCompanies({ query: 'kestrel', asOf });
    expect(companies[0]).toMatchObject({ name: 'Kestrel Labs', contacts: 2 });
    const robotics = await backend.api.suggestCompanies({ query: 'ROBOT', asOf });
    expect(robotics.companies.map(({ name }) => name).join()).toContain('Brightwater Robotics');
    expect(await backend.api.suggestCompanies({ query: ' ', asOf })).toEqual({ companies: [] });
  });

  it('says what each pasted line means before anything is added', async () => {
    const lines = [
      'Kestrel Labs',
      'Freelance',
      'https://www.linkedin.com/in/nobody-zt-9',
      'Tern Labs',
      'tern labs inc',
    ];
    const read = await backend.api.readTargetLines({ lines, asOf });
    expect(read.lines.map(({ kind, isRepeated }) => [kind, isRepeated])).toEqual([
      ['company', true],
      ['no-employer', false],
      ['unknown-address', false],
      ['company', false],
      ['company', true],
    ]);
  });

  it('takes a pasted name for the one person who bears it, and for an employer where nobody or several do', async () => {
    const lines = ['petra novotná', 'Wei Chen', 'Nobody Atall', 'Kestrel Labs'];
    const read = await backend.api.readTargetLines({ lines, asOf });
    expect(read.lines.map(({ kind, person }) => [kind, person?.name ?? null])).toEqual([
      ['person', 'Petra Novotná'],
      ['company', null],
      ['company', null],
      ['company', null],
    ]);
  });

  it('routes to nobody by likeness until the user says it is the same company, and takes that back', async () => {
    const { api } = backend;
    const before = await api.findRoutes({ to: 'Kestrell Labs', details: true, asOf });
    expect(before).toMatchObject({ status: 'unknown-target', routes: [] });
    expect(before.details?.proposals.map(({ name }) => name)).toContain('Kestrel Labs');
    const { receipts } = await api.sayMany({
      said: [{ kind: 'alias', company: 'Kestrell Labs', other: 'Kestrel Labs' }],
      on: asOf,
    });
    const after = await api.findRoutes({ to: 'Kestrell Labs', details: true, asOf });
    expect(after.target.matchedBy).toBe('alias');
    expect(after.details?.corrections.map(({ id }) => id)).toContain(receipts[0]?.id);
    await api.withdrawMany({ ids: receipts.map(({ id }) => id) });
    expect(await api.findRoutes({ to: 'Kestrell Labs', details: true, asOf })).toEqual(before);
  });

  it('opens a route by pasted mutual connections, and closes it when they are taken back', async () => {
    const { api } = backend;
    const quinn = (await api.listTargets({ asOf })).targets.find(({ kind }) => kind === 'person')?.person;
    const id = String(quinn?.id);
    const names = await api.matchNames({ names: ['Petra Novotná', 'Petra Nov', 'Nobody Atall'], asOf });
    expect(names.matches.map(({ candidates, isExact }) => [candidates.length > 0, isExact])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
    const petra = String(names.matches[0]?.candidates[0]?.id);
    expect((await api.findRoutes({ toPerson: id, asOf })).status).toBe('no-route');
    const { receipts } = await api.sayMany({ said: [{ kind: 'knows', a: petra, b: id }], on: asOf });
    const found = await api.findRoutes({ toPerson: id, details: true, asOf });
    expect(found.routes[0]?.people.map((person) => String(person.id)).slice(1)).toEqual([petra, id]);
    expect(found.routes[0]?.hops[1]?.said).toMatchObject({ id: receipts[0]?.id, kind: 'knows' });
    await api.withdrawMany({ ids: [receipts[0]?.id ?? 0] });
    expect((await api.findRoutes({ toPerson: id, asOf })).status).toBe('no-route');
    await api.reinstate({ ids: [receipts[0]?.id ?? 0] });
    expect((await api.findRoutes({ toPerson: id, asOf })).status).toBe('routes');
    await api.withdrawMany({ ids: [receipts[0]?.id ?? 0] });
  });

  it('counts asks and gives of whom a route begins with', async () => {
    const { api } = backend;
    const [before] = (await api.findRoutes({ to: 'Brightwater Robotics', asOf })).routes;
    const person = String(before?.people[1]?.id);
    const ask = await api.log({ logged: { kind: 'ask', person, target: 'Brightwater', outcome: 'none' }, on: asOf });
    const goodwill = (await api.findRoutes({ to: 'Brightwater Robotics', k: 10, asOf })).routes.find(
      ({ people }) => String(people[1]?.id) === person,
    )?.goodwill;
    expect(goodwill?.asks).toBe((before?.goodwill.asks ?? 0) + 1);
    expect(goodwill?.lastAsk).toEqual({ id: ask.id, on: asOf, target: 'Brightwater', outcome: 'none' });
    await api.withdraw({ id: ask.id });
  });

  it('removes one target by its number and puts it back at its place', async () => {
    const { api } = backend;
    const before = await api.listTargets({ asOf });
    const [, second] = before.targets;
    const shorter = await api.removeTarget({ id: second?.id ?? 0 });
    expect(shorter.targets.map(({ id }) => id)).not.toContain(second?.id);
    await api.reinstate({ ids: [second?.id ?? 0] });
    expect(await api.listTargets({ asOf })).toEqual(before);
    await expect(api.reinstate({ ids: [second?.id ?? 0] })).rejects.toMatchObject({ code: 'statement-unknown' });
  });

  it('adds people who are known, each once, and says which statements that wrote', async () => {
    const { api } = backend;
    const [person] = (await api.listPeople({ query: 'Petra Novotná', asOf })).people;
    const id = String(person?.id);
    const list = await api.addTargets({ people: [id, id], companies: ['Kestrel Labs'], on: asOf });
    expect(list.added).toHaveLength(1);
    expect(list.targets.at(-1)?.person?.id).toBe(person?.id);
    await api.withdrawMany({ ids: list.added ?? [] });
  });

  it('names who could tell about an employer, the frank first, and nobody by a guess', async () => {
    const { api } = backend;
    const { sources, sentence } = await api.getBackChannel({ to: 'Starling Grid', asOf });
    expect(sources.length).toBeGreaterThan(3);
    const frank = sources.map(({ isFrank }) => Number(isFrank));
    expect(frank).toEqual([...frank].sort((a, b) => b - a));
    expect(sentence).toContain(sources[0]?.person.name ?? '?');
    expect((await api.getBackChannel({ to: 'Palisade Bio', asOf })).sources).toEqual([]);
  });

  it('keeps a private note with the person and lists it beside the back-channel', async () => {
    const { api } = backend;
    const [source] = (await api.getBackChannel({ to: 'Starling Grid', asOf })).sources;
    const text = 'Says the new lead listens.';
    const note = await api.say({ said: { kind: 'note', person: String(source?.person.id), text }, on: asOf });
    const { notes } = await api.getBackChannel({ to: 'Starling Grid', asOf });
    expect(notes).toContainEqual({ id: note.id, person: source?.person, on: asOf, text });
    await api.withdraw({ id: note.id });
  });
});
