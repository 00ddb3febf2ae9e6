import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { InputOf } from '../../shared/contract/api.ts';
import { showToast } from '../state/toast-state.ts';
import { useClient } from './client-context.ts';
import { plainLine } from './plain-line.ts';
import { sayFailure } from './say-failure.ts';

type Said = InputOf<'sayMany'>['said'];

export interface Saying {
  /** Writes it down and shows a toast with its undo. `text`: what the toast says; left out, the statement itself. */
  say(said: Said, text?: string): Promise<boolean>;
  /** Takes statements back, with an undo of its own. */
  takeBack(ids: number[], text?: string): Promise<boolean>;
  /** Does a change, says failures in a toast, and asks all questions again. */
  run<T>(change: () => Promise<T>): Promise<T | null>;
}

/** What the user says on these screens. It works on after the place where it was said has gone, as an undo must. */
export function useSaying(): Saying {
  const { api } = useClient();
  const questions = useQueryClient();

  const run = useCallback(
    async <T>(change: () => Promise<T>): Promise<T | null> => {
      try {
        const value = await change();
        await questions.invalidateQueries();
        return value;
      } catch (error) {
        sayFailure(error);
        return null;
      }
    },
    [questions],
  );

  const say = useCallback(
    async (said: Said, text?: string) => {
      const done = await run(() => api.sayMany({ said }));
      if (done === null) return false;
      const ids = done.receipts.map(({ id }) => id);
      showToast(plainLine(text ?? done.receipts[0]?.text ?? 'Noted.'), {
        label: 'Undo',
        run: () => void run(() => api.withdrawMany({ ids })),
      });
      return true;
    },
    [api, run],
  );

  const takeBack = useCallback(
    async (ids: number[], text = 'Taken back.') => {
      const done = await run(() => api.withdrawMany({ ids }));
      if (done === null) return false;
      showToast(plainLine(text), { label: 'Undo', run: () => void run(() => api.reinstate({ ids })) });
      return true;
    },
    [api, run],
  );

  return { say, takeBack, run };
}
