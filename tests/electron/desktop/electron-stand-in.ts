/**
 * Stands in for the `electron` module where its runtime is not to be had: keeps every call in order, and carries messages
 * between the main process and a page as Electron does (copies of the values, the sending frame beside them).
 */
import { EventEmitter } from 'node:events';

export interface Recorded {
  name: string;
  args: unknown[];
}

/** Every call, in order. */
export const calls: Recorded[] = [];

/** What the surroundings answer; set before the shell starts. */
export const world = {
  switches: new Set<string>(),
  isFirst: true,
  isPackaged: true,
  appPath: '',
  openDialog: [] as string[],
  saveDialog: '',
};

export function callsOf(name: string): unknown[][] {
  return calls.filter((call) => call.name === name).map(({ args }) => args);
}

function record(name: string, ...args: unknown[]): void {
  calls.push({ name, args });
}

let becomeReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve;
});

class App extends EventEmitter {
  #isReady = false;
  readonly commandLine = {
    hasSwitch: (name: string) => world.switches.has(name),
    appendSwitch: (name: string, value?: string) =>
      record('appendSwitch', name, ...(value === undefined ? [] : [value])),
  };
  get isPackaged(): boolean {
    return world.isPackaged;
  }
  makeReady(): void {
    this.#isReady = true;
    record('ready');
    becomeReady();
  }
  isReady = () => this.#isReady;
  whenReady = () => ready;
  enableSandbox = () => record('enableSandbox');
  requestSingleInstanceLock = () => {
    record('requestSingleInstanceLock');
    return world.isFirst;
  };
  quit = () => record('quit');
  exit = (code: number) => record('exit', code);
  getAppPath = () => world.appPath;
  getPath = (name: string) => `/${name}`;
}
export const app = new App();

let lastId = 0;

export class Contents extends EventEmitter {
  readonly id = ++lastId;
  url = '';
  mainFrame = { frameTreeNodeId: this.id * 100, parent: null, origin: 'weft://app' };
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  isGone = false;
  isDestroyed = () => this.isGone;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy = (policy: string) => record('webrtc', policy);
  loadURL(url: string): Promise<void> {
    record('loadURL', url);
    this.url = url;
    return Promise.resolve();
  }
  send(channel: string, ...args: unknown[]): void {
    record('send', channel, ...args);
    if (this.isGone) throw new TypeError('Object has been destroyed');
    ipcRenderer.emit(channel, {}, ...structuredClone(args));
  }
  isLoading = () => false;
}

/** Contents that some part of Electron made; the shell is told of each. */
export function newContents(): Contents {
  const contents = new Contents();
  app.emit('web-contents-created', {}, contents);
  return contents;
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = [];
  static getAllWindows = () => BrowserWindow.all;
  static fromWebContents = (contents: unknown) =>
    BrowserWindow.all.find(({ webContents }) => webContents === contents) ?? null;
  readonly webContents: Contents;
  isMinimized = () => false;
  constructor(options: unknown) {
    super();
    record('BrowserWindow', options);
    this.webContents = newContents();
    BrowserWindow.all.push(this);
  }
  loadURL = (url: string) => this.webContents.loadURL(url);
  show = () => record('show');
  focus = () => record('focus');
  restore = () => record('restore');
  /** As the user closes it. */
  close(): void {
    BrowserWindow.all = BrowserWindow.all.filter((other) => other !== this);
    this.webContents.isGone = true;
    this.webContents.emit('destroyed');
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed');
  }
}

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
export const ipcHandlers = new Map<string, Handler>();
export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipcHandlers.set(channel, handler);
  },
};

/** Sends a message as a frame of some contents would. */
export function sendFrom(sender: unknown, senderFrame: unknown, channel: string, ...args: unknown[]): Promise<unknown> {
  const handler = ipcHandlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handler({ sender, senderFrame }, ...args);
}

/** The first window's page. */
class IpcRenderer extends EventEmitter {
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const { webContents } = BrowserWindow.all[0]!;
    return structuredClone(await sendFrom(webContents, webContents.mainFrame, channel, ...structuredClone(args)));
  }
}
export const ipcRenderer = new IpcRenderer();

/** What preload gave to the page, by name. */
export const exposed = new Map<string, unknown>();
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api),
};

export const webUtils = { getPathForFile: (file: { path?: string }) => file.path ?? '' };

export const dialog = {
  showErrorBox: (title: string, text: string) => record('showErrorBox', title, text),
  showOpenDialog: async (...args: unknown[]) => {
    record('showOpenDialog', ...args);
    return { canceled: world.openDialog.length === 0, filePaths: world.openDialog };
  },
  showSaveDialog: async (...args: unknown[]) => {
    record('showSaveDialog', ...args);
    return { canceled: world.saveDialog === '', filePath: world.saveDialog };
  },
};

export const shell = {
  openExternal: async (address: string) => record('openExternal', address),
};

type Listener = (...args: never[]) => unknown;

class Session extends EventEmitter {
  readonly handlers = new Map<string, Listener>();
  #keep(name: string): (handler: Listener) => void {
    return (handler) => this.handlers.set(name, handler);
  }
  setPermissionRequestHandler = this.#keep('permission-request');
  setPermissionCheckHandler = this.#keep('permission-check');
  setDevicePermissionHandler = this.#keep('device');
  setDisplayMediaRequestHandler = this.#keep('display-media');
  setBluetoothPairingHandler = this.#keep('bluetooth');
  setSpellCheckerEnabled = (isOn: boolean) => record('spellChecker', isOn);
  webRequest = { onBeforeRequest: this.#keep('before-request') };
}
export const session = { defaultSession: new Session() };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => record('registerSchemes', schemes),
  handle: (scheme: string, handler: unknown) => record('protocol.handle', scheme, handler),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => ({ template, popup: () => record('popup', template) }),
  setApplicationMenu: (menu: { template: unknown }) => record('setApplicationMenu', menu.template),
};

export const nativeTheme = { shouldUseDarkColors: false };
