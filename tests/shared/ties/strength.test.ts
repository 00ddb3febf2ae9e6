import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSTANTS as C, withConstants } from '../../../shared/ties/constants.ts';
import type { FeatureValues } from '../../../shared/ties/features.ts';
import { duration, intensity, recency, reciprocity } from '../../../shared/ties/features.ts';
import {
  bandOf,
  combineFeatures,
  isDormant,
  latestSelfReport,
  strengthSpread,
  strengthSummary,
  tieStrength,
} from '../../../shared/ties/strength.ts';
import {
  AS_OF,
  anyContactDays,
  anyInput,
  type ContactDay,
  contactOf,
  evidenceOf,
  inputOf,
  MESSAGES_IMPORTED,
  NOTHING_IMPORTED,
} from './evidence.ts';

const FOUR_YEARS = 1461;
const UNSEEN: FeatureValues = {
  recency: null,
  intensity: null,
  reciprocity: null,
  recommend: null,
  shared: null,
  duration: null,
  note: null,
  endorse: null,
};

describe('features', () => {
  it.each([
    [0, 1],
    [73, 0.7549],
    [180, 0.5],
    [365, 0.2452],
    [1095, 0.0147],
  ])('example 1: recency after %d days of silence is %d', (silenceDays, expected) => {
    expect(recency(silenceDays, C)).toBeCloseTo(expected, 4);
  });

  it('example 1: intensity of 6 and of 20 contact days', () => {
    expect(intensity(6, C)).toBeCloseTo(0.6392, 4);
    expect(intensity(20, C)).toBeCloseTo(1, 4);
    expect(intensity(500, C)).toBe(1);
  });

  it('example 1: reciprocity', () => {
    expect(reciprocity(5, 5, 4)).toBeCloseTo(0.7273, 4);
    expect(reciprocity(1, 1, 1)).toBeCloseTo(0.5, 4);
    expect(reciprocity(1, 0, 0)).toBe(0);
    expect(reciprocity(6, 3, 3)).toBeCloseTo(0.5455, 4);
  });

  it('example 1: duration of 4 years', () => {
    expect(duration(4, C)).toBeCloseTo(0.6712, 4);
  });
});

