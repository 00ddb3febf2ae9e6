import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page, type Response } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_WORDS, findChromium } from '../../../build/find-chromium.ts';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import type { PageFile } from '../../../electron/shells/web/page-files.ts';
import { METHOD_NAMES } from '../../../shared/contract/method-traits.ts';
import { tempFolder } from '../../helpers/temp-files.ts';
import { type RunningWeb, smallPage, startTokenOf, startWeb } from '../../helpers/web-server.ts';

/** Exchanges the start token as the page's client does, and asks one question. */
const TAB_SCRIPT = `
const start = location.hash.slice('#start='.length);
history.replaceState(null, '', '/#/');
const json = { 'Content-Type': 'application/json' };
const session = await fetch('/api/session', { method: 'POST', headers: json, body: JSON.stringify({ start }) });
globalThis.sessionStatus = session.status;
if (session.ok) {
  const { token } = await session.json();
  sessionStorage.setItem('weft.token', token);
  const headers = { ...json, Authorization: 'Bearer ' + token };
  const answer = await fetch('/api/call/status', { method: 'POST', headers, body: '{"input":{},"callId":1}' });
  globalThis.answer = await answer.json();
  const channel = new WebSocket('ws://' + location.host + '/api/channel', ['weft', token]);
  channel.onopen = () => channel.send('{"type":"call","id":2,"method":"status","input":{}}');
  globalThis.channelAnswer = await new Promise((resolve) => {
    channel.onmessage = ({ data }) => resolve(JSON.parse(data));
    channel.onclose = () => resolve('closed');
  });
}
globalThis.isDone = true;
`;

/** Twelve ways in which injected code would run or speak to somebody; each says whether it got through. */
const PROBE_SCRIPT = `
const foreign = new URLSearchParams(location.search).get('foreign');
const results = {};
const settle = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, 700, false))]);
const attempt = async (name, act) => {
  try { results[name] = (await settle(act())) === true; } catch { results[name] = false; }
};
const element = (tag, fields) => new Promise((resolve) => {
  const one = Object.assign(document.createElement(tag), fields);
  one.onload = () => resolve(true);
  one.onerror = () => resolve(false);
  document.body.append(one);
});
await attempt('inline script', async () => {
  const one = document.createElement('script');
  one.append('globalThis.ranInline = true');
  document.body.append(one);
  return globalThis.ranInline === true;
});
await attempt('eval', async () => (0, eval)('true'));
await attempt('innerHTML', async () => {
  document.createElement('div').innerHTML = '<b>x</b>';
  return true;
});
await attempt('foreign image', () => element('img', { src: foreign + '/image.svg' }));
await attempt('foreign fetch', () => fetch(foreign + '/x', { mode: 'no-cors' }).then(() => true));
await attempt('frame', () => new Promise((resolve) => {
  const frame = document.createElement('iframe');
  frame.src = foreign + '/frame';
  addEventListener('message', ({ data }) => resolve(data === 'framed'));
  document.body.append(frame);
}));
await attempt('form', () => new Promise((resolve) => {
  const form = document.createElement('form');
  form.action = foreign + '/form';
  form.target = 'sink';
  document.body.append(Object.assign(document.createElement('iframe'), { name: 'sink' }), form);
  form.submit();
}));
await attempt('base', async () => {
  document.head.append(Object.assign(document.createElement('base'), { href: foreign }));
  return document.baseURI.startsWith(foreign);
});
await attempt('worker', () => new Promise((resolve) => {
  const address = URL.createObjectURL(new Blob(['postMessage(true)'], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.onmessage = () => resolve(true);
  worker.onerror = () => resolve(false);
}));
await attempt('WebSocket', () => new Promise((resolve) => {
  const socket = new WebSocket(foreign.replace('http', 'ws') + '/socket');
  socket.onopen = () => resolve(true);
  socket.onerror = () => resolve(false);
}));
await attempt('beacon', async () => { navigator.sendBeacon(foreign + '/beacon', 'x'); });
await attempt('javascript: address', async () => {
  const link = document.createElement('a');
  link.setAttribute('href', 'javascript:globalThis.ranAddress = true');
  document.body.append(link);
  link.click();
  await new Promise((done) => setTimeout(done, 100));
  return globalThis.ranAddress === true;
});
globalThis.results = results;
`;

