import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEB_LIMITS } from '../../../electron/shells/web/limits.ts';
import { readWebOptions } from '../../../electron/shells/web/options.ts';
import { METHOD_NAMES } from '../../../shared/contract/method-traits.ts';
import {
  enter,
  openChannel,
  type RunningWeb,
  rawHandshake,
  rawRequest,
  sendRaw,
  startTokenOf,
  startWeb,
} from '../../helpers/web-server.ts';

let web: RunningWeb;
let token: string;
beforeAll(async () => {
  web = await startWeb();
  token = await enter(web);
});
afterAll(() => web.close());

const JSON_TYPE = 'Content-Type: application/json';

function ask(method: string, target: string, headers: readonly string[] = [], body = '') {
  return sendRaw(web.port, rawRequest(method, target, [`Host: 127.0.0.1:${web.port}`, ...headers], body));
}

function call(headers: readonly string[] = [], body = '{"input":{},"callId":1}') {
  return ask('POST', '/api/call/status', [`Authorization: Bearer ${token}`, JSON_TYPE, ...headers], body);
}

/** What opens a channel: 101 for those who are let in. */
function shakeHands(headers: readonly string[] = [], protocols = `weft, ${token}`) {
  const own = [`Host: 127.0.0.1:${web.port}`, `Sec-WebSocket-Protocol: ${protocols}`];
  return sendRaw(web.port, rawHandshake('/api/channel', [...own, ...headers]));
}

/** Every route there is, with what a good request carries. */
function routes(): [method: string, target: string, headers: string[], body: string][] {
  const octets = 'Content-Type: application/octet-stream';
  return [
    ...METHOD_NAMES.map((name): [string, string, string[], string] => [
      'POST',
      `/api/call/${name}`,
      [JSON_TYPE],
      // An input that no method takes: nothing happens, whoever asks.
      '{"input":7,"callId":1}',
    ]),
    ['POST', '/api/call/nothing', [JSON_TYPE], '{"input":{},"callId":1}'],
    ['POST', '/api/cancel', [JSON_TYPE], '{"callId":1}'],
    ['POST', '/api/upload?name=a.csv', [octets], 'First Name'],
    ['POST', '/api/save-target', [JSON_TYPE], '{"name":"map.json"}'],
    ['GET', '/api/download/abc', [], ''],
    ['GET', '/api/elsewhere', [], ''],
    ['POST', '/api/', [JSON_TYPE], '{}'],
  ];
}

describe('W1: only this machine', () => {
  it('W1: is bound to 127.0.0.1 and to no other address of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && one.family === 'IPv4' && one.address !== '127.0.0.1')
      .map((one) => one?.address ?? '');
    // All of 127.0.0.0/8 is this machine on Linux, so there is always another address to try there.
    if (process.platform === 'linux') others.push('127.0.0.2');
    for (const address of others) {
      const outcome = await new Promise<string>((resolve) => {
        const socket = connect(web.port, address);
        socket.once('connect', () => resolve('connected'));
        socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
      });
      expect(outcome, address).toBe('ECONNREFUSED');
    }
    expect((await ask('GET', '/')).status).toBe(200);
  });

  it('W1: knows no option for another host', () => {
    for (const words of [['--host', '0.0.0.0'], ['--hostname=0.0.0.0'], ['--bind', '::'], ['0.0.0.0']]) {
      expect(() => readWebOptions(words)).toThrow(expect.objectContaining({ kind: 'arguments', code: 'bad-option' }));
    }
  });
});

