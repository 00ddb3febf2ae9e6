/**
 * How far questions are that take long, for whoever waits for the answer: the first to ask may be somebody else, as the map is
 * prepared before it is opened.
 */
import { hashKey } from '@tanstack/react-query';
import { create } from 'zustand';
import type { CallContext, Progress } from '../../shared/contract/api.ts';

interface Running {
  progress: Progress;
  /** Ends it; whoever waits is told `cancelled`. */
  stop(): void;
}

const useRunning = create<{ running: ReadonlyMap<string, Running> }>()(() => ({ running: new Map() }));

function change(hash: string, running: Running | null): void {
  useRunning.setState(({ running: before }) => {
    const after = new Map(before);
    if (running === null) after.delete(hash);
    else after.set(hash, running);
    return { running: after };
  });
}

/** Asks under a key, and keeps what is told of it on the way. */
export async function withProgress<T>(key: readonly unknown[], ask: (context: CallContext) => Promise<T>): Promise<T> {
  const hash = hashKey(key);
  const controller = new AbortController();
  const stop = () => controller.abort();
  let isTold = false;
  try {
    return await ask({
      signal: controller.signal,
      onProgress: (progress) => {
        isTold = true;
        change(hash, { progress, stop });
      },
    });
  } finally {
    if (isTold) change(hash, null);
  }
}

/** What is known of a question under way; null while nothing is, and when it is answered. */
export function progressOf(key: readonly unknown[]): Running | null {
  return useRunning.getState().running.get(hashKey(key)) ?? null;
}

export function useProgressOf(key: readonly unknown[]): Running | null {
  return useRunning(() => progressOf(key));
}
