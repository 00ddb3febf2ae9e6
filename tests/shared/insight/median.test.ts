import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median } from '../../../shared/insight/median.ts';

it('finds the value that sorting would find, and leaves the numbers as they are', () => {
  // Adding 0 leaves no -0, which sorting puts before 0 and which is the same number.
  const number = fc.double({ noNaN: true, min: -5, max: 5 }).map((value) => value + 0);
  const many = fc.array(fc.oneof(fc.constantFrom(0, 1, 1.1), number), { minLength: 1 });
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
