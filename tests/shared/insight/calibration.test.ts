import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import {
  type AskSeen,
  asksSeen,
  brierScore,
  fitCalibration,
  reportCalibration,
} from '../../../shared/insight/calibration.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { helpFromStrength } from '../../../shared/ties/help.ts';
import { handMadeNetwork, ME, statementsOn } from '../../helpers/hand-made-network.ts';

const asks = (count: number, helped: number, s = 4 / 7): AskSeen[] =>
  Array.from({ length: count }, (_, at) => ({
    s,
    help: helpFromStrength(s, DEFAULT_CONSTANTS),
    isHelped: at < helped,
  }));

describe('fitCalibration', () => {
  it('moves the line to 9 helps in 30 asks at .5 (model example 17)', () => {
    const fit = fitCalibration(asks(30, 9))!;
    expect(fit.shift).toBeCloseTo(-0.7334, 4);
    expect(fit.slope).toBeCloseTo(1, 8);
    expect(1 / (1 + Math.exp(-(fit.shift + fit.slope * 0)))).toBeCloseTo(0.3244, 4);
    const logit = Math.log(0.74 / 0.26);
    expect(1 / (1 + Math.exp(-(fit.shift + fit.slope * logit)))).toBeCloseTo(0.5775, 4);
  });

  it.each([
    [29, 10],
    [30, 7],
    [30, 23],
    [0, 0],
  ])('waits with %i asks of which %i helped', (count, helped) => {
    expect(fitCalibration(asks(count, helped))).toBeNull();
  });

  it('fits from thirty asks on, eight of each kind', () => {
    expect(fitCalibration(asks(30, 8))).not.toBeNull();
    expect(fitCalibration(asks(30, 22))).not.toBeNull();
  });

  it('does not depend on the order of the asks, and ends at the top of its objective', () => {
    const anyAsks = fc.array(
      fc.record({ help: fc.double({ min: 0.05, max: 0.95, noNaN: true }), isHelped: fc.boolean() }),
      {
        minLength: 60,
        maxLength: 120,
      },
    );
    fc.assert(
      fc.property(anyAsks, (all) => {
        const fit = fitCalibration(all);
        const backwards = fitCalibration([...all].reverse());
        expect(backwards).toEqual(fit);
        if (fit === null) return;
        const objective = (shift: number, slope: number) =>
          all.reduce(
            (sum, { help, isHelped }) => {
              const z = shift + slope * Math.log(help / (1 - help));
              return sum - Math.log1p(Math.exp(isHelped ? -z : z));
            },
            -(shift ** 2) / 2 - ((slope - 1) / 0.5) ** 2 / 2,
          );
        const best = objective(fit.shift, fit.slope);
        for (const [da, db] of [
          [0.01, 0],
          [-0.01, 0],
          [0, 0.01],
          [0, -0.01],
        ] as const) {
          expect(objective(fit.shift + da, fit.slope + db)).toBeLessThan(best);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('brierScore', () => {
  it('is .075 with a skill of .70 for .7, .4, .2, .9 against 1, 0, 0, 1 (model example 17)', () => {
    const score = brierScore([
      { p: 0.7, y: 1 },
      { p: 0.4, y: 0 },
      { p: 0.2, y: 0 },
      { p: 0.9, y: 1 },
    ])!;
    expect(score.brier).toBeCloseTo(0.075, 12);
    expect(score.base).toBeCloseTo(0.25, 12);
    expect(score.skill).toBeCloseTo(0.7, 12);
  });

  it('knows no skill where nothing varied, and nothing at all without forecasts', () => {
    expect(brierScore([{ p: 0.5, y: 1 }])?.skill).toBeNull();
    expect(brierScore([])).toBeNull();
  });
});

describe('reportCalibration', () => {
  it('says "not calibrated: starting assumptions" before there are enough asks', () => {
    expect(reportCalibration([])).toMatchObject({ status: 'not-calibrated', brier: null, skill: null, bands: [] });
    expect(reportCalibration(asks(12, 4)).sentence).toContain('Not calibrated: starting assumptions');
  });

  it('compares what was said and what came, band by band', () => {
    const report = reportCalibration([...asks(20, 5, 0.2), ...asks(20, 12, 0.8)]);
    expect(report).toMatchObject({ status: 'calibrated', asks: 40, helped: 17 });
    expect(report.bands.map(({ band, n, observed }) => [band, n, observed])).toEqual([
      ['weak', 20, 0.25],
      ['strong', 20, 0.6],
    ]);
  });
});

describe('asksSeen', () => {
  it('looks at the tie as it stood before the ask, so that the answer does not explain itself', () => {
    const on = 20_000;
    const contact: [number, number, number, number][] = [
      [on + 1, 1, 0, 0],
      [on + 2, 1, 0, 0],
    ];
    const network = handMadeNetwork({
      people: { 'ana-zt2': {} },
      owners: { [ME]: { has: { messages: true }, ties: { 'ana-zt2': { acceptedOn: on - 1000, contact } } } },
    });
    const statements = statementsOn(on, { kind: 'ask', person: 'ana-zt2', target: null, outcome: 'helped' });
    const judged = judgeNetwork(network, statements, {
      asOf: on + 10,
      constants: DEFAULT_CONSTANTS,
      calibration: null,
    });
    const [ask] = asksSeen(judged);
    expect(ask?.isHelped).toBe(true);
    expect(ask!.s).toBeLessThan(judged.graph.egoTies.s[0]!);
  });

  it('knows how close I said we were by then, and nothing of what I said later', () => {
    const on = 20_000;
    const network = handMadeNetwork({
      people: { 'ana-zt2': {}, 'ben-zt3': {} },
      owners: { [ME]: { ties: { 'ana-zt2': { acceptedOn: on - 1000 }, 'ben-zt3': { acceptedOn: on + 50 } } } },
    });
    const ask = (person: string) => ({ kind: 'ask' as const, person, target: null, outcome: 'none' as const });
    const before = statementsOn(on - 30, { kind: 'closeness', person: 'ana-zt2', value: 4 });
    const asked = statementsOn(on, ask('ana-zt2'), ask('ben-zt3')).map((one) => ({ ...one, id: one.id + 10 }));
    const after = statementsOn(
      on + 60,
      { kind: 'closeness', person: 'ana-zt2', value: 1 },
      { kind: 'closeness', person: 'ben-zt3', value: 1 },
    ).map((one) => ({ ...one, id: one.id + 20 }));
    const seen = (statements: typeof before, asOf: number) =>
      asksSeen(judgeNetwork(network, statements, { asOf, constants: DEFAULT_CONSTANTS, calibration: null }));
    const then = seen([...before, ...asked], on);
    expect(then).toHaveLength(1);
    expect(then[0]!.s).toBeGreaterThan(0.6);
    expect(seen([...before, ...asked, ...after], on + 90)).toEqual(then);
  });
});
