/** The contract through the desktop shell: page, preload, Electron's messages, checked door, threads. */
import { isAbsolute } from 'node:path';
import type { PreloadBridge } from '../../../electron/shells/desktop/preload.ts';
import { createBridgeClient, type WeftBridge } from '../../../renderer/client/bridge-client.ts';
import type { CallContext, InputOf, WeftApi } from '../../../shared/contract/api.ts';
import { contractSuite, type OpenedApi } from '../../contract/suite.ts';
import { appFolder, quitShell, startShell } from './start-shell.ts';

/** Loading a copy of the addon a dozen times is enough; the folder can serve them all. */
const appPath = appFolder();

async function openThroughIpc(folder: string): Promise<OpenedApi> {
  const electron = await startShell({ store: folder, world: { appPath } });
  await import('../../../electron/shells/desktop/preload.ts');
  // What preload exposes is what the page expects, by its type too.
  const bridge: WeftBridge = electron.exposed.get('weft') as PreloadBridge;
  const client = createBridgeClient(bridge);

  /** The suite names paths, as the command line does; a window picks them in the system's dialogs. */
  const pick = async (path: string): Promise<string> => {
    if (!isAbsolute(path)) return path;
    electron.world.openDialog = [path];
    const [file] = await client.chooseFiles();
    return file!.handle;
  };
  const place = async (path: string): Promise<string> => {
    electron.world.saveDialog = path;
    return (await client.chooseSaveTarget('map'))!.handle;
  };
  const { api } = client;
  const throughDialogs: Partial<WeftApi> = {
    async importFiles(input: InputOf<'importFiles'>, context?: CallContext) {
      const files: string[] = [];
      for (const path of input.files) files.push(await pick(path));
      return await api.importFiles({ ...input, files }, context);
    },
    async exportData(input: InputOf<'exportData'>) {
      return { ...(await api.exportData({ ...input, file: await place(input.file) })), file: input.file };
    },
    async backUp({ file }: InputOf<'backUp'>) {
      return file === undefined ? await api.backUp({}) : { ...(await api.backUp({ file: await place(file) })), file };
    },
    async restore({ file }: InputOf<'restore'>) {
      return { ...(await api.restore({ file: await pick(file) })), restored: file };
    },
  };
  return {
    api: new Proxy(api, {
      get: (target, method) => throughDialogs[method as keyof WeftApi] ?? target[method as keyof WeftApi],
    }),
    onChanged: (listener) => client.onChanged(listener),
    close: () => quitShell(electron),
  };
}

contractSuite("through Electron's messages", openThroughIpc);
