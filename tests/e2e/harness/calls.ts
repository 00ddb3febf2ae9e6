/** The page's calls on their way to the server and back: held, let go, waited for. */
import type { Page } from '@playwright/test';
import type { WireReply, WireRequest } from '../../../shared/contract/wire.ts';

type Call = Extract<WireRequest, { type: 'call' }>;

export interface PageCalls {
  /** Calls for which it says so wait until `release`. */
  hold(isHeld: (call: Call) => boolean): void;
  /** Lets go what waits, and holds nothing from now on. */
  release(): void;
  /** How many wait. */
  held(): number;
  /** Resolves with the next answer to this method that the page gets. */
  answered(method: string): Promise<void>;
}

/** Opens the page once more, so that its channel can be watched, and waits until it stands. */
export async function watchCalls(page: Page): Promise<PageCalls> {
  let isHeld: (call: Call) => boolean = () => false;
  const waiting: (() => void)[] = [];
  const methodOf = new Map<number, string>();
  const listeners = new Map<string, (() => void)[]>();
  const stands = Promise.withResolvers<void>();
  await page.routeWebSocket('**/api/channel', (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const request = JSON.parse(String(text)) as WireRequest;
      const pass = () => server.send(text);
      if (request.type !== 'call') return pass();
      methodOf.set(request.id, request.method);
      if (isHeld(request)) waiting.push(pass);
      else pass();
    });
    server.onMessage((text) => {
      socket.send(text);
      const reply = JSON.parse(String(text)) as WireReply;
      if (reply.type !== 'result') return;
      const method = methodOf.get(reply.id) ?? '';
      for (const listener of listeners.get(method) ?? []) listener();
      listeners.delete(method);
    });
    stands.resolve();
  });
  await page.reload();
  await stands.promise;
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    hold(which) {
      isHeld = which;
    },
    release() {
      isHeld = () => false;
      for (const pass of waiting.splice(0)) pass();
    },
    held: () => waiting.length,
    answered: (method) => new Promise((resolve) => listeners.set(method, [...(listeners.get(method) ?? []), resolve])),
  };
}
