import { expect, it } from 'vitest';
import { numberWords } from '../../../../renderer/views/connectors/measure-words.ts';

it.each([
  [null, 'share', 'not known'],
  [0, 'share', '0'],
  [0.0007, 'share', 'under 0.01'],
  [0.4226, 'share', '0.42'],
  [0.1914, 'none', '0.19'],
  [12.333, 'people', '12.3'],
  [0.01, 'people', 'under 0.1'],
  [19_998.2, 'people', '19,998'],
  [3.63, 'standard deviations', '3.6 standard deviations above the mean'],
  [-0.7, 'standard deviations', '0.7 standard deviations below the mean'],
  [0, 'standard deviations', 'at the mean'],
  [1_204, 'pairs', '1,204'],
] as const)('%s in %s reads "%s"', (value, unit, words) => {
  expect(numberWords(value, unit)).toBe(words);
});

it('says no more of a sampled value than its bound allows, and calls none of them nothing', () => {
  expect(numberWords(0, 'share', 0.02)).toBe('under 0.02');
  expect(numberWords(0.77, 'share', 0.02)).toBe('0.77');
});
