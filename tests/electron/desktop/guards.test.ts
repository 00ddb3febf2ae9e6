import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { appFolder, quitShell, type StandIn, startShell } from './start-shell.ts';

let electron: StandIn;
beforeAll(async () => {
  electron = await startShell();
});
afterAll(() => quitShell(electron));

const OURS = 'weft://app';
const STRANGERS = ['https://evil.test', 'weft://app.evil.test', 'null'];

/** The permissions Electron itself lists, and one it does not know. */
function permissionNames(): string[] {
  const types = readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts'),
    'utf8',
  );
  const names = new Set<string>(['invented-permission']);
  for (const [, list] of types.matchAll(
    /setPermission(?:Request|Check)Handler\(handler: \(\(.*?permission: ([^,]+),/g,
  )) {
    for (const [, name] of list!.matchAll(/'([^']+)'/g)) names.add(name!);
  }
  return [...names].sort();
}

describe('E4: no permission is granted', () => {
  const names = permissionNames();
  const request = (permission: string, requestingUrl: string, isMainFrame = true): boolean => {
    let answered: boolean | undefined;
    const handler = electron.session.defaultSession.handlers.get('permission-request') as (...args: unknown[]) => void;
    handler({}, permission, (isGranted: boolean) => (answered = isGranted), { requestingUrl, isMainFrame });
    return answered!;
  };
  const check = (permission: string, origin: string): boolean =>
    (electron.session.defaultSession.handlers.get('permission-check') as (...args: unknown[]) => boolean)(
      null,
      permission,
      origin,
      {},
    );

  it('E4: knows the whole list of Electron', () => {
    expect(names.length).toBeGreaterThan(40);
    expect(names).toContain('clipboard-sanitized-write');
  });

  it('E4: grants nothing of it to anybody but writing the clipboard to our page', () => {
    const granted: string[] = [];
    for (const name of names) {
      for (const origin of [OURS, ...STRANGERS]) {
        if (request(name, `${origin}/`)) granted.push(`request ${name} ${origin}`);
        if (check(name, origin)) granted.push(`check ${name} ${origin}`);
      }
    }
    expect(granted).toEqual([`request clipboard-sanitized-write ${OURS}`, `check clipboard-sanitized-write ${OURS}`]);
    expect(request('clipboard-sanitized-write', `${OURS}/`, false)).toBe(false);
  });

  it('E4: gives no device, no screen, no pairing and takes no download', () => {
    const { handlers } = electron.session.defaultSession;
    expect((handlers.get('device') as () => boolean)()).toBe(false);
    const answers: unknown[] = [];
    (handlers.get('display-media') as (...args: unknown[]) => void)({}, (streams: unknown) => answers.push(streams));
    (handlers.get('bluetooth') as (...args: unknown[]) => void)({}, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([null, { confirmed: false }]);
    const preventDefault = vi.fn();
    electron.session.defaultSession.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
  });
});

const ELSEWHERE = [
  'https://evil.test/',
  'http://linkedin.com/',
  'https://www.linkedin.com/in/ana-zt1',
  'file:///etc/hosts',
  'file://server/share',
  'javascript:alert(1)',
  'data:text/html,hello',
  'blob:weft://app/1',
  'about:blank',
  'weft://app/',
  'weft://app/other.html',
  'weft://elsewhere/',
  'weft:app',
  'smb://server/share',
  'ms-settings:',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'view-source:weft://app/',
  'ftp://server.test/',
  'mailto:ana@mail.test',
];

describe('E5: the window never leaves the app', () => {
  it.each(ELSEWHERE)('E5: does not go to %s, nor opens it', (url) => {
    for (const contents of [electron.BrowserWindow.all[0]!.webContents, electron.newContents()]) {
      for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
        const preventDefault = vi.fn();
        expect(contents.emit(event, { preventDefault, url }, {}, { src: url }), event).toBe(true);
        expect(preventDefault, event).toHaveBeenCalledTimes(1);
      }
      expect(contents.openHandler!({ url })).toEqual({ action: 'deny' });
    }
  });
});

describe('P1: no byte leaves the machine', () => {
  const isCancelled = (url: string): boolean => {
    let answer: { cancel?: boolean } = {};
    const handler = electron.session.defaultSession.handlers.get('before-request') as (...args: unknown[]) => void;
    handler({ url }, (given: { cancel?: boolean }) => (answer = given));
    return answer.cancel === true;
  };

  it('P1: cancels every request but those of the page to itself', () => {
    const others = ELSEWHERE.filter((url) => !url.startsWith('weft://app/'));
    const more = [
      'wss://evil.test/',
      'weft://app.evil.test/',
      'weft://app',
      'http://127.0.0.1:8080/',
      'https://[::1]/',
    ];
    const passed = [...others, ...more].filter((url) => !isCancelled(url));
    expect(passed).toEqual([]);
    expect([...others, ...more].length).toBeGreaterThanOrEqual(20);
    expect(isCancelled('weft://app/')).toBe(false);
    expect(isCancelled('weft://app/assets/main-1a2b.js')).toBe(false);
  });

  it('P1: names of machines mean nothing, WebRTC stays inside, nothing is downloaded for spelling', () => {
    expect(electron.callsOf('appendSwitch')).toEqual([
      ['host-resolver-rules', 'MAP * ~NOTFOUND'],
      ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
      ['disable-background-networking'],
      ['disable-component-update'],
      ['disable-domain-reliability'],
      ['no-pings'],
    ]);
    expect(new Set(electron.callsOf('webrtc').flat())).toEqual(new Set(['disable_non_proxied_udp']));
    expect(electron.callsOf('webrtc').length).toBeGreaterThan(0);
    expect(electron.callsOf('spellChecker')).toEqual([[false]]);
  });
});

const HOSTILE = [
  'weft://app/../../etc/passwd',
  'weft://app/%2e%2e/%2e%2e/etc/passwd',
  'weft://app/%2e%2e%2fsecret.txt',
  'weft://app/..%2fbuild-facts.json',
  'weft://app/../build-facts.json',
  'weft://app/..\\..\\windows\\win.ini',
  'weft://app/assets\\main-1a2b.js',
  'weft://app/assets/..%5c..%5cmain.cjs',
  'weft://app/assets/%6dain-1a2b.js',
  'weft://app/secret.txt',
  'weft://app/main.cjs',
  'weft://app/index.html',
  'weft://app/index.html%00.js',
  'weft://app/assets/main-1a2b.js%00',
  'weft://app/assets/main-1a2b.js\u0000',
  'weft://app/assets/main-1a2b.js/',
  'weft://app/assets/',
  'weft://app/assets',
  'weft://app//assets/main-1a2b.js',
  'weft://app/./assets/main-1a2b.js',
  'weft://app/C:/Windows/win.ini',
  'weft://app/c%3a/windows/win.ini',
  'weft://app//server/share/file',
  'weft://app/\\\\server\\share',
  'weft://elsewhere/',
  'weft://app.evil.test/',
  'weft://app:80/',
  'weft://user@app/',
  'weft://app/?query',
  'weft://app/assets/main-1a2b.js?v=1',
  'file:///etc/passwd',
  'weft:///etc/passwd',
  'WEFT://APP/',
  'weft://app/__proto__',
];

describe('E2: the page comes from a closed list of files', () => {
  const serve = (): ((request: { url: string; method: string }) => Promise<Response>) =>
    electron.callsOf('protocol.handle')[0]![1] as never;

  it('E2: the scheme is standard, secure and may be fetched from, and nothing more', () => {
    expect(electron.callsOf('registerSchemes')).toStrictEqual([
      [[{ scheme: 'weft', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]],
    ]);
    expect(electron.callsOf('protocol.handle').map(([scheme]) => scheme)).toEqual(['weft']);
  });

  it.each(HOSTILE)('E2: %j is not found', async (url) => {
    const answer = await serve()({ url, method: 'GET' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'get'])('E2: %s is not answered', async (method) => {
    expect((await serve()({ url: 'weft://app/', method })).status).toBe(405);
  });

  it('E2: the page and its script are served under their types', async () => {
    const page = await serve()({ url: 'weft://app/#/people/1', method: 'GET' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('<title>Weft</title>');
    const script = await serve()({ url: 'weft://app/assets/main-1a2b.js', method: 'GET' });
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  });

  it('E3: every answer carries the strict policy and nosniff', async () => {
    for (const [url, method] of [
      ['weft://app/', 'GET'],
      ['weft://app/assets/main-1a2b.js', 'GET'],
      ['weft://app/none', 'GET'],
      ['weft://app/', 'POST'],
    ] as const) {
      const { headers } = await serve()({ url, method });
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
          "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('E2: a file the list names and the disk has lost is an error, not another file', async () => {
    const appPath = appFolder();
    const { servePage } = await import('../../../electron/shells/desktop/protocol.ts');
    const lost = servePage(join(appPath, 'page'), { 'lost.js': 'text/javascript' });
    await expect(lost({ url: 'weft://app/lost.js', method: 'GET' })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
