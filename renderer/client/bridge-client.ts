/** The contract through the desktop shell's preload script. */
import { type CallContext, METHODS, type MethodName, type WeftApi } from '../../shared/contract/api.ts';
import { unwrap, type WireResult } from '../../shared/contract/wire.ts';
import type { WeftClient } from './client.ts';

/** What preload puts on `window.weft` (electron/shells/desktop/preload.ts). */
export interface WeftBridge {
  call(
    method: MethodName,
    input: unknown,
    callId: number,
    onProgress: (progress: { step: string; done: number; total: number | null }) => void,
  ): Promise<WireResult>;
  cancel(callId: number): void;
  onChanged(listener: () => void): void;
  /** Opens the system's dialog; gives opaque handles, never paths. */
  chooseFiles(): Promise<{ handle: string; name: string; size: number }[]>;
  /** Handles for files that were dropped on the window. */
  acceptDropped(files: File[]): Promise<{ handle: string; name: string; size: number }[]>;
  chooseSaveTarget(suggestedName: string): Promise<{ handle: string; name: string } | null>;
  openProfile(personId: number): Promise<WireResult>;
}

export function createBridgeClient(bridge: WeftBridge): WeftClient {
  let lastCall = 0;
  const call = async (method: MethodName, input: unknown, context: CallContext = {}): Promise<unknown> => {
    const callId = ++lastCall;
    const onAbort = () => bridge.cancel(callId);
    context.signal?.addEventListener('abort', onAbort);
    try {
      return unwrap(await bridge.call(method, input, callId, (progress) => context.onProgress?.(progress)));
    } finally {
      context.signal?.removeEventListener('abort', onAbort);
    }
  };
  const api = Object.fromEntries(
    (Object.keys(METHODS) as MethodName[]).map((method) => [
      method,
      (input: unknown, context?: CallContext) => call(method, input, context),
    ]),
  ) as unknown as WeftApi;
  return {
    api,
    shell: 'desktop',
    onChanged: (listener) => bridge.onChanged(listener),
    chooseFiles: () => bridge.chooseFiles(),
    acceptFiles: (files) => bridge.acceptDropped(files),
    chooseSaveTarget: (name) => bridge.chooseSaveTarget(name),
    openProfile: async (person) => {
      unwrap(await bridge.openProfile(person.id));
    },
    download: async () => {},
  };
}
