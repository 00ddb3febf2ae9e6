/**
 * The open line of each window: calls, answers, progress and changes as wire.ts writes them, one JSON text a message. A request
 * for each call takes a browser some milliseconds more, which a search as one types would wait for at every letter.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { WireReply, WireRequest } from '../../../shared/contract/wire.ts';
import type { Calls } from './calls.ts';
import { WEB_LIMITS } from './limits.ts';

/** Finds out whether the other end is still there. */
const PING_MS = 15_000;
/** What the page offers beside its token, which no browser can send in a header of its own here. */
const PROTOCOL = 'weft';

/** The token that a handshake shows, in the form of an `Authorization` header; undefined where there is none. */
export function channelAuthorization(request: IncomingMessage): string | undefined {
  const token = /^weft, ?([A-Za-z0-9_-]+)$/.exec(request.headers['sec-websocket-protocol'] ?? '')?.[1];
  return token === undefined ? undefined : `Bearer ${token}`;
}

interface ChannelState {
  /** Has not answered the last ping. */
  isSilent: boolean;
  /** Calls under way. */
  calls: number;
}

export class Channels {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: WEB_LIMITS.callBytes,
    handleProtocols: () => PROTOCOL,
  });
  /** In the order in which they came. */
  readonly #open = new Map<WebSocket, ChannelState>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => this.#ping(), PING_MS);
    this.#timer.unref();
  }

  /** One more window, which has shown its token. Beyond the limit the oldest line ends; its window connects again. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer, calls: Calls): void {
    this.#server.handleUpgrade(request, socket, head, (channel) => {
      const state: ChannelState = { isSilent: false, calls: 0 };
      this.#open.set(channel, state);
      channel.on('close', () => this.#open.delete(channel));
      channel.on('pong', () => {
        state.isSilent = false;
      });
      // A frame that breaks the protocol, or is too long: `close` follows.
      channel.on('error', () => {});
      channel.on('message', (data, isBinary) => {
        const said = isBinary ? null : readRequest(data);
        if (said === null) channel.close(1008);
        else if (said.type === 'cancel') calls.cancel(said.id);
        else {
          state.calls += 1;
          // What comes then waits on the way, but for what one piece of 64 kB brought with it.
          if (state.calls >= WEB_LIMITS.callsAtOnce) channel.pause();
          void answer(channel, calls, said).finally(() => {
            state.calls -= 1;
            channel.resume();
          });
        }
      });
      for (const oldest of this.#open.keys()) {
        if (this.#open.size <= WEB_LIMITS.channels) break;
        this.#end(oldest);
      }
    });
  }

  /** Tells every window. One that reads nothing is taken for dead; it connects again if it is not. */
  announce(reply: WireReply): void {
    const text = JSON.stringify(reply);
    for (const channel of this.#open.keys()) {
      if (channel.bufferedAmount > WEB_LIMITS.unreadBytes) this.#end(channel);
      else channel.send(text);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    for (const channel of this.#open.keys()) this.#end(channel);
  }

  #ping(): void {
    for (const [channel, state] of this.#open) {
      // Its answer to a ping would not be read.
      if (channel.isPaused) continue;
      if (state.isSilent) this.#end(channel);
      else {
        state.isSilent = true;
        channel.ping();
      }
    }
  }

  #end(channel: WebSocket): void {
    this.#open.delete(channel);
    channel.terminate();
  }
}

async function answer(channel: WebSocket, calls: Calls, { id, method, input }: WireRequest & { type: 'call' }) {
  const result = await calls.call(method, input, id);
  const reply: WireReply = { type: 'result', id, result };
  if (channel.readyState === channel.OPEN) channel.send(JSON.stringify(reply));
}

/** null for what no page of ours sends. What a call holds is checked where calls are. */
function readRequest(data: RawData): WireRequest | null {
  try {
    const message = JSON.parse(String(data)) as Partial<WireRequest> | null;
    return message?.type === 'call' || message?.type === 'cancel' ? (message as WireRequest) : null;
  } catch {
    return null;
  }
}
