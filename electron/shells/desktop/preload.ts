/**
 * What the page can say to the main process: these named functions and nothing else. It gets no event object and no channel
 * (safety.md E8). Runs sandboxed; bundled into one CommonJS file.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { MethodName, Progress } from '../../../shared/contract/api.ts';
import type { WireResult } from '../../../shared/contract/wire.ts';
import { CHANNELS, NOTICES } from './channels.ts';

interface Picked {
  handle: string;
  name: string;
  size: number;
}

const progressOf = new Map<number, (progress: Progress) => void>();
const changeListeners: (() => void)[] = [];
const keyListeners: (() => void)[] = [];

ipcRenderer.on(NOTICES.progress, (_event, callId: number, progress: Progress) => progressOf.get(callId)?.(progress));
ipcRenderer.on(NOTICES.changed, () => {
  for (const listener of changeListeners) listener();
});
ipcRenderer.on(NOTICES.keys, () => {
  for (const listener of keyListeners) listener();
});

const ask = (channel: string, ...args: unknown[]): Promise<WireResult> => ipcRenderer.invoke(channel, ...args);

/** For what should not fail: the page gets the sentence. */
async function settledValue<T>(result: Promise<WireResult>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value as T;
}

const bridge = {
  async call(
    method: MethodName,
    input: unknown,
    callId: number,
    onProgress: (progress: Progress) => void,
  ): Promise<WireResult> {
    progressOf.set(callId, onProgress);
    try {
      return await ask(CHANNELS.call, method, input, callId);
    } finally {
      progressOf.delete(callId);
    }
  },
  cancel(callId: number): void {
    void ask(CHANNELS.cancel, callId);
  },
  onChanged(listener: () => void): void {
    changeListeners.push(listener);
  },
  onKeysAsked(listener: () => void): void {
    keyListeners.push(listener);
  },
  chooseFiles: (): Promise<Picked[]> => settledValue(ask(CHANNELS.chooseFiles)),
  acceptDropped: (files: File[]): Promise<Picked[]> =>
    settledValue(
      ask(
        CHANNELS.acceptDropped,
        files.map((file) => webUtils.getPathForFile(file)),
      ),
    ),
  chooseSaveTarget: (suggestedName: string): Promise<{ handle: string; name: string } | null> =>
    settledValue(ask(CHANNELS.chooseSaveTarget, suggestedName)),
  openProfile: (personId: number): Promise<WireResult> => ask(CHANNELS.openProfile, personId),
};

export type PreloadBridge = typeof bridge;

contextBridge.exposeInMainWorld('weft', bridge);
