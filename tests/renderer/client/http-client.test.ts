/** The page's client against a real server: on its channel, by requests where that does not serve, and when the server goes. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection, WeftClient } from '../../../renderer/client/client.ts';
import { createHttpClient } from '../../../renderer/client/http-client.ts';
import type { Session } from '../../../renderer/client/session.ts';
import { enter, type RunningWeb, startWeb } from '../../helpers/web-server.ts';

let web: RunningWeb;
let client: WeftClient;
let requests: string[];
let connections: Connection[];

beforeEach(async () => {
  web = await startWeb();
  requests = [];
  connections = [];
  const token = await enter(web);
  // Node wants whole addresses, and knows no page whose they could be.
  const ask = fetch;
  vi.stubGlobal('location', { origin: web.origin });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    requests.push(path);
    return ask(web.origin + path, init);
  });
  client = createHttpClient({ token: () => token } as unknown as Session);
  client.onConnection((connection) => connections.push(connection));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await web.close();
});

/** Asks until an answer needs no request. */
async function untilChannel(): Promise<void> {
  for (let before = -1; before !== requests.length; ) {
    before = requests.length;
    await client.api.status({});
  }
}

it('asks by request until its channel stands, and on the channel then', async () => {
  expect(await client.api.status({})).toMatchObject({ isEmpty: true });
  expect(requests).toEqual(['/api/call/status']);
  await untilChannel();
  const before = requests.length;
  let changes = 0;
  client.onChanged(() => changes++);
  await client.api.addTargets({ companies: ['Kestrel Labs'] });
  expect(await client.api.listTargets({})).toMatchObject({ targets: [{ name: 'Kestrel Labs' }] });
  await expect(client.api.undoBatch({ batch: 9 })).rejects.toMatchObject({ kind: 'arguments' });
  expect(requests.slice(before)).toEqual([]);
  expect(changes).toBe(1);
});

it('W7: sends what is long by request, is refused in words, and keeps its channel', async () => {
  await untilChannel();
  const before = requests.length;
  const query = 'x'.repeat(1_100_000);
  await expect(client.api.listPeople({ query })).rejects.toMatchObject({ code: 'body-too-large' });
  expect(requests.slice(before)).toEqual(['/api/call/listPeople']);
  await client.api.status({});
  expect(requests.slice(before)).toHaveLength(1);
  expect(connections).toEqual([]);
});

it('stops a call, and hears of its progress', async () => {
  await untilChannel();
  const before = requests.length;
  const steps: string[] = [];
  const stop = new AbortController();
  const made = client.api.makeSample(
    {},
    {
      signal: stop.signal,
      onProgress: ({ step }) => {
        steps.push(step);
        stop.abort();
      },
    },
  );
  await expect(made).rejects.toMatchObject({ kind: 'cancelled' });
  expect(steps.length).toBeGreaterThan(0);
  expect(requests.slice(before)).toEqual([]);
});

it('says that the server is gone, for what was asked and for what is asked then', async () => {
  await untilChannel();
  const asked = client.api.makeSample({});
  await Promise.all([expect(asked).rejects.toMatchObject({ kind: 'place', code: 'server-gone' }), web.server.close()]);
  expect(connections).toEqual(['lost']);
  await expect(client.api.status({})).rejects.toMatchObject({ code: 'server-gone' });
});

it('W3: says that it is not let in with a token of another start, and asks no more', async () => {
  const refused = createHttpClient({ token: () => 'x'.repeat(43) } as unknown as Session);
  const heard = new Promise((resolve) => refused.onConnection(resolve));
  expect(await heard).toBe('refused');
  await expect(refused.api.status({})).rejects.toMatchObject({ code: 'no-session' });
});
