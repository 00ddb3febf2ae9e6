/** Each source of circles, on networks small enough to solve by hand. */
import { describe, expect, it } from 'vitest';
import { buildEmployers, readEmployerNames } from '../../../shared/graph/employers.ts';
import { MOST_IN_CIRCLE } from '../../../shared/insight/circle-suggestion.ts';
import { circlesFromBursts, findBursts } from '../../../shared/insight/circles-from-bursts.ts';
import { circlesFromCommunities } from '../../../shared/insight/circles-from-communities.ts';
import { circlesFromEmployers } from '../../../shared/insight/circles-from-employers.ts';
import { circlesFromPast } from '../../../shared/insight/circles-from-past.ts';
import { circlesFromThreads } from '../../../shared/insight/circles-from-threads.ts';
import { communities } from '../../../shared/insight/communities.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { PastRecord } from '../../../shared/model/records.ts';
import { type HandMadePerson, handMadeNetwork, ME } from '../../helpers/hand-made-network.ts';
import { graphOf, pair, shuffled } from './brokerage-helpers.ts';

const AS_OF = 20_000;

/** `p00-zt1`, `p01-zt1`, … with what each is. */
function crowd(people: readonly HandMadePerson[]): Record<string, HandMadePerson> {
  return Object.fromEntries(people.map((one, at) => [key(at), one]));
}

const key = (at: number): string => `p${String(at).padStart(4, '0')}-zt1`;
const keysOf = (network: Network, people: readonly number[]) => people.map((person) => network.people[person]!.key);
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('bursts', () => {
  /** One person a day for four years: in the two years around day 730 there are 730, a rate of 1 a day. */
  const steady = numbers(1461);

  it('are more people than the 99.9 % quantile of my own rate: of a mean of 1, five are not, six are', () => {
    // P(X <= 5) = .9994 and P(X <= 4) = .996 at a mean of 734/730: the quantile is 5.
    expect(findBursts([...steady, 730, 730, 730, 730])).toEqual([]);
    expect(findBursts([...steady, 730, 730, 730, 730, 730])).toMatchObject([{ from: 730, to: 730, people: 6 }]);
  });

  it('take five people at least, however quiet the years around', () => {
    const quiet = [0, 400, 1600, 2000];
    expect(findBursts([...quiet, 1000, 1000, 1001, 1001])).toEqual([]);
    // 5 in 730 days are .0137 in 2: the ratio is 5 / .0137 = 365.
    const [burst] = findBursts([...quiet, 1000, 1000, 1001, 1001, 1001]);
    expect(burst).toMatchObject({ from: 1000, to: 1001, people: 5 });
    expect(burst!.ratio).toBeCloseTo(365, 9);
  });

  it('last 14 days at most, and those that touch are one', () => {
    const quiet = [0, 400, 1600, 2000];
    const apart = [1000, 1003, 1006, 1009, 1014].flatMap((day) => [day]);
    // Five people in 15 days lie in no window of 14.
    expect(findBursts([...quiet, ...apart])).toEqual([]);
    expect(findBursts([...quiet, ...apart.slice(0, 4), 1013])).toMatchObject([{ from: 1000, to: 1013 }]);
    const twenty = numbers(20).map((at) => 1000 + at);
    expect(findBursts([...quiet, ...twenty])).toMatchObject([{ from: 1000, to: 1019, people: 20 }]);
  });

  it('leave out who came by chance in the days around', () => {
    const quiet = numbers(28).map((at) => at * 73);
    const six = [1000, 1000, 1001, 1001, 1002, 1002];
    expect(findBursts([...quiet, ...six, 1009])).toMatchObject([{ from: 1000, to: 1002, people: 6 }]);
  });

  it('come with the largest ratio first, in whatever order the rows stand', () => {
    const days = [...numbers(28).map((at) => at * 73), ...numbers(5).map(() => 500), ...numbers(9).map(() => 1500)];
    const found = findBursts(days);
    expect(found.map(({ from }) => from)).toEqual([1500, 500]);
    expect(findBursts([...days].reverse())).toEqual(found);
    expect(findBursts(shuffled(days.length, 1).map((at) => days[at]!))).toEqual(found);
  });

  it('are no more than my rate when everybody came at once: nothing else is known of it', () => {
    expect(findBursts(numbers(40).map(() => 100))).toEqual([]);
    expect(findBursts([])).toEqual([]);
  });

  it('hold the people of these days, whoever came after the day that is asked about left out', () => {
    const people = crowd([
      ...[0, 400, 1600, 2000].map((connectedOn) => ({ connectedOn })),
      ...numbers(6).map((at) => ({ connectedOn: 1002 - (at % 3) })),
    ]);
    const network = handMadeNetwork({ people });
    const [burst] = circlesFromBursts(network, AS_OF);
    expect(burst).toMatchObject({ key: 'burst:1972-09-27..1972-09-29', from: 1000, to: 1002 });
    expect(keysOf(network, burst!.members)).toEqual([6, 9, 5, 8, 4, 7].map(key));
    expect(circlesFromBursts(network, 1001)).toEqual([]);
  });
});

