/** Calls of the contract from a page: handles become paths on the way in and paths become handles on the way out. */
import type { WebContents } from 'electron';
import type { MethodName, WeftApi } from '../../../shared/contract/api.ts';
import type { BackupList, BackupReport, ExportReport, RestoreReport } from '../../../shared/contract/data.ts';
import { checkInput } from '../../../shared/contract/inputs.ts';
import type { PictureReport } from '../../../shared/contract/map.ts';
import { isMethodName } from '../../../shared/contract/method-traits.ts';
import { callApi, unwrap } from '../../../shared/contract/wire.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { NOTICES } from './channels.ts';
import { FILE_FIELDS, type FileHandles } from './file-handles.ts';

type Fields = Record<string, unknown>;

export class Calls {
  readonly #api: WeftApi;
  readonly #handles: FileHandles;
  readonly #running = new Map<string, AbortController>();
  readonly #followed = new WeakSet<WebContents>();

  constructor(api: WeftApi, handles: FileHandles) {
    this.#api = api;
    this.#handles = handles;
  }

  /**
   * @param callId chosen by the page, for progress and cancel
   * @throws WeftError what the method throws; arguments: `unknown-method`, `bad-input`, `file-handle`, `call-twice`
   */
  async call(page: WebContents, method: string, input: unknown, callId: number): Promise<unknown> {
    if (!isMethodName(method)) throw new WeftError('arguments', 'unknown-method', 'Weft cannot be asked that.');
    // Before anything is looked up for it.
    const checked = checkInput(method, input) as Fields;
    const key = `${page.id} ${callId}`;
    if (this.#running.has(key)) {
      throw new WeftError('arguments', 'call-twice', 'Weft is already at work on this. Nothing more was done.');
    }
    const { input: withPaths, handles } = this.#withPaths(method, checked);
    const controller = new AbortController();
    this.#running.set(key, controller);
    this.#stopWithPage(page);
    try {
      const result = await callApi(this.#api, method, withPaths, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (!page.isDestroyed()) page.send(NOTICES.progress, callId, progress);
        },
      });
      const value = unwrap(result);
      if (checked['dryRun'] !== true) for (const handle of handles) this.#handles.spend(handle);
      return this.#withHandles(method, value, checked['file']);
    } finally {
      this.#running.delete(key);
    }
  }

  cancel(page: WebContents, callId: number): void {
    this.#running.get(`${page.id} ${callId}`)?.abort();
  }

  /** Nobody is left to hear of the work of a closed window. */
  #stopWithPage(page: WebContents): void {
    if (this.#followed.has(page)) return;
    this.#followed.add(page);
    const { id } = page;
    page.once('destroyed', () => {
      for (const [key, controller] of this.#running) if (key.startsWith(`${id} `)) controller.abort();
    });
  }

  #withPaths(method: MethodName, input: Fields): { input: Fields; handles: string[] } {
    const named = FILE_FIELDS[method];
    const value = named === undefined ? undefined : input[named.field];
    if (named === undefined || value === undefined) return { input, handles: [] };
    const handles = (Array.isArray(value) ? value : [value]) as string[];
    const paths = handles.map((handle) => this.#handles.pathOf(handle, named.use));
    return { input: { ...input, [named.field]: named.field === 'files' ? paths : paths[0] }, handles };
  }

  /** @param file what the page passed */
  #withHandles(method: MethodName, value: unknown, file: unknown): unknown {
    const asHandle = (copy: BackupReport): BackupReport => ({ ...copy, file: this.#handles.give(copy.file, 'read') });
    switch (method) {
      case 'exportData':
        return { ...(value as ExportReport), file };
      case 'savePicture':
        return { ...(value as PictureReport), file };
      case 'backUp':
        return file === undefined ? asHandle(value as BackupReport) : { ...(value as BackupReport), file };
      case 'listBackups':
        return { backups: (value as BackupList).backups.map(asHandle) } satisfies BackupList;
      case 'restore':
        return { ...(value as RestoreReport), restored: file };
      default:
        return value;
    }
  }
}
