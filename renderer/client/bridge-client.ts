/** The contract through the desktop shell's preload script. */
import type { MethodName } from '../../shared/contract/api.ts';
import { unwrap, type WireResult } from '../../shared/contract/wire.ts';
import type { WeftClient } from './client.ts';
import { createRemoteApi } from './remote-api.ts';

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
  onKeysAsked(listener: () => void): void;
  /** Opens the system's dialog; gives opaque handles, never paths. */
  chooseFiles(): Promise<{ handle: string; name: string; size: number }[]>;
  /** Handles for files that were dropped on the window. */
  acceptDropped(files: File[]): Promise<{ handle: string; name: string; size: number }[]>;
  chooseSaveTarget(suggestedName: string): Promise<{ handle: string; name: string } | null>;
  openProfile(personId: number): Promise<WireResult>;
}

export function createBridgeClient(bridge: WeftBridge): WeftClient {
  let lastCall = 0;
  const api = createRemoteApi(async (method, input, context) => {
    const callId = ++lastCall;
    const onAbort = () => bridge.cancel(callId);
    context.signal?.addEventListener('abort', onAbort);
    try {
      const answer = bridge.call(method, input, callId, (progress) => context.onProgress?.(progress));
      if (context.signal?.aborted === true) onAbort();
      return unwrap(await answer);
    } finally {
      context.signal?.removeEventListener('abort', onAbort);
    }
  });
  return {
    api,
    shell: 'desktop',
    onChanged: (listener) => bridge.onChanged(listener),
    onKeysAsked: (listener) => bridge.onKeysAsked(listener),
    // Main and page live and die together.
    onConnection: () => {},
    reconnect: async () => {},
    chooseFiles: () => bridge.chooseFiles(),
    acceptFiles: (files) => bridge.acceptDropped(files),
    chooseSaveTarget: (name) => bridge.chooseSaveTarget(name),
    openProfile: async (person) => {
      unwrap(await bridge.openProfile(person.id));
    },
    download: async () => {},
  };
}
