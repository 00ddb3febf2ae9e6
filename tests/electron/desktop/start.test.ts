import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { appFolder, quitShell, type StandIn, SYSTEM, startShell } from './start-shell.ts';

function namesOf(electron: StandIn): string[] {
  return electron.calls.map(({ name }) => name);
}

it('E1: locks every window with exactly these preferences', async () => {
  const appPath = appFolder();
  const electron = await startShell({ world: { appPath } });
  const [[options]] = electron.callsOf('BrowserWindow') as [[{ webPreferences: object }]];
  expect(options.webPreferences).toStrictEqual({
    preload: join(appPath, 'preload.cjs'),
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
    disableBlinkFeatures: 'Auxclick',
    devTools: false,
  });
  expect(Object.isFrozen(options.webPreferences)).toBe(true);
  const { lockedPreferences } = await import('../../../electron/shells/desktop/window.ts');
  expect(lockedPreferences('preload.cjs', false).devTools).toBe(true);
  await quitShell(electron);
});

it('E1: turns the sandbox on, takes the lock, cuts the network and registers the scheme before Electron is ready', async () => {
  const electron = await startShell();
  const names = namesOf(electron);
  const ready = names.indexOf('ready');
  for (const before of ['enableSandbox', 'requestSingleInstanceLock', 'appendSwitch', 'registerSchemes']) {
    expect(names).toContain(before);
    expect(names.lastIndexOf(before), before).toBeLessThan(ready);
  }
  expect(names[0]).toBe('enableSandbox');
  for (const after of ['protocol.handle', 'setApplicationMenu', 'BrowserWindow']) {
    expect(names.indexOf(after), after).toBeGreaterThan(ready);
  }
  // A page is loaded when everything that guards it stands.
  expect(names.indexOf('protocol.handle')).toBeLessThan(names.indexOf('BrowserWindow'));
  expect(names.indexOf('BrowserWindow')).toBeLessThan(names.indexOf('loadURL'));
  expect(electron.callsOf('loadURL')).toEqual([['weft://app/']]);
  expect(electron.ipcHandlers.size).toBe(6);
  await quitShell(electron);
});

it.each(['no-sandbox', 'disable-web-security', 'single-process'])(
  'E10: with --%s it says why, ends with 2 and makes no window',
  async (name) => {
    const electron = await startShell({ world: { switches: new Set([name]) }, isBeforeReady: true });
    electron.app.makeReady();
    await Promise.resolve();
    expect(namesOf(electron)).toEqual(['showErrorBox', 'exit', 'ready']);
    const [[, text]] = electron.callsOf('showErrorBox') as [[string, string]];
    expect(text).toMatch(/without the protection.*Nothing changed.*Code: no-sandbox/s);
    expect(electron.callsOf('exit')).toEqual([[2]]);
    expect(electron.ipcHandlers.size).toBe(0);
  },
);

it('E11: a second start makes no window, touches nothing and goes', async () => {
  const electron = await startShell({ world: { isFirst: false }, isBeforeReady: true });
  electron.app.makeReady();
  await Promise.resolve();
  expect(namesOf(electron)).toEqual(['enableSandbox', 'requestSingleInstanceLock', 'quit', 'ready']);
});

it('E11: the first copy comes to the front when a second one is started', async () => {
  const electron = await startShell();
  electron.BrowserWindow.all[0]!.isMinimized = () => true;
  electron.calls.length = 0;
  electron.app.emit('second-instance');
  expect(namesOf(electron)).toEqual(['restore', 'show', 'focus']);
  await quitShell(electron);
});

it.each([
  ['linux', 1],
  ['win32', 1],
  ['darwin', 0],
] as const)('on %s closing the last window quits %i times', async (platform, quits) => {
  const electron = await startShell();
  const spy = vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
  try {
    electron.BrowserWindow.all[0]!.close();
    expect(electron.callsOf('quit')).toHaveLength(quits);
    electron.app.emit('activate');
    expect(electron.callsOf('BrowserWindow')).toHaveLength(2);
  } finally {
    spy.mockRestore();
    await quitShell(electron);
  }
});

it('S2: what the shell writes is readable by nobody else', async () => {
  const before = process.umask(0o022);
  try {
    const electron = await startShell();
    expect(process.umask()).toBe(0o077);
    await quitShell(electron);
  } finally {
    process.umask(before);
  }
});

it('S3: a mistake of ours ends it with one sentence, a code and 70, and no text of the error', async () => {
  const electron = await startShell();
  const listener = process.listeners('uncaughtException').at(-1)!;
  listener(new Error('Zora Quill wrote'), 'uncaughtException');
  await vi.waitFor(() => expect(electron.callsOf('exit')).toEqual([[70]]));
  expect(electron.callsOf('showErrorBox')).toEqual([
    ['Weft', 'Weft made a mistake and closed. Your map is unharmed.\n\nCode: unexpected'],
  ]);
});

it.each([
  ['changed by one byte', 'addon-changed'],
  ['missing', 'addon-missing'],
])('E9: with an SQLite addon that is %s it says so, ends with 5 and reads nothing', async (state, code) => {
  const appPath = appFolder();
  const addon = join(appPath, 'native', `${SYSTEM}.node`);
  if (state === 'missing') {
    const facts = JSON.parse(readFileSync(join(appPath, 'build-facts.json'), 'utf8'));
    writeFileSync(
      join(appPath, 'build-facts.json'),
      JSON.stringify({ ...facts, addons: { 'other-x64': '0'.repeat(64) } }),
    );
    expect(spawnSync('rm', [addon]).status).toBe(0);
  } else {
    const bytes = readFileSync(addon);
    bytes[1_000]! ^= 1;
    chmodSync(addon, 0o600);
    writeFileSync(addon, bytes);
  }
  const electron = await startShell({ world: { appPath } });
  expect(electron.callsOf('exit')).toEqual([[5]]);
  expect(electron.callsOf('showErrorBox')[0]![1]).toContain(`Code: ${code}`);
  expect(electron.callsOf('BrowserWindow')).toEqual([]);
  expect(electron.ipcHandlers.size).toBe(0);
});

it('shows the menu each system expects, with import and the keys in it', async () => {
  const { menuTemplate } = await import('../../../electron/shells/desktop/menu.ts');
  const labels = (platform: NodeJS.Platform) =>
    menuTemplate(platform, true).map(({ role, label }) => role ?? label?.replace('&', ''));
  expect(labels('darwin')).toEqual(['appMenu', 'File', 'editMenu', 'View', 'windowMenu', 'help']);
  expect(labels('linux')).toEqual(['File', 'editMenu', 'View', 'windowMenu', 'help']);
  const roles = (isPackaged: boolean) => JSON.stringify(menuTemplate('win32', isPackaged));
  expect(roles(true)).not.toContain('toggleDevTools');
  expect(roles(false)).toContain('toggleDevTools');
});

it('goes to the import and shows the keys from the menu', async () => {
  const electron = await startShell();
  const [[template]] = electron.callsOf('setApplicationMenu') as [
    [{ label?: string; role?: string; submenu?: { label?: string; click?: () => void }[] }[]],
  ];
  const entry = (label: string) => template.flatMap(({ submenu }) => submenu ?? []).find((one) => one.label === label)!;
  electron.calls.length = 0;
  entry('&Import…').click!();
  expect(electron.callsOf('loadURL')).toEqual([['weft://app/#/import']]);
  entry('&Keys').click!();
  expect(electron.callsOf('send')).toEqual([['weft:keys']]);
  await quitShell(electron);
});
