import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median } from '../../../shared/insight/median.ts';

it('finds the value that sorting would find, and leaves the numbers as they are', () => {
  const many = fc.array(fc.oneof(fc.constantFrom(0, 1, 1.1), fc.double({ noNaN: true, min: -5, max: 5 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(many, (numbers) => {
      const values = Float64Array.from(numbers);
      const sorted = values.toSorted();
      const middle = sorted.length >> 1;
      const expected = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
      expect(median(values) - expected).toBe(0);
      expect(values).toEqual(Float64Array.from(numbers));
    }),
  );
});

it('is 1 of none, so that dividing by it changes nothing', () => {
  expect(median(new Float64Array(0))).toBe(1);
});
