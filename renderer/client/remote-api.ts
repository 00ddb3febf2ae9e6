import type { CallContext, MethodName, WeftApi } from '../../shared/contract/api.ts';
import { inWindowWords } from './window-words.ts';

/** One call of the contract through a transport. Rejects with a WeftError. */
export type RemoteCall = (method: MethodName, input: unknown, context: CallContext) => Promise<unknown>;

/**
 * The whole contract on top of one function. Methods are made when they are named, so that the page needs the contract's
 * types only: its schemas would bring 60 kB of checks that every shell does anyway.
 */
export function createRemoteApi(call: RemoteCall): WeftApi {
  return new Proxy({} as WeftApi, {
    get(_target, method) {
      // `then` is asked for by whoever awaits the object itself; an answer would make it a promise.
      if (typeof method !== 'string' || method === 'then') return undefined;
      return async (input: unknown, context: CallContext = {}) => {
        try {
          return await call(method as MethodName, input, context);
        } catch (thrown) {
          throw inWindowWords(thrown);
        }
      };
    },
  });
}
