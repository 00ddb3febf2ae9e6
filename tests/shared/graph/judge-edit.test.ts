import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judged, judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { editJudged } from '../../../shared/graph/judge-edit.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { AS_OF, networkOf, said } from '../insight/ranked-world.ts';

const contacts = Array.from({ length: 8 }, (_, at) => `person-zt${at + 10}`);
const stranger = 'stranger-zt90';
const world = networkOf({
  people: { ...Object.fromEntries(contacts.map((key) => [key, { company: 'Kestrel Labs' }])), [stranger]: {} },
  ties: Object.fromEntries(
    contacts.map((key, at) => [key, { acceptedOn: AS_OF - 90 * at, contact: [[AS_OF - 40 * at - 5, 1, 1, 1]] }]),
  ),
});
const judge = (network: Network, statements: Statement[]): Judged =>
  judgeNetwork(network, statements, { asOf: AS_OF, constants: DEFAULT_CONSTANTS, calibration: null });

const anyBody: fc.Arbitrary<StatementBody> = fc
  .record({
    person: fc.constantFrom(...contacts, stranger, 'nobody-zt1'),
    value: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
    would: fc.boolean(),
  })
  .chain(({ person, value, would }) =>
    fc.constantFrom<StatementBody>(
      { kind: 'closeness', person, value },
      { kind: 'vouch', person, would },
      { kind: 'ask', person, target: null, outcome: would ? 'helped' : 'none' },
      { kind: 'meeting', person },
      { kind: 'call', person },
      { kind: 'note', person, text: 'plays the viola' },
      { kind: 'referral', person, named: stranger },
      { kind: 'target-person', person },
      { kind: 'not-knows', a: 'me', b: person },
    ),
  );

describe('editJudged', () => {
  it('gives exactly what judging anew gives, for whatever was said and taken back, or leaves it to that', () => {
    let edits = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -60, max: 5 }), anyBody), { maxLength: 10 }),
        fc.array(fc.nat(11), { maxLength: 5 }),
        (entries, taken) => {
          const all = said(...entries.map(([age, body]) => [AS_OF + age, body] as const));
          const before = all.filter(({ id }) => id % 2 === 0);
          const after = all.filter(({ id }) => !taken.includes(id));
          const edited = editJudged(judge(world, before), before, after);
          if (edited === null) return;
          edits++;
          const anew = judge(world, after);
          expect(edited.graph).toEqual(anew.graph);
          expect(edited.mySummaries).toEqual(anew.mySummaries);
          expect(edited.statements).toEqual(anew.statements);
          expect(edited.conflicts).toEqual(anew.conflicts);
        },
      ),
    );
    expect(edits).toBeGreaterThan(20);
  });

  it('judges in somebody who becomes a contact by what is said of them', () => {
    const statements = said([AS_OF, { kind: 'closeness', person: stranger, value: 3 }]);
    const edited = editJudged(judge(world, []), [], statements);
    const at = world.indexOfKey.get(stranger)!;
    expect(edited?.graph.egoTies.isTie[at]).toBe(1);
    expect(edited?.graph).toEqual(judge(world, statements).graph);
  });

  it('keeps the very same judged network when no tie is spoken about', () => {
    const judged = judge(world, []);
    const statements = said([AS_OF, { kind: 'give', person: contacts[0]!, give: 'advice' }]);
    expect(editJudged(judged, [], statements)).toBe(judged);
  });

  it('leaves to judging anew what may change ties between others', () => {
    const judged = judge(world, []);
    const bodies: StatementBody[] = [
      { kind: 'knows', a: contacts[0]!, b: contacts[1]!, how: null, closeness: null },
      { kind: 'employer-size', company: 'Kestrel Labs', size: 40 },
      { kind: 'circle', name: 'Choir', members: contacts, size: null, from: null, to: null },
    ];
    for (const body of bodies) expect(editJudged(judged, [], said([AS_OF, body]))).toBeNull();
  });

  it('leaves to judging anew what may move the calibration', () => {
    const ask = { kind: 'ask', person: contacts[0]!, target: null, outcome: 'none' } as const;
    const asked = said(...Array.from({ length: 29 }, () => [AS_OF - 9, ask] as const));
    const judged = judge(world, asked);
    const with30 = [...asked, { id: 99, on: AS_OF, body: ask, batch: null }];
    expect(editJudged(judged, asked, with30)).toBeNull();
    const closer: Statement = {
      id: 100,
      on: AS_OF,
      body: { kind: 'closeness', person: contacts[0]!, value: 4 },
      batch: null,
    };
    expect(editJudged(judge(world, with30), with30, [...with30, closer])).toBeNull();
    const other: Statement = { ...closer, body: { kind: 'closeness', person: contacts[1]!, value: 4 } };
    expect(editJudged(judge(world, with30), with30, [...with30, other])).not.toBeNull();
  });
});
