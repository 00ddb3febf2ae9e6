import { createBackend } from '../../electron/backend/create-backend.ts';
import { openStore } from '../../electron/backend/store/open-store.ts';
import { serveWeb } from '../serve-web.ts';
import type { AppRun } from './app-figures.ts';

const PAGE = 100;
const TYPED = ['alex', 'maria', 'okafor', 'data sci', 'engineer', 'logistics', 'chen', 'product man'];

/** @param folder a store that holds an import */
export async function measureApp(folder: string): Promise<AppRun> {
  const usable = await measureStart(folder);
  const beforeOpen = performance.now();
  openStore(folder, { mode: 'read' }).close();
  const open = performance.now() - beforeOpen;

  const backend = createBackend({ folder });
  const { api } = backend;
  const { people } = await api.listPeople({ limit: PAGE });

  const searches: number[] = [];
  for (const words of TYPED) {
    for (let length = 1; length <= words.length; length++) {
      const startedAt = performance.now();
      await api.listPeople({ query: words.slice(0, length), limit: PAGE });
      searches.push(performance.now() - startedAt);
    }
  }

  const beforeEdit = performance.now();
  await api.say({ said: { kind: 'closeness', person: String(people[1]!.id), value: 3 } });
  await api.listPeople({ limit: PAGE });
  const afterEdit = performance.now() - beforeEdit;

  const beforeCircles = performance.now();
  const { questions } = await api.askCircles({});
  const circles = performance.now() - beforeCircles;
  const beforeNaming = performance.now();
  const asked = questions[0]?.suggestion;
  if (asked !== undefined) {
    const { receipts } = await api.answerCircle({ suggestion: asked, name: 'Bench' });
    await api.askCircles({});
    // The next round asks the same.
    await api.withdrawMany({ ids: receipts.map(({ id }) => id) });
  }
  const afterNaming = performance.now() - beforeNaming;
  await backend.close();
  return { usable, open, searches, afterEdit, circles, afterNaming };
}

/** What a window asks for at its start, from a process that is started for it. */
async function measureStart(folder: string): Promise<number> {
  const startedAt = performance.now();
  const shell = await serveWeb(folder);
  try {
    const [origin, start] = shell.address.split('/#start=');
    const ask = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${origin}/api/${path}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
      return await answer.json();
    };
    const { token } = (await ask('session', { start })) as { token: string };
    const call = (method: string, callId: number, input: object) =>
      ask(`call/${method}`, { input, callId }, { Authorization: `Bearer ${token}` });
    await Promise.all([call('status', 1, {}), call('today', 2, {}), call('listPeople', 3, { limit: PAGE })]);
    return performance.now() - startedAt;
  } finally {
    await shell.stop();
  }
}
