import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, MethodName, OutputOf, Progress } from '../../shared/contract/api.ts';
import { WeftError } from '../../shared/model/weft-error.ts';
import { useClient } from './client-context.ts';

export type LongCallState<T> =
  | { status: 'idle' }
  | { status: 'running'; progress: Progress | null; isCancelling: boolean }
  | { status: 'done'; value: T }
  | { status: 'failed'; error: unknown };

export interface LongCall<M extends MethodName> {
  state: LongCallState<OutputOf<M>>;
  /** Resolves with the value, or null if it failed or was cancelled: the state says which. */
  run(input: InputOf<M>): Promise<OutputOf<M> | null>;
  cancel(): void;
  reset(): void;
}

/**
 * Work that shows its progress and can be cancelled: import, export, backup, restore. A cancelled call is idle again.
 *
 * @example const work = useLongCall('importFiles'); work.run({ files }); <ProgressBar {...} onCancel={work.cancel} />
 */
export function useLongCall<M extends MethodName>(method: M): LongCall<M> {
  const client = useClient();
  const questions = useQueryClient();
  const [state, setState] = useState<LongCallState<OutputOf<M>>>({ status: 'idle' });
  const controller = useRef<AbortController>(undefined);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const run = useCallback(
    async (input: InputOf<M>) => {
      const set = (next: LongCallState<OutputOf<M>>) => isHere.current && setState(next);
      const mine = new AbortController();
      controller.current = mine;
      set({ status: 'running', progress: null, isCancelling: false });
      try {
        const onProgress = (progress: Progress) =>
          set({ status: 'running', progress, isCancelling: mine.signal.aborted });
        const value = (await client.api[method](input, { onProgress, signal: mine.signal })) as OutputOf<M>;
        set({ status: 'done', value });
        void questions.invalidateQueries();
        return value;
      } catch (error) {
        const isCancelled = error instanceof WeftError && error.kind === 'cancelled';
        set(isCancelled ? { status: 'idle' } : { status: 'failed', error });
        return null;
      }
    },
    [client, method, questions],
  );

  const cancel = useCallback(() => {
    controller.current?.abort();
    setState((state) => (state.status === 'running' ? { ...state, isCancelling: true } : state));
  }, []);
  const reset = useCallback(() => setState({ status: 'idle' }), []);
  return { state, run, cancel, reset };
}