describe('my past jobs and schools', () => {
  const stay = (part: Partial<PastRecord>): PastRecord => ({
    kind: 'position',
    organization: 'Halden Freight',
    role: null,
    startedOn: { day: 1000, precision: 'day' },
    endedOn: { day: 2000, precision: 'day' },
    ...part,
  });
  const networkOf = (days: readonly number[], ...past: PastRecord[]) =>
    handMadeNetwork({
      people: crowd(days.map((connectedOn) => ({ connectedOn }))),
      owners: { [ME]: { ties: {}, past } },
    });
  const from = (network: Network) => circlesFromPast(network, readEmployerNames([], AS_OF), AS_OF);

  it('take contacts from 30 days before the start to 90 days after the end, and no day more', () => {
    const network = networkOf([969, 970, 1000, 1500, 2000, 2090, 2091], stay({}));
    const [job] = from(network);
    expect(job).toMatchObject({
      source: 'job',
      key: 'job:halden freight',
      organization: 'Halden Freight',
      from: 1000,
      to: 2000,
    });
    expect(keysOf(network, job!.members)).toEqual([1, 2, 3, 4, 5].map(key));
  });

  it('count a month or a year that is written without a day to its last day', () => {
    // 1975 ends on day 2190.
    const network = networkOf(
      [2280, 2280, 2280, 2280, 2280, 2281],
      stay({ endedOn: { day: 1826, precision: 'year' } }),
    );
    expect(from(network)[0]!.members).toHaveLength(5);
  });

  it('go on until today where no end is said, and are unknown for a school without an end', () => {
    const days = [19_000, 19_100, 19_200, 19_300, 20_000];
    expect(from(networkOf(days, stay({ endedOn: null })))[0]).toMatchObject({ to: null, members: { length: 5 } });
    expect(from(networkOf(days, stay({ kind: 'education', endedOn: null })))).toEqual([]);
    expect(from(networkOf(days, stay({ startedOn: null, endedOn: null })))).toEqual([]);
  });

  it('are one suggestion for two stays at one employer, without the years between', () => {
    const days = [1100, 1200, 1300, 3100, 3200, 5100, 5200];
    const again = {
      startedOn: { day: 5000, precision: 'day' as const },
      endedOn: { day: 5500, precision: 'day' as const },
    };
    const network = networkOf(days, stay(again), stay({ organization: 'HALDEN FREIGHT, Inc.' }));
    const found = from(network);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ from: 1000, to: 5500 });
    expect(keysOf(network, found[0]!.members)).toEqual([0, 1, 2, 5, 6].map(key));
    expect(from(networkOf(days, stay({ organization: 'HALDEN FREIGHT, Inc.' }), stay(again)))).toEqual(found);
  });

  it('know a school of the same name apart from an employer', () => {
    const network = networkOf([1100, 1200, 1300, 1400, 1500], stay({}), stay({ kind: 'education' }));
    expect(from(network).map(({ key: one, source }) => [one, source])).toEqual([
      ['job:halden freight', 'job'],
      ['school:halden freight', 'school'],
    ]);
  });
});

