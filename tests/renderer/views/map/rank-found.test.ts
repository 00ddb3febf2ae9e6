import { describe, expect, it } from 'vitest';
import { isNamed, rankFound } from '../../../../renderer/views/map/rank-found.ts';

const found = (...names: string[]) => names.map((name, id) => ({ id, name, company: 'Anvil Works' }));
const names = (people: { name: string }[]) => people.map(({ name }) => name);

describe('who is meant by what was typed', () => {
  it('puts a whole name before a word of one, and that before a beginning', () => {
    const people = found('Marianna Bello', 'Bo Anan', 'Anastasia Ruiz', 'Ana Reis', 'Ana');
    expect(names(rankFound(people, 'ana', new Map(), 9))).toEqual([
      'Ana',
      'Ana Reis',
      'Anastasia Ruiz',
      'Bo Anan',
      'Marianna Bello',
    ]);
  });

  it('puts the more important first among those who fit alike', () => {
    const people = found('Ana Abel', 'Ana Berg', 'Ana Cole');
    const importance = new Map([
      [1, 0.2],
      [2, 0.9],
    ]);
    expect(names(rankFound(people, 'ana', importance, 2))).toEqual(['Ana Cole', 'Ana Berg']);
  });

  it('reads accents, order of words and several words as people type them', () => {
    expect(isNamed('Petra Novotná', 'novotna pet')).toBe(true);
    expect(isNamed('Petra Novotná', 'petra x')).toBe(false);
    expect(isNamed('Petra Novotná', '')).toBe(false);
  });

  it('keeps who was found by other words than the name, last, and nobody twice', () => {
    const people = [...found('Bo Oak', 'Anvil Smith'), ...found('Bo Oak')];
    expect(names(rankFound(people, 'anvil', new Map(), 9))).toEqual(['Anvil Smith', 'Bo Oak']);
  });
});
