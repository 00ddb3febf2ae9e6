/** A thread with a backend of its own. Loads next to nothing, so that a program can start one before it loads the rest of itself. */
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BackendOptions } from '../assemble-backend.ts';

/** What the thread is started with. */
export interface BackendThreadData {
  options: BackendOptions;
  /** Where the main thread keeps compiled code; null: nowhere. */
  compileCache: string | null;
  /** Whether it reads and judges the map before anybody asks. */
  isReadAhead: boolean;
}

export interface BackendThread {
  worker: Worker;
  /** Resolves when it has ended, to the code of the mistake that ended it; null when it was asked to. */
  ended: Promise<string | null>;
}

/** @param isReadAhead whether it reads the map at once: the window that will ask is still coming up */
export function startBackendThread(options: BackendOptions, isReadAhead = false): BackendThread {
  // A thread does not inherit where compiled code is kept.
  const ours = getCompileCacheDir();
  // What is told is the part for this version of Node; what is asked for is the whole.
  const workerData: BackendThreadData = {
    options,
    compileCache: ours === undefined ? null : dirname(ours),
    isReadAhead,
  };
  const worker = new Worker(new URL('./backend-worker.ts', import.meta.url), { workerData });
  let mistake: string | null = null;
  worker.on('message', (message: { type: string; code?: string }) => {
    if (message.type === 'mistake') mistake = message.code ?? null;
  });
  const ended = new Promise<string | null>((resolve) => {
    worker.once('exit', () => resolve(mistake));
  });
  // The exit that follows says all there is to say to the callers.
  worker.on('error', () => {});
  return { worker, ended };
}
