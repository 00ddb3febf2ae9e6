/** The contract as a tab of the web shell reaches it: calls on its channel, bytes sent for handles, exports fetched. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createThreadedBackend } from '../../electron/backend/threaded-backend.ts';
import type { WeftApi } from '../../shared/contract/api.ts';
import { connectApi } from '../../shared/contract/wire.ts';
import { enter, openChannel, startWeb } from '../helpers/web-server.ts';
import type { OpenedApi } from './suite.ts';

export async function openThroughHttp(folder: string): Promise<OpenedApi> {
  const web = await startWeb({ storeFolder: folder, backend: createThreadedBackend({ folder }) });
  const token = await enter(web);
  const authorization = { Authorization: `Bearer ${token}` };
  const send = (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(web.origin + path, { method: 'POST', headers: { ...authorization, 'Content-Type': type }, body });
  const sendJson = (path: string, body: unknown) => send(path, 'application/json', JSON.stringify(body));

  const listeners = new Set<() => void>();
  const { socket } = await openChannel(web.port, token);
  const { api: plain } = connectApi(
    {
      send: (message) => socket.send(JSON.stringify(message)),
      onMessage: (listener) => socket.on('message', (data) => listener(JSON.parse(String(data)))),
    },
    () => {
      for (const listener of listeners) listener();
    },
  );

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
    close: () => web.close(),
  };
}
