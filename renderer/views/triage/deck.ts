/** The deck as values: which card is up, what was answered, and the way back. */
import type { InputOf } from '../../../shared/contract/api.ts';
import type { TriageCards } from '../../../shared/contract/top.ts';

export type Card = TriageCards['cards'][number];
export type TriageAnswer = InputOf<'answerCard'>['answer'];

export interface Answered {
  person: number;
  answer: TriageAnswer;
  helpsWith: string | null;
  /** Numbers of the statements it became; null while they are being written. */
  ids: readonly number[] | null;
}

export interface Deck {
  /** The batch, in order; those answered stay, so that the way back is at hand. */
  cards: readonly Card[];
  answered: readonly Answered[];
}

export const startDeck = (cards: readonly Card[]): Deck => ({ cards, answered: [] });

/** The card that is up; null when the batch is done. */
export const cardUp = (deck: Deck): Card | null => deck.cards[deck.answered.length] ?? null;

/** The next card is up at once, whatever becomes of the writing. */
export function withAnswer(deck: Deck, answer: TriageAnswer, helpsWith: string | null): Deck {
  const card = cardUp(deck);
  if (card === null) return deck;
  return { ...deck, answered: [...deck.answered, { person: card.person.id, answer, helpsWith, ids: null }] };
}

/** Notes what an answer became, wherever the deck has gone since. */
export function withWritten(deck: Deck, person: number, ids: readonly number[]): Deck {
  return { ...deck, answered: deck.answered.map((one) => (one.person === person ? { ...one, ids } : one)) };
}

/** The last card is up again. */
export const withoutLast = (deck: Deck): Deck => ({ ...deck, answered: deck.answered.slice(0, -1) });

/** An answer that could not be written: its card comes back at the end of the batch. */
export function withFailure(deck: Deck, person: number): Deck {
  const card = deck.cards.find((one) => one.person.id === person);
  if (card === undefined || !deck.answered.some((one) => one.person === person)) return deck;
  return {
    cards: [...deck.cards.filter((one) => one !== card), card],
    answered: deck.answered.filter((one) => one.person !== person),
  };
}

/** All statements of the batch. */
export const idsOf = (deck: Deck): number[] => deck.answered.flatMap(({ ids }) => ids ?? []);