describe('W2: only our name', () => {
  it('W2: refuses 25 other names on every kind of route, without a body', async () => {
    const { port } = web;
    const hosts = [
      'evil.test',
      `evil.test:${port}`,
      '127.0.0.1',
      '127.0.0.1:80',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1:0${port}`,
      `127.0.0.1:${port}.`,
      `127.0.0.1.:${port}`,
      `127.0.0.2:${port}`,
      `127.1:${port}`,
      `2130706433:${port}`,
      `0x7f.1:${port}`,
      `0177.0.0.1:${port}`,
      `0.0.0.0:${port}`,
      `[::1]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `127.0.0.1:${port}@evil.test`,
      `evil.test@127.0.0.1:${port}`,
      `127.0.0.1:${port}, evil.test`,
      `127.0.0.1:${port} evil.test`,
      `127.0.0.1.evil.test:${port}`,
      `localhost.evil.test:${port}`,
      `http://127.0.0.1:${port}`,
      `127.0.0.1:${port}/`,
      '',
    ];
    expect(hosts).toHaveLength(25);
    for (const host of hosts) {
      for (const [method, target] of [
        ['GET', '/'],
        ['GET', '/assets/index-1f.js'],
        ['POST', '/api/call/status'],
      ] as const) {
        const headers = [`Host: ${host}`, `Authorization: Bearer ${token}`, JSON_TYPE];
        const body = method === 'POST' ? '{"input":{},"callId":1}' : '';
        const answer = await sendRaw(port, rawRequest(method, target, headers, body));
        expect([answer.status, answer.body], `${method} ${target} at "${host}"`).toEqual([403, '']);
      }
      const channel = rawHandshake('/api/channel', [`Host: ${host}`, `Sec-WebSocket-Protocol: weft, ${token}`]);
      const answer = await sendRaw(port, channel);
      expect([answer.status, answer.body], `channel at "${host}"`).toEqual([403, '']);
    }
  });

  it('W2: refuses no name, two names and an address with a name in it', async () => {
    const host = `Host: 127.0.0.1:${web.port}`;
    const requests = [
      rawRequest('GET', '/', []),
      rawRequest('GET', '/', [host, 'Host: evil.test']),
      rawRequest('GET', '/', ['Host: evil.test', host]),
      rawRequest('GET', '/', [host, host]),
      rawRequest('GET', `http://127.0.0.1:${web.port}/`, [host]),
      rawRequest('GET', 'http://evil.test/', [host]),
      'GET / HTTP/1.0\r\n\r\n',
    ];
    for (const request of requests) {
      const answer = await sendRaw(web.port, request);
      // What Node's parser refuses by itself gets 400.
      expect([400, 403], request).toContain(answer.status);
      expect(answer.body).toBe('');
    }
  });

  it('W2: leads localhost to the one name, carrying nothing along', async () => {
    for (const name of ['localhost', 'LocalHost']) {
      const headers = [`Host: ${name}:${web.port}`];
      const answer = await sendRaw(web.port, rawRequest('GET', '/api/download/abc?x=secret', headers));
      expect([answer.status, answer.body]).toEqual([302, '']);
      expect(answer.head).toContain(`Location: http://127.0.0.1:${web.port}/\r\n`);
    }
    const posted = await sendRaw(web.port, rawRequest('POST', '/api/session', [`Host: localhost:${web.port}`], '{}'));
    expect(posted.status).toBe(403);
    const named = [`Host: localhost:${web.port}`, `Sec-WebSocket-Protocol: weft, ${token}`];
    expect((await sendRaw(web.port, rawHandshake('/api/channel', named))).status).toBe(403);
  });
});

describe('W3: only the person who started it', () => {
  it('W3: answers 401 on every route of the contract without the token, and with a wrong one', async () => {
    const own = await startWeb();
    const wrong = [[], ['Authorization: Bearer'], [`Authorization: Basic ${token}`], ['Authorization: Bearer x']];
    try {
      for (const [method, target, headers, body] of routes()) {
        const some = wrong[target.length % wrong.length] ?? [];
        for (const authorization of [[], some]) {
          const host = `Host: 127.0.0.1:${own.port}`;
          const request = rawRequest(method, target, [host, ...headers, ...authorization], body);
          expect((await sendRaw(own.port, request)).status, `${method} ${target}`).toBe(401);
        }
      }
      for (const protocols of [null, 'weft', `${token}`, `weft, ${token}`, `weft,${token}, weft`, `weft, x y`]) {
        const said = protocols === null ? [] : [`Sec-WebSocket-Protocol: ${protocols}`];
        const request = rawHandshake('/api/channel', [`Host: 127.0.0.1:${own.port}`, ...said]);
        expect((await sendRaw(own.port, request)).status, `${protocols}`).toBe(401);
      }
    } finally {
      await own.close();
    }
  });

  it('W3: gives a start token 256 bits and takes it once', async () => {
    const start = startTokenOf(web.server.newAddress());
    expect(Buffer.from(start, 'base64url')).toHaveLength(32);
    expect(startTokenOf(web.server.newAddress())).not.toBe(start);
    const exchange = () => ask('POST', '/api/session', [JSON_TYPE], JSON.stringify({ start }));
    const first = await exchange();
    expect(first.status).toBe(200);
    const own = (JSON.parse(first.body) as { token: string }).token;
    expect(Buffer.from(own, 'base64url')).toHaveLength(32);
    expect(own).not.toBe(start);
    expect((await exchange()).status).toBe(401);
    // The start token itself opens nothing.
    const called = await ask('POST', '/api/call/status', [`Authorization: Bearer ${start}`, JSON_TYPE], '{}');
    expect(called.status).toBe(401);
  });

  it('W3: takes a token from the header only', async () => {
    for (const words of [`token=${token}`, `authorization=Bearer%20${token}`]) {
      const target = `/api/download/abc?${words}`;
      expect((await ask('GET', target)).status).toBe(401);
      expect((await ask('GET', target, [`Cookie: token=${token}`])).status).toBe(401);
      const host = `Host: 127.0.0.1:${web.port}`;
      for (const other of [`Cookie: token=${token}`, `Authorization: Bearer ${token}`]) {
        expect((await sendRaw(web.port, rawHandshake(`/api/channel?${words}`, [host, other]))).status).toBe(401);
      }
    }
    expect((await call()).status).toBe(200);
    expect((await shakeHands()).status).toBe(101);
  });
});

