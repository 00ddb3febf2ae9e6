/** The one function that makes windows (safety.md E1). */
import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme, type WebPreferences } from 'electron';
import { APP_PAGE } from './origin.ts';

/** Every switch that matters is said, also where it is the default today. */
export function lockedPreferences(preload: string, isPackaged: boolean): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // A middle click would open a window.
    disableBlinkFeatures: 'Auxclick',
    devTools: !isPackaged,
  });
}

const ours = new WeakSet<BrowserWindow>();

export function isOurWindow(window: BrowserWindow): boolean {
  return ours.has(window);
}

export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Weft',
    // The page's own ground, so that nothing flashes before it is painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14151a' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: lockedPreferences(join(app.getAppPath(), 'preload.cjs'), app.isPackaged),
  });
  ours.add(window);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable) Menu.buildFromTemplate([{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }]).popup({ window });
    else if (selectionText.trim() !== '') Menu.buildFromTemplate([{ role: 'copy' }]).popup({ window });
  });
  void window.loadURL(APP_PAGE);
  return window;
}

/** Brings the window to the front, or makes one. */
export function showWindow(): BrowserWindow {
  const window = BrowserWindow.getAllWindows().find(isOurWindow);
  if (window === undefined) return openWindow();
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  return window;
}
