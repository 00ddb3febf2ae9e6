import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guarded, unguarded } from '../../../shared/import/formula-guard.ts';

it.each([
  '=1',
  '+1',
  '-1',
  '@x',
  '\t1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff @x',
])('R4: %j gets the mark that keeps it from running', (text) => {
  expect(guarded(text)).toBe(`'${text}`);
});

it.each(['Ana', '1', "O'Brien", "'tis", 'a=1', '', ' a'])('R4: %j is left as it is', (text) => {
  expect(guarded(text)).toBe(text);
});

it('R4: the mark comes off again, whatever stood there before', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '@', ' ', '\t', '\u200b', '＝', 'a', '1') }), (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
