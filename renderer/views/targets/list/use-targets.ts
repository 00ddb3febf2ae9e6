import { useCallback } from 'react';
import type { InputOf } from '../../../../shared/contract/api.ts';
import type { TargetRow } from '../../../../shared/contract/routes.ts';
import { countOf } from '../../../../shared/model/words.ts';
import { useClient } from '../../../client/client-context.ts';
import { plainLine } from '../../../client/plain-line.ts';
import { useSaying } from '../../../client/use-saying.ts';
import { showToast } from '../../../state/toast-state.ts';

/** Adding and removing targets, each with a toast that takes it back. */
export function useTargets() {
  const { api } = useClient();
  const { run } = useSaying();

  /** Resolves true when it is done; what was a target already is left as it is. */
  const add = useCallback(
    async (input: InputOf<'addTargets'>, name?: string): Promise<boolean> => {
      const list = await run(() => api.addTargets(input));
      if (list === null) return false;
      const ids = list.added ?? [];
      if (ids.length === 0) {
        showToast(name === undefined ? 'All of these are targets already.' : `${plainLine(name)} is a target already.`);
        return true;
      }
      const what = name ?? countOf(ids.length, 'target');
      showToast(`Added ${plainLine(what)}.`, { label: 'Undo', run: () => void run(() => api.withdrawMany({ ids })) });
      return true;
    },
    [api, run],
  );

  const remove = useCallback(
    async ({ id, name }: Pick<TargetRow, 'id' | 'name'>): Promise<boolean> => {
      const list = await run(() => api.removeTarget({ id }));
      if (list === null) return false;
      showToast(`Removed ${plainLine(name)}.`, {
        label: 'Undo',
        run: () => void run(() => api.reinstate({ ids: list.removed ?? [id] })),
      });
      return true;
    },
    [api, run],
  );

  return { add, remove };
}
