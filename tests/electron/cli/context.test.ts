import { expect, it } from 'vitest';
import { widthOf } from '../../../electron/shells/cli/context.ts';

it.each([
  ['a terminal', { columns: 80 }, 80],
  ['a terminal that was never told its size', { columns: 0 }, 100],
  ['a pipe or a file', {}, 100],
])('breaks lines for %s', (_, stream, width) => {
  expect(widthOf(stream)).toBe(width);
});
