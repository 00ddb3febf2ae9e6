/** Calls of the contract as they come from the page: handles become paths on the way in, paths become names on the way out. */
import { basename } from 'node:path';
import type { CallContext, InputOf, WeftApi } from '../../../shared/contract/api.ts';
import { METHODS } from '../../../shared/contract/api.ts';
import { WeftError } from '../../../shared/contract/errors.ts';
import { checkInput } from '../../../shared/contract/inputs.ts';
import { callApi, failureOf, isMethodName, type WireResult } from '../../../shared/contract/wire.ts';
import type { EventStreams } from './events.ts';
import type { Handles } from './handles.ts';

export class Calls {
  readonly #api: WeftApi;
  readonly #events: EventStreams;
  readonly #running = new Map<number, AbortController>();
  #changing = 0;

  constructor(api: WeftApi, handles: Handles, events: EventStreams) {
    this.#api = withHandles(api, handles);
    this.#events = events;
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
      onProgress: (progress) => this.#events.send({ type: 'progress', callId, progress }),
      signal: controller.signal,
    };
    const isChange = isMethodName(method) && METHODS[method].changes;
    this.#running.set(callId, controller);
    if (isChange) this.#changing += 1;
    try {
      return await callApi(this.#api, method, input, context);
    } finally {
      if (isChange) this.#changing -= 1;
      this.#running.delete(callId);
    }
  }

  cancel(callId: unknown): void {
    if (typeof callId === 'number') this.#running.get(callId)?.abort();
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }
}

/** The same contract for a page that holds handles and never names a file (E8). */
function withHandles(api: WeftApi, handles: Handles): WeftApi {
  return {
    ...api,
    async importFiles(input, context) {
      const files = input.files.map((handle) => handles.uploadPath(handle));
      const report = await api.importFiles({ ...input, files }, context);
      if (input.dryRun !== true) handles.forgetUploads(input.files);
      return report;
    },
    async exportData(input, context) {
      return await handles.save(input.file, async (file) => {
        const report = await api.exportData({ ...input, file }, context);
        return { ...report, file: basename(file) };
      });
    },
    async backUp(input, context) {
      if (input.file === undefined) return await api.backUp(input, context);
      return await handles.save(input.file, async (file) => {
        const report = await api.backUp({ file }, context);
        return { ...report, file: basename(file) };
      });
    },
    async restore(input, context) {
      return await api.restore({ file: await copyToRestore(api, handles, input) }, context);
    },
  };
}

/** A copy from Weft's own list of copies goes by the name it has there; any other file has to be handed over first. */
async function copyToRestore(api: WeftApi, handles: Handles, input: InputOf<'restore'>): Promise<string> {
  const { file } = checkInput('restore', input);
  const { backups } = await api.listBackups({});
  return backups.some((copy) => copy.file === file) ? file : handles.uploadPath(file);
}
