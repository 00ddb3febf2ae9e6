import { expect, it } from 'vitest';
import { chanceInWord } from '../../../shared/model/chance-words.ts';

it.each([
  [0.5, 'good'],
  [0.49, 'fair'],
  [0.25, 'fair'],
  [0.24, 'slim'],
  [0.1, 'slim'],
  [0.09, 'remote'],
  [0, 'remote'],
])('says a chance of %d as %s, in the window and in the terminal', (probability, word) => {
  expect(chanceInWord(probability)).toBe(word);
});
