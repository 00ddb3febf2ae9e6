import { describe, expect, it } from 'vitest';
import { followUpsDue, staleTargets, thanksOwed } from '../../../shared/insight/follow-ups.ts';
import type { AskOutcome, Statement } from '../../../shared/model/statement.ts';
import { AS_OF, networkOf, rank, said } from './ranked-world.ts';

const network = networkOf({
  people: { 'ana-zt2': {}, 'ben-zt3': {}, 'cara-zt4': {} },
  ties: { 'ana-zt2': {}, 'ben-zt3': {}, 'cara-zt4': { contact: [[AS_OF - 10, 1, 1, 1]] } },
});
const ask = (person: string, outcome: AskOutcome, target: string | null = null) =>
  ({ kind: 'ask', person, target, outcome }) as const;
const judgedWith = (statements: Statement[]) => rank(network, statements).judged;
const due = (...entries: Parameters<typeof said>) => {
  const statements = said(...entries);
  return followUpsDue(judgedWith(statements), statements);
};
const nameOf = ({ person }: { person: number }) => network.people[person]!.key;

describe('followUpsDue', () => {
  it.each([
    ['none', 20, 0],
    ['none', 21, 1],
    ['reply', 27, 0],
    ['reply', 28, 1],
    ['helped', 90, 0],
    ['opportunity', 90, 0],
    ['none', 400, 0],
  ] as const)('an ask with outcome %s of %i days ago: %i due', (outcome, age, count) => {
    expect(due([AS_OF - age, ask('ana-zt2', outcome)])).toHaveLength(count);
  });

  it('sorts by lateness over interval, not by days', () => {
    const found = due([AS_OF - 50, ask('ana-zt2', 'reply')], [AS_OF - 40, ask('ben-zt3', 'none')]);
    // 22 days over 28 against 19 over 21.
    expect(found.map(nameOf)).toEqual(['ben-zt3', 'ana-zt2']);
    expect(found[0]!.lateness).toBeCloseTo(19 / 21, 12);
  });

  it('counts the last ask about one thing alone, and waits anew after a call or a message', () => {
    expect(
      due([AS_OF - 60, ask('ana-zt2', 'none', 'Kestrel')], [AS_OF - 30, ask('ana-zt2', 'helped', 'Kestrel GmbH')]),
    ).toEqual([]);
    expect(due([AS_OF - 60, ask('ana-zt2', 'none')], [AS_OF - 5, { kind: 'call', person: 'ana-zt2' }])).toEqual([]);
    expect(due([AS_OF - 60, ask('cara-zt4', 'none')])).toEqual([]);
  });

  it('lets the later entry count where two outcomes of one day contradict, and says so', () => {
    const found = due([AS_OF - 30, ask('ana-zt2', 'helped')], [AS_OF - 30, ask('ana-zt2', 'none')]);
    expect(found).toMatchObject([{ outcome: 'none', isContradicted: true }]);
    expect(due([AS_OF - 30, ask('ana-zt2', 'none')], [AS_OF - 30, ask('ana-zt2', 'helped')])).toEqual([]);
  });

  it('ignores asks of later days', () => {
    expect(due([AS_OF + 1, ask('ana-zt2', 'none')])).toEqual([]);
  });
});

describe('thanksOwed', () => {
  const owed = (...entries: Parameters<typeof said>) => {
    const statements = said(...entries);
    return thanksOwed(judgedWith(statements), statements).map(nameOf);
  };

  it('owes for help, an introduction and a name, the latest first', () => {
    expect(
      owed(
        [AS_OF - 9, ask('ana-zt2', 'helped')],
        [AS_OF - 7, { kind: 'introduced', a: 'ben-zt3', b: 'ana-zt2' }],
        [AS_OF - 8, { kind: 'referral', person: 'cara-zt4', named: 'ana-zt2' }],
      ),
    ).toEqual(['ben-zt3', 'cara-zt4', 'ana-zt2']);
  });

  it('is settled by any later give, praise included, but not by an earlier one', () => {
    const praise = { kind: 'give', person: 'ana-zt2', give: 'praise' } as const;
    expect(owed([AS_OF - 9, ask('ana-zt2', 'opportunity')], [AS_OF - 9, praise])).toEqual([]);
    expect(owed([AS_OF - 9, praise], [AS_OF - 8, ask('ana-zt2', 'helped')])).toEqual(['ana-zt2']);
    expect(owed([AS_OF - 8, ask('ana-zt2', 'reply')])).toEqual([]);
  });
});

describe('staleTargets', () => {
  it('names targets nobody was asked about for 60 days, the longest first', () => {
    const statements = said(
      [AS_OF - 200, { kind: 'target-company', company: 'Kestrel Labs' }],
      [AS_OF - 90, { kind: 'target-company', company: 'Nordlys' }],
      [AS_OF - 90, { kind: 'target-person', person: 'ana-zt2' }],
      [AS_OF - 59, { kind: 'target-company', company: 'Palisade' }],
      [AS_OF - 70, ask('ben-zt3', 'none', 'Kestrel Labs')],
      [AS_OF - 10, ask('ben-zt3', 'none', 'nordlys GmbH')],
      [AS_OF - 10, { kind: 'meeting', person: 'ana-zt2' }],
    );
    expect(staleTargets(judgedWith(statements), statements)).toEqual([
      { target: 'Kestrel Labs', kind: 'company', lastOn: AS_OF - 70, days: 70 },
    ]);
  });
});
