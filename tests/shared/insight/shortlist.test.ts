import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverageOf,
  coverChances,
  coverShortlist,
  replacementsFor,
  rowsOf,
} from '../../../shared/insight/shortlist.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { ANA, BEN, CARA, exampleThirteen, TOM } from './model-example-13.ts';

const fifteen = () =>
  rowsOf(
    [
      { person: 1, target: 0, chance: 0.5 },
      { person: 2, target: 0, chance: 0.45 },
      { person: 3, target: 1, chance: 0.3 },
    ],
    2,
  );

const anyCover = fc
  .uniqueArray(
    fc.record({
      person: fc.nat(6),
      target: fc.nat(3),
      chance: fc.double({ min: 0.001, max: 1, noNaN: true }),
    }),
    { maxLength: 28, selector: ({ person, target }) => person * 10 + target },
  )
  .map((found) => rowsOf(found, 4));

describe('coverShortlist', () => {
  it('prefers who opens something new over who opens the same better (model example 15)', () => {
    const picks = coverShortlist(fifteen(), 2, DEFAULT_CONSTANTS);
    expect(picks.map(({ person }) => person)).toEqual([1, 3]);
    expect(picks[1]!.covered).toBeCloseTo(0.8, 12);
    expect(coverageOf(fifteen(), [1, 2])).toBeCloseTo(0.725, 12);
  });

  it('says who comes in when one leaves', () => {
    expect(replacementsFor(fifteen(), [1, 3], DEFAULT_CONSTANTS)).toEqual([2, 2]);
    expect(replacementsFor(fifteen(), [1, 2, 3], DEFAULT_CONSTANTS)).toEqual([null, null, null]);
    expect(replacementsFor(fifteen(), [1], DEFAULT_CONSTANTS)).toEqual([2]);
  });

  it('finds who comes in as trying everybody does', () => {
    fc.assert(
      fc.property(anyCover, fc.subarray([0, 1, 2, 3, 4, 5, 6]), (cover, list) => {
        const tried = list.map((leaving) => {
          const rest = list.filter((person) => person !== leaving);
          const gains = [...cover.people]
            .filter((person) => !list.includes(person))
            .map((person) => ({ person, gain: coverageOf(cover, [...rest, person]) - coverageOf(cover, rest) }));
          return gains.filter(({ gain }) => gain >= DEFAULT_CONSTANTS.routeMinimum).sort((a, b) => b.gain - a.gain);
        });
        const found = replacementsFor(cover, list, DEFAULT_CONSTANTS);
        for (const [place, person] of found.entries()) {
          const gainOf = tried[place]!.find((one) => one.person === person)?.gain ?? 0;
          expect(gainOf).toBeCloseTo(tried[place]![0]?.gain ?? 0, 10);
        }
      }),
    );
  });

  it('stops when another one would open less than is worth taking', () => {
    const cover = rowsOf(
      [
        { person: 1, target: 0, chance: 0.5 },
        { person: 2, target: 0, chance: 0.03 },
      ],
      1,
    );
    expect(coverShortlist(cover, 10, DEFAULT_CONSTANTS)).toHaveLength(1);
    expect(coverShortlist(rowsOf([], 3), 10, DEFAULT_CONSTANTS)).toEqual([]);
  });

  it('reaches at least 63 % of the best list of its length', () => {
    fc.assert(
      fc.property(anyCover, fc.integer({ min: 1, max: 3 }), (cover, size) => {
        const greedy = coverShortlist(cover, size, { ...DEFAULT_CONSTANTS, routeMinimum: 0 });
        let best = 0;
        for (let subset = 0; subset < 2 ** cover.people.length; subset++) {
          const list = [...cover.people].filter((_, row) => (subset >> row) % 2 === 1);
          if (list.length <= size) best = Math.max(best, coverageOf(cover, list));
        }
        expect(greedy.at(-1)?.covered ?? 0).toBeGreaterThanOrEqual(0.63 * best - 1e-12);
      }),
    );
  });

  it('takes in each step what adds most, whatever it skipped before', () => {
    fc.assert(
      fc.property(anyCover, (cover) => {
        const list: number[] = [];
        for (const { person, gain } of coverShortlist(cover, 5, DEFAULT_CONSTANTS)) {
          const gains = [...cover.people].map((one) => coverageOf(cover, [...list, one]) - coverageOf(cover, list));
          expect(gain).toBeCloseTo(Math.max(...gains), 10);
          list.push(person);
        }
      }),
    );
  });
});

describe('coverChances', () => {
  it('gives who is there their own chance of help, and who knows somebody there a part of it', () => {
    const input = exampleThirteen();
    const company = { kind: 'company' as const, name: 'Kestrel', id: 'kestrel', people: [BEN, CARA, TOM] };
    const cover = coverChances(input, [company]);
    expect([...cover.people]).toEqual([ANA, BEN, CARA]);
    const help = (person: number) => input.graph.egoTies.help[person]!;
    expect(cover.chances[0]).toBeCloseTo(help(ANA) * 0.7 * 0.31, 12);
    expect(cover.chances[1]).toBeCloseTo(help(BEN), 12);
  });

  it('does not let one target speak for another', () => {
    const tom = { kind: 'person' as const, name: 'Tom', id: 'tom', people: [TOM] };
    const ben = { kind: 'person' as const, name: 'Ben', id: 'ben', people: [BEN] };
    const cover = coverChances(exampleThirteen(), [ben, tom]);
    expect([...cover.people]).toEqual([ANA, BEN]);
    expect([...cover.targets]).toEqual([1, 0]);
  });
});
