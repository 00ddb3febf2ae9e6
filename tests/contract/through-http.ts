/** The contract as a tab of the web shell reaches it: bytes are sent for handles, exports are fetched. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createThreadedBackend } from '../../electron/backend/threaded-backend.ts';
import type { ServerEvent } from '../../electron/shells/web/events.ts';
import type { CallContext, WeftApi } from '../../shared/contract/api.ts';
import { HTTP_STATUS } from '../../shared/contract/errors.ts';
import { METHOD_NAMES, METHOD_TRAITS, type MethodName } from '../../shared/contract/method-traits.ts';
import { unwrap, type WireResult } from '../../shared/contract/wire.ts';
import { enter, startWeb } from '../helpers/web-server.ts';
import type { OpenedApi } from './suite.ts';

export async function openThroughHttp(folder: string): Promise<OpenedApi> {
  const web = await startWeb({ storeFolder: folder, backend: createThreadedBackend({ folder }) });
  const authorization = { Authorization: `Bearer ${await enter(web)}` };
  const send = (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(web.origin + path, { method: 'POST', headers: { ...authorization, 'Content-Type': type }, body });
  const sendJson = (path: string, body: unknown) => send(path, 'application/json', JSON.stringify(body));

  const listeners = new Set<() => void>();
  const progressOf = new Map<number, NonNullable<CallContext['onProgress']>>();
  const following = new AbortController();
  let changes = 0;
  const onEvent = (event: ServerEvent) => {
    if (event.type === 'progress') progressOf.get(event.callId)?.(event.progress);
    if (event.type !== 'changed') return;
    changes += 1;
    for (const listener of listeners) listener();
  };
  const events = await fetch(`${web.origin}/api/events`, { headers: authorization, signal: following.signal });
  void follow(events, onEvent);

  let lastCall = 0;
  const call = async (method: MethodName, input: unknown, context: CallContext = {}): Promise<unknown> => {
    const callId = ++lastCall;
    if (context.onProgress !== undefined) progressOf.set(callId, context.onProgress);
    const before = changes;
    const cancel = () => void sendJson('/api/cancel', { callId });
    context.signal?.addEventListener('abort', cancel);
    const asked = sendJson(`/api/call/${method}`, { input, callId });
    if (context.signal?.aborted === true) cancel();
    const answer = await asked;
    context.signal?.removeEventListener('abort', cancel);
    const result = (await answer.json()) as WireResult;
    const status = result.ok ? 200 : HTTP_STATUS[result.error.kind];
    if (answer.status !== status) throw new Error(`${method} came with status ${answer.status}, not ${status}`);
    // Notices travel on a connection of their own; the tests look at them right after the answer.
    if (result.ok && METHOD_TRAITS[method].changes) await until(() => changes > before);
    progressOf.delete(callId);
    return unwrap(result);
  };

  const upload = async (path: string): Promise<string> => {
    const bytes = new Uint8Array(readFileSync(path));
    const answer = await send(
      `/api/upload?name=${encodeURIComponent(basename(path))}`,
      'application/octet-stream',
      bytes,
    );
    return ((await answer.json()) as { handle: string }).handle;
  };
  const throughTarget = async (path: string, write: (handle: string) => Promise<unknown>): Promise<unknown> => {
    const target = (await (await sendJson('/api/save-target', { name: basename(path) })).json()) as { handle: string };
    const report = (await write(target.handle)) as { file: string };
    const answer = await fetch(`${web.origin}/api/download/${target.handle}`, { headers: authorization });
    writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
    return { ...report, file: path };
  };

  const plain = Object.fromEntries(
    METHOD_NAMES.map((method) => [method, (input: unknown, context?: CallContext) => call(method, input, context)]),
  ) as unknown as WeftApi;
  const api = {
    ...plain,
    async importFiles(input, context) {
      const files: string[] = [];
      for (const path of input.files) files.push(await upload(path));
      return await plain.importFiles({ ...input, files }, context);
    },
    exportData: (input, context) =>
      throughTarget(input.file, (file) => plain.exportData({ ...input, file }, context)) as ReturnType<
        WeftApi['exportData']
      >,
    backUp: (input, context) =>
      (input.file === undefined
        ? plain.backUp(input, context)
        : throughTarget(input.file, (file) => plain.backUp({ file }, context))) as ReturnType<WeftApi['backUp']>,
    async restore(input, context) {
      const report = await plain.restore({ file: await upload(input.file) }, context);
      return { ...report, restored: input.file };
    },
  } satisfies WeftApi;

  return {
    api,
    isWindow: true,
    onChanged: (listener) => void listeners.add(listener),
    async close() {
      following.abort();
      await web.close();
    },
  };
}

async function follow(answer: Response, onEvent: (event: ServerEvent) => void): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of answer.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onEvent(JSON.parse(line) as ServerEvent);
    }
  } catch {
    // Ended by close().
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}
