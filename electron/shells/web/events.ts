/** What the server tells its windows, one JSON object a line (the page's `event-stream.ts` reads it). */
import type { Progress } from '../../../shared/contract/api.ts';
import { WEB_LIMITS } from './limits.ts';

export type ServerEvent =
  | { type: 'progress'; callId: number; progress: Progress }
  | { type: 'changed' }
  | { type: 'ping' };

/** Keeps a stream from looking dead, and finds out when the other end is. */
const PING_MS = 15_000;
/** Unread bytes after which a window is taken for dead; it connects again if it is not. */
const MAX_UNREAD = 1_048_576;

export class EventStreams {
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => this.send({ type: 'ping' }), PING_MS);
    this.#timer.unref();
  }

  get size(): number {
    return this.#open.size;
  }

  /** One more window that listens. Beyond the limit the oldest stream ends; its window connects again. */
  open(): ReadableStream<Uint8Array> {
    let own: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          own = controller;
          this.#open.add(controller);
          // Says at once that the stream stands.
          controller.enqueue(lineOf({ type: 'ping' }));
        },
        cancel: () => void this.#open.delete(own),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNREAD }),
    );
    for (const oldest of this.#open) {
      if (this.#open.size <= WEB_LIMITS.eventStreams) break;
      this.#end(oldest);
    }
    return stream;
  }

  send(event: ServerEvent): void {
    const line = lineOf(event);
    for (const controller of this.#open) {
      if ((controller.desiredSize ?? 0) > 0) controller.enqueue(line);
      else this.#end(controller);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    for (const controller of this.#open) this.#end(controller);
  }

  #end(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#open.delete(controller);
    controller.close();
  }
}

function lineOf(event: ServerEvent): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(event)}\n`);
}
