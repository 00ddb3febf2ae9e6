import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { positionOf } from '../../../shared/insight/opportunity.ts';
import { balances } from '../../../shared/insight/opportunity-input.ts';
import {
  contactReasons,
  rankingMissing,
  rankingSentence,
  rankingStatus,
} from '../../../shared/insight/opportunity-words.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { handMadeNetwork, ME } from '../../helpers/hand-made-network.ts';
import { AS_OF, networkOf, rank, said } from './ranked-world.ts';

const two = { 'ana-zt2': { acceptedOn: AS_OF - 900 }, 'ben-zt3': { acceptedOn: AS_OF - 900 } };

function scoreOf(ranking: ReturnType<typeof rank>, key: string): number {
  const person = ranking.judged.network.indexOfKey.get(key)!;
  return ranking.opportunity.scores[positionOf(ranking.opportunity.contacts, person)]!;
}

describe('what the score is made from', () => {
  it('guesses .15 mutual contacts for two colleagues at an employer of 150 (model example 13)', () => {
    const network = networkOf({
      people: {
        'ben-zt3': { company: 'Kestrel Labs' },
        'cara-zt4': { company: 'Kestrel Labs' },
        'dev-zt5': { company: 'Solo' },
      },
      ties: { 'ben-zt3': {}, 'cara-zt4': {}, 'dev-zt5': {} },
    });
    const { input } = rank(network, said([AS_OF - 1, { kind: 'employer-size', company: 'Kestrel Labs', size: 150 }]));
    expect(input.guessedMutuals[0]).toBeCloseTo(0.15, 4);
    expect(input.guessedMutuals[1]).toBeCloseTo(0.15, 4);
    expect(input.guessedMutuals[2]).toBe(0);
  });

  it('knows mutual connections only from an owner’s list or the typed number, of which the later holds', () => {
    const network = handMadeNetwork({
      people: { 'ana-zt2': {}, 'ben-zt3': {}, 'cara-zt4': {} },
      owners: {
        [ME]: { ties: { 'ana-zt2': {}, 'ben-zt3': {}, 'cara-zt4': {} } },
        'ana-zt2': { ties: { 'ben-zt3': {}, 'cara-zt4': {} } },
      },
    });
    const { input } = rank(
      network,
      said(
        [AS_OF - 9, { kind: 'mutuals', person: 'ben-zt3', count: 12 }],
        [AS_OF - 99, { kind: 'mutuals', person: 'ben-zt3', count: 3 }],
      ),
    );
    expect([...input.mutuals.subarray(0, 3)]).toEqual([2, 12, Number.NaN]);
  });

  it('counts as asks only those that brought no help, until the day (settled 23)', () => {
    const network = networkOf({ people: { 'ana-zt2': {} }, ties: { 'ana-zt2': {} } });
    const ask = (outcome: 'none' | 'helped' | 'reply') => ({
      kind: 'ask' as const,
      person: 'ana-zt2',
      target: null,
      outcome,
    });
    const statements = said(
      [AS_OF - 9, ask('none')],
      [AS_OF - 9, ask('helped')],
      [AS_OF - 8, ask('reply')],
      [AS_OF - 7, { kind: 'give', person: 'ana-zt2', give: 'article' }],
      [AS_OF + 1, { kind: 'give', person: 'ana-zt2', give: 'intro' }],
    );
    expect(balances(rank(network, statements).judged, statements)[0]).toBe(-1);
  });

  it('does not let my own unanswered messages raise a score', () => {
    const silent = networkOf({ people: { 'ana-zt2': {}, 'ben-zt3': {} }, ties: two });
    const mine: [number, number, number, number][] = [200, 150, 100, 60, 30].map((age) => [AS_OF - age, 0, 3, 1]);
    const writing = networkOf({
      people: { 'ana-zt2': {}, 'ben-zt3': {} },
      ties: { ...two, 'ana-zt2': { ...two['ana-zt2'], contact: mine } },
    });
    expect(scoreOf(rank(writing), 'ana-zt2')).toBeLessThanOrEqual(scoreOf(rank(silent), 'ana-zt2'));
  });

  it('hears my word on vouching also where no trace tells how close we are', () => {
    const network = handMadeNetwork({
      people: { 'ana-zt2': {}, 'ben-zt3': {}, 'cara-zt4': {}, 'dev-zt5': {} },
      owners: { [ME]: { ties: { ...two, 'cara-zt4': two['ana-zt2'], 'dev-zt5': two['ana-zt2'] } } },
    });
    const ranking = rank(
      network,
      said(
        [AS_OF - 9, { kind: 'vouch', person: 'dev-zt5', would: true }],
        [AS_OF - 9, { kind: 'vouch', person: 'ana-zt2', would: false }],
      ),
    );
    const keys = ['dev-zt5', 'ben-zt3', 'cara-zt4', 'ana-zt2'];
    const { contacts, order } = ranking.opportunity;
    expect([...order].map((at) => network.people[contacts[at]!]!.key)).toEqual(keys);
    expect(contactReasons(ranking, order[0]!)).toEqual(['You said they would vouch for you.']);
    expect(contactReasons(ranking, order[3]!)).toEqual(['You said they would not vouch for you.']);
    expect(rankingMissing(ranking).join(' ')).toContain('is not known for 2 contacts');
  });

  it('ignores what is dated after the day', () => {
    const network = networkOf({ people: { 'ana-zt2': {}, 'ben-zt3': {} }, ties: two });
    const later = said(
      [AS_OF + 5, { kind: 'closeness', person: 'ana-zt2', value: 4 }],
      [AS_OF + 5, { kind: 'mutuals', person: 'ana-zt2', count: 10 }],
      [AS_OF + 5, { kind: 'target-company', company: 'Kestrel Labs' }],
    );
    expect(rank(network, later).opportunity).toEqual(rank(network).opportunity);
  });

  it('gives the same ranking whatever the order of statements', () => {
    const network = networkOf({ people: { 'ana-zt2': { company: 'Kestrel' }, 'ben-zt3': {} }, ties: two });
    const statements = said(
      [AS_OF - 5, { kind: 'closeness', person: 'ana-zt2', value: 4 }],
      [AS_OF - 5, { kind: 'closeness', person: 'ana-zt2', value: 1 }],
      [AS_OF - 5, { kind: 'target-company', company: 'Kestrel' }],
      [AS_OF - 5, { kind: 'ask', person: 'ben-zt3', target: null, outcome: 'helped' }],
      [AS_OF - 5, { kind: 'ask', person: 'ben-zt3', target: null, outcome: 'none' }],
    );
    expect(rank(network, [...statements].reverse()).opportunity).toEqual(rank(network, statements).opportunity);
  });
});

