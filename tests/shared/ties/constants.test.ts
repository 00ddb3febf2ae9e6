import { describe, expect, it } from 'vitest';
import {
  CONSTANT_NAMES,
  CONSTANT_TABLE,
  closenessAnchor,
  DEFAULT_CONSTANTS,
  perturbConstants,
  withConstants,
} from '../../../shared/ties/constants.ts';

describe('constants', () => {
  it('replaces single numbers and leaves the defaults as they are', () => {
    const changed = withConstants({ attrition: 0.37 });
    expect(changed.attrition).toBe(0.37);
    expect(changed.helpBase).toBe(DEFAULT_CONSTANTS.helpBase);
    expect(DEFAULT_CONSTANTS.attrition).toBe(0.7);
    expect(Object.isFrozen(DEFAULT_CONSTANTS)).toBe(true);
  });

  it('refuses numbers outside the range of their constant', () => {
    expect(() => withConstants({ attrition: 1.1 })).toThrow(RangeError);
    expect(() => withConstants({ recencyHalfLifeDays: 0 })).toThrow(RangeError);
    expect(() => withConstants({ biasWithMessages: Number.NaN })).toThrow(RangeError);
  });

  it('gives every number a reason', () => {
    for (const name of CONSTANT_NAMES) expect(CONSTANT_TABLE[name].reason, name).not.toBe('');
  });

  it('perturbs what judgement or literature gave, keeps what was measured, and keeps probabilities', () => {
    const asked: string[] = [];
    const changed = perturbConstants(DEFAULT_CONSTANTS, (name) => {
      asked.push(name);
      return 1.2;
    });
    expect(changed.helpSlope).toBe(0.7);
    expect(changed.weightRecency).toBe(1.5);
    expect(changed.weightRecommend).toBeCloseTo(0.96, 12);
    expect(changed.biasWithoutMessages).toBeCloseTo(-2.04, 12);
    expect(changed.powerExecutive).toBe(1);
    expect(asked).toEqual(CONSTANT_NAMES.filter((name) => CONSTANT_TABLE[name].grade !== 'M'));
  });

  it('anchors the five answers of the self-report', () => {
    expect(([0, 1, 2, 3, 4] as const).map((value) => closenessAnchor(value, DEFAULT_CONSTANTS))).toEqual([
      0.03, 0.15, 0.35, 0.65, 0.9,
    ]);
  });
});
