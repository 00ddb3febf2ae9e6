import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';
import type { TriageCards } from '../../../shared/contract/top.ts';
import { useClient } from '../../client/client-context.ts';
import { sayFailure } from '../../client/say-failure.ts';
import {
  cardUp,
  type Deck,
  startDeck,
  type TriageAnswer,
  withAnswer,
  withFailure,
  withoutLast,
  withWritten,
} from './deck.ts';

const BATCH = 50;

interface DeckState {
  deck: Deck | null;
  /** Counts of the map when the batch came. */
  total: number;
  done: number;
}

/** Stays while other screens are looked at: the deck goes on where it was left. */
const useDeckState = create<DeckState>()(() => ({ deck: null, total: 0, done: 0 }));

const change = (by: (deck: Deck) => Deck) =>
  useDeckState.setState(({ deck }) => (deck === null ? {} : { deck: by(deck) }));

/** What each answer became: filled behind the cards, and needed for the way back. */
const written = new Map<number, readonly number[]>();

/** Answers are written one after the other, behind the cards. */
let writing: Promise<unknown> = Promise.resolve();

export interface DeckControl extends DeckState {
  error: unknown;
  answer(how: TriageAnswer, helpsWith: string | null): void;
  undo(): void;
  /** Asks for the next fifty. */
  next(): Promise<void>;
  /** Resolves when every answer is written. */
  settled(): Promise<unknown>;
}

/** Fifty cards at a time; a key press shows the next one without waiting for the backend. */
export function useDeck(): DeckControl {
  const { api } = useClient();
  const state = useDeckState();
  const [error, setError] = useState<unknown>(null);

  const next = useCallback(async () => {
    try {
      await writing;
      const batch: TriageCards = await api.nextCards({ limit: BATCH });
      useDeckState.setState({ deck: startDeck(batch.cards), total: batch.total, done: batch.done });
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  }, [api]);

  // A deck that is done, and was left so, begins anew: others may have changed the map meanwhile.
  useEffect(() => {
    const { deck } = useDeckState.getState();
    if (deck === null || cardUp(deck) === null) void next();
  }, [next]);

  const answer = useCallback(
    (how: TriageAnswer, helpsWith: string | null) => {
      const { deck } = useDeckState.getState();
      const card = deck === null ? null : cardUp(deck);
      if (card === null) return;
      change((now) => withAnswer(now, how, helpsWith));
      const { id } = card.person;
      const said = { person: String(id), answer: how, ...(helpsWith === null ? {} : { helpsWith }) };
      writing = writing.then(nextCardDrawn).then(async () => {
        try {
          const { ids } = await api.answerCard(said);
          written.set(id, ids);
          change((now) => withWritten(now, id, ids));
        } catch (failure) {
          change((now) => withFailure(now, id));
          sayFailure(failure);
        }
      });
    },
    [api],
  );

  const undo = useCallback(() => {
    const last = useDeckState.getState().deck?.answered.at(-1);
    if (last === undefined) return;
    change(withoutLast);
    // The answer may still be on its way: what it became is read when it is this one's turn.
    writing = writing.then(async () => {
      const ids = written.get(last.person) ?? [];
      written.delete(last.person);
      try {
        if (ids.length > 0) await api.withdrawMany({ ids: [...ids] });
      } catch (failure) {
        sayFailure(failure);
      }
    });
  }, [api]);

  const settled = useCallback(() => writing, []);
  return { ...state, error, answer, undo, next, settled };
}

/** Writing takes from the drawing where both share a processor. A frame and a bit, also in a tab that draws none. */
function nextCardDrawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
