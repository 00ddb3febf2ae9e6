import { useCallback } from 'react';
import type { InputOf } from '../../../shared/contract/api.ts';
import type { WeftClient } from '../../client/client.ts';
import { useClient } from '../../client/client-context.ts';
import { plainLine } from '../../client/plain-line.ts';
import { useSaying } from '../../client/use-saying.ts';
import { showToast } from '../../state/toast-state.ts';

type Logged = InputOf<'log'>['logged'];

/** Statements just written, and what the toast says of them. */
export interface Written {
  ids: number[];
  text: string;
  /** Called once they are taken back. */
  onUndone?: () => void;
}

export interface Log {
  /** Writes down what happened, with an undo in the toast. */
  log(logged: Logged, text?: string): Promise<boolean>;
  /** Does anything that writes statements, and offers to take all of them back at once. */
  write(change: (api: WeftClient['api']) => Promise<Written>): Promise<boolean>;
}

/** What happened, logged from wherever it is read about. */
export function useLog(): Log {
  const { api } = useClient();
  const { run } = useSaying();

  const write = useCallback(
    async (change: (api: WeftClient['api']) => Promise<Written>) => {
      const written = await run(() => change(api));
      if (written === null) return false;
      const { ids, text, onUndone } = written;
      showToast(
        plainLine(text),
        ids.length === 0
          ? undefined
          : {
              label: 'Undo',
              run: () => void run(() => api.withdrawMany({ ids })).then((done) => done !== null && onUndone?.()),
            },
      );
      return true;
    },
    [api, run],
  );

  const log = useCallback(
    (logged: Logged, text?: string) =>
      write(async () => {
        const receipt = await api.log({ logged });
        return { ids: [receipt.id], text: text ?? receipt.text };
      }),
    [api, write],
  );

  return { log, write };
}
