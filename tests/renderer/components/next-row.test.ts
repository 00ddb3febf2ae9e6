import { expect, it } from 'vitest';
import { nextRow } from '../../../renderer/components/next-row.ts';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 8],
  ['PageDown', 7, 9],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 2, 9],
  ['Enter', 2, null],
])('%s leads from row %i of ten to %s', (key, from, to) => {
  expect(nextRow(key, from, 10, 5)).toBe(to);
});
