import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import type { ServerEvent } from '../../../electron/shells/web/events.ts';
import { WEB_LIMITS } from '../../../electron/shells/web/limits.ts';
import type { WireResult } from '../../../shared/contract/wire.ts';
import { connectionsCsv, people, zipOf } from '../../helpers/linkedin-export.ts';
import { tempFolder, writeTemp } from '../../helpers/temp-files.ts';
import { enter, type RunningWeb, startWeb } from '../../helpers/web-server.ts';

let web: RunningWeb;
let token: string;
const closing: (() => void)[] = [];
beforeEach(async () => {
  web = await startWeb({ storeFolder: join(tempFolder(), 'map') });
  token = await enter(web);
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await web.close();
});

interface Listening {
  events: ServerEvent[];
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
}

async function listen(): Promise<Listening> {
  const controller = new AbortController();
  closing.push(() => controller.abort());
  const answer = await fetch(`${web.origin}/api/events`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: controller.signal,
  });
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
  const events: ServerEvent[] = [];
  const read = async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) events.push(JSON.parse(line) as ServerEvent);
    }
  };
  const ended = read().catch(() => {});
  await until(() => events.length > 0);
  return { events, ended };
}

async function post(path: string, body: unknown): Promise<WireResult> {
  const answer = await fetch(`${web.origin}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as WireResult;
}

function export30(): Buffer {
  const rows = people(30).map((one) => ({
    ...one,
    company: 'Kestrel Labs',
    position: 'Buyer',
    connectedOn: '2020-03-01',
  }));
  return Buffer.from(zipOf({ 'Connections.csv': connectionsCsv(rows) }));
}

async function upload(): Promise<string> {
  const answer = await fetch(`${web.origin}/api/upload?name=Basic_LinkedInDataExport_05-03-2026.zip`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(export30()),
  });
  return ((await answer.json()) as { handle: string }).handle;
}

const isChange = (event: ServerEvent) => event.type === 'changed';

describe('what the windows are told', () => {
  it('tells the progress of a call by its number, and every window of the change', async () => {
    const [first, second] = [await listen(), await listen()];
    const result = await post('/api/call/importFiles', { input: { files: [await upload()] }, callId: 77 });
    expect(result).toMatchObject({ ok: true, value: { people: { added: 30 } } });
    await until(() => first.events.some(isChange) && second.events.some(isChange));
    const progress = first.events.filter((event) => event.type === 'progress');
    expect(progress.length).toBeGreaterThan(0);
    for (const event of progress) expect(event).toMatchObject({ callId: 77, progress: { step: expect.any(String) } });
  });

  it('says nothing when nothing changed', async () => {
    const { events } = await listen();
    await post('/api/call/status', { input: {}, callId: 1 });
    await post('/api/call/importFiles', { input: { files: [await upload()], dryRun: true }, callId: 2 });
    await post('/api/call/undoBatch', { input: { batch: 9 }, callId: 3 });
    await post('/api/call/addTargets', { input: { companies: ['Kestrel Labs'] }, callId: 4 });
    await until(() => events.some(isChange));
    expect(events.filter(isChange)).toHaveLength(1);
  });

  it('D13: notices what another program writes, and answers with it', async () => {
    const zip = writeTemp('Basic_LinkedInDataExport_05-03-2026.zip', export30());
    const { events } = await listen();
    expect(await post('/api/call/status', { input: {}, callId: 1 })).toMatchObject({ value: { people: 0 } });
    const other = createBackend({ folder: web.storeFolder });
    await other.api.importFiles({ files: [zip] });
    await until(() => events.some(isChange));
    expect(await post('/api/call/status', { input: {}, callId: 2 })).toMatchObject({ value: { people: 30 } });
    const before = events.filter(isChange).length;
    await other.api.addTargets({ companies: ['Kestrel Labs'] });
    await until(() => events.filter(isChange).length > before);
    expect(await post('/api/call/status', { input: {}, callId: 3 })).toMatchObject({ value: { targets: 1 } });
    await other.close();
  });

  it('I11: stops a call when the page asks, by its number', async () => {
    const handle = await upload();
    const call = post('/api/call/importFiles', { input: { files: [handle] }, callId: 5 });
    const cancel = post('/api/cancel', { callId: 5 });
    const [result] = await Promise.all([call, cancel]);
    // The import is short: it was stopped, or it was done before the word came. Never something in between.
    const people = result.ok ? 30 : 0;
    if (!result.ok) expect(result.error.code).toBe('cancelled');
    expect(await post('/api/call/status', { input: {}, callId: 6 })).toMatchObject({ value: { people } });
  });

  it('I11: stops a call whose cancel came first, on another connection', async () => {
    const handle = await upload();
    await post('/api/cancel', { callId: 8 });
    const result = await post('/api/call/importFiles', { input: { files: [handle] }, callId: 8 });
    expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    const again = await post('/api/call/importFiles', { input: { files: [handle] }, callId: 9 });
    expect(again).toMatchObject({ ok: true });
  });

  it('refuses a second call under the number of one that runs, and calls without a number', async () => {
    for (const callId of [undefined, null, 'x', 1.5, 2 ** 60, {}]) {
      const result = await post('/api/call/status', { input: {}, callId });
      expect(result).toMatchObject({ ok: false, error: { kind: 'arguments', code: 'bad-input' } });
    }
    expect(await post('/api/call/toString', { input: {}, callId: 1 })).toMatchObject({
      error: { code: 'unknown-method' },
    });
    expect(await post('/api/call/__proto__', { input: {}, callId: 1 })).toMatchObject({
      error: { code: 'unknown-method' },
    });
  });

  it('W7: ends the oldest stream when there are too many, so that calls get through', async () => {
    const streams: Listening[] = [];
    for (let count = 0; count <= WEB_LIMITS.eventStreams; count++) streams.push(await listen());
    await streams[0]?.ended;
    await post('/api/call/addTargets', { input: { companies: ['Kestrel Labs'] }, callId: 1 });
    await until(() => streams.slice(1).every(({ events }) => events.some(isChange)));
    expect(streams[0]?.events.some(isChange)).toBe(false);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
