/**
 * The backend for windows: nothing runs on the thread that answers them. One worker thread answers questions; a second one
 * does what takes long (imports, undo, copies), so that questions are answered meanwhile. Both read the same store.
 */
import type { CallContext, WeftApi } from '../../shared/contract/api.ts';
import { METHOD_TRAITS, type MethodName } from '../../shared/contract/method-traits.ts';
import { apiOf, connectApi, loadChecks } from '../../shared/contract/wire.ts';
import { WeftError } from '../../shared/model/weft-error.ts';
import type { Backend, BackendOptions } from './assemble-backend.ts';
import { type BackendThread, startBackendThread } from './engine/backend-thread.ts';

interface Thread {
  post(message: unknown): void;
  api: WeftApi;
  closed: Promise<void>;
}

/** @param questions a thread that was started before, with the same options; otherwise one is started with the first question */
export function createThreadedBackend(options: BackendOptions, questions?: BackendThread): Backend {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const threads = new Map<'questions' | 'work', Thread>();
  const take = (name: 'questions' | 'work', thread: BackendThread): Thread => {
    const taken = connectThread(thread, notify, () => threads.delete(name));
    threads.set(name, taken);
    return taken;
  };
  if (questions !== undefined) take('questions', questions);

  const call = async (method: MethodName, input: unknown, context?: CallContext): Promise<unknown> => {
    // Loaded while the thread already reads the map, which takes longer.
    const { checkInput } = await loadChecks();
    const checked = checkInput(method, input);
    const name = METHOD_TRAITS[method].isLong ? 'work' : 'questions';
    const thread = threads.get(name) ?? take(name, startBackendThread(options));
    const ask = thread.api[method] as (input: unknown, context?: CallContext) => Promise<unknown>;
    return await ask(checked, context);
  };
  return {
    api: apiOf(call),
    onChanged(listener) {
      listeners.add(listener);
    },
    async close() {
      const closing = [...threads.values()].map(({ post, closed }) => {
        post({ type: 'close' });
        return closed;
      });
      await Promise.all(closing);
    },
  };
}

function connectThread({ worker, ended }: BackendThread, onChanged: () => void, onGone: () => void): Thread {
  const post = (message: unknown) => worker.postMessage(message);
  const remote = connectApi({ send: post, onMessage: (listener) => worker.on('message', listener) }, onChanged);
  const closed = ended.then((mistake) => {
    onGone();
    remote.fail(
      new WeftError('mistake', 'backend-stopped', 'Weft made a mistake. Your map is unharmed. Please try again.', {
        mistake,
      }),
    );
  });
  return { post, api: remote.api, closed };
}
