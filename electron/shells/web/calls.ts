/** Calls of the contract as they come from the page: handles become paths on the way in, paths become handles on the way out. */
import type { CallContext, WeftApi } from '../../../shared/contract/api.ts';
import type { BackupReport } from '../../../shared/contract/data.ts';
import { WeftError } from '../../../shared/contract/errors.ts';
import { isMethodName, METHOD_TRAITS } from '../../../shared/contract/method-traits.ts';
import { callApi, failureOf, type WireResult } from '../../../shared/contract/wire.ts';
import type { Channels } from './channels.ts';
import type { Handles } from './handles.ts';

const MAX_STOPPED_EARLY = 100;

export class Calls {
  readonly #api: WeftApi;
  readonly #channels: Channels;
  readonly #running = new Map<number, AbortController>();
  /** A word to stop may come on another connection, before the call itself. */
  readonly #stoppedEarly = new Set<number>();
  #changing = 0;

  constructor(api: WeftApi, handles: Handles, channels: Channels) {
    this.#api = withHandles(api, handles);
    this.#channels = channels;
  }

  /** Whether a call is under way that changes the map. */
  get isChanging(): boolean {
    return this.#changing > 0;
  }

  /**
   * Never throws; failures are part of the result. A call goes on when its window is closed: an import the user started is
   * finished, and the next window shows it.
   *
   * @param callId the page's number for the call; progress carries it
   */
  async call(method: string, input: unknown, callId: unknown): Promise<WireResult> {
    if (typeof callId !== 'number' || !Number.isSafeInteger(callId) || this.#running.has(callId)) {
      const error = new WeftError(
        'arguments',
        'bad-input',
        '"callId" is not usable: a number of its own for each call.',
      );
      return { ok: false, error: failureOf(error) };
    }
    const controller = new AbortController();
    const context: CallContext = {
      onProgress: (progress) => this.#channels.announce({ type: 'progress', id: callId, progress }),
      signal: controller.signal,
    };
    const isChange = isMethodName(method) && METHOD_TRAITS[method].changes;
    this.#running.set(callId, controller);
    if (this.#stoppedEarly.delete(callId)) controller.abort();
    if (isChange) this.#changing += 1;
    try {
      return await callApi(this.#api, method, input, context);
    } finally {
      if (isChange) this.#changing -= 1;
      this.#running.delete(callId);
    }
  }

  cancel(callId: unknown): void {
    if (typeof callId !== 'number') return;
    const running = this.#running.get(callId);
    if (running !== undefined) {
      running.abort();
      return;
    }
    // Most of these were done before the word came; numbers are not used twice.
    this.#stoppedEarly.add(callId);
    const [oldest] = this.#stoppedEarly;
    if (this.#stoppedEarly.size > MAX_STOPPED_EARLY && oldest !== undefined) this.#stoppedEarly.delete(oldest);
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }
}

/** The same contract for a page that holds handles and never names a file (E8). Answers name files as the question did. */
function withHandles(api: WeftApi, handles: Handles): WeftApi {
  const asHandle = (copy: BackupReport): BackupReport => ({ ...copy, file: handles.copyHandle(copy.file) });
  return {
    ...api,
    async importFiles(input, context) {
      const files = input.files.map((handle) => handles.uploadPath(handle));
      const report = await api.importFiles({ ...input, files }, context);
      if (input.dryRun !== true) handles.forgetUploads(input.files);
      return report;
    },
    async exportData(input, context) {
      const report = await handles.save(input.file, (file) => api.exportData({ ...input, file }, context));
      return { ...report, file: input.file };
    },
    async savePicture(input, context) {
      const report = await handles.save(input.file, (file) => api.savePicture({ ...input, file }, context));
      return { ...report, file: input.file };
    },
    async backUp(input, context) {
      const handle = input.file;
      if (handle === undefined) return asHandle(await api.backUp(input, context));
      const report = await handles.save(handle, (file) => api.backUp({ file }, context));
      return { ...report, file: handle };
    },
    async forget(input, context) {
      try {
        return await api.forget(input, context);
      } finally {
        handles.forgetAll();
      }
    },
    async erase(input, context) {
      // Before, so that what is left in the folder is not ours.
      handles.forgetAll();
      return await api.erase(input, context);
    },
    async listBackups(input, context) {
      const { backups } = await api.listBackups(input, context);
      return { backups: backups.map(asHandle) };
    },
    async restore(input, context) {
      const file = handles.copyPath(input.file) ?? handles.uploadPath(input.file);
      const report = await api.restore({ file }, context);
      handles.forgetUploads([input.file]);
      return { ...report, restored: input.file };
    },
  };
}
