/**
 * The backend for windows: nothing runs on the thread that answers them. One worker thread answers questions; a second one
 * does what takes long (imports, undo, copies), so that questions are answered meanwhile. Both read the same store.
 */
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { METHODS, type MethodName, type WeftApi } from '../../shared/contract/api.ts';
import { connectApi } from '../../shared/contract/wire.ts';
import { WeftError } from '../../shared/model/weft-error.ts';
import type { Backend, BackendOptions } from './create-backend.ts';

/** What a backend's thread is started with. */
export interface BackendThread {
  options: BackendOptions;
  /** Where the main thread keeps compiled code; null: nowhere. */
  compileCache: string | null;
}

interface Thread {
  worker: Worker;
  api: WeftApi;
  closed: Promise<void>;
}

export function createThreadedBackend(options: BackendOptions): Backend {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const threads = new Map<'questions' | 'work', Thread>();
  const thread = (name: 'questions' | 'work'): Thread => {
    let started = threads.get(name);
    if (started === undefined) {
      started = startThread(options, notify, () => threads.delete(name));
      threads.set(name, started);
    }
    return started;
  };

  const api = Object.fromEntries(
    (Object.keys(METHODS) as MethodName[]).map((method) => [
      method,
      (input: never, context?: never) => {
        const { isLong } = METHODS[method];
        return thread(isLong ? 'work' : 'questions').api[method](input, context);
      },
    ]),
  ) as unknown as WeftApi;

  return {
    api,
    onChanged(listener) {
      listeners.add(listener);
    },
    async close() {
      const closing = [...threads.values()].map(({ worker, closed }) => {
        worker.postMessage({ type: 'close' });
        return closed;
      });
      await Promise.all(closing);
    },
  };
}

function startThread(options: BackendOptions, onChanged: () => void, onGone: () => void): Thread {
  // A thread does not inherit where compiled code is kept.
  const ours = getCompileCacheDir();
  // What is told is the part for this version of Node; what is asked for is the whole.
  const workerData: BackendThread = { options, compileCache: ours === undefined ? null : dirname(ours) };
  const worker = new Worker(new URL('./engine/backend-worker.ts', import.meta.url), { workerData });
  const remote = connectApi(
    {
      send: (message) => worker.postMessage(message),
      onMessage: (listener) => worker.on('message', listener),
    },
    onChanged,
  );
  let mistake: string | null = null;
  worker.on('message', (message: { type: string; code?: string }) => {
    if (message.type === 'mistake') mistake = message.code ?? null;
  });
  const closed = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      onGone();
      remote.fail(
        new WeftError('mistake', 'backend-stopped', 'Weft made a mistake. Your map is unharmed. Please try again.', {
          mistake,
        }),
      );
      resolve();
    });
  });
  // The exit that follows says all there is to say to the callers.
  worker.on('error', () => {});
  return { worker, api: remote.api, closed };
}
