/**
 * The app for a browser on this machine: the page as a closed list of files, and the contract under /api/ (safety.md W1–W8).
 *
 * A tab is opened at `/#start=TOKEN`. `POST /api/session {start}` gives the token that every other call carries in
 * `Authorization: Bearer`. `POST /api/call/METHOD {input, callId}` answers as wire.ts writes results, with the status of
 * contract/errors.ts; `POST /api/cancel {callId}` stops it. The WebSocket `/api/channel`, asked for with the protocols `weft` and
 * TOKEN, carries the same calls without a request for each, and tells progress and changes (channels.ts).
 * `POST /api/upload?name=` takes the bytes of a file and gives `{handle, name, size}`; `POST /api/save-target {name}` gives
 * `{handle, name}` to export to, and `GET /api/download/HANDLE` what was written there.
 */
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { WeftError } from '../../../shared/contract/errors.ts';
import type { Backend } from '../../backend/assemble-backend.ts';
import { Access } from './access.ts';
import { Calls } from './calls.ts';
import { Channels, channelAuthorization } from './channels.ts';
import { Connections } from './connections.ts';
import { authorityOf, judgeRequest, type Verdict } from './guard.ts';
import { Handles } from './handles.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { WEB_LIMITS } from './limits.ts';
import type { PageFiles } from './page-files.ts';
import type { PrivateFolder } from './private-folder.ts';
import { createRoutes, failureBody, unknownTab } from './routes.ts';
import { watchStore } from './store-watch.ts';

/** The only address this server is ever bound to; there is no option for another. */
const LOOPBACK = '127.0.0.1';

export interface WebServerOptions {
  backend: Backend;
  /** The folder of the map, to notice what other programs write to it. */
  storeFolder: string;
  page: PageFiles;
  folder: PrivateFolder;
  /** 0 = any free one. */
  port: number;
  /** Told when a tab has been let in. */
  onSession?: () => void;
}

export interface WebServer {
  port: number;
  /** An address that opens one tab, once. */
  newAddress(): string;
  /** Ends calls, streams and connections; the backend stays open. */
  close(): Promise<void>;
}

/** @throws WeftError arguments `port-taken` */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { backend, storeFolder, page, folder, onSession = () => {} } = options;
  const access = new Access();
  const channels = new Channels();
  const handles = new Handles(folder);
  const calls = new Calls(backend.api, handles, channels);
  const routes = createRoutes({ access, calls, handles, onSession });
  const answerCall = getRequestListener(routes.fetch, { overrideGlobalObjects: false });

  const announceChange = () => channels.announce({ type: 'changed' });
  const watch = watchStore(storeFolder, () => calls.isChanging, announceChange);
  backend.onChanged(() => {
    watch.acknowledge();
    announceChange();
  });

  let port = 0;
  const judge = ({ method = '', url = '', rawHeaders }: IncomingMessage) =>
    judgeRequest({ method, target: url, rawHeaders }, port);
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const verdict = judge(request);
    if (verdict.kind !== 'pass') refuse(request, response, verdict);
    else if (request.headers.expect !== undefined) end(request, response, 417);
    else if (!verdict.isApi) sendPage(page, verdict.path, request, response);
    else if (verdict.path === '/api/session') void answerCall(request, response);
    else if (access.isKnown(request.headers.authorization)) {
      connections.protect(request.socket, response);
      void answerCall(request, response);
    } else void refuseTab(access, request, response);
  };

  const onUpgrade = async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const socket = stream as Socket;
    socket.on('error', () => socket.destroy());
    const verdict = judge(request);
    if (verdict.kind !== 'pass') return refuseRaw(socket, verdict.kind === 'refuse' ? verdict.status : 403);
    if (verdict.path !== '/api/channel') return refuseRaw(socket, 404);
    const authorization = channelAuthorization(request);
    if (!access.isKnown(authorization)) {
      if (authorization !== undefined) await access.noteBadToken();
      return refuseRaw(socket, 401);
    }
    connections.protect(socket, socket);
    channels.open(request, socket, head, calls);
  };

  const server = createServer(
    {
      maxHeaderSize: WEB_LIMITS.headerBytes,
      headersTimeout: WEB_LIMITS.headersMs,
      requestTimeout: WEB_LIMITS.requestMs,
      connectionsCheckingInterval: 1_000,
      // Judged by the guard like every other wrong name, with our headers on the answer.
      requireHostHeader: false,
    },
    onRequest,
  );
  const connections = new Connections(server, WEB_LIMITS.connections);
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', onRequest);
  server.on('upgrade', (...came) => void onUpgrade(...came));
  server.on('clientError', refuseUnreadable);

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, options.port)));
    server.listen({ host: LOOPBACK, port: options.port, exclusive: true }, resolve);
  });
  port = (server.address() as AddressInfo).port;

  return {
    port,
    newAddress: () => `http://${authorityOf(port)}/#start=${access.newStart()}`,
    async close() {
      watch.close();
      calls.cancelAll();
      channels.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.destroyAll();
      await closed;
    },
  };
}

function sendPage(page: PageFiles, path: string, request: IncomingMessage, response: ServerResponse): void {
  const file = page.get(path);
  if (file === undefined) {
    end(request, response, 404);
    return;
  }
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.content.length });
  response.end(file.content);
}

function refuse(request: IncomingMessage, response: ServerResponse, verdict: Exclude<Verdict, { kind: 'pass' }>): void {
  if (verdict.kind === 'redirect') {
    response.setHeader('Location', verdict.location);
    end(request, response, 302);
  } else {
    if (verdict.status === 405) response.setHeader('Allow', 'GET, POST');
    end(request, response, verdict.status);
  }
}

async function refuseTab(access: Access, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A request without any token guesses nothing.
  if (request.headers.authorization !== undefined) await access.noteBadToken();
  response.setHeader('Content-Type', 'application/json');
  end(request, response, 401, failureBody(unknownTab()));
}

/** A short last answer: what still comes on this connection is thrown away, for a moment, so that the answer gets read. */
function end(request: IncomingMessage, response: ServerResponse, status: number, body = ''): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), Connection: 'close' });
  response.end(body);
  request.resume();
  setTimeout(() => request.socket.destroy(), WEB_LIMITS.lingerMs).unref();
}

/** Bytes that are no request, headers that are too long or too slow. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
  refuseRaw(socket, statuses[error.code ?? ''] ?? 400);
}

/** A refusal where there is no response to write it to. */
function refuseRaw(socket: Socket, status: number): void {
  const headers = { ...SECURITY_HEADERS, 'Content-Length': '0', Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`, () => socket.destroy());
}

function explainListening(error: NodeJS.ErrnoException, port: number): WeftError {
  if (error.code === 'EADDRINUSE') {
    return new WeftError(
      'arguments',
      'port-taken',
      `Port ${port} is taken by another program. Name another one, or leave --port out.`,
      {},
      error,
    );
  }
  if (error.code === 'EACCES') {
    return new WeftError(
      'arguments',
      'port-refused',
      `This system keeps port ${port} for itself. Name one above 1023, or leave --port out.`,
      {},
      error,
    );
  }
  return new WeftError('mistake', 'no-server', 'Weft could not start its server on this machine.', {}, error);
}
