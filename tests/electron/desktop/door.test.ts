/** What the page may say (E7), what it may hold of files (E8), and what opens outside (E6). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkedInAddress } from '../../../electron/shells/desktop/linkedin-address.ts';
import { METHODS } from '../../../shared/contract/api.ts';
import { METHOD_NAMES } from '../../../shared/contract/method-traits.ts';
import type { WireResult } from '../../../shared/contract/wire.ts';
import type * as Errors from '../../../shared/model/weft-error.ts';
import { tempFolder } from '../../helpers/temp-files.ts';
import { quitShell, type StandIn, startShell } from './start-shell.ts';

/** Calls that reached the backend. */
const reached: { method: string; input: Record<string, unknown>; signal: AbortSignal }[] = [];
/** What the backend does when it is reached; an empty answer unless a test says otherwise. */
let backendAnswer: (method: string, input: Record<string, unknown>, context: never) => unknown = () => ({});
let announceChange: () => void = () => {};

let electron: StandIn;
/** The shell's own, which is made anew with it. */
let WeftError: typeof Errors.WeftError;
beforeAll(async () => {
  vi.doMock('../../../electron/backend/threaded-backend.ts', () => ({
    createThreadedBackend: () => ({
      api: Object.fromEntries(
        METHOD_NAMES.map((method) => [
          method,
          async (input: Record<string, unknown>, context: { signal: AbortSignal }) => {
            reached.push({ method, input, signal: context?.signal });
            return await backendAnswer(method, input, context as never);
          },
        ]),
      ),
      onChanged: (listener: () => void) => {
        announceChange = listener;
      },
      close: async () => {},
    }),
  }));
  electron = await startShell();
  ({ WeftError } = await import('../../../shared/model/weft-error.ts'));
  await import('../../../electron/shells/desktop/preload.ts');
});
afterAll(() => quitShell(electron));
beforeEach(() => {
  reached.length = 0;
  backendAnswer = () => ({});
  electron.world.openDialog = [];
  electron.world.saveDialog = '';
});

const ours = () => electron.BrowserWindow.all[0]!.webContents;

async function ask(channel: string, ...args: unknown[]): Promise<WireResult> {
  return (await electron.sendFrom(ours(), ours().mainFrame, channel, ...args)) as WireResult;
}

async function settledValue<T>(result: Promise<WireResult>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value as T;
}

async function codeOf(result: Promise<WireResult>): Promise<string> {
  const settled = await result;
  return settled.ok ? 'ok' : settled.error.code;
}

interface Picked {
  handle: string;
  name: string;
  size: number;
}

async function pick(path: string): Promise<Picked> {
  electron.world.openDialog = [path];
  const [file] = await settledValue<Picked[]>(ask('weft:choose-files'));
  return file!;
}

async function place(path: string): Promise<{ handle: string; name: string }> {
  electron.world.saveDialog = path;
  return await settledValue(ask('weft:choose-save-target', 'map.json'));
}

