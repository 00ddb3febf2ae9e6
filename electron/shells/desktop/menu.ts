/** The menu bar: the system's usual entries, import, and the list of keys. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { NOTICES } from './channels.ts';
import { APP_PAGE } from './origin.ts';
import { showWindow } from './window.ts';

export function menuTemplate(platform: NodeJS.Platform, isPackaged: boolean): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const forDevelopers: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }];
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: '&Import…', accelerator: 'CmdOrCtrl+O', click: openImport },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        ...forDevelopers,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: '&Keys', click: showKeys }] },
  ];
}

export function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));
}

/** Only the part behind the `#` changes: the page hears of it and goes there. */
function openImport(): void {
  void showWindow().webContents.loadURL(`${APP_PAGE}#/import`);
}

/** The page opens its list of keys, whether or not single keys are switched on. */
function showKeys(): void {
  const { webContents } = showWindow();
  const say = () => webContents.send(NOTICES.keys);
  // A window that was just made has no page yet that could hear it.
  if (webContents.isLoading()) webContents.once('did-finish-load', say);
  else say();
}
