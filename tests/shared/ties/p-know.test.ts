import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSTANTS as C } from '../../../shared/ties/constants.ts';
import { effectiveSize, matchFunctions, p0, pKnow, SIZE_BANDS, sizeOfBand } from '../../../shared/ties/p-know.ts';

const know = (size: number | null, parts: Partial<Parameters<typeof pKnow>[0]> = {}) =>
  pKnow({ size, listed: 2, functions: 'unknown', bothSenior: false, overlapYears: null, ...parts }, C);

describe('pKnow', () => {
  it.each([
    [10, 0.648, 0.7126, 0.5704],
    [46, 0.3884, 0.5724, 0.2621],
    [101, 0.217, 0.4123, 0.1268],
    [1000, 0.0225, 0.0637, 0.0114],
    [25000, 0.0009, 0.0027, 0.0005],
  ])('example 5: %d employees, function unknown, same, different', (size, unknown, same, different) => {
    expect(know(size)).toBeCloseTo(unknown, 4);
    expect(know(size, { functions: 'same' })).toBeCloseTo(same, 4);
    expect(know(size, { functions: 'different' })).toBeCloseTo(different, 4);
  });

  it('example 5: both senior, and two years of overlap', () => {
    expect(know(1000, { functions: 'same', bothSenior: true })).toBeCloseTo(0.1175, 4);
    expect(know(101, { functions: 'same', overlapYears: 2 })).toBeCloseTo(0.4754, 4);
  });

  it('gives the predictions of §13 for three organisations', () => {
    // The model prints .031 for N = 986; its formula gives 30/985 = .0305.
    for (const [size, expected] of [
      [46, 0.518],
      [167, 0.18],
      [986, 0.0305],
    ] as const) {
      expect(p0(size, C)).toBeCloseTo(expected, 3);
    }
  });

  it('never takes an employer for smaller than the people listed there, nor for one person', () => {
    expect(know(5, { listed: 101 })).toBeCloseTo(0.217, 4);
    expect(know(null, { listed: 25000 })).toBeCloseTo(0.0009, 4);
    expect(effectiveSize(0, 0, C)).toBe(2);
  });

  it('keeps a guess about an employer of unknown size below the limit of a tie', () => {
    const most = pKnow({ size: null, listed: 2, functions: 'same', bothSenior: true, overlapYears: 40 }, C);
    expect(most).toBeLessThanOrEqual(0.09);
    expect(most).toBeLessThan(C.inferredMinimum);
    const small = { ...C, unknownSize: 10 };
    expect(pKnow({ size: null, listed: 2, functions: 'same', bothSenior: true, overlapYears: 40 }, small)).toBe(0.09);
  });

  it('is at most .90, however small the employer', () => {
    expect(know(2, { functions: 'same', bothSenior: true, overlapYears: 40 })).toBe(0.9);
  });

  it('gives 0 to two who missed each other', () => {
    expect(know(10, { overlapYears: 0 })).toBe(0);
  });

  it('falls with size and stays a probability', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300_000 }),
        fc.nat({ max: 1000 }),
        fc.boolean(),
        (size, more, bothSenior) => {
          const q = know(size, { bothSenior });
          expect(q).toBeGreaterThan(0);
          expect(q).toBeLessThanOrEqual(0.9);
          expect(know(size + more, { bothSenior })).toBeLessThanOrEqual(q);
        },
      ),
    );
  });

  it('gives a person of a big employer about K·τ expected ties and no more', () => {
    for (const size of [100, 1000, 100_000]) expect((size - 1) * know(size)).toBeLessThanOrEqual(30 * 0.75 + 1e-9);
  });

  it('reads size bands', () => {
    expect(sizeOfBand('51-200')).toBe(101);
    expect(sizeOfBand('10001+')).toBe(25000);
    expect(sizeOfBand('many')).toBeNull();
    for (const [at, band] of SIZE_BANDS.entries()) {
      expect(band.representative).toBeGreaterThanOrEqual(band.from);
      expect(band.representative).toBeLessThan(SIZE_BANDS[at + 1]?.from ?? Number.POSITIVE_INFINITY);
    }
  });

  it('compares functions only where both are known', () => {
    expect(matchFunctions('data', 'data')).toBe('same');
    expect(matchFunctions('data', 'sales')).toBe('different');
    expect(matchFunctions('other', 'other')).toBe('unknown');
    expect(matchFunctions('data', 'unknown')).toBe('unknown');
  });
});
