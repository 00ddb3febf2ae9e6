import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What opens a connection, or waits for one. */
const MODULES = [
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:dns/promises',
  'node:inspector',
  'hono',
  '@hono/node-server',
  'undici',
  'ws',
  'axios',
  'got',
  'node-fetch',
];
const CALLS = [
  /(?<![\w.#])fetch\s*\(/,
  /\b(?:globalThis|window|self)\.fetch\b/,
  /\b(?:WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection|WebTransport)\b/,
  /\bsendBeacon\b/,
  /\bimportScripts\b/,
  /\bnet\.(?:fetch|request|connect)\b/,
];

/** The web shell serves this machine; the page's HTTP client asks it, by request and on a channel. */
const ALLOWED = /^(?:electron\/shells\/web\/|renderer\/client\/(?:channel|http-client|session)\.ts$)/;

/** Sources without their comments, which may speak of anything. */
function sources(): { path: string; text: string }[] {
  return ['shared', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ['.ts', '.tsx', '.js', '.mjs', '.cjs'].includes(extname(entry.name)))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return {
          path: path.slice(root.length).replaceAll('\\', '/'),
          text: withoutComments(readFileSync(path, 'utf8')),
        };
      }),
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** The network things that a source names. */
function networkIn(text: string): string[] {
  const names = [...text.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
  const modules = names.filter((name) =>
    MODULES.some((one) => name === one || `node:${name}` === one || name.startsWith(`${one}/`)),
  );
  return [...modules, ...CALLS.flatMap((call) => call.exec(text)?.[0] ?? [])];
}

describe('P1: no byte leaves the machine', () => {
  it.each([
    ["import { get } from 'node:https';", 'node:https'],
    ["import net from 'net';", 'net'],
    ["await import('node:dns/promises')", 'node:dns/promises'],
    ["const ws = require('ws');", 'ws'],
    ["export * from 'hono/ws';", 'hono/ws'],
    ["await fetch('https://a.test')", 'fetch('],
    ["globalThis.fetch('x')", 'globalThis.fetch'],
    ['new WebSocket(address)', 'WebSocket'],
    ['navigator.sendBeacon(address)', 'sendBeacon'],
  ])('P1: the check finds %s', (text, found) => {
    expect(networkIn(withoutComments(text))).toContain(found);
  });

  it.each(["import { prefetch } from './routes.ts'; prefetch(x); queries.fetch(y);", "// fetch('x')\n/* WebSocket */"])(
    'P1: the check leaves alone: %s',
    (text) => {
      expect(networkIn(withoutComments(text))).toEqual([]);
    },
  );

  it('P1: only the web shell and the HTTP client of the page know the network', () => {
    const all = sources();
    expect(all.length).toBeGreaterThan(150);
    const found = all.flatMap(({ path, text }) => networkIn(text).map((name) => `${path}: ${name}`));
    expect(found.filter((line) => !ALLOWED.test(line.split(': ')[0] ?? ''))).toEqual([]);
    expect(found.some((line) => line.startsWith('electron/shells/web/http.ts: node:http'))).toBe(true);
    expect(found.some((line) => line.startsWith('renderer/client/http-client.ts: fetch('))).toBe(true);
    expect(found.some((line) => line.startsWith('renderer/client/channel.ts: WebSocket'))).toBe(true);
  });

  it('P1: the web shell waits for connections and makes none', () => {
    const shell = sources().filter(({ path }) => path.startsWith('electron/shells/web/'));
    for (const { path, text } of shell) {
      // Values of these modules that connect; types and createServer do not.
      const imports = [...text.matchAll(/import (?!type)\{([^}]*)\} from '(?:node:(?:http|https|net|tls)|ws)'/g)];
      const values = imports.flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim()));
      const connecting = values.filter(
        (name) =>
          !name.startsWith('type ') &&
          !['createServer', 'STATUS_CODES', 'IncomingMessage', 'ServerResponse', 'WebSocketServer', ''].includes(
            name.replace(/^type /, ''),
          ),
      );
      expect([path, connecting, /\bfetch\s*\(/.test(text.replaceAll(/\.fetch\b/g, ''))]).toEqual([path, [], false]);
    }
  });
});