describe('employers', () => {
  const found = (network: Network) =>
    circlesFromEmployers(network, buildEmployers(network.people, readEmployerNames([], AS_OF), AS_OF), AS_OF);

  it('bring five contacts together, however they spell it, and never strangers or me', () => {
    const staff = ['Kestrel Labs', 'Kestrel Labs, Inc.', 'KESTREL LABS', 'Kestrel Labs', 'Kestrel Labs'];
    const people = {
      ...crowd(staff.map((company, at) => ({ company, connectedOn: 100 + at }))),
      'stranger-zt1': { company: 'Kestrel Labs' },
      'late-zt1': { company: 'Kestrel Labs', connectedOn: AS_OF + 1 },
      [ME]: { company: 'Kestrel Labs' },
    };
    const network = handMadeNetwork({ people });
    expect(found(network)).toMatchObject([{ key: 'employer:kestrel labs', organization: 'Kestrel Labs', weight: 5 }]);
    expect(keysOf(network, found(network)[0]!.members)).toEqual(numbers(5).map(key));
  });

  it('of four, and of a crowd that nobody could name, are not asked about', () => {
    const staff = (count: number) => crowd(numbers(count).map((at) => ({ company: 'Kestrel Labs', connectedOn: at })));
    expect(found(handMadeNetwork({ people: staff(4) }))).toEqual([]);
    expect(found(handMadeNetwork({ people: staff(MOST_IN_CIRCLE) }))).toHaveLength(1);
    expect(found(handMadeNetwork({ people: staff(MOST_IN_CIRCLE + 1) }))).toEqual([]);
  });
});

describe('group threads', () => {
  const people = { ...crowd(numbers(4).map((at) => ({ connectedOn: at }))), 'stranger-zt1': {} };
  const thread = (firstDay: number, ...members: (string | number)[]) => ({
    size: members.length + 1,
    firstDay,
    members: Object.fromEntries(members.map((one) => [typeof one === 'number' ? key(one) : one, firstDay])),
  });

  it('of three contacts and me are asked about, once for the same people, from the first day on', () => {
    const network = handMadeNetwork({
      people,
      threads: [thread(900, ME, 0, 1, 2), thread(800, ME, 2, 1, 0, 'stranger-zt1'), thread(700, ME, 0, 1)],
    });
    const found = circlesFromThreads(network, AS_OF);
    expect(found).toMatchObject([{ source: 'thread', from: 800, to: null }]);
    expect(keysOf(network, found[0]!.members)).toEqual([0, 1, 2].map(key));
    expect(circlesFromThreads(network, 750)).toEqual([]);
  });

  it('that I had no part in, and that begin later, are not', () => {
    const network = handMadeNetwork({ people, threads: [thread(700, 0, 1, 2), thread(AS_OF + 1, ME, 0, 1, 2)] });
    expect(circlesFromThreads(network, AS_OF)).toEqual([]);
  });
});

describe('communities', () => {
  it('hold my contacts of a group found by ties, named by an employer that two in five share', () => {
    // Two cliques of six, joined by one tie; of the second, one is no contact of mine.
    const people = crowd(
      numbers(12).map((at) => ({
        ...(at !== 11 && { connectedOn: at }),
        ...(at === 2 || at === 4 || at === 6 ? { company: 'Kestrel Labs' } : {}),
      })),
    );
    const network = handMadeNetwork({ people });
    const index = (at: number) => network.indexOfKey.get(key(at))!;
    const pairs: [number, number][] = [[5, 6]];
    for (const first of [0, 6]) {
      for (let a = first; a < first + 6; a++) for (let b = a + 1; b < first + 6; b++) pairs.push([a, b]);
    }
    const ties = pairs.map(([a, b]) => pair([index(a), index(b)]));
    const graph = graphOf(network.people.length, ties);
    const employers = buildEmployers(network.people, readEmployerNames([], AS_OF), AS_OF);
    const found = circlesFromCommunities(network, graph, communities(graph, 1), employers, AS_OF);
    expect(found.map(({ members, organization }) => [keysOf(network, members), organization])).toEqual([
      [numbers(6).map(key), null],
      [numbers(5).map((at) => key(6 + at)), null],
    ]);
    const withOneMore = handMadeNetwork({
      people: { ...people, [key(0)]: { connectedOn: 0, company: 'Kestrel Labs' } },
    });
    const names = buildEmployers(withOneMore.people, readEmployerNames([], AS_OF), AS_OF);
    const named = circlesFromCommunities(withOneMore, graph, communities(graph, 2), names, AS_OF);
    expect(named[0]!.organization).toBe('Kestrel Labs');
    expect(named.map((one) => one.key)).toEqual(found.map((one) => one.key));
  });
});
