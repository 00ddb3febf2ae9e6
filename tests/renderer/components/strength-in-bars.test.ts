import { expect, it } from 'vitest';
import { bandOf, strengthInBars } from '../../../renderer/components/strength-in-bars.ts';

it.each([
  [null, 'unknown', 0, 'unknown'],
  [0.9, 'unknown', 0, 'unknown'],
  [0.1, 'weak', 1, 'weak'],
  [0.5, 'moderate', 2, 'moderate'],
  [0.7, 'strong', 3, 'strong'],
  [0.82, 'strong', 4, 'very strong'],
] as const)('shows strength %s of band %s as %i bars and "%s"', (s, band, bars, word) => {
  expect(strengthInBars(s, band)).toEqual({ bars, word });
});

it('puts the limits of the bands where model.md has them', () => {
  expect([0, 0.349, 0.35, 0.649, 0.65, 1].map(bandOf)).toEqual([
    'weak',
    'weak',
    'moderate',
    'moderate',
    'strong',
    'strong',
  ]);
});