describe('W5: only our page calls it', () => {
  it('W5: takes a call from 15 origins, 4 sites and 9 methods only if all are ours', async () => {
    const { port } = web;
    const origins = [
      null,
      `http://127.0.0.1:${port}`,
      'null',
      'http://evil.test',
      'https://evil.test',
      `https://127.0.0.1:${port}`,
      'http://127.0.0.1',
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}.evil.test`,
      `http://127.0.0.1:${port}/`,
      `http://evil.test#http://127.0.0.1:${port}`,
      'file://',
      'chrome-extension://abcdefgh',
      `http://127.0.0.1:${port} http://evil.test`,
    ];
    expect(origins).toHaveLength(15);
    for (const [at, origin] of origins.entries()) {
      for (const site of [null, 'same-origin', 'same-site', 'cross-site']) {
        const headers = [
          ...(origin === null ? [] : [`Origin: ${origin}`]),
          ...(site === null ? [] : [`Sec-Fetch-Site: ${site}`]),
        ];
        const isOurs = at < 2 && (site === null || site === 'same-origin');
        expect((await call(headers)).status, headers.join()).toBe(isOurs ? 200 : 403);
        expect((await shakeHands(headers)).status, headers.join()).toBe(isOurs ? 101 : 403);
      }
    }
    for (const method of ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']) {
      const answer = await ask(method, '/api/call/status', [`Authorization: Bearer ${token}`, JSON_TYPE]);
      expect(answer.status, method).toBe(405);
      expect(answer.head.toLowerCase()).not.toContain('access-control');
    }
    expect((await ask('CONNECT', `127.0.0.1:${port}`)).status).not.toBe(200);
  });

  it('W5: opens a channel at its own address only, and only as a WebSocket', async () => {
    const named = [`Host: 127.0.0.1:${web.port}`, `Sec-WebSocket-Protocol: weft, ${token}`];
    for (const target of ['/', '/assets/index-1f.js', '/api/call/status', '/api/channel/', '/api/Channel']) {
      expect((await sendRaw(web.port, rawHandshake(target, named))).status, target).toBe(404);
    }
    expect((await shakeHands(['Origin: http://evil.test', `Origin: http://127.0.0.1:${web.port}`])).status).toBe(400);
    const other = rawHandshake('/api/channel', named).replace('Upgrade: websocket', 'Upgrade: h2c');
    expect((await sendRaw(web.port, other)).status).toBe(400);
    const old = rawHandshake('/api/channel', named).replace('Version: 13', 'Version: 7');
    expect((await sendRaw(web.port, old)).status).toBe(400);
    const posted = rawHandshake('/api/channel', [...named, JSON_TYPE]).replace('GET ', 'POST ');
    expect((await sendRaw(web.port, posted)).status).toBe(405);
    expect((await ask('GET', '/api/channel', [`Authorization: Bearer ${token}`])).status).toBe(404);
  });

  it('W5: does nothing on GET', async () => {
    for (const [method, target] of routes()) {
      if (method !== 'POST') continue;
      const answer = await ask('GET', target, [`Authorization: Bearer ${token}`]);
      expect(answer.status, target).toBe(404);
    }
  });

  it('W5: wants JSON for calls and plain bytes for files', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/json-patch+json',
      'application/json; charset=utf-16',
      'application/json, text/plain',
      '',
    ];
    const authorization = `Authorization: Bearer ${token}`;
    for (const type of types) {
      const answer = await ask('POST', '/api/call/status', [authorization, `Content-Type: ${type}`], '{}');
      expect(answer.status, type).toBe(415);
      const upload = await ask('POST', '/api/upload?name=a', [authorization, `Content-Type: ${type}`], 'x');
      expect(upload.status, type).toBe(415);
    }
    expect((await ask('POST', '/api/call/status', [authorization], '{}')).status).toBe(415);
    const withCharset = [authorization, 'Content-Type: application/json; charset=utf-8'];
    expect((await ask('POST', '/api/call/status', withCharset, '{"input":{},"callId":1}')).status).toBe(200);
  });

  it('W5: answers a preflight with no leave', async () => {
    for (const target of ['/', '/api/call/status', '/api/session']) {
      const answer = await ask('OPTIONS', target, [
        'Origin: http://evil.test',
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Private-Network: true',
      ]);
      expect(answer.status).toBe(405);
      expect(answer.head.toLowerCase()).not.toContain('access-control');
    }
  });

  it('W5: does not lend its files to other pages', async () => {
    const part = (headers: string[]) => ask('GET', '/assets/index-1f.js', headers);
    expect((await part(['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Dest: script'])).status).toBe(403);
    expect((await part(['Sec-Fetch-Site: same-site', 'Sec-Fetch-Dest: iframe'])).status).toBe(403);
    expect((await part(['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Dest: script'])).status).toBe(200);
    const opened = await ask('GET', '/', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Dest: document']);
    expect(opened.status).toBe(200);
  });
});

