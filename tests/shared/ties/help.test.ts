import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSTANTS as C } from '../../../shared/ties/constants.ts';
import type { HelpInput } from '../../../shared/ties/help.ts';
import { estimateHelp, helpFromStrength, openedThreads, vouchedHelp } from '../../../shared/ties/help.ts';
import { AS_OF, anyContactDays, type ContactDay, contactOf } from './evidence.ts';

const S_OF_H_415 = 0.45;
const ask = (outcome: 'none' | 'reply' | 'helped' | 'opportunity', on = AS_OF) => ({ on, outcome });
const help = (parts: Partial<HelpInput> = {}) =>
  estimateHelp({ s: S_OF_H_415, vouch: null, asks: [], threads: [], calibration: null, ...parts }, AS_OF, C)
    .probability;

describe('help', () => {
  it.each([
    [0, 0.1],
    [0.3, 0.31],
    [0.45, 0.415],
    [0.8, 0.66],
    [1, 0.8],
  ])('example 7: a strength of %d gives h %d', (s, expected) => {
    expect(helpFromStrength(s, C)).toBeCloseTo(expected, 4);
  });

  it('example 12: two asks that helped, three that did not, and four opened threads', () => {
    expect(help({ asks: [ask('helped'), ask('opportunity')] })).toBeCloseTo(0.5613, 4);
    expect(help({ asks: [ask('none'), ask('reply'), ask('none')] })).toBeCloseTo(0.2767, 4);
    const threads = [true, true, true, false].map((isAnswered) => ({ on: AS_OF, isAnswered }));
    expect(help({ threads })).toBeCloseTo(0.4988, 4);
  });

  it('caps all threads together at the weight of three asks, keeping their share of answers', () => {
    const threads = Array.from({ length: 100 }, (_, i) => ({ on: AS_OF, isAnswered: i < 50 }));
    expect(help({ threads })).toBeCloseTo((6 * 0.415 + 1.5) / 9, 12);
  });

  it('lets outcomes fade by half in three years and ignores later ones', () => {
    expect(help({ asks: [ask('helped', AS_OF - 1095.75)] })).toBeCloseTo((6 * 0.415 + 0.5) / 6.5, 12);
    expect(help({ asks: [ask('none', AS_OF + 1)], threads: [{ on: AS_OF + 1, isAnswered: true }] })).toBe(help());
  });

  it('takes the user’s word on vouching', () => {
    expect(vouchedHelp(0.3, true, C)).toBe(0.7);
    expect(vouchedHelp(0.75, true, C)).toBe(0.75);
    expect(vouchedHelp(0.3, false, C)).toBe(0.1);
    expect(help({ vouch: true })).toBeCloseTo(0.7, 12);
  });

  it('moves h by the calibration of example 17', () => {
    const calibration = { shift: -0.7334, slope: (Math.log(0.5775 / 0.4225) + 0.7334) / Math.log(0.74 / 0.26) };
    expect(helpFromStrength(4 / 7, C, calibration)).toBeCloseTo(0.3244, 4);
    expect(helpFromStrength(0.64 / 0.7, C, calibration)).toBeCloseTo(0.5775, 4);
  });
});

describe('openedThreads', () => {
  const day = AS_OF - 400;
  const opened = (days: ContactDay[], asOf = AS_OF) =>
    openedThreads(contactOf(days), asOf, C).map((thread) => [thread.on - day, thread.isAnswered]);

  it('counts first contact as silence, and an answer within 14 days', () => {
    expect(opened([{ day, outbound: 1 }])).toEqual([[0, false]]);
    expect(
      opened([
        { day, outbound: 1 },
        { day: day + 14, inbound: 1 },
      ]),
    ).toEqual([[0, true]]);
    expect(
      opened([
        { day, outbound: 1 },
        { day: day + 15, inbound: 1 },
      ]),
    ).toEqual([[0, false]]);
  });

  it('opens again only after 14 days without a message of either', () => {
    expect(
      opened([
        { day, outbound: 1 },
        { day: day + 13, outbound: 1 },
      ]),
    ).toEqual([[0, false]]);
    expect(
      opened([
        { day, outbound: 1 },
        { day: day + 14, outbound: 1 },
      ]),
    ).toEqual([
      [0, false],
      [14, false],
    ]);
    expect(
      opened([
        { day, inbound: 1 },
        { day: day + 13, outbound: 1 },
      ]),
    ).toEqual([]);
    expect(
      opened([
        { day, inbound: 1 },
        { day: day + 14, outbound: 1 },
      ]),
    ).toEqual([[14, false]]);
  });

  it('tells who wrote first on a day both wrote', () => {
    expect(opened([{ day, inbound: 1, outbound: 1, ownerFirst: true }])).toEqual([[0, true]]);
    expect(opened([{ day, inbound: 1, outbound: 1, ownerFirst: false }])).toEqual([]);
  });

  it('leaves out threads younger than 14 days, and answers of later days', () => {
    expect(opened([{ day, outbound: 1 }], day + 13)).toEqual([]);
    expect(
      opened(
        [
          { day, outbound: 1 },
          { day: day + 5, inbound: 1 },
        ],
        day + 14,
      ),
    ).toEqual([[0, true]]);
  });

  it('neither opens nor ends a silence with group threads', () => {
    expect(
      opened([
        { day: day - 3, group: 0.5 },
        { day, outbound: 1 },
      ]),
    ).toEqual([[0, false]]);
    expect(opened([{ day, group: 1 }])).toEqual([]);
  });
});

describe('properties of help', () => {
  const judge = (days: readonly ContactDay[], asOf = AS_OF) =>
    estimateHelp(
      { s: 0.3, vouch: null, asks: [], threads: openedThreads(contactOf(days), asOf, C), calibration: null },
      asOf,
      C,
    ).probability;
  const isAnswered = (day: number, days: readonly ContactDay[]) =>
    days.some((one) => (one.inbound ?? 0) > 0 && one.day <= AS_OF && one.day >= day && one.day <= day + 14);

  it('stays a probability and ignores what comes after the day', () => {
    fc.assert(
      fc.property(anyContactDays, (days) => {
        const p = judge(days);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThan(1);
        expect(judge(days.filter((one) => one.day <= AS_OF))).toBe(p);
      }),
    );
  });

  it('never lets my own unanswered messages raise P', () => {
    fc.assert(
      fc.property(anyContactDays, (days) => {
        const answered = days.map((one) => ({ ...one, outbound: isAnswered(one.day, days) ? one.outbound : 0 }));
        expect(judge(days)).toBeLessThanOrEqual(judge(answered) + 1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('never lets one more message into the silence raise P', () => {
    fc.assert(
      fc.property(anyContactDays, fc.nat({ max: 200 }), (days, later) => {
        const past = days.filter((one) => one.day <= AS_OF - 200);
        const last = Math.max(AS_OF - 1500, ...past.map((one) => one.day));
        const more = { day: Math.min(AS_OF, last + 1 + later), outbound: 1 };
        expect(judge([...past, more])).toBeLessThanOrEqual(judge(past) + 1e-12);
      }),
      { numRuns: 500 },
    );
  });
});