describe('E7: every message is checked', () => {
  const badSenders: [string, () => [unknown, unknown]][] = [
    ['a frame that is gone', () => [ours(), null]],
    [
      'a frame that went away while it was looked at',
      () => [
        ours(),
        {
          get parent() {
            throw new Error('Render frame was disposed before WebFrameMain could be accessed');
          },
        },
      ],
    ],
    ['a frame inside our page', () => [ours(), { frameTreeNodeId: 7, parent: ours().mainFrame, origin: 'weft://app' }]],
    ['another origin in our window', () => [ours(), { ...ours().mainFrame, origin: 'https://evil.test' }]],
    ['an origin that only begins like ours', () => [ours(), { ...ours().mainFrame, origin: 'weft://app.evil.test' }]],
    [
      'contents that are no window of ours',
      () => {
        const contents = electron.newContents();
        return [contents, contents.mainFrame];
      },
    ],
    ["the main frame of another window's contents", () => [ours(), electron.newContents().mainFrame]],
  ];

  it.each(badSenders)('E7: refuses %s on every channel, whatever it says', async (_name, sender) => {
    const [contents, frame] = sender();
    const args = fc.sample(fc.array(fc.anything(), { maxLength: 4 }), { numRuns: 200, seed: 7 });
    args.push(['status', {}, 1], [1], [], [['/tmp/a.zip']], ['map.json']);
    for (const channel of electron.ipcHandlers.keys()) {
      for (const given of args) {
        const result = (await electron.sendFrom(contents, frame, channel, ...given)) as WireResult;
        expect(result).toMatchObject({ ok: false, error: { code: 'not-our-page' } });
      }
    }
    expect(reached).toEqual([]);
    expect(electron.callsOf('showOpenDialog')).toEqual([]);
    expect(electron.callsOf('showSaveDialog')).toEqual([]);
    expect(electron.callsOf('openExternal')).toEqual([]);
  });

  it('E7: hostile arguments from our own page end as values and reach nothing', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    const args = fc.sample(fc.array(anything, { maxLength: 4 }), { numRuns: 200, seed: 11 });
    for (const channel of electron.ipcHandlers.keys()) {
      // A dialog opens for no argument at all, and that is its right one.
      for (const given of args.filter((one) => one.length > 0)) {
        const result = await ask(channel, ...given);
        if (channel === 'weft:cancel' && result.ok) continue;
        if (channel === 'weft:choose-save-target' && result.ok) expect(given).toEqual([expect.any(String)]);
        else if (channel === 'weft:accept-dropped' && result.ok) expect(Array.isArray(given[0])).toBe(true);
        else expect(result.ok, `${channel} ${JSON.stringify(given.length)}`).toBe(false);
      }
    }
    expect(reached).toEqual([]);
  });

  it('E7: generated inputs of every method reach the backend only as the contract checks them', async () => {
    let callId = 0;
    for (const method of METHOD_NAMES) {
      for (const input of fc.sample(fc.oneof(fc.anything(), fc.object()), { numRuns: 200, seed: 13 })) {
        const before = reached.length;
        const result = await ask('weft:call', method, input, ++callId);
        if (METHODS[method].input.safeParse(input).success) continue;
        expect(result, method).toMatchObject({ ok: false, error: { kind: 'arguments' } });
        expect(reached.length, method).toBe(before);
      }
    }
  });

  it.each([
    [['nothing', {}, 1], 'unknown-method'],
    [['__proto__', {}, 1], 'unknown-method'],
    [['constructor', {}, 1], 'unknown-method'],
    [['status', {}, -1], 'bad-input'],
    [['status', {}, 1.5], 'bad-input'],
    [['status', {}], 'bad-input'],
    [['status', {}, 1, 'more'], 'bad-input'],
    [['status', { asOf: 'today' }, 1], 'bad-input'],
  ])('E7: %j is refused', async (args, code) => {
    expect(await codeOf(ask('weft:call', ...args))).toBe(code);
    expect(reached).toEqual([]);
  });

  it('E7: what is over 1 MB, or cannot be written as JSON, is refused', async () => {
    expect(await codeOf(ask('weft:call', 'listPeople', { query: 'x'.repeat(1_048_577) }, 1))).toBe('too-much');
    expect(await codeOf(ask('weft:accept-dropped', ['é'.repeat(600_000)]))).toBe('too-much');
    const circle: unknown[] = [];
    circle.push(circle);
    expect(await codeOf(ask('weft:call', 'status', circle, 1))).toBe('too-much');
    expect(await codeOf(ask('weft:call', 'status', { asOf: 1n }, 1))).toBe('too-much');
  });

  it('E7: a failure of the backend reaches the page whole, with nothing thrown', async () => {
    backendAnswer = () => {
      throw new WeftError('place', 'no-space', 'Not enough space. Nothing changed.', { neededBytes: 5 });
    };
    expect(await ask('weft:call', 'status', {}, 1)).toStrictEqual({
      ok: false,
      error: {
        kind: 'place',
        code: 'no-space',
        message: 'Not enough space. Nothing changed.',
        details: { neededBytes: 5 },
      },
    });
    backendAnswer = () => {
      throw new TypeError('Zora Quill is not a function');
    };
    expect(await ask('weft:call', 'status', {}, 1)).toMatchObject({ error: { code: 'unexpected', details: {} } });
  });

  it('tells the page of progress and of changes, and stops what it cancels', async () => {
    const bridge = electron.exposed.get('weft') as {
      call(...args: unknown[]): Promise<WireResult>;
      cancel(id: number): void;
      onChanged(listener: () => void): void;
    };
    const steps: unknown[] = [];
    const changed = vi.fn();
    bridge.onChanged(changed);
    backendAnswer = (_method, _input, context: { signal: AbortSignal; onProgress(progress: unknown): void }) =>
      new Promise((_resolve, reject) => {
        context.onProgress({ step: 'Reading', done: 1, total: null });
        context.signal.addEventListener('abort', () => reject(new WeftError('cancelled', 'cancelled', 'Stopped.')));
      });
    const call = bridge.call('doctor', {}, 5, (progress: unknown) => steps.push(progress));
    await vi.waitFor(() => expect(steps).toEqual([{ step: 'Reading', done: 1, total: null }]));
    expect(await codeOf(ask('weft:call', 'doctor', {}, 5))).toBe('call-twice');
    bridge.cancel(6);
    bridge.cancel(5);
    expect(await call).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    announceChange();
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('stops the work of a window that is closed, and sends it nothing more', async () => {
    const { openWindow } = await import('../../../electron/shells/desktop/window.ts');
    const second = openWindow() as unknown as (typeof electron.BrowserWindow.all)[number];
    let report: () => void = () => {};
    backendAnswer = (_method, _input, context: { onProgress(progress: unknown): void }) =>
      new Promise(() => {
        report = () => context.onProgress({ step: 'Reading', done: 1, total: 2 });
      });
    const { webContents } = second;
    void electron.sendFrom(webContents, webContents.mainFrame, 'weft:call', 'doctor', {}, 1);
    await vi.waitFor(() => expect(reached).toHaveLength(1));
    second.close();
    expect(reached[0]!.signal.aborted).toBe(true);
    expect(report).not.toThrow();
  });
});

describe('E8: the page never names a file', () => {
  const folder = tempFolder();
  const zip = join(folder, 'export.zip');
  writeFileSync(zip, 'PK');

  it('E8: knows every field of the contract that names a file', async () => {
    const { FILE_FIELDS } = await import('../../../electron/shells/desktop/file-handles.ts');
    const named = METHOD_NAMES.flatMap((method) => {
      const { input } = METHODS[method];
      const fields = 'shape' in input ? Object.keys(input.shape as object) : [];
      return fields.filter((field) => /file|path|folder|handle/i.test(field)).map((field) => [method, field]);
    });
    expect(named.sort()).toEqual([
      ['backUp', 'file'],
      ['exportData', 'file'],
      ['importFiles', 'files'],
      ['restore', 'file'],
      ['savePicture', 'file'],
    ]);
    expect(
      Object.entries(FILE_FIELDS)
        .map(([method, { field }]) => [method, field])
        .sort(),
    ).toEqual(named);
  });

  it.each([
    ['importFiles', { files: [zip] }],
    ['restore', { file: zip }],
    ['exportData', { file: zip, format: 'json' }],
    ['backUp', { file: zip }],
    ['savePicture', { file: zip, format: 'svg', content: '<svg/>' }],
    ['importFiles', { files: ['export.zip'] }],
    ['importFiles', { files: ['../export.zip'] }],
    ['importFiles', { files: ['__proto__'] }],
  ])('E8: %s refuses a path in place of a handle', async (method, input) => {
    await pick(zip);
    expect(await codeOf(ask('weft:call', method, input, 1))).toBe('file-handle');
    expect(reached).toEqual([]);
  });

  it('E8: a handle says nothing of the folder, serves previews and one import, and no other use', async () => {
    const file = await pick(zip);
    expect(file).toEqual({ handle: expect.stringMatching(/^[\w-]{22}\/export\.zip$/), name: 'export.zip', size: 2 });
    expect(await codeOf(ask('weft:call', 'exportData', { file: file.handle, format: 'csv' }, 1))).toBe('file-handle');
    const importIt = (dryRun: boolean) => codeOf(ask('weft:call', 'importFiles', { files: [file.handle], dryRun }, 2));
    expect(await importIt(true)).toBe('ok');
    expect(await importIt(true)).toBe('ok');
    backendAnswer = () => {
      throw new WeftError('input', 'owner-unknown', 'Whose export is this?');
    };
    expect(await importIt(false)).toBe('owner-unknown');
    backendAnswer = () => ({});
    expect(await importIt(false)).toBe('ok');
    expect(await importIt(false)).toBe('file-handle');
    expect(reached.map(({ input }) => input['files'])).toEqual(Array(4).fill([zip]));
  });

  it('E8: one bad handle among good ones refuses all, and uses none up', async () => {
    const file = await pick(zip);
    expect(await codeOf(ask('weft:call', 'importFiles', { files: [file.handle, zip] }, 1))).toBe('file-handle');
    expect(await codeOf(ask('weft:call', 'importFiles', { files: [file.handle] }, 1))).toBe('ok');
  });

  it('E8: reports give the page its own handle back, never the path', async () => {
    const target = await place(join(folder, 'map.json'));
    expect(target.name).toBe('map.json');
    backendAnswer = (_method, { file }) => ({ file, bytes: 1, format: 'json', restored: file });
    for (const method of ['exportData', 'backUp']) {
      const { handle } = await place(join(folder, `${method}.json`));
      const input = method === 'exportData' ? { file: handle, format: 'json' } : { file: handle };
      expect(await settledValue(ask('weft:call', method, input, 1))).toMatchObject({ file: handle });
    }
    const copy = await pick(join(folder, 'copy.db'));
    expect(await settledValue(ask('weft:call', 'restore', { file: copy.handle }, 1))).toMatchObject({
      restored: copy.handle,
    });
  });

  it('E8: copies are listed by handles that restore takes once', async () => {
    const path = join(folder, 'copies', 'weft-copy.db');
    backendAnswer = (method) => (method === 'listBackups' ? { backups: [{ file: path, bytes: 1, madeAt: '' }] } : {});
    const list = async (): Promise<string> => {
      const { backups } = await settledValue<{ backups: { file: string }[] }>(ask('weft:call', 'listBackups', {}, 1));
      return backups[0]!.file;
    };
    const handle = await list();
    expect(handle).not.toContain(folder);
    expect(await list()).toBe(handle);
    expect(await codeOf(ask('weft:call', 'restore', { file: handle }, 2))).toBe('ok');
    expect(reached.at(-1)!.input).toEqual({ file: path });
    expect(await codeOf(ask('weft:call', 'restore', { file: handle }, 3))).toBe('file-handle');
    expect(await list()).not.toBe(handle);
  });

  it('E8: dropped files get handles; other kinds and relative names are refused when they are used', async () => {
    mkdirSync(join(folder, 'a.txt'), { recursive: true });
    const bridge = electron.exposed.get('weft') as { acceptDropped(files: unknown[]): Promise<Picked[]> };
    const accepted = await bridge.acceptDropped([
      { path: zip },
      { path: join(folder, 'a.txt') },
      { path: '/etc/hosts' },
      { path: 'export.zip' },
    ]);
    expect(accepted.map(({ name, size }) => [name, size])).toEqual([
      ['export.zip', 2],
      ['a.txt', 0],
      ['hosts', 0],
      ['export.zip', 0],
    ]);
    const codes: string[] = [];
    for (const { handle } of accepted)
      codes.push(await codeOf(ask('weft:call', 'importFiles', { files: [handle] }, 1)));
    expect(codes).toEqual(['ok', 'not-an-export', 'not-an-export', 'not-an-export']);
  });

  it.each([
    ['map.json', 'map.json'],
    ['../../etc/passwd', 'etcpasswd'],
    ['C:\\Windows\\map.json', 'CWindowsmap.json'],
    ['.hidden', 'hidden'],
    ['nul.json', 'weft'],
    ['a\u0000b\n.csv', 'ab.csv'],
    ['', 'weft'],
  ])('E8: the name %j is suggested as %j in the documents folder', async (name, suggested) => {
    await ask('weft:choose-save-target', name);
    const options = electron.callsOf('showSaveDialog').at(-1)![1];
    expect(options).toMatchObject({ defaultPath: `/documents/${suggested}` });
    expect((options as { properties: string[] }).properties).toContain('dontAddToRecent');
  });

  it('E8: a dialog that is closed gives nothing', async () => {
    expect(await settledValue(ask('weft:choose-files'))).toEqual([]);
    expect(await settledValue(ask('weft:choose-save-target', 'map.json'))).toBeNull();
  });

  it('E8: the page gets these named functions and nothing that came with a message', () => {
    expect([...electron.exposed.keys()]).toEqual(['weft']);
    const bridge = electron.exposed.get('weft') as Record<string, unknown>;
    expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual(
      [
        'call',
        'cancel',
        'onChanged',
        'onKeysAsked',
        'chooseFiles',
        'acceptDropped',
        'chooseSaveTarget',
        'openProfile',
      ].map((name) => [name, 'function']),
    );
    const listener = vi.fn();
    (bridge['onChanged'] as (listener: () => void) => void)(listener);
    announceChange();
    expect(listener.mock.calls).toEqual([[]]);
  });
});

const PROFILE = 'https://www.linkedin.com/in/ana-silva-zt1';

/** Addresses as they may stand in a map (corpus 51), none of which opens. */
const BAD_ADDRESSES: (string | null)[] = [
  null,
  '',
  'www.linkedin.com/in/ana-zt1',
  '//www.linkedin.com/in/ana-zt1',
  'http://www.linkedin.com/in/ana-zt1',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'javascript://www.linkedin.com/%0aalert(1)',
  'file:///etc/hosts',
  'file://www.linkedin.com/share',
  'smb://www.linkedin.com/share',
  '\\\\www.linkedin.com\\share',
  'data:text/html,hello',
  'ms-settings:privacy',
  'ms-x:https://www.linkedin.com/',
  'mailto:ana@mail.test',
  'ftp://www.linkedin.com/',
  'weft://app/',
  'https://linkedin.com.evil.test/in/ana',
  'https://evil.test/linkedin.com',
  'https://evillinkedin.com/in/ana',
  'https://linkedin.com@evil.test/',
  'https://evil.test@linkedin.com/',
  'https://user:word@www.linkedin.com/',
  'https://@www.linkedin.com/',
  'https://www.linkedin.com:8443/in/ana',
  'https://www.linkedin.com:443/in/ana',
  'https://www.linkedin.com:/in/ana',
  'https://evil.test\\@linkedin.com/',
  'https://linkedin.com\\.evil.test/',
  'https:\\\\www.linkedin.com\\in\\ana',
  'https:/www.linkedin.com/in/ana',
  'https:www.linkedin.com/in/ana',
  'https:///www.linkedin.com/in/ana',
  'https://www.lınkedin.com/in/ana',
  'https://www.l\u0131nkedin.com/',
  'https://www.LİNKEDIN.com/',
  'https://ｗｗｗ．ｌｉｎｋｅｄｉｎ．ｃｏｍ/',
  'https://www.linkedin.com%2eevil.test/',
  'https://www.linkedin%2ecom/in/ana',
  'https://www.linked\u00adin.com/in/ana',
  'https://www.linkedin.com./in/ana',
  'https://www.linkedin.com/in/ana\n',
  ' https://www.linkedin.com/in/ana',
  'https://www.linkedin.com/in/a na',
  'https://www.linkedin.com/in/\u0000ana',
  'https://www.linkedin.com\t.evil.test/',
  'https://lnkd.in/abc',
  'https://com/',
  `https://www.linkedin.com/${'a'.repeat(2_048)}`,
];

describe('E6: only LinkedIn pages open outside', () => {
  it.each([
    [PROFILE, PROFILE],
    ['https://linkedin.com/in/bram-zt2', 'https://linkedin.com/in/bram-zt2'],
    ['https://de.linkedin.com/in/edda-zt3/', 'https://de.linkedin.com/in/edda-zt3/'],
    ['https://www.LinkedIn.com/in/Chidi-zt4', 'https://www.linkedin.com/in/Chidi-zt4'],
    ['https://www.linkedin.com/in/josé-zt5', 'https://www.linkedin.com/in/jos%C3%A9-zt5'],
  ])('E6: %s opens', async (url, opened) => {
    backendAnswer = () => ({ person: { id: 12, url } });
    const before = electron.callsOf('openExternal').length;
    expect(await codeOf(ask('weft:open-profile', 12))).toBe('ok');
    expect(reached.map(({ method, input }) => [method, input])).toEqual([['getPerson', { person: '12' }]]);
    expect(electron.callsOf('openExternal').slice(before)).toEqual([[opened]]);
  });

  it.each(BAD_ADDRESSES)('E6: %j does not open', async (url) => {
    backendAnswer = () => ({ person: { id: 12, url } });
    const before = electron.callsOf('openExternal').length;
    const result = await ask('weft:open-profile', 12);
    expect(result).toMatchObject({ ok: false, error: { message: 'This is not a LinkedIn page. Copy it instead.' } });
    expect(electron.callsOf('openExternal').length).toBe(before);
    expect(linkedInAddress(url)).toBeNull();
  });

  it('E6: has forty bad addresses and more', () => {
    expect(new Set(BAD_ADDRESSES).size).toBeGreaterThanOrEqual(40);
  });

  it('E6: takes a number and nothing else, and opens nobody else of a like name', async () => {
    const before = electron.callsOf('openExternal').length;
    backendAnswer = () => ({ person: { id: 13, url: PROFILE } });
    expect(await codeOf(ask('weft:open-profile', 12))).toBe('not-linkedin');
    for (const person of [PROFILE, '12', 0, -1, 1.5, null, { id: 12 }]) {
      expect(await codeOf(ask('weft:open-profile', person))).toBe('bad-input');
    }
    expect(electron.callsOf('openExternal').length).toBe(before);
  });
});
