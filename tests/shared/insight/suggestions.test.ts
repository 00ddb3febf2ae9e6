import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import { isTurn, lastMove, suggestionsMissing, suggestToday } from '../../../shared/insight/suggestions.ts';
import { importChanges, pendingInvitations } from '../../../shared/insight/suggestions-import.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { AS_OF, networkOf, rank, said } from './ranked-world.ts';

const keys = Array.from({ length: 120 }, (_, at) => `person-zt${at + 100}`);
const wrote = (age: number): [number, number, number, number][] =>
  [0, 1, 2, 3].map((step) => [AS_OF - age - 9 * (3 - step), 1, 1, 1]);

/** Close people who went quiet, some at the target, some with a new job. */
function world(): Network {
  const network = networkOf({
    people: Object.fromEntries(
      keys.map((key, at) => [key, { company: at % 5 === 0 ? 'Kestrel Labs' : `Studio ${at}` }]),
    ),
    ties: Object.fromEntries(keys.map((key, at) => [key, { acceptedOn: AS_OF - 2000, contact: wrote(150 + at) }])),
  });
  for (const [at, person] of network.people.entries()) {
    if (at % 7 !== 0 || person.jobs.length === 0) continue;
    person.jobs.push({ company: 'New Harbour', position: 'Lead', firstSeen: AS_OF - 40, lastSeen: AS_OF - 40 });
  }
  return network;
}
const closeness = keys.map((person) => [AS_OF - 300, { kind: 'closeness', person, value: 3 }] as const);
const statements = said(...closeness, [AS_OF - 90, { kind: 'target-company', company: 'Kestrel Labs' }]);
const NETWORK = world();

function suggest(day: number, all: Statement[] = statements, network = NETWORK) {
  const ranking = rank(network, all, day);
  return suggestToday(ranking, prepareRoutes(ranking.judged.graph, ranking.judged.constants));
}

describe('suggestToday', () => {
  it('does not call somebody silent whom I met, and says when', () => {
    const key = keys.find((one) => isTurn(one, AS_OF))!;
    const network = networkOf({ people: { [key]: {} }, ties: { [key]: { acceptedOn: AS_OF - 2000 } } });
    const close = [AS_OF - 300, { kind: 'closeness', person: key, value: 4 }] as const;
    const met = (age: number) => suggest(AS_OF, said(close, [AS_OF - age, { kind: 'meeting', person: key }]), network);
    expect(suggest(AS_OF, said(close), network)[0]?.reason).toContain('no contact between you is on record');
    expect(met(40)).toEqual([]);
    expect(met(200)[0]?.reason).toContain('were last in touch in August');
  });

  it('names three people for different reasons, each with a first step', () => {
    const found = suggest(AS_OF);
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    for (const { reason, firstStep } of found) expect(reason !== '' && firstStep !== '').toBe(true);
  });

  it('gives the same three for the same day', () => {
    expect(suggest(AS_OF)).toEqual(suggest(AS_OF));
  });

  it('never names the same person twice within a week', () => {
    const lastDay = new Map<number, number>();
    for (let day = AS_OF; day < AS_OF + 24; day++) {
      for (const { person } of suggest(day)) {
        expect(day - (lastDay.get(person) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(7);
        lastDay.set(person, day);
      }
    }
    expect(lastDay.size).toBeGreaterThan(20);
  });

  it('leaves alone whoever was put off, for as long as was said', () => {
    const [first] = suggest(AS_OF);
    const person = NETWORK.people[first!.person]!.key;
    const put = (until: number | null) => [
      ...statements,
      { id: 999, on: AS_OF, body: { kind: 'snooze', person, until } as const, batch: null },
    ];
    const isNamed = (all: Statement[]) => suggest(AS_OF, all).some((one) => one.person === first!.person);
    expect(isNamed(put(AS_OF + 7))).toBe(false);
    expect(isNamed(put(null))).toBe(false);
    expect(isNamed(put(AS_OF))).toBe(true);
  });

  it('leaves alone whoever was asked in the last four weeks', () => {
    const [first] = suggest(AS_OF);
    const person = NETWORK.people[first!.person]!.key;
    const asked = (age: number) => [
      ...statements,
      { id: 999, on: AS_OF - age, body: { kind: 'ask', person, target: null, outcome: 'none' } as const, batch: null },
    ];
    expect(suggest(AS_OF, asked(27)).some((one) => one.person === first!.person)).toBe(false);
  });

  it('has nobody to name without contacts, and with Connections.csv alone says which file would tell', () => {
    expect(suggest(AS_OF, [], networkOf({ people: {}, ties: {} }))).toEqual([]);
    const bare = networkOf({
      people: Object.fromEntries(keys.map((key) => [key, {}])),
      ties: Object.fromEntries(keys.map((key) => [key, { acceptedOn: AS_OF - 900 }])),
      hasMessages: false,
    });
    expect(suggest(AS_OF, [], bare)).toEqual([]);
    expect(suggestionsMissing(rank(bare), 0)).toContain('messages.csv');
  });
});

describe('isTurn', () => {
  it('comes every eighth day for any key', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 40_000 }), (key, day) => {
        const days = Array.from({ length: 16 }, (_, at) => day + at).filter((one) => isTurn(key, one));
        expect(days).toHaveLength(2);
        expect(days[1]! - days[0]!).toBe(8);
      }),
    );
  });
});