describe('tieStrength', () => {
  const connected = evidenceOf({ acceptedOn: AS_OF - FOUR_YEARS });

  it('example 2: a connection of 4 years from Connections.csv alone', () => {
    const tie = tieStrength(inputOf({ evidence: connected, has: NOTHING_IMPORTED }), AS_OF, C);
    expect(tie.z).toBeCloseTo(-1.4986, 4);
    expect(tie.s).toBeCloseTo(0.1826, 4);
    expect(tie.coverage).toBeCloseTo(0.0526, 4);
    expect(tie.sd).toBeCloseTo(0.1945, 4);
    expect(tie.band).toBe('unknown');
    expect(tie.terms.map((term) => term.feature)).toEqual(['duration']);
  });

  it('example 2: the same connection with messages imported and silent', () => {
    const tie = tieStrength(inputOf({ evidence: connected }), AS_OF, C);
    expect(tie.z).toBeCloseTo(-1.7986, 4);
    expect(tie.s).toBeCloseTo(0.142, 4);
    expect(tie.coverage).toBeCloseTo(0.6667, 4);
    expect(tie.band).toBe('weak');
  });

  it('example 2: the same connection with contact', () => {
    const values = {
      ...UNSEEN,
      recency: recency(73, C),
      intensity: intensity(6, C),
      reciprocity: reciprocity(5, 5, 4),
      duration: duration(4, C),
    };
    const terms = [1.5 * values.recency, 1.5 * values.intensity, 0.5 * values.reciprocity, 0.3 * values.duration];
    for (const [at, expected] of [1.1324, 0.9587, 0.3636, 0.2014].entries()) expect(terms[at]).toBeCloseTo(expected, 4);
    const { z, s, coverage } = combineFeatures(values, true, null, AS_OF, C);
    expect(z).toBeCloseTo(0.6561, 4);
    expect(s).toBeCloseTo(0.6584, 4);
    expect(strengthSpread(s, coverage, C)).toBeCloseTo(0.1225, 4);
    expect(bandOf(s, C)).toBe('strong');
  });

  it('example 2: all features 1 with messages imported', () => {
    const all = Object.fromEntries(Object.keys(UNSEEN).map((name) => [name, 1])) as FeatureValues;
    expect(combineFeatures(all, true, null, AS_OF, C).s).toBeCloseTo(0.9759, 4);
  });

  it('example 3: the user’s word, today and 3 years old', () => {
    const input = inputOf({ evidence: connected, has: NOTHING_IMPORTED });
    const today = tieStrength({ ...input, selfReport: { value: 3, on: AS_OF } }, AS_OF, C);
    expect(today.s).toBeCloseTo(0.5565, 4);
    expect(today.coverage).toBeCloseTo(0.8105, 4);
    expect(today.band).toBe('moderate');
    const old = tieStrength({ ...input, selfReport: { value: 3, on: AS_OF - 1095.75 } }, AS_OF, C);
    expect(old.s).toBeCloseTo(0.3696, 4);
  });

  it('example 4: a former strong tie is dormant', () => {
    const values = {
      ...UNSEEN,
      recency: recency(1460, C),
      intensity: intensity(5, C),
      reciprocity: reciprocity(10, 10, 10),
      duration: duration(10, C),
    };
    const input = { has: MESSAGES_IMPORTED, selfReport: null };
    expect(combineFeatures(values, true, null, AS_OF, C).s).toBeCloseTo(0.4116, 4);
    expect(combineFeatures({ ...values, recency: 1 }, true, null, AS_OF, C).s).toBeCloseTo(0.7572, 4);
    expect(isDormant(values, 1460, input, AS_OF, C)).toBe(true);
    expect(isDormant(values, 1095, input, AS_OF, C)).toBe(true);
    expect(isDormant(values, 1094, input, AS_OF, C)).toBe(false);
  });

  it('marks a tie dormant from its evidence, and not one that was never strong', () => {
    const daysAgo = (ago: number): ContactDay => ({ day: AS_OF - ago, inbound: 1, outbound: 1 });
    const former = Array.from({ length: 40 }, (_, i) => daysAgo(1200 + i * 7));
    const passing = [daysAgo(1200)];
    const judge = (days: ContactDay[]) =>
      strengthSummary(inputOf({ evidence: evidenceOf({ contact: contactOf(days) }) }), AS_OF, C).isDormant;
    expect(judge(former)).toBe(true);
    expect(judge([...former, daysAgo(1000)])).toBe(false);
    expect(judge(passing)).toBe(false);
  });

  it('begins each band at its limit', () => {
    expect([0.3499, 0.35, 0.6499, 0.65].map((s) => bandOf(s, C))).toEqual(['weak', 'moderate', 'moderate', 'strong']);
  });

  it('names a band from a quarter of the evidence on (settled 15)', () => {
    // Eight features of equal weight, of which two can be seen.
    const weights = Object.keys(C).filter((name) => name.startsWith('weight'));
    const equal = withConstants(Object.fromEntries(weights.map((name) => [name, 1])));
    const seeing = (has: Partial<typeof NOTHING_IMPORTED>) =>
      strengthSummary(inputOf({ has: { ...NOTHING_IMPORTED, ...has } }), AS_OF, equal);
    expect(weights).toHaveLength(8);
    expect(seeing({ recommendations: true, endorsements: true })).toMatchObject({ coverage: 0.25, band: 'weak' });
    expect(seeing({ recommendations: true }).band).toBe('unknown');
  });

  it('counts days of endorsement up to five', () => {
    const onDays = (count: number) => {
      const endorsementDays = Array.from({ length: count }, (_, at) => AS_OF - at);
      const has = { ...NOTHING_IMPORTED, endorsements: true };
      return tieStrength(inputOf({ evidence: evidenceOf({ endorsementDays }), has }), AS_OF, C).terms[0]!.x;
    };
    expect([0, 3, 5, 9].map(onDays)).toEqual([0, 0.6, 1, 1]);
  });

  it('leaves out features whose source was not imported, and counts 0 where it was', () => {
    const tie = tieStrength(
      inputOf({ has: { ...NOTHING_IMPORTED, recommendations: true, endorsements: true } }),
      AS_OF,
      C,
    );
    expect(tie.terms.map((term) => [term.feature, term.x])).toEqual([
      ['recommend', 0],
      ['endorse', 0],
    ]);
    expect(tie.unknown).toEqual(['recency', 'intensity', 'reciprocity', 'shared', 'duration', 'note']);
    expect(tie.coverage).toBeCloseTo(1 / 5.7, 12);
  });

  it('knows of a note only for people with a row in Invitations', () => {
    const noteOf = (invitationNote: boolean | null) =>
      tieStrength(inputOf({ evidence: evidenceOf({ invitationNote }) }), AS_OF, C).terms.find(
        (t) => t.feature === 'note',
      );
    expect(noteOf(null)).toBeUndefined();
    expect(noteOf(false)?.x).toBe(0);
    expect(noteOf(true)?.product).toBeCloseTo(0.2, 12);
  });

  it('counts group days in n alone, several on one day up to 1', () => {
    const groupOnly = contactOf([{ day: AS_OF, group: 0.5 }]);
    const tie = tieStrength(inputOf({ evidence: evidenceOf({ contact: groupOnly }) }), AS_OF, C);
    expect(tie.contact).toMatchObject({
      faded: 0.5,
      inboundDays: 0,
      outboundDays: 0,
      lastInbound: null,
      firstInbound: null,
    });
    expect(tie.terms.find((term) => term.feature === 'recency')?.x).toBe(0);
    const both = contactOf([{ day: AS_OF, inbound: 3, group: 0.5 }]);
    expect(tieStrength(inputOf({ evidence: evidenceOf({ contact: both }) }), AS_OF, C).contact.faded).toBe(1);
  });

  it('counts a call 2 and a meeting 3, in both directions, and knows recency from them without messages', () => {
    const logged = [
      { day: AS_OF - 730, kind: 'call' as const },
      { day: AS_OF, kind: 'meeting' as const },
    ];
    const tie = tieStrength(inputOf({ evidence: null, has: NOTHING_IMPORTED, logged }), AS_OF, C);
    expect(tie.contact).toMatchObject({
      faded: 4,
      inboundDays: 2,
      outboundDays: 2,
      answeredDays: 2,
      lastInboundKind: 'meeting',
    });
    expect(tie.terms.map((term) => term.feature)).toEqual(['recency', 'intensity', 'duration']);
    expect(tie.band).not.toBe('unknown');
    expect(tie.s).toBeGreaterThan(strengthSummary(inputOf({ evidence: null, has: NOTHING_IMPORTED }), AS_OF, C).s);
  });

  it('counts an answer only when it comes after the question, within 14 days', () => {
    const answered = (days: ContactDay[]) =>
      tieStrength(inputOf({ evidence: evidenceOf({ contact: contactOf(days) }) }), AS_OF, C).contact.answeredDays;
    const day = AS_OF - 100;
    expect(
      answered([
        { day, outbound: 1 },
        { day: day + 14, inbound: 1 },
      ]),
    ).toBe(1);
    expect(
      answered([
        { day, outbound: 1 },
        { day: day + 15, inbound: 1 },
      ]),
    ).toBe(0);
    expect(answered([{ day, outbound: 1, inbound: 1 }])).toBe(1);
    expect(
      answered([
        { day: day - 1, inbound: 1 },
        { day, outbound: 1 },
      ]),
    ).toBe(0);
  });

  it('says nothing about the band below a coverage of a quarter, unless the user spoke', () => {
    const bare = inputOf({ evidence: connected, has: NOTHING_IMPORTED });
    expect(strengthSummary(bare, AS_OF, C).band).toBe('unknown');
    expect(strengthSummary({ ...bare, selfReport: { value: 4, on: AS_OF - 8000 } }, AS_OF, C).band).toBe('weak');
    expect(strengthSummary({ ...bare, selfReport: { value: 4, on: AS_OF + 1 } }, AS_OF, C).band).toBe('unknown');
  });

  it('lets the later self-report hold, of one day the later statement, and none of a later day', () => {
    const reports = [
      { id: 1, value: 1, on: AS_OF - 10 },
      { id: 3, value: 3, on: AS_OF - 5 },
      { id: 2, value: 2, on: AS_OF - 5 },
      { id: 4, value: 4, on: AS_OF + 1 },
    ] as const;
    expect(latestSelfReport(reports, AS_OF)?.value).toBe(3);
    expect(latestSelfReport(reports, AS_OF - 11)).toBeNull();
  });
});

