/** Starts the desktop shell's own code with the stand-in for Electron. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, vi } from 'vitest';
import { tempFolder } from '../../helpers/temp-files.ts';

export type StandIn = typeof import('./electron-stand-in.ts');

const PREBUILDS = fileURLToPath(new URL('../../../node_modules/better-sqlite3/prebuilds', import.meta.url));
export const SYSTEM = `${process.platform}-${process.arch}`;

/** An app folder as the build makes it, with a small page. */
export function appFolder(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><title>Weft</title>');
  writeFileSync(join(folder, 'page/assets/main-1a2b.js'), 'document.title;');
  // Lies there, and is on no list.
  writeFileSync(join(folder, 'page/secret.txt'), 'not for the page');
  mkdirSync(join(folder, 'native'));
  copyFileSync(join(PREBUILDS, `${SYSTEM}.node`), join(folder, 'native', `${SYSTEM}.node`));
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, 'native', `${SYSTEM}.node`)))
    .digest('hex');
  writeFileSync(
    join(folder, 'build-facts.json'),
    JSON.stringify({
      page: { 'index.html': 'text/html; charset=utf-8', 'assets/main-1a2b.js': 'text/javascript; charset=utf-8' },
      addons: { [SYSTEM]: sha256 },
    }),
  );
  return folder;
}

const PROCESS_EVENTS = ['uncaughtException', 'unhandledRejection'] as const;
const runnersOwn = new Map(PROCESS_EVENTS.map((name) => [name, process.listeners(name as 'uncaughtException')]));

/** The shell listens for mistakes of the whole process, which here is the test runner's. */
function forgetProcessListeners(): void {
  for (const name of PROCESS_EVENTS) {
    for (const listener of process.listeners(name as 'uncaughtException')) {
      if (!runnersOwn.get(name)?.includes(listener)) process.off(name, listener);
    }
  }
}
afterEach(forgetProcessListeners);

export interface StartOptions {
  world?: Partial<StandIn['world']>;
  /** Folder of the map; a new one by default. */
  store?: string;
  /** Stop before Electron is ready. */
  isBeforeReady?: boolean;
}

/** A new main process; everything of an earlier one is forgotten. */
export async function startShell({ world = {}, store, isBeforeReady = false }: StartOptions = {}): Promise<StandIn> {
  vi.resetModules();
  // Said anew each time: a mock is made once, and each shell needs an Electron of its own.
  vi.doMock('electron', () => import('./electron-stand-in.ts'));
  vi.stubEnv('WEFT_STORE', store ?? join(tempFolder(), 'map'));
  const electron = (await import('electron')) as unknown as StandIn;
  Object.assign(electron.world, { appPath: world.appPath ?? appFolder() }, world);
  await import('../../../electron/shells/desktop/main.ts');
  if (isBeforeReady) return electron;
  electron.app.makeReady();
  await vi.waitFor(() => {
    const isSettled = electron.BrowserWindow.all.length > 0 || electron.callsOf('exit').length > 0;
    if (!isSettled && !electron.callsOf('quit').length) throw new Error('the shell has not come up');
  });
  return electron;
}

/** Quits as the system asks a program to, and waits until the shell lets go. */
export async function quitShell(electron: StandIn): Promise<void> {
  const before = electron.callsOf('quit').length;
  let isHeldBack = false;
  electron.app.emit('will-quit', {
    preventDefault: () => {
      isHeldBack = true;
    },
  });
  if (!isHeldBack) return;
  await vi.waitFor(() => {
    if (electron.callsOf('quit').length === before) throw new Error('the shell does not let go');
  });
}