describe('lastMove', () => {
  const job = (company: string | null, firstSeen: number | null, position = 'Lead') => ({
    company,
    position,
    firstSeen,
    lastSeen: firstSeen,
  });

  it('sees a new employer or title once an export showed it', () => {
    expect(lastMove([job('Old', 10), job('New', 20)], 30)).toMatchObject({ seen: 20 });
    expect(lastMove([job('Old', 10), job('New', 20)], 15)).toBeNull();
    expect(lastMove([job('Old', 10), job('Old', 20, 'Head')], 30)).not.toBeNull();
    expect(lastMove([job('Old', 10)], 30)).toBeNull();
  });

  it('does not congratulate on losing a job', () => {
    expect(lastMove([job('Old', 10), job(null, 20)], 30)).toBeNull();
  });
});

describe('the last import', () => {
  it('counts who came, moved and went since the export before', () => {
    const network = world();
    network.people[1]!.connectedOn = AS_OF - 41;
    network.people[2]!.isVanished = true;
    const changes = importChanges(rank(network).judged, [AS_OF - 200, AS_OF - 40, AS_OF + 10]);
    expect(changes).toMatchObject({ exportDate: AS_OF - 40, before: AS_OF - 200, added: 1, vanished: [2] });
    expect(changes.moved.length).toBeGreaterThan(10);
    expect(changes.sentence).toContain('1 new contact');
  });

  it('says after the first import that the next one will show who moved', () => {
    expect(importChanges(rank(world()).judged, [AS_OF - 40]).sentence).toContain('The next one will show who moved');
    expect(importChanges(rank(networkOf({ people: {}, ties: {} })).judged, []).sentence).toBe(
      'Nothing is imported yet.',
    );
  });

  it('turns open invitations into questions', () => {
    const network = networkOf({
      people: { 'ana-zt2': { company: 'Kestrel Labs' }, 'ben-zt3': { company: 'Kestrel Labs' } },
      ties: { 'ana-zt2': {} },
    });
    network.people[1]!.isPending = true;
    const [invitation, ...others] = pendingInvitations(rank(network).judged, []);
    expect(others).toEqual([]);
    expect(invitation).toMatchObject({ person: 1, sharedCircle: [0] });
    expect(invitation!.questions).toHaveLength(3);
  });

  it('asks neither about whom I invited, nor again about whom I answered', () => {
    const network = networkOf({ people: { 'ana-zt2': {}, 'ben-zt3': {}, 'cem-zt4': {}, 'dea-zt5': {} }, ties: {} });
    for (const at of [0, 1, 2, 3]) network.people[at]!.isPending = true;
    network.people[0]!.isInvitedByMe = true;
    const answers = said(
      [AS_OF, { kind: 'skip', person: 'ben-zt3' }],
      [AS_OF, { kind: 'closeness', person: 'cem-zt4', value: 0 }],
    );
    const open = pendingInvitations(rank(network, answers).judged, answers);
    expect(open.map(({ person }) => network.people[person]!.key)).toEqual(['dea-zt5']);
  });
});
