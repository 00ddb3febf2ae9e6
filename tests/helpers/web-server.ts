/** The web shell in this process, with a small page, and ways to talk to it: with a token, and byte by byte. */
import { connect } from 'node:net';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts';
import { startWebServer, type WebServer } from '../../electron/shells/web/http.ts';
import type { PageFile } from '../../electron/shells/web/page-files.ts';
import { openPrivateFolder } from '../../electron/shells/web/private-folder.ts';
import type { WireReply, WireRequest } from '../../shared/contract/wire.ts';
import { tempFolder } from './temp-files.ts';

export interface RunningWeb {
  server: WebServer;
  port: number;
  origin: string;
  backend: Backend;
  storeFolder: string;
  /** The folder whose subfolder holds uploads and exports. */
  privateBase: string;
  close(): Promise<void>;
}

export interface WebOptions {
  storeFolder?: string;
  privateBase?: string;
  page?: ReadonlyMap<string, PageFile>;
  backend?: Backend;
}

const PAGE = '<!doctype html><html lang="en"><head><title>Weft</title></head><body>Weft</body></html>';

/** A page of two files. */
export function smallPage(): ReadonlyMap<string, PageFile> {
  const index = { type: 'text/html; charset=utf-8', content: Buffer.from(PAGE) };
  const script = { type: 'text/javascript; charset=utf-8', content: Buffer.from('globalThis.isLoaded = true;\n') };
  return new Map([
    ['/', index],
    ['/index.html', index],
    ['/assets/index-1f.js', script],
  ]);
}

export async function startWeb(options: WebOptions = {}): Promise<RunningWeb> {
  const storeFolder = options.storeFolder ?? join(tempFolder(), 'map');
  const privateBase = options.privateBase ?? join(tempFolder(), 'passing');
  const backend = options.backend ?? createBackend({ folder: storeFolder });
  const folder = openPrivateFolder(privateBase);
  const server = await startWebServer({ backend, storeFolder, page: options.page ?? smallPage(), folder, port: 0 });
  return {
    server,
    port: server.port,
    origin: `http://127.0.0.1:${server.port}`,
    backend,
    storeFolder,
    privateBase,
    async close() {
      await server.close();
      await backend.close();
      folder.remove();
    },
  };
}

/** The start token in an address. */
export function startTokenOf(address: string): string {
  return address.split('#start=')[1] ?? '';
}

/** The token of a tab that was let in. */
export async function enter({ server, origin }: Pick<RunningWeb, 'server' | 'origin'>): Promise<string> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ start: startTokenOf(server.newAddress()) }),
  });
  return ((await answer.json()) as { token: string }).token;
}

export interface OpenedChannel {
  /** What has come so far. */
  replies: WireReply[];
  send(request: WireRequest): void;
  /** The code with which the other end closed it, or 1006 where it just ended. */
  ended: Promise<number>;
  /** Below the messages. */
  socket: WebSocket;
}

/** A tab's channel. @param token as `enter` gives it */
export async function openChannel(port: number, token: string): Promise<OpenedChannel> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/channel`, ['weft', token]);
  const replies: WireReply[] = [];
  socket.on('message', (data) => replies.push(JSON.parse(String(data)) as WireReply));
  const ended = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  // What is not answered for shows in `ended`.
  socket.on('error', () => {});
  return { replies, send: (request) => socket.send(JSON.stringify(request)), ended, socket };
}

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  status: number;
  head: string;
  body: string;
}

/** Sends bytes as they are and reads until the other end is done, or has taken the connection over for a WebSocket. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const end = () => {
      socket.destroy();
      const [head = '', ...rest] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') });
    };
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (chunks[0]?.toString('latin1').startsWith('HTTP/1.1 101')) end();
    });
    socket.on('close', end);
    socket.on('error', end);
    socket.on('connect', () => socket.write(text));
  });
}

/** A request with exactly these headers, and `Connection: close`. */
export function rawRequest(method: string, target: string, headers: readonly string[], body = ''): string {
  const lines = [`${method} ${target} HTTP/1.1`, ...headers, 'Connection: close'];
  if (body !== '') lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** What a browser sends to open a WebSocket, with exactly these headers besides. */
export function rawHandshake(target: string, headers: readonly string[]): string {
  const own = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  const lines = [`GET ${target} HTTP/1.1`, ...own, 'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==', ...headers];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
