/**
 * The desktop shell: Electron's main process. It answers one page of its own and keeps everything else out; the map itself is
 * read and written on the backend's threads.
 */
import './begin.ts';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { z } from 'zod';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { Backend } from '../../backend/assemble-backend.ts';
import { startBackendThread } from '../../backend/engine/backend-thread.ts';
import { defaultStoreFolder } from '../../backend/store/paths.ts';
import { createThreadedBackend } from '../../backend/threaded-backend.ts';
import { PAGE_FOLDER, readBuildFacts } from './build-facts.ts';
import { Calls } from './calls.ts';
import { CHANNELS, NOTICES } from './channels.ts';
import { acceptDropped, chooseFiles, chooseSaveTarget } from './dialogs.ts';
import { FileHandles } from './file-handles.ts';
import { cutNetwork, guardContents, guardSession } from './guards.ts';
import { answer } from './ipc.ts';
import { endOnMistakes, endWith } from './last-words.ts';
import { setMenu } from './menu.ts';
import { openProfile } from './open-profile.ts';
import { handleScheme, registerScheme } from './protocol.ts';
import { checkAddon, expectedAddon } from './sqlite-addon.ts';
import { openWindow, showWindow } from './window.ts';

/** AppImage launchers and some desktops add these by themselves when a system does not allow the sandbox (safety.md E10). */
const UNSAFE_SWITCHES = ['no-sandbox', 'disable-web-security', 'single-process'];

/** On quitting, work under way gets this long to stop; the map is whole in any case. */
const CLOSE_MS = 5_000;

const CallId = z.int().min(0);

function start(): void {
  if (UNSAFE_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) {
    endWith(
      new WeftError(
        'arguments',
        'no-sandbox',
        'Weft was started without the protection that keeps its page apart from your computer, so it did not open. ' +
          'Nothing changed. On Linux, allow user namespaces or install the .deb package; otherwise start Weft without added options.',
      ),
    );
    return;
  }
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  cutNetwork();
  registerScheme();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));

  let backend: Backend | null = null;
  const closeBackend = async () => await backend?.close();
  endOnMistakes(closeBackend);
  app.on('second-instance', () => {
    if (backend !== null) showWindow();
  });
  app.on('activate', () => {
    if (backend !== null) showWindow();
  });
  app.on('window-all-closed', () => {
    // On macOS programs stay when their last window goes.
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuitting(closeBackend);

  void app.whenReady().then(() => {
    const folder = app.getAppPath();
    try {
      checkAddon(expectedAddon(folder));
    } catch (thrown) {
      if (!(thrown instanceof WeftError)) throw thrown;
      endWith(thrown);
      return;
    }
    guardSession(session.defaultSession);
    handleScheme(join(folder, PAGE_FOLDER), readBuildFacts(folder).page);
    const map = { folder: defaultStoreFolder({ platform: process.platform, env: process.env, home: homedir() }) };
    backend = createThreadedBackend(map, startBackendThread(map, true));
    backend.onChanged(() => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(NOTICES.changed);
    });
    answerPages(backend);
    setMenu();
    openWindow();
  });
}

function answerPages({ api }: Backend): void {
  const handles = new FileHandles();
  const calls = new Calls(api, handles);
  answer(CHANNELS.call, z.tuple([z.string(), z.unknown(), CallId]), ([method, input, callId], page) =>
    calls.call(page, method, input, callId),
  );
  answer(CHANNELS.cancel, z.tuple([CallId]), ([callId], page) => calls.cancel(page, callId));
  answer(CHANNELS.chooseFiles, z.tuple([]), (_, page) => chooseFiles(handles, page));
  answer(CHANNELS.acceptDropped, z.tuple([z.array(z.string().min(1).max(4_096)).max(200)]), ([paths]) =>
    acceptDropped(handles, paths),
  );
  answer(CHANNELS.chooseSaveTarget, z.tuple([z.string().max(500)]), ([name], page) =>
    chooseSaveTarget(handles, page, name),
  );
  answer(CHANNELS.openProfile, z.tuple([z.int().positive()]), ([personId]) => openProfile(api, personId));
}

/** Quits in two steps: the first asks the backend to close, the second goes. */
function closeBeforeQuitting(closeBackend: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const atMost = new Promise((resolve) => setTimeout(resolve, CLOSE_MS));
    void Promise.race([closeBackend(), atMost]).finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

start();
