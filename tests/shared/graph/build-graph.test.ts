import { describe, expect, it } from 'vitest';
import { type Judged, judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { findTie } from '../../../shared/graph/compressed-rows.ts';
import { explainTie } from '../../../shared/graph/explain-tie.ts';
import { matchCompany } from '../../../shared/graph/match-company.ts';
import { BANDS, explainMyTie } from '../../../shared/graph/my-ties.ts';
import { BASIS_NAMES } from '../../../shared/graph/tie-graph.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { type HandMadeNetwork, handMadeNetwork, ME, statementsOn } from '../../helpers/hand-made-network.ts';

const TODAY = 20_000;
const FOUR_YEARS_AGO = TODAY - 1461;
const FIVE_YEARS_AGO = TODAY - 1826.25;

function judged(network: HandMadeNetwork, statements: Statement[] = [], asOf = TODAY): Judged {
  return judgeNetwork(handMadeNetwork(network), statements, { asOf, constants: DEFAULT_CONSTANTS, calibration: null });
}

function at(result: Judged, key: string): number {
  return result.network.indexOfKey.get(key)!;
}

function tie(result: Judged, a: string, b: string) {
  const { alterTies } = result.graph;
  const there = findTie(alterTies, at(result, a), at(result, b));
  const back = findTie(alterTies, at(result, b), at(result, a));
  expect(there < 0).toBe(back < 0);
  if (there < 0) return null;
  const both = [there, back].map((i) => ({
    basis: BASIS_NAMES[alterTies.basis[i]!],
    q: alterTies.q[i]!,
    s: alterTies.s[i]!,
  }));
  expect(both[0]).toEqual(both[1]);
  return both[0]!;
}

function myTie(result: Judged, key: string) {
  const { egoTies } = result.graph;
  const i = at(result, key);
  if (egoTies.isTie[i] === 0) {
    expect(egoTies.s[i]).toBeNaN();
    return null;
  }
  return {
    basis: BASIS_NAMES[egoTies.basis[i]!],
    s: egoTies.s[i]!,
    help: egoTies.help[i]!,
    band: BANDS[result.mySummaries.band[i]!],
  };
}

describe('my ties', () => {
  it('takes a connection of four years without messages for s .1826, help .2278, band unknown', () => {
    const result = judged({
      people: { 'ana-zt1': {} },
      owners: { [ME]: { ties: { 'ana-zt1': { acceptedOn: FOUR_YEARS_AGO } } } },
    });
    const ana = myTie(result, 'ana-zt1')!;
    expect(ana).toMatchObject({ basis: 'observed', band: 'unknown' });
    expect(ana.s).toBeCloseTo(0.1826, 4);
    expect(ana.help).toBeCloseTo(0.1 + 0.7 * 0.1826, 4);
    expect(result.mySummaries.coverage[at(result, 'ana-zt1')]).toBeCloseTo(0.0526, 4);
  });

  it('has no tie yet to whom I accept tomorrow, to who only wrote, and to me', () => {
    const result = judged({
      people: { 'ana-zt1': {}, 'ben-zt1': {} },
      owners: {
        [ME]: {
          has: { messages: true },
          ties: {
            'ana-zt1': { acceptedOn: TODAY + 1 },
            'ben-zt1': { isConnection: false, contact: [[TODAY - 3, 2, 0, 0]] },
            [ME]: { acceptedOn: FOUR_YEARS_AGO },
          },
        },
      },
    });
    expect(myTie(result, 'ana-zt1')).toBeNull();
    expect(myTie(result, 'ben-zt1')).toBeNull();
    expect(myTie(result, ME)).toBeNull();
  });

  it('knows an address book entry as a tie of unknown band, also where messages are known', () => {
    const result = judged({
      people: { 'ana-zt1': { isInAddressBook: true } },
      owners: { [ME]: { has: { messages: true }, ties: {} } },
    });
    expect(myTie(result, 'ana-zt1')).toMatchObject({ basis: 'observed', band: 'unknown' });
  });

  it('takes my view of another owner, and theirs if only they list me', () => {
    const theirs = { acceptedOn: TODAY - 10 };
    const people = { 'ana-zt1': {} };
    const both = judged({
      people,
      owners: {
        [ME]: { ties: { 'ana-zt1': { acceptedOn: FOUR_YEARS_AGO } } },
        'ana-zt1': { has: { messages: true }, ties: { [ME]: theirs } },
      },
    });
    expect(explainMyTie(both.mySources, at(both, 'ana-zt1'))).toMatchObject({
      ground: 'connection',
      owner: both.graph.ego,
    });
    expect(myTie(both, 'ana-zt1')!.s).toBeCloseTo(0.1826, 4);
    const one = judged({ people, owners: { 'ana-zt1': { has: { messages: true }, ties: { [ME]: theirs } } } });
    expect(explainMyTie(one.mySources, at(one, 'ana-zt1'))).toMatchObject({
      ground: 'their-connection',
      owner: at(one, 'ana-zt1'),
      basis: 'observed',
    });
  });

  it('turns around what their export says of me, so that my own unanswered messages warm nothing', () => {
    const wrote = (age: number) => [TODAY - age, 1, 0, 0] as [number, number, number, number];
    const listedBy = (contact: [number, number, number, number][]) =>
      judged({
        people: { 'ana-zt1': {} },
        owners: { 'ana-zt1': { has: { messages: true }, ties: { [ME]: { acceptedOn: FOUR_YEARS_AGO, contact } } } },
      });
    const silent = myTie(listedBy([]), 'ana-zt1')!;
    const mine = listedBy([wrote(60), wrote(40), wrote(20)]);
    expect(myTie(mine, 'ana-zt1')!.s).toBe(silent.s);
    const seen = explainMyTie(mine.mySources, at(mine, 'ana-zt1'))!;
    expect(seen.strength.contact).toMatchObject({ inboundDays: 0, outboundDays: 3, answeredDays: 0 });
    const answered = listedBy([wrote(60), wrote(40), [TODAY - 30, 0, 2, 1]]);
    expect(myTie(answered, 'ana-zt1')!.s).toBeGreaterThan(silent.s + 0.1);
    const both = explainMyTie(answered.mySources, at(answered, 'ana-zt1'))!.strength.contact;
    expect(both).toMatchObject({ inboundDays: 1, outboundDays: 2, answeredDays: 1, lastInbound: TODAY - 30 });
  });

  it('holds to what I said last of how close we are, as closeness or with "I know them" (settled 16)', () => {
    const closeness = { kind: 'closeness', person: 'ana-zt1', value: 1 } as const;
    const knows = { kind: 'knows', a: ME, b: 'ana-zt1', how: null, closeness: 4 } as const;
    const network = { people: { 'ana-zt1': {} }, owners: { [ME]: { ties: { 'ana-zt1': { acceptedOn: TODAY - 9 } } } } };
    const sAfter = (...bodies: (typeof closeness | typeof knows)[]) =>
      myTie(judged(network, statementsOn(TODAY, ...bodies)), 'ana-zt1')!.s;
    expect(sAfter(closeness, knows)).toBe(sAfter(knows));
    expect(sAfter(knows, closeness)).toBe(sAfter(closeness));
    expect(sAfter(knows)).toBeGreaterThan(sAfter(closeness));
  });

  it('lets my word make an asserted tie to somebody no export lists, and my denial keep none', () => {
    const people = { 'ana-zt1': {}, 'ben-zt1': {} };
    const said = statementsOn(
      TODAY,
      { kind: 'closeness', person: 'ana-zt1', value: 4 },
      { kind: 'closeness', person: 'ben-zt1', value: 0 },
    );
    const result = judged({ people }, said);
    expect(myTie(result, 'ana-zt1')).toMatchObject({ basis: 'asserted' });
    expect(myTie(result, 'ben-zt1')).toBeNull();
    const known = judged(
      { people },
      statementsOn(TODAY, { kind: 'knows', a: ME, b: 'ana-zt1', how: null, closeness: null }),
    );
    expect(myTie(known, 'ana-zt1')).toMatchObject({ basis: 'asserted', band: 'weak' });
    const denied = judged({ people }, statementsOn(TODAY, { kind: 'not-knows', a: 'ana-zt1', b: ME }));
    expect(myTie(denied, 'ana-zt1')).toBeNull();
    expect(denied.conflicts).toEqual([]);
  });

  it('counts asks, vouching and self-reports until the day, and no later', () => {
    const network = {
      people: { 'ana-zt1': {}, 'ben-zt1': {} },
      owners: { [ME]: { ties: { 'ana-zt1': { acceptedOn: FOUR_YEARS_AGO }, 'ben-zt1': {} } } },
    };
    const said = [
      ...statementsOn(
        TODAY,
        { kind: 'closeness', person: 'ana-zt1', value: 3 },
        { kind: 'vouch', person: 'ben-zt1', would: true },
      ),
      { id: 3, on: TODAY + 1, batch: null, body: { kind: 'closeness', person: 'ana-zt1', value: 0 } } as const,
    ];
    const result = judged(network, said);
    expect(myTie(result, 'ana-zt1')!.s).toBeCloseTo(0.5565, 4);
    expect(myTie(result, 'ana-zt1')!.band).toBe('moderate');
    expect(myTie(result, 'ben-zt1')!.help).toBeCloseTo(0.7, 12);
    const explained = explainMyTie(result.mySources, at(result, 'ana-zt1'))!;
    expect(explained.strength.s).toBe(myTie(result, 'ana-zt1')!.s);
    expect(explained.help.probability).toBe(myTie(result, 'ana-zt1')!.help);
  });
});

describe('ties between others', () => {
  it('takes the view of the owner who lists the other, and the mean of two owners', () => {
    const people = { 'ana-zt1': {}, 'ben-zt1': {}, 'cem-zt1': {} };
    const result = judged({
      people,
      owners: {
        'ana-zt1': { ties: { 'ben-zt1': { acceptedOn: FOUR_YEARS_AGO }, 'cem-zt1': { acceptedOn: TODAY + 1 } } },
        'ben-zt1': { has: { messages: true }, ties: { 'ana-zt1': { acceptedOn: FOUR_YEARS_AGO } } },
      },
    });
    const pair = tie(result, 'ana-zt1', 'ben-zt1')!;
    expect(pair).toMatchObject({ basis: 'observed', q: 1 });
    // Examples 2a and 2b.
    expect(pair.s).toBeCloseTo((0.1826 + 0.142) / 2, 4);
    expect(tie(result, 'ana-zt1', 'cem-zt1')).toBeNull();
    const { facts } = explainTie(result, at(result, 'ben-zt1'), at(result, 'ana-zt1'));
    expect(facts.map((fact) => fact.kind)).toEqual(['connection', 'connection']);
  });

  it('joins group threads, example 6, and never makes ties of mine from them', () => {
    const members = { [ME]: TODAY - 30, 'ana-zt1': TODAY - 30, 'ben-zt1': TODAY - 20, 'cem-zt1': null };
    const people = { 'ana-zt1': {}, 'ben-zt1': {}, 'cem-zt1': {} };
    const thread = { size: 5, members, firstDay: TODAY - 40 };
    const one = judged({ people, threads: [thread] });
    expect(tie(one, 'ana-zt1', 'ben-zt1')).toMatchObject({ basis: 'observed', s: 0.3 });
    expect(tie(one, 'ana-zt1', 'ben-zt1')!.q).toBeCloseTo(0.6, 4);
    expect(tie(one, 'ana-zt1', 'cem-zt1')!.q).toBeCloseTo(0.36, 4);
    expect(myTie(one, 'ana-zt1')).toBeNull();
    const two = judged({ people, threads: [thread, thread, { ...thread, firstDay: TODAY + 1 }] });
    expect(tie(two, 'ana-zt1', 'ben-zt1')!.q).toBeCloseTo(0.84, 4);
    expect(explainTie(two, at(two, 'ana-zt1'), at(two, 'ben-zt1')).facts).toHaveLength(2);
  });

  it('lets asserted ties fade, introduced ones from .50 and known ones from .35', () => {
    const said = [
      { id: 1, on: FIVE_YEARS_AGO, batch: null, body: { kind: 'introduced', a: 'ana-zt1', b: 'ben-zt1' } },
      {
        id: 2,
        on: TODAY,
        batch: null,
        body: { kind: 'knows', a: 'cem-zt1', b: 'ana-zt1', how: 'school', closeness: null },
      },
    ] satisfies Statement[];
    const result = judged({ people: { 'ana-zt1': {}, 'ben-zt1': {}, 'cem-zt1': {} } }, said);
    expect(tie(result, 'ana-zt1', 'ben-zt1')).toMatchObject({ basis: 'asserted', q: 1 });
    expect(tie(result, 'ana-zt1', 'ben-zt1')!.s).toBeCloseTo(0.25, 4);
    expect(tie(result, 'ana-zt1', 'cem-zt1')).toEqual({ basis: 'asserted', q: 0.95, s: 0.35 });
  });

  it('stores the strongest basis, observed before asserted before inferred, and keeps all evidence', () => {
    const network = {
      people: {
        'ana-zt1': { company: 'Kestrel', position: 'Accountant' },
        'ben-zt1': { company: 'Kestrel', position: 'Controller' },
      },
      threads: [{ size: 10, members: { 'ana-zt1': TODAY - 9, 'ben-zt1': TODAY - 9 }, firstDay: TODAY - 9 }],
    };
    const said = statementsOn(
      TODAY,
      { kind: 'employer-size', company: 'Kestrel', size: 24 },
      { kind: 'knows', a: 'ana-zt1', b: 'ben-zt1', how: null, closeness: null },
    );
    expect(tie(judged({ people: network.people }, said.slice(0, 1)), 'ana-zt1', 'ben-zt1')?.basis).toBe('inferred');
    expect(tie(judged({ people: network.people }, said), 'ana-zt1', 'ben-zt1')?.basis).toBe('asserted');
    const result = judged(network, said);
    expect(tie(result, 'ana-zt1', 'ben-zt1')?.basis).toBe('observed');
    // A thread of ten alone gives .2667; what the user said is more than that.
    expect(tie(judged(network, []), 'ana-zt1', 'ben-zt1')!.q).toBeCloseTo(0.2667, 4);
    expect(tie(result, 'ana-zt1', 'ben-zt1')).toMatchObject({ q: 0.95, s: 0.35 });
    const { facts, isConflict } = explainTie(result, at(result, 'ana-zt1'), at(result, 'ben-zt1'));
    expect(facts.map((fact) => fact.kind)).toEqual(['group-thread', 'knows', 'employer']);
    expect(isConflict).toBe(false);
  });

  it('drops asserted and inferred ties at "does not know", and marks an observed one as a conflict', () => {
    const people = {
      'ana-zt1': { company: 'Kestrel' },
      'ben-zt1': { company: 'Kestrel' },
      'cem-zt1': { company: 'Kestrel' },
    };
    const said = statementsOn(
      TODAY,
      { kind: 'employer-size', company: 'Kestrel', size: 10 },
      { kind: 'knows', a: 'ana-zt1', b: 'ben-zt1', how: null, closeness: null },
      { kind: 'not-knows', a: 'ben-zt1', b: 'ana-zt1' },
      { kind: 'not-knows', a: 'ana-zt1', b: 'cem-zt1' },
    );
    const result = judged({ people, owners: { 'cem-zt1': { ties: { 'ana-zt1': {} } } } }, said);
    expect(tie(result, 'ana-zt1', 'ben-zt1')).toBeNull();
    expect(tie(result, 'ben-zt1', 'cem-zt1')?.basis).toBe('inferred');
    expect(tie(result, 'ana-zt1', 'cem-zt1')?.basis).toBe('observed');
    expect(result.conflicts).toEqual([{ low: at(result, 'ana-zt1'), high: at(result, 'cem-zt1') }]);
    expect(explainTie(result, at(result, 'cem-zt1'), at(result, 'ana-zt1')).isConflict).toBe(true);
    expect(explainTie(result, at(result, 'ana-zt1'), at(result, 'ben-zt1'))).toMatchObject({ basis: null, q: null });
  });

  it('ties somebody added by hand to the mutual contacts named', () => {
    const said = statementsOn(TODAY, { kind: 'knows', a: 'ana-zt1', b: 'said:tom', how: null, closeness: null });
    const result = judged({ people: { 'ana-zt1': {}, 'said:tom': { company: 'Kestrel' } } }, said);
    expect(tie(result, 'ana-zt1', 'said:tom')).toEqual({ basis: 'asserted', q: 0.95, s: 0.35 });
  });

  it('passes over statements about the same person twice and about nobody known', () => {
    const result = judged(
      { people: { 'ana-zt1': {} } },
      statementsOn(
        TODAY,
        { kind: 'knows', a: 'ana-zt1', b: 'ana-zt1', how: null, closeness: null },
        { kind: 'knows', a: 'ana-zt1', b: 'gone-zt1', how: null, closeness: null },
      ),
    );
    expect(result.graph.alterTies.neighbors).toHaveLength(0);
  });
});

describe('companies', () => {
  const people = {
    'ana-zt1': { company: 'Nordlys AS' },
    'ben-zt1': { company: 'Nordlys (Oslo)' },
    'cem-zt1': { company: 'Polarlys' },
    [ME]: { company: 'Nordlys' },
  };

  it('matches exactly by key, me left out', () => {
    const result = judged({ people });
    const match = matchCompany(result, 'NORDLYS Ltd');
    expect(match).toMatchObject({ kind: 'exact', key: 'nordlys', proposals: [] });
    expect(match.people).toEqual([at(result, 'ana-zt1'), at(result, 'ben-zt1')]);
  });

  it('matches by alias only if the user said so', () => {
    expect(matchCompany(judged({ people }), 'Northern Light').kind).toBe('none');
    const result = judged(
      { people },
      statementsOn(TODAY, { kind: 'alias', company: 'Northern Light', other: 'Nordlys' }),
    );
    expect(matchCompany(result, 'Northern Light')).toMatchObject({
      kind: 'alias',
      people: [at(result, 'ana-zt1'), at(result, 'ben-zt1')],
    });
    expect(matchCompany(result, 'Nordlys').kind).toBe('exact');
  });

  it('only proposes what is similar, with nobody to route to', () => {
    const result = judged({ people });
    const match = matchCompany(result, 'Nordlis');
    expect(match).toMatchObject({ kind: 'proposed', people: [] });
    expect(match.proposals.map((proposal) => proposal.name)).toEqual(['Nordlys']);
    expect(matchCompany(result, 'Nordlis 2').kind).toBe('none');
    expect(matchCompany(result, 'freelance')).toEqual({ kind: 'none', key: null, people: [], proposals: [] });
  });
});
