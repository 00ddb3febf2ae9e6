import { expect, it } from 'vitest';
import {
  type Card,
  cardUp,
  idsOf,
  startDeck,
  withAnswer,
  withFailure,
  withoutLast,
  withWritten,
} from '../../../../renderer/views/triage/deck.ts';

const card = (id: number): Card => ({
  person: { id, name: `Person ${id}`, url: null, company: null, position: null },
  connectedOn: null,
  lastContactOn: null,
  strength: null,
  helpsWith: [],
  expectedChange: 0,
  ofTop: 0,
  ofRoutes: 0,
  why: '',
});
const deck = startDeck([card(1), card(2), card(3)]);
const nameUp = (now: typeof deck) => cardUp(now)?.person.id ?? null;

it('shows the next card before the answer is written', () => {
  const now = withAnswer(deck, 'know', null);
  expect(nameUp(now)).toBe(2);
  expect(idsOf(now)).toEqual([]);
  expect(idsOf(withWritten(now, 1, [7, 8]))).toEqual([7, 8]);
});

it('brings the last card back, however often', () => {
  const two = withAnswer(withAnswer(deck, 'introduce', 'Hiring'), 'skip', null);
  expect(nameUp(withoutLast(two))).toBe(2);
  expect(nameUp(withoutLast(withoutLast(two)))).toBe(1);
  expect(nameUp(withoutLast(deck))).toBe(1);
});

it('ends after the last card and takes no answer more', () => {
  const all = deck.cards.reduce((now) => withAnswer(now, 'collected', null), deck);
  expect(nameUp(all)).toBeNull();
  expect(withAnswer(all, 'know', null)).toEqual(all);
});

it('asks again at the end what could not be written', () => {
  const failed = withFailure(withAnswer(deck, 'know', null), 1);
  expect(failed.cards.map(({ person }) => person.id)).toEqual([2, 3, 1]);
  expect(failed.answered).toEqual([]);
  expect(withFailure(deck, 1)).toEqual(deck);
});
