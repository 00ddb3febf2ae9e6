/** The routes under /api/. Whoever comes here has passed the door (guard.ts) and, but for /api/session, shown a token. */
import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { HTTP_STATUS, WeftError } from '../../../shared/contract/errors.ts';
import { failureOf, type WireResult } from '../../../shared/contract/wire.ts';
import type { Access } from './access.ts';
import type { Calls } from './calls.ts';
import type { Handles } from './handles.ts';
import { WEB_LIMITS } from './limits.ts';
import { readJson } from './read-json.ts';

export interface Parts {
  access: Access;
  calls: Calls;
  handles: Handles;
  /** Told when a tab has been let in. */
  onSession(): void;
}

type Env = { Bindings: HttpBindings };

export function createRoutes({ access, calls, handles, onSession }: Parts): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/api/session', async (c) => {
    const { start } = await readJson(c.env.incoming, WEB_LIMITS.sessionBytes);
    const token = typeof start === 'string' ? access.exchange(start) : null;
    if (token === null) {
      await access.noteBadToken();
      return answerFailure(unknownTab(), 401);
    }
    onSession();
    return c.json({ token });
  });

  app.post('/api/call/:method', async (c) => {
    const { input, callId } = await readJson(c.env.incoming, WEB_LIMITS.callBytes);
    return answer(await calls.call(c.req.param('method'), input, callId));
  });

  app.post('/api/cancel', async (c) => {
    const { callId } = await readJson(c.env.incoming, WEB_LIMITS.sessionBytes);
    calls.cancel(callId);
    return c.json({ ok: true, value: null });
  });

  app.post('/api/upload', async (c) => {
    return c.json({ ...(await handles.receive(c.env.incoming as IncomingMessage, c.req.query('name') ?? '')) });
  });

  app.post('/api/save-target', async (c) => {
    const { name } = await readJson(c.env.incoming, WEB_LIMITS.callBytes);
    return c.json(handles.newSaveTarget(typeof name === 'string' ? name : ''));
  });

  app.get('/api/download/:handle', (c) => {
    const { name, size, content } = handles.openDownload(c.req.param('handle'));
    return c.body(content, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      // The second form carries letters beyond ASCII; nothing of the name can end the header.
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w .()-]/g, '_')}"; filename*=UTF-8''${encodeRfc8187(name)}`,
    });
  });

  app.notFound(() => answerFailure(new WeftError('arguments', 'unknown-route', 'Weft cannot be asked that.'), 404));
  app.onError((thrown, c: Context<Env>) => {
    // What is left of a refused body is not read to its end (it may be 2 GB).
    if (!c.env.incoming.complete) c.env.outgoing.shouldKeepAlive = false;
    return answer({ ok: false, error: failureOf(thrown) });
  });
  return app;
}

export function unknownTab(): WeftError {
  return new WeftError(
    'arguments',
    'no-session',
    'This tab is not connected to Weft. Open Weft again with the address in its terminal window.',
  );
}

/** A failure as the page expects it. */
export function failureBody(error: WeftError): string {
  return JSON.stringify({ ok: false, error: failureOf(error) } satisfies WireResult);
}

function answer(result: WireResult): Response {
  const status = result.ok ? 200 : statusOf(result.error);
  return new Response(JSON.stringify(result), { status, headers: { 'Content-Type': 'application/json' } });
}

function statusOf({ kind, code }: { kind: keyof typeof HTTP_STATUS; code: string }): number {
  return code === 'file-too-large' || code === 'body-too-large' ? 413 : HTTP_STATUS[kind];
}

function answerFailure(error: WeftError, status: number): Response {
  return new Response(failureBody(error), { status, headers: { 'Content-Type': 'application/json' } });
}

function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
