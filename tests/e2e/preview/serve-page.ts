import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENT_POLICY } from './content-policy.ts';
import { INVENTED_ANSWERS } from './invented-answers.ts';

const PAGE = fileURLToPath(new URL('../../../out/renderer/', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Preview {
  /** With the start token in it, as the web shell prints it. */
  address: string;
  close(): Promise<void>;
}

/** Serves the built page under the strict policy with an invented backend that speaks the web shell's protocol. */
export async function servePage(): Promise<Preview> {
  const start = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const json = (status: number, value: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(value));
    };
    if (path === '/api/session') return json(200, (await bodyOf(request))['start'] === start ? { token } : {});
    if (path.startsWith('/api/') && request.headers.authorization !== `Bearer ${token}`) return json(401, {});
    if (path === '/api/events') {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
      response.write('{"type":"ping"}\n');
      return;
    }
    if (path.startsWith('/api/call/')) {
      const { input } = await bodyOf(request);
      const answer = INVENTED_ANSWERS[path.slice('/api/call/'.length) as keyof typeof INVENTED_ANSWERS];
      const error = { kind: 'mistake', code: 'not-here', message: 'The preview cannot answer this.', details: {} };
      return json(
        200,
        answer === undefined
          ? { ok: false, error }
          : { ok: true, value: answer((input ?? {}) as Record<string, unknown>) },
      );
    }
    try {
      const file = path === '/' ? 'index.html' : normalize(path).replace(/^(\.\.[/\\])+/, '');
      const content = await readFile(join(PAGE, file));
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': CONTENT_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/#start=${start}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
}