/** What a foreign page does to a server whose address and routes it knows; nothing of it needs a click. */
function attackPage(target: string): string {
  return `<!doctype html><title>foreign</title><body>
<form id="form" method="post" enctype="text/plain" action="${target}/api/call/makeSample" target="sink1">
<input name='{"input":{},"callId":1,"x":"' value='"}'></form>
<form id="encoded" method="post" action="${target}/api/call/makeSample" target="sink2"><input name="input" value="{}"></form>
<iframe name="sink1"></iframe><iframe name="sink2"></iframe>
<iframe id="framed" src="${target}/"></iframe>
<img id="image" src="${target}/api/call/status">
<script src="${target}/assets/index-1f.js"></script>
<script src="${target}/api/download/abc"></script>
<link rel="stylesheet" href="${target}/">
<script type="module">
const call = '${target}/api/call/makeSample';
const body = '{"input":{},"callId":1}';
const json = { 'Content-Type': 'application/json', Authorization: 'Bearer x' };
const tries = [
  [call, { method: 'POST', body, headers: json }],
  [call, { method: 'POST', body, headers: json, credentials: 'include' }],
  [call, { method: 'POST', body, mode: 'no-cors', credentials: 'include' }],
  [call, { method: 'POST', body: new Blob([body], { type: 'text/plain' }), mode: 'no-cors' }],
  ['${target}/api/session', { method: 'POST', body: '{"start":""}', headers: { 'Content-Type': 'application/json' } }],
  ['${target}/api/upload?name=a', { method: 'POST', body, headers: { 'Content-Type': 'application/octet-stream' } }],
  ['${target}/', {}],
  ['${target}/api/download/abc', { credentials: 'include' }],
  ['${target}/api/download/abc', { mode: 'no-cors', credentials: 'include' }],
];
// Even with the token itself: a page of another origin is not let in.
const stolen = location.hash.slice(1);
globalThis.read = 0;
for (const [address, init] of tries) {
  const answer = await fetch(address, init).catch(() => null);
  if (answer !== null && answer.type !== 'opaque') globalThis.read += 1;
}
for (const protocols of [[], ['weft'], ['weft', 'x'], ['weft', stolen]]) {
  await new Promise((resolve) => {
    const channel = new WebSocket('${target.replace('http', 'ws')}/api/channel', protocols);
    channel.onopen = () => {
      globalThis.read += 1;
      channel.send('{"type":"call","id":1,"method":"makeSample","input":{}}');
      resolve();
    };
    channel.onerror = resolve;
  });
}
navigator.sendBeacon(call, new Blob([body], { type: 'application/json' }));
navigator.sendBeacon(call, body);
document.getElementById('form').submit();
document.getElementById('encoded').submit();
await new Promise((done) => setTimeout(done, 300));
globalThis.ran = globalThis.isLoaded === true;
globalThis.isDone = true;
</script></body>`;
}

function pageWith(script: string): ReadonlyMap<string, PageFile> {
  const html =
    '<!doctype html><html lang="en"><head><title>Weft</title></head><body><script type="module" src="/assets/app.js"></script></body></html>';
  const files = new Map(smallPage());
  files.set('/', { type: 'text/html; charset=utf-8', content: Buffer.from(html) });
  files.set('/assets/app.js', { type: 'text/javascript; charset=utf-8', content: Buffer.from(script) });
  return files;
}

/** A server of somebody else; keeps what it was asked. */
function foreignServer(pageOf: () => string): Promise<{ server: Server; port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    response.setHeader('Content-Type', 'text/html');
    response.end(request.url === '/frame' ? '<script>parent.postMessage("framed", "*")</script>' : pageOf());
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, port: (server.address() as AddressInfo).port, asked }));
  });
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_WORDS, '--host-resolver-rules=MAP evil.test 127.0.0.1'],
  });
});
afterAll(() => browser.close());

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function started(options: Parameters<typeof startWeb>[0] = {}): Promise<RunningWeb> {
  const web = await startWeb(options);
  closing.push(() => web.close());
  return web;
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext();
  closing.push(() => context.close());
  return await context.newPage();
}

async function whenDone(page: Page, name: string): Promise<void> {
  await page.waitForFunction((key) => (globalThis as Record<string, unknown>)[key] !== undefined, name);
}