describe('W6: answers cannot be reused', () => {
  const NEEDED = [
    "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
      "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'\r\n",
    'x-content-type-options: nosniff\r\n',
    'cross-origin-resource-policy: same-origin\r\n',
    'cross-origin-opener-policy: same-origin\r\n',
    'referrer-policy: no-referrer\r\n',
    'cache-control: no-store\r\n',
  ];

  it('W4, W6: every answer of every route carries the same protection and no cookie', async () => {
    const authorization = `Authorization: Bearer ${token}`;
    const answers = [
      await ask('GET', '/'),
      await ask('GET', '/assets/index-1f.js'),
      await ask('GET', '/nothing'),
      await ask('OPTIONS', '/'),
      await ask('POST', '/api/session', [JSON_TYPE], '{"start":"no"}'),
      await ask('POST', '/api/session', [JSON_TYPE], 'no json'),
      await ask('POST', '/api/cancel', [JSON_TYPE]),
      await ask('GET', '/', ['Expect: 100-continue']),
      await sendRaw(web.port, rawRequest('GET', '/', ['Host: evil.test'])),
      await sendRaw(web.port, rawRequest('GET', '/', [`Host: localhost:${web.port}`])),
      await sendRaw(web.port, 'NONSENSE\r\n\r\n'),
      await shakeHands([], 'weft, wrong'),
      await shakeHands(['Origin: http://evil.test']),
      await call(),
    ];
    for (const [method, target, headers, body] of routes()) {
      const answer = await ask(method, target, [authorization, ...headers], body);
      expect(answer.head, target).toMatch(/content-type: application\/json/i);
      expect(answer.body.startsWith('{'), target).toBe(true);
      answers.push(answer);
    }
    for (const { head } of answers) {
      const lines = `${head.toLowerCase()}\r\n`;
      for (const needed of NEEDED) expect(lines).toContain(needed.toLowerCase());
      expect(lines).not.toContain('set-cookie');
      expect(lines).not.toContain('access-control');
      expect(lines).not.toContain('x-powered-by');
    }
  });

  it('E2: serves the files of the page, and no path leads anywhere else', async () => {
    const targets = [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/assets/../index.html',
      '/assets/..%5c..%5cpackage.json',
      '/assets%2findex-1f.js',
      '/assets//index-1f.js',
      '//index.html',
      '/INDEX.HTML',
      '/index.html/',
      '/index.html%00',
      '/.',
      '/etc/passwd',
      '/C:/Windows/win.ini',
      '/assets/',
      '/__proto__',
      '/%61pi/call/status',
    ];
    for (const target of targets) expect((await ask('GET', target)).status, target).toBe(404);
    expect((await ask('GET', '/index.html?v=1')).status).toBe(200);
  });
});

