import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  multipliersOf,
  noveltyPart,
  type OpportunityInput,
  PART_NAMES,
  positionOf,
  reciprocityPart,
  scoreOpportunities,
} from '../../../shared/insight/opportunity.ts';
import { pareto } from '../../../shared/insight/pareto.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { handMadeGraph } from '../../helpers/hand-made-graph.ts';
import { ANA, BEN, CARA, DEV, ELI, exampleThirteen, TOM } from './model-example-13.ts';

const NOT_KNOWN = Number.NaN;

describe('parts of the score', () => {
  it.each([
    [0, 0.6],
    [3, 1.0833],
    [10, 1.4],
    [20, 1.1886],
    [50, 0.6733],
  ])('gives %i mutual connections a novelty of %f (model example 11)', (mutuals, novelty) => {
    expect(noveltyPart(mutuals, 0, DEFAULT_CONSTANTS)).toBeCloseTo(novelty, 4);
  });

  it.each([
    [0, 1.1],
    [2.5, 1.05],
    [10, 0.9],
    [50, 0.9],
    [NOT_KNOWN, 1],
  ])('falls back to a guess of %f (model example 11)', (guessed, novelty) => {
    expect(noveltyPart(NOT_KNOWN, guessed, DEFAULT_CONSTANTS)).toBeCloseTo(novelty, 4);
  });

  it('rewards three gives with 1.1142 and charges three asks with .8858 (model example 11)', () => {
    expect(reciprocityPart(3, DEFAULT_CONSTANTS)).toBeCloseTo(1.1142, 4);
    expect(reciprocityPart(-3, DEFAULT_CONSTANTS)).toBeCloseTo(0.8858, 4);
  });
});

describe('model example 13', () => {
  const opportunity = scoreOpportunities(exampleThirteen());
  const at = (person: number) => positionOf(opportunity.contacts, person);

  it('ranks Cara, Ben, Ana, Dev, Eli with their scores and shares', () => {
    const { shares } = pareto(
      Float64Array.from(opportunity.order, (one) => opportunity.scores[one]!),
      DEFAULT_CONSTANTS,
    );
    const expected = [
      [CARA, 0.2188, 0.3377],
      [BEN, 0.2162, 0.3338],
      [ANA, 0.193, 0.2979],
      [DEV, 0.015, 0.0232],
      [ELI, 0.0048, 0.0074],
    ];
    for (const [rank, [person, score, share]] of expected.entries()) {
      expect(opportunity.contacts[opportunity.order[rank]!]).toBe(person);
      expect(opportunity.scores[opportunity.order[rank]!]).toBeCloseTo(score!, 4);
      expect(shares[rank]).toBeCloseTo(share!, 4);
    }
  });

  it.each([
    ['Cara', CARA, [0.481, 1, 4.608, 1.429, 1, 0.997]],
    ['Ben', BEN, [1, 1, 4.608, 0.679, 1, 0.997]],
    ['Ana', ANA, [1.352, 1.196, 1, 1.214, 1.114, 1.273]],
    ['Dev', DEV, [1.59, 0.667, 0.23, 1, 0.886, 1]],
    ['Eli', ELI, [0.481, 1, 0.23, 0.625, 1, 1]],
  ])('gives %s the multipliers of the table', (_, person, expected) => {
    const multipliers = multipliersOf(opportunity, at(person));
    for (const [index, name] of PART_NAMES.entries()) expect(multipliers[name]).toBeCloseTo(expected[index]!, 3);
  });

  it('has the medians .415, 1, .217, .7, 1, 1.1 and their product .0693', () => {
    const medians = PART_NAMES.map((name) => opportunity.medians[name]);
    for (const [index, value] of [0.415, 1, 0.217, 0.7, 1, 1.1].entries()) expect(medians[index]).toBeCloseTo(value, 4);
    expect(medians.reduce((product, one) => product * one, 1)).toBeCloseTo(0.0693, 4);
  });

  it('lets Ana’s logarithms add up to 1.0235, and says that she counts through Tom', () => {
    const logs = PART_NAMES.map((name) => Math.log(multipliersOf(opportunity, at(ANA))[name]));
    expect(logs.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1.0235, 4);
    expect(opportunity.via[at(ANA)]).toBe(TOM);
    expect(opportunity.via[at(BEN)]).toBe(-1);
  });

  it('finds 3 of 5 in the vital set, a Gini index of .3885, and no vital few', () => {
    const result = pareto(
      Float64Array.from(opportunity.order, (one) => opportunity.scores[one]!),
      DEFAULT_CONSTANTS,
    );
    expect(result).toMatchObject({ vitalSet: 3, topCount: 1, isFlat: true });
    expect(result.topShare).toBeCloseTo(0.3377, 4);
    expect(result.gini).toBeCloseTo(0.3885, 4);
    for (const [index, point] of [0, 0.0074, 0.0306, 0.3285, 0.6623, 1].entries()) {
      expect(result.lorenz[index]).toBeCloseTo(point, 4);
    }
  });
});