describe('properties of strength', () => {
  it('gives finite numbers in range, and the same with and without the explanation', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { terms, unknown, contact, shared, selfReport, ...numbers } = tieStrength(input, AS_OF, C);
        expect(strengthSummary(input, AS_OF, C)).toEqual(numbers);
        expect(Number.isFinite(numbers.z)).toBe(true);
        expect(numbers.s).toBeGreaterThan(0);
        expect(numbers.s).toBeLessThan(1);
        expect(numbers.sd).toBeGreaterThan(0);
        expect(numbers.sd).toBeLessThan(0.5);
        expect(numbers.coverage).toBeGreaterThanOrEqual(0);
        expect(numbers.coverage).toBeLessThanOrEqual(1);
        for (const term of terms) {
          expect(term.x).toBeGreaterThanOrEqual(0);
          expect(term.x).toBeLessThanOrEqual(1);
        }
        const sum = terms.reduce((z, term) => z + term.product, input.has.messages ? -2 : -1.7);
        expect(sum).toBeCloseTo(numbers.z, 12);
        expect(terms.length + unknown.length).toBe(8);
      }),
    );
  });

  it('ignores everything dated after the day on which it judges', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { evidence, logged, selfReport } = input;
        const isPast = (day: number | null) => day !== null && day <= AS_OF;
        const rows = evidence === null ? [] : [...evidence.contact];
        const pastRows = rows.filter((_, at) => rows[at - (at % 5)]! <= AS_OF);
        const cut = {
          ...input,
          evidence: evidence && {
            ...evidence,
            contact: Int32Array.from(pastRows),
            acceptedOn: isPast(evidence.acceptedOn) ? evidence.acceptedOn : null,
            recommendationGivenOn: evidence.recommendationGivenOn.filter(isPast),
            endorsementDays: evidence.endorsementDays.filter(isPast),
          },
          logged: logged.filter((one) => isPast(one.day)),
          selfReport: selfReport !== null && isPast(selfReport.on) ? selfReport : null,
        };
        expect(tieStrength(input, AS_OF, C)).toEqual(tieStrength(cut, AS_OF, C));
      }),
    );
  });

  it('does not depend on the order in which days and logged contacts come', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { evidence } = input;
        const turned = {
          ...input,
          evidence: evidence && {
            ...evidence,
            recommendationGivenOn: [...evidence.recommendationGivenOn].reverse(),
            endorsementDays: [...evidence.endorsementDays].reverse(),
          },
          logged: [...input.logged].reverse(),
        };
        expect(tieStrength(turned, AS_OF, C)).toEqual(tieStrength(input, AS_OF, C));
      }),
    );
  });

  it('never lets my own unanswered messages raise s', () => {
    fc.assert(
      fc.property(
        anyContactDays,
        fc.array(fc.integer({ min: AS_OF - 1500, max: AS_OF }), { maxLength: 10 }),
        (days, mine) => {
          const inbound = days.filter((one) => one.inbound > 0 && one.day <= AS_OF).map((one) => one.day);
          const unanswered = mine.filter((day) => !inbound.some((answer) => answer >= day && answer <= day + 14));
          const judge = (all: readonly ContactDay[]) =>
            strengthSummary(inputOf({ evidence: evidenceOf({ contact: contactOf(all) }) }), AS_OF, C).s;
          expect(judge([...days, ...unanswered.map((day) => ({ day, outbound: 1 }))])).toBeLessThanOrEqual(judge(days));
        },
      ),
      { numRuns: 500 },
    );
  });
});
