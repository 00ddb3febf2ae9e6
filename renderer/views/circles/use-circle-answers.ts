import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { asWeftError } from '../../../shared/contract/errors.ts';
import { useClient } from '../../client/client-context.ts';
import { plainLine } from '../../client/plain-line.ts';
import { showToast } from '../../state/toast-state.ts';
import type { Chosen } from './chosen.ts';

/** Answers are written one after the other, behind the next question. */
let writing: Promise<unknown> = Promise.resolve();

export interface CircleAnswers {
  /** Suggestions answered here, before the list says so. */
  answered: ReadonlySet<string>;
  /** The one whose answer was just taken back: it is asked again first. */
  again: string | null;
  /** Those taken back whose list has not come yet: a list that is on its way may still leave them out. */
  returning: ReadonlySet<string>;
  /** The name given last, to be shown as new. */
  lastNamed: string | null;
  name(suggestion: string, name: string, chosen: Chosen, people: number): void;
  notACircle(suggestion: string, what: string): void;
  canUndo: boolean;
  undoLast(): void;
}

interface Written {
  suggestion: string;
  ids: Promise<number[]>;
}

/** The next question comes without waiting for the backend; each answer can be taken back. */
export function useCircleAnswers(): CircleAnswers {
  const { api } = useClient();
  const questions = useQueryClient();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [again, setAgain] = useState<string | null>(null);
  const [returning, setReturning] = useState<ReadonlySet<string>>(new Set());
  const [lastNamed, setLastNamed] = useState<string | null>(null);
  const [stack, setStack] = useState<readonly Written[]>([]);

  const bringBack = useCallback((suggestion: string) => {
    setAnswered((before) => without(before, suggestion));
    setAgain(suggestion);
    setStack((before) => before.filter((one) => one.suggestion !== suggestion));
  }, []);

  const takeBack = useCallback(
    ({ suggestion, ids }: Written) => {
      bringBack(suggestion);
      setReturning((before) => new Set([...before, suggestion]));
      // The answer may still be on its way: it is taken back when it is this one's turn.
      writing = writing.then(async () => {
        try {
          const numbers = await ids;
          if (numbers.length > 0) await api.withdrawMany({ ids: numbers });
        } catch (failure) {
          showToast(plainLine(asWeftError(failure).message));
        }
        await questions.invalidateQueries();
        setReturning((before) => without(before, suggestion));
      });
    },
    [api, bringBack, questions],
  );

  const answer = useCallback(
    (suggestion: string, said: { name?: string; members?: string[]; without?: string[] }, text: string) => {
      setAnswered((before) => new Set([...before, suggestion]));
      setAgain(null);
      const ids = writing.then(async () => {
        try {
          const { receipts } = await api.answerCircle({ suggestion, ...said });
          showToast(plainLine(text), { label: 'Undo', run: () => takeBack(written) });
          return receipts.map(({ id }) => id);
        } catch (failure) {
          bringBack(suggestion);
          showToast(plainLine(asWeftError(failure).message));
          return [];
        } finally {
          void questions.invalidateQueries();
        }
      });
      writing = ids;
      const written: Written = { suggestion, ids };
      setStack((before) => [...before, written]);
    },
    [api, bringBack, questions, takeBack],
  );

  const name = useCallback(
    (suggestion: string, given: string, chosen: Chosen, people: number) => {
      const others = [...chosen.others].map(String);
      const who = chosen.isAll ? { without: others } : { members: others };
      setLastNamed(given);
      answer(
        suggestion,
        { name: given, ...(others.length > 0 || !chosen.isAll ? who : {}) },
        `${people === 1 ? '1 person is' : `${people.toLocaleString()} people are`} now ${given}.`,
      );
    },
    [answer],
  );
  const notACircle = useCallback(
    (suggestion: string, what: string) => answer(suggestion, {}, `Not a circle: ${what}.`),
    [answer],
  );
  const undoLast = useCallback(() => {
    const last = stack.at(-1);
    if (last !== undefined) takeBack(last);
  }, [stack, takeBack]);

  return { answered, again, returning, lastNamed, name, notACircle, canUndo: stack.length > 0, undoLast };
}

function without(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...set].filter((other) => other !== one));
}
