import { describe, expect, it } from 'vitest';
import { packThreadDays, unpackThreadDays } from '../../../shared/model/thread-days.ts';

const DAY = 20_000;
const MIDNIGHT = DAY * 86_400;

describe('packed days of a conversation', () => {
  it('come back as they were, the last second of a day and a day before 1970 too', () => {
    const days = [
      { sender: 0, day: -365, count: 1, first: -365 * 86_400, last: -365 * 86_400 + 86_399 },
      { sender: 3, day: DAY, count: 2, first: MIDNIGHT + 1, last: MIDNIGHT + 86_399 },
    ];
    expect(unpackThreadDays(packThreadDays(days))).toEqual(days);
    expect(unpackThreadDays(packThreadDays([]))).toEqual([]);
  });

  it.each([
    ['a fraction', { sender: 0, day: DAY, count: 1.5, first: MIDNIGHT, last: MIDNIGHT }],
    ['nothing at all', { sender: Number.NaN, day: DAY, count: 1, first: MIDNIGHT, last: MIDNIGHT }],
    ['a number over 32 bits', { sender: 0, day: DAY, count: 2 ** 31, first: MIDNIGHT, last: MIDNIGHT }],
  ])('refuse %s instead of changing it', (_, day) => {
    expect(() => packThreadDays([day])).toThrow(RangeError);
  });
});
