import { useCallback, useEffect, useRef, useState } from 'react';

/** Arrow keys pass over the choices between; what stays this long is meant. */
const SETTLED_MS = 400;

export interface SettledChoice<T> {
  /** To be shown: the choice just made, else what is known. */
  value: T | null;
  choose(value: T): void;
}

/**
 * A choice that shows at once and is said when it stays, so that walking over it with the arrow keys says one thing, not four.
 * Leaving the page says it at once.
 */
export function useSettledChoice<T>(known: T | null, say: (value: T) => Promise<unknown>): SettledChoice<T> {
  const [chosen, setChosen] = useState<T | null>(null);
  const due = useRef<(() => void) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const now = due.current;
    due.current = null;
    now?.();
  }, []);
  useEffect(() => settle, [settle]);

  const choose = (value: T) => {
    setChosen(value);
    due.current = () => void say(value).then(() => setChosen((current) => (current === value ? null : current)));
    clearTimeout(timer.current);
    timer.current = setTimeout(settle, SETTLED_MS);
  };
  return { value: chosen ?? known, choose };
}