describe('the ranking in a sentence', () => {
  it('says that there is nobody, or only one', () => {
    expect(rankingSentence(rank(networkOf({ people: {}, ties: {} })))).toContain('nobody to rank yet');
    const one = rank(networkOf({ people: { 'ana-zt2': {} }, ties: { 'ana-zt2': {} } }));
    expect(rankingSentence(one)).toContain('one contact');
    expect(rankingStatus(one)).toBe('no-vital-few-yet');
  });

  it('tells all alike from a vital few', () => {
    const ranking = rank(networkOf({ people: { 'ana-zt2': {}, 'ben-zt3': {} }, ties: two }));
    expect(rankingStatus(ranking)).toBe('no-vital-few-yet');
    expect(rankingSentence(ranking)).toBe(
      'No vital few can be told apart yet among 2 contacts: all of them look alike.',
    );
  });

  it('says with Connections.csv alone what cannot be known and which file would tell, and ranks nobody by closeness', () => {
    const people = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`person-zt${at + 10}`, { position: at === 0 ? 'CEO' : 'Intern' }]),
    );
    const ties = Object.fromEntries(Object.keys(people).map((key, at) => [key, { acceptedOn: AS_OF - 100 * at }]));
    const ranking = rank(networkOf({ people, ties, hasMessages: false }));
    expect(rankingStatus(ranking)).toBe('no-vital-few-yet');
    expect(rankingSentence(ranking)).toContain('Connections.csv alone does not say who is close to you');
    expect(rankingMissing(ranking)[0]).toContain('messages.csv');
    expect(new Set(ranking.opportunity.parts.warmth).size).toBe(1);
  });

  it('ranks by workplace alone, and says so, once a target is named', () => {
    const people = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `person-zt${at + 10}`,
        { company: at < 6 ? 'Kestrel Labs' : `Studio ${at}` },
      ]),
    );
    const ties = Object.fromEntries(Object.keys(people).map((key) => [key, {}]));
    const statements = said([AS_OF - 1, { kind: 'target-company', company: 'Kestrel Labs' }]);
    const ranking = rank(networkOf({ people, ties, hasMessages: false }), statements);
    expect([...ranking.opportunity.order.subarray(0, 6)]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rankingStatus(ranking)).toBe('ranked');
    expect(rankingSentence(ranking)).toContain('how close you are is not known');
    expect(rankingMissing(ranking).join(' ')).toContain('messages.csv');
  });

  it('judges with a calibration where there is one', () => {
    const network = networkOf({ people: { 'ana-zt2': {} }, ties: { 'ana-zt2': {} } });
    const settings = { asOf: AS_OF, constants: DEFAULT_CONSTANTS };
    const assumed = judgeNetwork(network, [], { ...settings, calibration: null });
    const taught = judgeNetwork(network, [], { ...settings, calibration: { shift: -1, slope: 1 } });
    expect(taught.graph.egoTies.help[0]!).toBeLessThan(assumed.graph.egoTies.help[0]!);
    expect(taught.graph.egoTies.s[0]).toBe(assumed.graph.egoTies.s[0]);
  });
});
