import { useEffect } from 'react';
import { navigate } from '../../state/hash-location.ts';
import { useSingleKeys } from '../../state/key-state.ts';
import { closeOverlay, openCommandBar, openKeyHelp, useOverlay } from '../../state/overlay-state.ts';
import { SCREENS } from '../screens.ts';

/** How long `g` waits for the key of a screen. */
const PAIR_MS = 1_200;

/** The keys that work everywhere. Single keys are silent while something is typed or a sheet is open. */
export function useFrameKeys(): void {
  useEffect(() => {
    let gPressedAt = 0;
    const onKey = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (isCommand && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (useOverlay.getState().overlay === 'command-bar') closeOverlay();
        else if (!isSheetOpen()) openCommandBar();
        return;
      }
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || !useSingleKeys.getState().areOn || isTyping(event.target) || isSheetOpen()) return;

      const isAfterG = event.timeStamp - gPressedAt < PAIR_MS;
      gPressedAt = event.key === 'g' ? event.timeStamp : 0;
      const screen = isAfterG ? SCREENS.find(({ key }) => key === event.key) : undefined;
      if (screen !== undefined) navigate(screen.path);
      else if (event.key === '?') openKeyHelp();
      else if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('main input[type="search"]');
        if (search === null) openCommandBar();
        else search.focus();
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function isSheetOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