describe('scoreOpportunities', () => {
  it('gives everybody full reach while no target is set, and their own power', () => {
    const opportunity = scoreOpportunities(
      exampleThirteen({ hasTargets: false, targetPeople: new Uint32Array(), isAtTarget: new Uint8Array(7) }),
    );
    expect([...opportunity.parts.reach]).toEqual([1, 1, 1, 1, 1]);
    expect([...opportunity.via]).toEqual([-1, -1, -1, -1, -1]);
    expect(opportunity.parts.power[positionOf(opportunity.contacts, ANA)]).toBeCloseTo(0.25 + 0.75 * 0.25, 12);
  });

  it('does not rank by closeness whom the files cannot tell apart', () => {
    const isUnknown = new Uint8Array(7).fill(1);
    const { parts } = scoreOpportunities(exampleThirteen({ isUnknown }));
    expect(new Set(parts.warmth).size).toBe(1);
  });

  it('has an answer without contacts', () => {
    const opportunity = scoreOpportunities(exampleThirteen({ contacts: new Uint32Array() }));
    expect(opportunity.order).toHaveLength(0);
    expect(opportunity.medians.warmth).toBe(1);
  });

  it('goes by key where scores are equal', () => {
    const same = exampleThirteen({ hasTargets: false, targetPeople: new Uint32Array(), isAtTarget: new Uint8Array(7) });
    for (const values of [same.prior, same.graph.egoTies.help, same.power, same.mutuals]) values.fill(0.5);
    same.balance.fill(0);
    expect([...scoreOpportunities(same).order]).toEqual([0, 1, 2, 3, 4]);
  });

  const anyInput = fc
    .integer({ min: 2, max: 24 })
    .chain((size) =>
      fc.record({
        size: fc.constant(size),
        people: fc.array(
          fc.record({
            s: fc.double({ min: 0.01, max: 1, noNaN: true }),
            helpOverPrior: fc.double({ min: 0.2, max: 1.2, noNaN: true }),
            power: fc.double({ min: 0, max: 1, noNaN: true }),
            balance: fc.integer({ min: -9, max: 9 }),
            mutuals: fc.option(fc.nat(500), { nil: Number.NaN }),
            guessed: fc.option(fc.double({ min: 0, max: 80, noNaN: true }), { nil: Number.NaN }),
            isThere: fc.boolean(),
            isUnknown: fc.boolean(),
            isContact: fc.boolean(),
          }),
          { minLength: size, maxLength: size },
        ),
        ties: fc.uniqueArray(
          fc.record({
            a: fc.integer({ min: 1, max: size - 1 }),
            b: fc.integer({ min: 1, max: size - 1 }),
            q: fc.double({ min: 0.01, max: 1, noNaN: true }),
            s: fc.double({ min: 0.01, max: 1, noNaN: true }),
          }),
          { maxLength: 40, selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}` },
        ),
      }),
    )
    .map(({ size, people, ties }): OpportunityInput => {
      const contacts = people.flatMap(({ isContact }, person) => (isContact && person > 0 ? [person] : []));
      const prior = Float64Array.from(people, ({ s }) => 0.1 + 0.7 * s);
      const help = (person: number) => Math.min(1, prior[person]! * people[person]!.helpOverPrior);
      const isAtTarget = Uint8Array.from(people, ({ isThere }, person) => Number(isThere && person > 0));
      const targetPeople = [...isAtTarget.keys()].filter((person) => isAtTarget[person] === 1);
      return {
        graph: handMadeGraph(
          size,
          contacts.map((person) => ({ person, help: help(person), s: people[person]!.s })),
          ties.filter(({ a, b }) => a !== b),
        ),
        contacts: Uint32Array.from(contacts),
        isUnknown: Uint8Array.from(people, ({ isUnknown }) => Number(isUnknown)),
        prior,
        power: Float64Array.from(people, ({ power }) => power),
        balance: Float64Array.from(people, ({ balance }) => balance),
        mutuals: Float64Array.from(people, ({ mutuals }) => mutuals),
        ownersMutuals: new Float64Array(size).fill(Number.NaN),
        guessedMutuals: Float64Array.from(people, ({ guessed }) => guessed),
        isAtTarget,
        targetPeople: Uint32Array.from(targetPeople),
        hasTargets: targetPeople.length > 0,
        constants: DEFAULT_CONSTANTS,
        calibration: null,
      };
    });

  it('keeps every part in its range, and every score finite, for any network', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { parts, scores, order } = scoreOpportunities(input);
        const within = (values: Float64Array, low: number, high: number) =>
          values.every((value) => value >= low - 1e-12 && value <= high + 1e-12);
        expect(within(parts.warmth, 0.1, 0.8)).toBe(true);
        expect(within(parts.reach, 0.05, 1)).toBe(true);
        expect(within(parts.power, 0.25, 1)).toBe(true);
        expect(within(parts.reciprocity, 0.85, 1.15)).toBe(true);
        expect(within(parts.novelty, 0.6, 1.4)).toBe(true);
        expect(scores.every((score) => Number.isFinite(score) && score >= 0)).toBe(true);
        expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
        for (let rank = 1; rank < order.length; rank++) {
          const [before, here] = [order[rank - 1]!, order[rank]!];
          const difference = scores[before]! - scores[here]!;
          expect(difference > 0 || (difference === 0 && before < here)).toBe(true);
        }
      }),
    );
  });

  it('explains each score exactly: the logarithms of its multipliers add up to ln(E / product of medians)', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const opportunity = scoreOpportunities(input);
        const middle = PART_NAMES.reduce((product, name) => product * opportunity.medians[name], 1);
        for (const [at, score] of opportunity.scores.entries()) {
          const logs = PART_NAMES.map((name) => Math.log(multipliersOf(opportunity, at)[name]));
          const sum = logs.reduce((total, one) => total + one, 0);
          // Scores are rounded to 1e-9.
          expect(Math.abs(Math.exp(sum) * middle - score)).toBeLessThan(1e-9);
        }
      }),
    );
  });
});
