import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { InputOf } from '../../shared/contract/api.ts';
import type { KeptText } from '../../shared/contract/statements.ts';
import { useClient } from './client-context.ts';
import { useSaying } from './use-saying.ts';

/** So long after the last letter it is kept, for whoever never leaves the field. */
const KEEP_AFTER_MS = 1_500;

export interface KeptTextUse {
  text: string;
  write(text: string): void;
  /** At once: the field is left. */
  keep(): void;
  /** Takes back all that was written; what stands otherwise is there again. */
  startOver(): void;
}

/** A text that is kept in the map while it is written: nothing to press, and nothing lost with the window. */
export function useKeptText({
  kept,
  otherwise,
  said,
}: {
  kept: KeptText | null;
  /** What stands there while nothing was written. */
  otherwise: string;
  said: (text: string) => InputOf<'say'>['said'];
}): KeptTextUse {
  const { api } = useClient();
  const { run, takeBack } = useSaying();
  const stored = kept?.text ?? otherwise;
  /** null: as stored. */
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ draft, stored, said });
  useLayoutEffect(() => {
    latest.current = { draft, stored, said };
  });
  /** What was sent last: leaving the field and the screen at once is one text. */
  const sent = useRef<string | null>(null);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const { draft: text, stored: before, said: saidOf } = latest.current;
    if (text === null || text === (sent.current ?? before)) return;
    sent.current = text;
    void run(() => api.say({ said: saidOf(text) })).then((receipt) => {
      if (receipt === null) sent.current = null;
    });
  }, [api, run]);

  // What is written last is kept when one goes to another screen.
  useEffect(() => keep, [keep]);

  const write = (text: string) => {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, KEEP_AFTER_MS);
  };
  const startOver = () => {
    clearTimeout(timer.current);
    sent.current = null;
    setDraft(null);
    if (kept !== null) void takeBack(kept.ids, 'Back to the first questions.');
  };
  return { text: draft ?? stored, write, keep, startOver };
}