describe('the web shell in a browser', () => {
  it('W2: a name that was bent to this machine gets 403 and no body', async () => {
    const web = await started();
    const page = await newPage();
    const answers: Response[] = [];
    page.on('response', (answer) => answers.push(answer));
    // Chromium shows a page of its own for an error without a body, and calls that a failure.
    await expect(page.goto(`http://evil.test:${web.port}/`)).rejects.toThrow('ERR_HTTP_RESPONSE_CODE_FAILURE');
    expect(answers.map((answer) => answer.status())).toEqual([403]);
    expect(answers[0]?.headers()['content-length']).toBe('0');
  });

  it('W3, W4: the token travels in the fragment and a header only, opens one tab once, and leaves no cookie', async () => {
    const web = await started({ page: pageWith(TAB_SCRIPT) });
    const page = await newPage();
    const requests: { url: string; headers: Record<string, string> }[] = [];
    page.on('request', (request) => requests.push({ url: request.url(), headers: request.headers() }));
    const address = web.server.newAddress();
    const start = startTokenOf(address);
    await page.goto(address);
    await whenDone(page, 'isDone');
    expect(await page.evaluate('globalThis.answer')).toMatchObject({ ok: true, value: { isEmpty: true } });
    expect(await page.evaluate('globalThis.channelAnswer')).toMatchObject({
      type: 'result',
      id: 2,
      result: { ok: true, value: { isEmpty: true } },
    });
    const token = String(await page.evaluate(`sessionStorage.getItem('weft.token')`));
    expect(requests.length).toBeGreaterThan(3);
    for (const { url, headers } of requests) {
      expect(url.replace(/#.*$/, '')).not.toContain(start);
      expect(url).not.toContain(token);
      expect(headers['referer'] ?? '').toBe('');
      expect(headers['cookie']).toBeUndefined();
    }
    expect([page.url(), await page.title()].join()).not.toContain(start);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length')).toBe(0);

    const second = await newPage();
    await second.goto(address);
    await whenDone(second, 'isDone');
    expect(await second.evaluate('globalThis.sessionStatus')).toBe(401);
  });

  it('W3: the redirect file of the launcher leads to the page', async () => {
    const { writeRedirect } = await import('../../../electron/shells/web/open-browser.ts');
    const web = await started({ page: pageWith(TAB_SCRIPT) });
    const page = await newPage();
    const referers: (string | undefined)[] = [];
    page.on('request', (request) => referers.push(request.headers()['referer']));
    await page.goto(`file://${writeRedirect(tempFolder(), web.server.newAddress())}`).catch(() => {});
    await whenDone(page, 'answer');
    expect(await page.evaluate('globalThis.sessionStatus')).toBe(200);
    expect(referers.length).toBeGreaterThan(2);
    expect(referers.filter((referer) => (referer ?? '') !== '')).toEqual([]);
  });

  it.each(['127.0.0.1', 'localhost', 'evil.test'])(
    'W4, W5: a page of %s on another port gets nothing done',
    async (name) => {
      const calls: string[] = [];
      const backend = createBackend({ folder: tempFolder() });
      for (const method of METHOD_NAMES) {
        Object.assign(backend.api, {
          [method]: async () => {
            calls.push(method);
            return {};
          },
        });
      }
      const web = await started({ backend, page: pageWith(TAB_SCRIPT) });
      const context = await browser.newContext();
      closing.push(() => context.close());
      // The owner's own tab is open in the same browser.
      const own = await context.newPage();
      await own.goto(web.server.newAddress());
      await whenDone(own, 'isDone');
      expect(calls).toEqual(['status', 'status']);
      const token = String(await own.evaluate(`sessionStorage.getItem('weft.token')`));

      const foreign = await foreignServer(() => attackPage(web.origin));
      closing.push(() => foreign.server.close());
      const page = await context.newPage();
      let tries = 0;
      page.on('request', (request) => {
        if (request.url().startsWith(web.origin)) tries += 1;
      });
      const answers: number[] = [];
      page.on('response', (response) => {
        if (response.url().startsWith(`${web.origin}/api/`)) answers.push(response.status());
      });
      await page.goto(`http://${name}:${foreign.port}/#${token}`);
      await whenDone(page, 'isDone');
      expect(calls).toEqual(['status', 'status']);
      expect(await page.evaluate('globalThis.read')).toBe(0);
      expect(await page.evaluate('globalThis.ran')).toBe(false);
      expect(tries).toBeGreaterThan(15);
      expect(answers.filter((status) => status < 400)).toEqual([]);
      const framed = page.frames().find((frame) => frame.url().startsWith(web.origin));
      expect(framed === undefined ? '' : await framed.content()).not.toContain('Weft');
      expect(await context.cookies()).toEqual([]);
    },
  );

  /** Runs the probes; `asked` is what reached the foreign server. */
  async function probe(origin: string, foreign: { port: number; asked: string[] }) {
    const page = await newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { violations: seen });
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
    });
    await page.goto(`${origin}/?foreign=http://127.0.0.1:${foreign.port}`);
    await whenDone(page, 'results');
    const results = (await page.evaluate('globalThis.results')) as Record<string, boolean>;
    const violations = (await page.evaluate('globalThis.violations')) as string[];
    return {
      tried: Object.keys(results).length,
      through: Object.keys(results).filter((name) => results[name]),
      asked: foreign.asked.map((line) => line.split(' ')[1]).sort(),
      violations: [...new Set(violations)].sort(),
    };
  }

  it('E3: twelve ways to run or send something are blocked in the page, and reported as such', async () => {
    const web = await started({ page: pageWith(PROBE_SCRIPT) });
    const foreign = await foreignServer(() => '');
    closing.push(() => foreign.server.close());
    expect(await probe(web.origin, foreign)).toEqual({
      tried: 12,
      through: [],
      asked: [],
      violations: [
        'base-uri',
        'connect-src',
        'form-action',
        'frame-src',
        'img-src',
        'require-trusted-types-for',
        'script-src-elem',
      ],
    });
  });

  it('the same twelve ways get through where there is no policy', async () => {
    const open = await foreignServer(() => `<body><script type="module">${PROBE_SCRIPT}</script>`);
    const foreign = await foreignServer(() => '');
    closing.push(
      () => open.server.close(),
      () => foreign.server.close(),
    );
    const { tried, through, asked } = await probe(`http://127.0.0.1:${open.port}`, foreign);
    expect(tried).toBe(12);
    expect(through).toEqual([
      'inline script',
      'eval',
      'innerHTML',
      'foreign fetch',
      'frame',
      'base',
      'worker',
      'javascript: address',
    ]);
    for (const path of ['/image.svg', '/x', '/frame', '/form?', '/socket', '/beacon']) expect(asked).toContain(path);
  });
});
