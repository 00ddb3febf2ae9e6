import { expect, it } from 'vitest';
import { foldCircles } from '../../../shared/identity/said-circles.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';

const circle = (
  name: string,
  members: string,
  part: Partial<StatementBody & { kind: 'circle' }> = {},
): StatementBody => ({
  kind: 'circle',
  name,
  members: [...members],
  size: null,
  from: null,
  to: null,
  ...part,
});
const leave = (name: string, members: string): StatementBody => ({ kind: 'circle-leave', name, members: [...members] });
const rename = (name: string, to: string): StatementBody => ({ kind: 'circle-rename', name, to });
const remove = (name: string): StatementBody => ({ kind: 'circle-remove', name });

/** `Name: members`, in the order in which they came to be called so. */
function fold(...bodies: StatementBody[]): string[] {
  const circles = foldCircles(bodies, (key) => (key === '?' ? undefined : key));
  return [...circles.values()].map(({ name, members }) => `${name}: ${[...members].sort().join('')}`);
}

it.each([
  [
    'adds up under one name, however it is written',
    [circle('Rowers', 'ab'), circle(' ROWERS ', 'bc')],
    [' ROWERS : abc'],
  ],
  ['leaves out who is in no import any more', [circle('Rowers', 'a?')], ['Rowers: a']],
  ['loses who left', [circle('Rowers', 'abc'), leave('rowers', 'bz')], ['Rowers: ac']],
  [
    'takes back in who left before',
    [circle('Rowers', 'ab'), leave('Rowers', 'b'), circle('Rowers', 'b')],
    ['Rowers: ab'],
  ],
  [
    'is split by leaving one and entering another',
    [circle('Rowers', 'abcd'), leave('Rowers', 'cd'), circle('Sailors', 'cd')],
    ['Rowers: ab', 'Sailors: cd'],
  ],
  ['goes by its new name', [circle('Rowers', 'ab'), rename('Rowers', 'Sailors')], ['Sailors: ab']],
  ['may change how its name is written', [circle('rowers', 'ab'), rename('rowers', 'Rowers')], ['Rowers: ab']],
  [
    'becomes one with the circle of its new name',
    [circle('Rowers', 'ab'), circle('Sailors', 'bc'), rename('Rowers', 'sailors')],
    ['sailors: abc'],
  ],
  ['is gone when removed', [circle('Rowers', 'ab'), remove('ROWERS')], []],
  [
    'begins anew after it was removed',
    [circle('Rowers', 'ab', { size: 40 }), remove('Rowers'), circle('Rowers', 'c')],
    ['Rowers: c'],
  ],
  [
    'is not made by what is said of a name that no circle has',
    [leave('Rowers', 'a'), rename('Rowers', 'Sailors'), remove('Rowers')],
    [],
  ],
])('a circle %s', (_, bodies, expected) => {
  expect(fold(...bodies)).toEqual(expected);
});

it('keeps size and dates through a new name, and of two that join what both say alike', () => {
  const dated = { size: 35, from: 1000, to: 2000 };
  const only = (...bodies: StatementBody[]) => [...foldCircles(bodies, (key) => key).values()];
  expect(only(circle('A', 'a', dated), rename('A', 'B'))).toMatchObject([{ name: 'B', ...dated }]);
  expect(only(circle('A', 'a', dated), circle('B', 'b', { ...dated, size: 20 }), rename('A', 'B'))).toMatchObject([
    { size: null, from: 1000, to: 2000 },
  ]);
  expect(only(circle('A', 'a', dated), circle('B', 'b', { size: 35 }), rename('A', 'B'))).toMatchObject([
    { size: 35, from: null, to: null },
  ]);
});
