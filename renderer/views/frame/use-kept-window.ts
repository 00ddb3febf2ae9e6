import { useEffect, useRef } from 'react';
import type { InputOf } from '../../../shared/contract/api.ts';
import { useClient } from '../../client/client-context.ts';
import { sayFailure } from '../../client/say-failure.ts';
import { useQuestion } from '../../client/use-question.ts';
import { useSingleKeys } from '../../state/key-state.ts';
import { THEMES, useTheme } from '../../state/theme-state.ts';

/**
 * Colours and keys as they were chosen, in every window and at the next start. They lie in the map: what a browser keeps belongs to
 * an address with a port, which is another one at each start; it only spares the window of its own a change of colours as it opens.
 */
export function useKeptWindow(): void {
  const { api } = useClient();
  const { data } = useQuestion('listKept', {});
  const kept = data?.settings;
  /** What is chosen here and not yet written: an answer that is on its way does not know of it. */
  const writing = useRef(0);
  /** What comes from the map is not written there again. */
  const isApplying = useRef(false);

  useEffect(() => {
    if (kept === undefined || writing.current > 0) return;
    isApplying.current = true;
    const theme = THEMES.find((one) => one === kept.colours);
    if (theme !== undefined) useTheme.setState({ theme });
    const keys = kept['single-keys'];
    if (keys !== undefined) useSingleKeys.setState({ areOn: keys === 'on' });
    isApplying.current = false;
  }, [kept]);

  useEffect(() => {
    const keep = (said: Extract<InputOf<'say'>['said'], { kind: 'setting' }>): void => {
      if (isApplying.current) return;
      writing.current++;
      api
        .say({ said })
        .catch(sayFailure)
        .finally(() => writing.current--);
    };
    const stops = [
      useTheme.subscribe(({ theme }, before) => {
        if (theme !== before.theme) keep({ kind: 'setting', name: 'colours', value: theme });
      }),
      useSingleKeys.subscribe(({ areOn }, before) => {
        if (areOn !== before.areOn) keep({ kind: 'setting', name: 'single-keys', value: areOn ? 'on' : 'off' });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [api]);
}
