/** The part of the contract suite about circles: asked as questions, answered, edited, taken back. */
import { expect, it } from 'vitest';
import type { WeftApi } from '../../shared/contract/api.ts';
import { ANA, AS_OF, BRAM, BYSTANDER, CHIDI, circlesZip, myZip, NOOR, TEAM } from './invented-map.ts';

export function circleSuite(start: () => Promise<{ api: WeftApi }>): void {
  const BURST = 'burst:2019-05-03..2019-05-09';
  const JOB = 'job:halden freight';

  async function withCircles(): Promise<WeftApi> {
    const { api } = await start();
    await api.importFiles({ files: [circlesZip()] });
    return api;
  }
  const keys = async (api: WeftApi) =>
    (await api.askCircles({ asOf: AS_OF })).questions.map(({ suggestion }) => suggestion);
  const circles = async (api: WeftApi) =>
    (await api.listCircles({ asOf: AS_OF })).circles.map(({ name, members }) => [
      name,
      members.map(({ person }) => person.name),
    ]);
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);
  const sorted = (people: readonly { name: string }[]) => names(people).sort((a, b) => a.localeCompare(b, 'en'));

  it('asks about groups that may be circles, with the faces and dates of its evidence', async () => {
    const api = await withCircles();
    const asked = await api.askCircles({ asOf: AS_OF, faces: 3 });
    expect(asked).toMatchObject({ status: 'asking', total: 3 });
    expect(asked.sentence).toBe('You have named no circle yet. 3 groups look like one: name it, or wave it away.');
    const [burst, job, thread] = asked.questions;
    expect(burst).toMatchObject({
      suggestion: BURST,
      source: 'burst',
      question: 'These 6 people came between 3 and 9 May 2019. A conference? A team?',
      guess: 'May 2019',
      people: 6,
    });
    expect(burst!.faces.map(({ connectedOn }) => connectedOn)).toEqual(['2019-05-03', '2019-05-03', '2019-05-03']);
    expect(burst!.faces[0]!.person).toMatchObject({ company: 'Kestrel Labs', position: 'Analyst' });
    expect(job).toMatchObject({
      suggestion: JOB,
      question:
        'You worked at Halden Freight from December 2010 to August 2018, and these 9 people came in that time. Colleagues?',
      guess: 'Halden Freight',
    });
    // Who works at Kestrel Labs came in that week: one question, not two.
    expect(thread).toMatchObject({ source: 'thread', people: 3, guess: null });
    expect(asked.missing).toEqual([
      'A friend’s export, imported as theirs, shows which of your contacts belong together.',
    ]);
    const [whole] = (await api.askCircles({ asOf: AS_OF, suggestion: BURST, faces: 0 })).questions;
    expect(names(whole!.faces.map(({ person }) => person)).sort()).toEqual(names(TEAM).sort());
    expect((await api.askCircles({ asOf: AS_OF, limit: 1 })).questions).toHaveLength(1);
  });

  it('asks nothing on an empty map, and says which files would bring questions', async () => {
    const { api } = await start();
    expect(await api.askCircles({})).toMatchObject({ status: 'nobody-yet', total: 0, questions: [] });
    expect(await api.listCircles({})).toEqual({ total: 0, circles: [] });
    await api.importFiles({ files: [myZip()] });
    expect(await api.askCircles({ asOf: AS_OF })).toMatchObject({ status: 'nothing-to-ask', total: 0 });
    expect((await api.askCircles({ asOf: AS_OF })).missing.join(' ')).toContain('Positions.csv');
  });

  it('asks the same in any order of rows and after every start', async () => {
    const answers: string[] = [];
    for (const turn of [0, 5, 11]) {
      const { api } = await start();
      await api.importFiles({ files: [circlesZip(turn)] });
      answers.push(JSON.stringify(await api.askCircles({ asOf: AS_OF, faces: 0 })).replace(/"id":\d+/g, ''));
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('names a circle with all of its people; its question does not come again, until that is taken back', async () => {
    const api = await withCircles();
    const before = await keys(api);
    const { receipts } = await api.answerCircle({ suggestion: BURST, name: 'Lisbon 2019', on: AS_OF, asOf: AS_OF });
    expect(receipts.map(({ kind }) => kind)).toEqual(['circle', 'circle-asked']);
    expect(await circles(api)).toEqual([['Lisbon 2019', sorted(TEAM)]]);
    expect(await keys(api)).toEqual([JOB]);
    const inPeople = await api.listPeople({ circle: ' lisbon 2019', asOf: AS_OF, limit: 0 });
    expect(names(inPeople.people).sort()).toEqual(names(TEAM).sort());
    expect((await api.listPeople({ query: 'lisbon' })).total).toBe(6);
    await expect(api.answerCircle({ suggestion: BURST, name: 'Again', asOf: AS_OF })).rejects.toMatchObject({
      kind: 'arguments',
      code: 'suggestion-unknown',
    });
    const ids = receipts.map(({ id }) => id);
    await api.withdrawMany({ ids });
    expect(await circles(api)).toEqual([]);
    expect(await keys(api)).toEqual(before);
    await api.reinstate({ ids });
    expect(await circles(api)).toEqual([['Lisbon 2019', sorted(TEAM)]]);
  });

  it('a named circle makes guesses between its members, never ties', async () => {
    const api = await withCircles();
    await api.answerCircle({ suggestion: BURST, name: 'Lisbon 2019', on: AS_OF, asOf: AS_OF });
    const ties = await api.listTies({ of: TEAM[0]!.url, betweenContacts: true, asOf: AS_OF, limit: 0 });
    const others = ties.ties.filter(({ basis }) => basis === 'inferred');
    expect(others.map(({ q }) => q < 0.9 && q >= 0.1)).toEqual(others.map(() => true));
    expect(others.length).toBeGreaterThan(0);
    // Nothing of it counts as known: measures and communities see no tie in it.
    expect(await api.listCommunities({ asOf: AS_OF })).toMatchObject({ status: 'not-known-yet', total: 0 });
  });

  it('takes some of the people, and leaves the others out for good', async () => {
    const api = await withCircles();
    await api.answerCircle({
      suggestion: BURST,
      name: 'Lisbon 2019',
      without: names(TEAM.slice(0, 2)),
      on: AS_OF,
      asOf: AS_OF,
    });
    await api.answerCircle({
      suggestion: JOB,
      name: 'Halden friends',
      members: names([BRAM, CHIDI]),
      on: AS_OF,
      asOf: AS_OF,
    });
    expect(await circles(api)).toEqual([
      ['Halden friends', sorted([BRAM, CHIDI])],
      ['Lisbon 2019', sorted(TEAM.slice(2))],
    ]);
    expect(await keys(api)).not.toContain(BURST);
    expect(await keys(api)).not.toContain(JOB);
  });

  it('waves a group away, and takes that back', async () => {
    const api = await withCircles();
    const before = await keys(api);
    const { receipts } = await api.answerCircle({ suggestion: JOB, on: AS_OF, asOf: AS_OF });
    expect(receipts.map(({ kind }) => kind)).toEqual(['circle-asked']);
    expect(await keys(api)).toEqual(before.filter((key) => key !== JOB));
    expect(await circles(api)).toEqual([]);
    // Being asked about is nothing that was said of somebody.
    expect((await api.getPerson({ person: BRAM.url, asOf: AS_OF })).loop).toEqual([]);
    await api.withdrawMany({ ids: receipts.map(({ id }) => id) });
    expect(await keys(api)).toEqual(before);
  });

  it('splits, renames, joins and removes circles, and takes each step back', async () => {
    const api = await withCircles();
    await api.answerCircle({ suggestion: BURST, name: 'Lisbon', on: AS_OF, asOf: AS_OF });
    const [first, second] = [TEAM.slice(0, 3), TEAM.slice(3)];
    const whole = [['Lisbon', sorted(TEAM)]];
    const split = await api.sayMany({
      said: [
        { kind: 'circle-leave', name: 'lisbon', members: names(second) },
        { kind: 'circle', name: 'Porto', members: names(second) },
      ],
      on: AS_OF,
    });
    const parted = [
      ['Lisbon', sorted(first)],
      ['Porto', sorted(second)],
    ];
    expect(await circles(api)).toEqual(parted);
    const renamed = await api.say({ said: { kind: 'circle-rename', name: 'Porto', to: 'Braga' }, on: AS_OF });
    expect(renamed.text).toBe('Circle Porto is called Braga.');
    expect(await circles(api)).toEqual([
      ['Braga', sorted(second)],
      ['Lisbon', sorted(first)],
    ]);
    const joined = await api.say({ said: { kind: 'circle-rename', name: 'Braga', to: 'Lisbon' }, on: AS_OF });
    expect(await circles(api)).toEqual(whole);
    const removed = await api.say({ said: { kind: 'circle-remove', name: 'Lisbon' }, on: AS_OF });
    expect(await circles(api)).toEqual([]);
    expect((await api.listPeople({ circle: 'Lisbon', asOf: AS_OF })).total).toBe(0);
    for (const id of [removed.id, joined.id, renamed.id]) await api.withdraw({ id });
    expect(await circles(api)).toEqual(parted);
    await api.withdrawMany({ ids: split.receipts.map(({ id }) => id) });
    expect(await circles(api)).toEqual(whole);
  });

  it('refuses to put in whom was not asked about, and nobody', async () => {
    const api = await withCircles();
    const answer = (part: object) => api.answerCircle({ suggestion: BURST, name: 'Lisbon', asOf: AS_OF, ...part });
    await expect(answer({ members: [BYSTANDER.name] })).rejects.toMatchObject({ code: 'person-unknown' });
    await expect(answer({ members: [ANA.name] })).rejects.toMatchObject({ code: 'not-in-suggestion' });
    await expect(answer({ without: names(TEAM) })).rejects.toMatchObject({ code: 'circle-empty' });
    await expect(answer({ name: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(answer({ without: [NOOR.name] })).rejects.toMatchObject({ code: 'not-in-suggestion' });
    expect(await circles(api)).toEqual([]);
  });
}
