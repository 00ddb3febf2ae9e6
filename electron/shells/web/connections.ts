import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps at most `most` connections open (safety.md W7). When one more comes, the oldest that serves no known tab gives way, so
 * that a flood of silent connections cannot keep the owner's page out; when all serve one, the new connection does.
 */
export class Connections {
  /** Known calls under way on each connection; in the order in which they came. */
  readonly #open = new Map<Socket, number>();
  readonly #most: number;

  constructor(server: Server, most: number) {
    this.#most = most;
    server.on('connection', (socket: Socket) => this.#add(socket));
  }

  get size(): number {
    return this.#open.size;
  }

  /** Marks that the connection serves a tab that showed its token, until the answer or the channel is closed. */
  protect(socket: Socket, until: { once(event: 'close', listener: () => void): unknown }): void {
    this.#count(socket, 1);
    until.once('close', () => this.#count(socket, -1));
  }

  destroyAll(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }

  #add(socket: Socket): void {
    this.#open.set(socket, 0);
    socket.once('close', () => this.#open.delete(socket));
    if (this.#open.size <= this.#most) return;
    const idle = [...this.#open].find(([, calls]) => calls === 0)?.[0] ?? socket;
    // Taken out now: `close` comes later, and the next connection may come before.
    this.#open.delete(idle);
    idle.destroy();
  }

  #count(socket: Socket, change: number): void {
    const calls = this.#open.get(socket);
    if (calls !== undefined) this.#open.set(socket, calls + change);
  }
}
