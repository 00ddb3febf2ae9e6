import { expect, it } from 'vitest';
import { shareWords } from '../../../../renderer/views/top/part-words.ts';

it('says no share as nothing that is more than nothing', () => {
  expect([0.338, 0.0123, 0.00026, 0.000034, 0].map(shareWords)).toEqual([
    '33.8 %',
    '1.2 %',
    '0.03 %',
    '0.003 %',
    '0.0 %',
  ]);
});