describe('W7: bounded', () => {
  it('W7: refuses bodies that are too long, said or unsaid', async () => {
    const announced = await call([], `{"input":"${'x'.repeat(WEB_LIMITS.callBytes)}","callId":1}`);
    expect(announced.status).toBe(413);
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const head = rawRequest('POST', '/api/call/status', [
      `Host: 127.0.0.1:${web.port}`,
      `Authorization: Bearer ${token}`,
      JSON_TYPE,
      'Transfer-Encoding: chunked',
    ]);
    expect((await sendRaw(web.port, head + chunk.repeat(20))).status).toBe(413);
    const said = rawRequest('POST', '/api/upload?name=a.zip', [
      `Host: 127.0.0.1:${web.port}`,
      `Authorization: Bearer ${token}`,
      'Content-Type: application/octet-stream',
      `Content-Length: ${WEB_LIMITS.uploadBytes + 1}`,
    ]);
    const answer = await sendRaw(web.port, said);
    expect([answer.status, answer.body]).toEqual([413, expect.stringContaining('file-too-large')]);
  });

  it('W7: refuses 10 MB of headers', async () => {
    const answer = await ask('GET', '/', [`X-Long: ${'x'.repeat(10_000_000)}`]);
    // The answer may be lost while the rest is still being sent; what counts is that nothing was taken.
    expect([0, 431]).toContain(answer.status);
    expect((await ask('GET', '/', [`X-Long: ${'x'.repeat(20_000)}`])).status).toBe(431);
    expect((await call()).status).toBe(200);
  });

  it('W7: still answers beside 200 silent connections, and holds no more than 32', async () => {
    const sockets: Socket[] = [];
    try {
      for (let count = 0; count < 200; count++) {
        const socket = connect(web.port, '127.0.0.1');
        socket.on('error', () => {});
        sockets.push(socket);
        if (count % 2 === 0) socket.write('POST /api/session HTTP/1.1\r\nHost: ');
        await new Promise((resolve) => socket.once('connect', resolve));
      }
      expect((await call()).status).toBe(200);
      await waitUntil(() => sockets.filter((socket) => !socket.destroyed).length <= WEB_LIMITS.connections);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });

  it('W7: keeps the connection of a tab while others flood', async () => {
    const { replies } = await openChannel(web.port, token);
    const sockets = Array.from({ length: 100 }, () => connect(web.port, '127.0.0.1').on('error', () => {}));
    await Promise.all(
      sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve).once('connect', resolve))),
    );
    await waitUntil(() => sockets.filter((socket) => !socket.destroyed).length < WEB_LIMITS.connections);
    await web.backend.api.addTargets({ companies: ['Kestrel Labs'] });
    await waitUntil(() => replies.length > 0);
    expect(replies).toEqual([{ type: 'changed' }]);
    for (const socket of sockets) socket.destroy();
  });

  it('W7: after 20 wrong tokens the next wrong one waits, and a right one does not', async () => {
    const own = await startWeb();
    try {
      const right = await enter(own);
      const wrong = 'A'.repeat(43);
      const named = [`Host: 127.0.0.1:${own.port}`, `Sec-WebSocket-Protocol: weft, ${wrong}`];
      const guessChannel = () => sendRaw(own.port, rawHandshake('/api/channel', named));
      const guess = () => fetch(`${own.origin}/api/download/abc`, { headers: { Authorization: `Bearer ${wrong}` } });
      for (let count = 0; count < WEB_LIMITS.badTokens; count++) {
        expect((await (count % 2 === 0 ? guess() : guessChannel())).status).toBe(401);
      }
      const order: string[] = [];
      const late = guess().then(({ status }) => order.push(`wrong ${status}`));
      const lateChannel = guessChannel().then(({ status }) => order.push(`wrong ${status}`));
      const start = JSON.stringify({ start: 'wrong' });
      const lateStart = fetch(`${own.origin}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: start,
      }).then(({ status }) => order.push(`wrong ${status}`));
      for (let count = 0; count < 3; count++) {
        const answer = await fetch(`${own.origin}/api/call/status`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${right}`, 'Content-Type': 'application/json' },
          body: '{"input":{},"callId":1}',
        });
        order.push(`right ${answer.status}`);
      }
      await Promise.all([late, lateChannel, lateStart]);
      expect(order).toEqual(['right 200', 'right 200', 'right 200', 'wrong 401', 'wrong 401', 'wrong 401']);
      expect((await guess()).status).toBe(401);
    } finally {
      await own.close();
    }
  });
});

async function waitUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
}
