import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { WEB_LIMITS } from '../../../electron/shells/web/limits.ts';
import { HTTP_STATUS } from '../../../shared/contract/errors.ts';
import type { WireReply, WireResult } from '../../../shared/contract/wire.ts';
import { type FailureKind, WeftError } from '../../../shared/model/weft-error.ts';
import { connectionsCsv, people, zipOf } from '../../helpers/linkedin-export.ts';
import { tempFolder, writeTemp } from '../../helpers/temp-files.ts';
import { enter, type OpenedChannel, openChannel, type RunningWeb, startWeb } from '../../helpers/web-server.ts';

let web: RunningWeb;
let token: string;
beforeEach(async () => {
  web = await startWeb({ storeFolder: join(tempFolder(), 'map') });
  token = await enter(web);
});
afterEach(() => web.close());

const listen = () => openChannel(web.port, token);

/** Asks on the channel; resolves with the answer to this number. */
async function ask(channel: OpenedChannel, id: number, method: string, input: unknown): Promise<WireResult> {
  channel.send({ type: 'call', id, method: method as 'status', input });
  const answer = () => channel.replies.find((reply) => reply.type === 'result' && reply.id === id);
  await until(() => answer() !== undefined);
  return (answer() as { result: WireResult }).result;
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

const isChange = (reply: WireReply) => reply.type === 'changed';

/** A server that answers for its status only when told to. */
async function startHeld(): Promise<{ own: RunningWeb; asked: (() => void)[] }> {
  const backend = createBackend({ folder: join(tempFolder(), 'map') });
  const asked: (() => void)[] = [];
  const { status } = backend.api;
  backend.api.status = async (input) => {
    await new Promise<void>((resolve) => asked.push(resolve));
    return await status(input);
  };
  return { own: await startWeb({ backend }), asked };
}

/** Calls that are each longer than the pieces in which they are read. */
function askMany(channel: OpenedChannel, count: number): void {
  const input = { asOf: '2026-11-29', padding: 'x'.repeat(100_000) };
  for (let id = 1; id <= count; id++) channel.send({ type: 'call', id, method: 'status', input });
}

describe('what the windows are told', () => {
  it('tells the progress of a call by its number, and every window of the change', async () => {
    const [first, second] = [await listen(), await listen()];
    const result = await post('/api/call/importFiles', { input: { files: [await upload()] }, callId: 77 });
    expect(result).toMatchObject({ ok: true, value: { people: { added: 30 } } });
    await until(() => first.replies.some(isChange) && second.replies.some(isChange));
    const progress = first.replies.filter((reply) => reply.type === 'progress');
    expect(progress.length).toBeGreaterThan(0);
    for (const reply of progress) expect(reply).toMatchObject({ id: 77, progress: { step: expect.any(String) } });
  });

  it('says nothing when nothing changed', async () => {
    const channel = await listen();
    await post('/api/call/status', { input: {}, callId: 1 });
    await post('/api/call/importFiles', { input: { files: [await upload()], dryRun: true }, callId: 2 });
    await post('/api/call/undoBatch', { input: { batch: 9 }, callId: 3 });
    // What was told before stands before the answer.
    await ask(channel, 4, 'status', {});
    expect(channel.replies.filter(isChange)).toEqual([]);
    await ask(channel, 5, 'addTargets', { companies: ['Kestrel Labs'] });
    expect(channel.replies.filter(isChange)).toHaveLength(1);
  });

  it('D13: notices what another program writes, and answers with it', async () => {
    const zip = writeTemp('Basic_LinkedInDataExport_05-03-2026.zip', export30());
    const { replies } = await listen();
    expect(await post('/api/call/status', { input: {}, callId: 1 })).toMatchObject({ value: { people: 0 } });
    const other = createBackend({ folder: web.storeFolder });
    await other.api.importFiles({ files: [zip] });
    await until(() => replies.some(isChange));
    expect(await post('/api/call/status', { input: {}, callId: 2 })).toMatchObject({ value: { people: 30 } });
    const before = replies.filter(isChange).length;
    await other.api.addTargets({ companies: ['Kestrel Labs'] });
    await until(() => replies.filter(isChange).length > before);
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

  it('W7: ends the oldest channel when there are too many, so that calls get through', async () => {
    const channels: OpenedChannel[] = [];
    for (let count = 0; count <= WEB_LIMITS.channels; count++) channels.push(await listen());
    expect(await channels[0]?.ended).toBe(1006);
    await post('/api/call/addTargets', { input: { companies: ['Kestrel Labs'] }, callId: 1 });
    await until(() => channels.slice(1).every(({ replies }) => replies.some(isChange)));
    expect(channels[0]?.replies.some(isChange)).toBe(false);
  });
});

describe('calls on a channel', () => {
  it('answers each by its number, as a request would be answered', async () => {
    const channel = await listen();
    const [status, unknown] = await Promise.all([ask(channel, 5, 'status', {}), ask(channel, 6, 'toString', {})]);
    expect(status).toEqual(await post('/api/call/status', { input: {}, callId: 7 }));
    expect(unknown).toMatchObject({ ok: false, error: { kind: 'arguments', code: 'unknown-method' } });
    expect(await ask(channel, 8, 'listPeople', 7)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('I11: stops a call when the page asks', async () => {
    const channel = await listen();
    channel.send({ type: 'cancel', id: 4 });
    const result = await ask(channel, 4, 'importFiles', { files: [await upload()] });
    expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('finishes what was asked on a channel that ended meanwhile, and tells the others', async () => {
    const [asking, other] = [await listen(), await listen()];
    asking.send({ type: 'call', id: 1, method: 'importFiles', input: { files: [await upload()] } });
    asking.socket.terminate();
    await until(() => other.replies.some(isChange));
    expect(await ask(other, 2, 'status', {})).toMatchObject({ value: { people: 30 } });
  });

  it('W7: ends a channel that speaks otherwise, or sends too much at once, and answers the next', async () => {
    for (const [said, code] of [
      ['no json', 1008],
      ['null', 1008],
      ['{"type":"result","id":1}', 1008],
      [Buffer.from('{"type":"cancel","id":1}'), 1008],
      [`{"type":"call","id":1,"method":"status","input":"${'x'.repeat(WEB_LIMITS.callBytes)}"}`, 1009],
    ] as const) {
      const { socket, ended } = await listen();
      socket.send(said);
      expect(await ended, String(said).slice(0, 40)).toBe(code);
    }
    expect(await ask(await listen(), 1, 'status', {})).toMatchObject({ ok: true });
  });

  it('W7: lets calls wait beyond a number, and answers each of them', async () => {
    const { own, asked } = await startHeld();
    const channel = await openChannel(own.port, await enter(own));
    askMany(channel, 2 * WEB_LIMITS.callsAtOnce);
    await until(() => asked.length >= WEB_LIMITS.callsAtOnce);
    // Another window is answered meanwhile, and by then what was sent before it has been read.
    const other = await openChannel(own.port, await enter(own));
    expect(await ask(other, 5_000, 'listBatches', {})).toMatchObject({ ok: true });
    expect(asked.length).toBe(WEB_LIMITS.callsAtOnce);
    while (channel.replies.length < 2 * WEB_LIMITS.callsAtOnce) {
      asked.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
    const answered = new Set(channel.replies.map((reply) => (reply as { id: number }).id));
    expect(answered.size).toBe(2 * WEB_LIMITS.callsAtOnce);
    await own.close();
  });

  it('W7: ends a channel whose window reads nothing for long, and tells the others', async () => {
    const backend = createBackend({ folder: join(tempFolder(), 'map') });
    const long = 'x'.repeat(WEB_LIMITS.unreadBytes / 8);
    let answers = 0;
    backend.api.doctor = () => {
      answers += 1;
      return Promise.resolve(long as never);
    };
    const own = await startWeb({ backend });
    const channel = await openChannel(own.port, await enter(own));
    const other = await openChannel(own.port, await enter(own));
    channel.socket.pause();
    for (let id = 1; id <= 12; id++) channel.send({ type: 'call', id, method: 'doctor', input: {} });
    await until(() => answers === 12);
    expect(await ask(other, 100, 'addTargets', { companies: ['Kestrel Labs'] })).toMatchObject({ ok: true });
    expect(other.replies.filter(isChange)).toHaveLength(1);
    channel.socket.resume();
    expect(await channel.ended).toBe(1006);
    expect(channel.replies.length).toBeLessThan(12);
    await own.close();
  });

  it('W8: ends every channel with the server', async () => {
    const channels = [await listen(), await listen()];
    await web.server.close();
    expect(await Promise.all(channels.map(({ ended }) => ended))).toEqual([1006, 1006]);
  });
});

it('W7: ends a channel whose other end is gone, and keeps one that is only silent', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const own = await startWeb();
  try {
    const there = await openChannel(own.port, await enter(own));
    const gone = new WebSocket(`ws://127.0.0.1:${own.port}/api/channel`, ['weft', await enter(own)], {
      autoPong: false,
    });
    const ended = new Promise((resolve) => gone.once('close', resolve));
    await new Promise((resolve) => gone.once('open', resolve));
    const isPinged = new Promise((resolve) => there.socket.once('ping', resolve));
    vi.advanceTimersByTime(15_000);
    await isPinged;
    // Its answer has come once another that was sent after it is answered.
    expect(await ask(there, 1, 'status', {})).toMatchObject({ ok: true });
    vi.advanceTimersByTime(15_000);
    expect(await ended).toBe(1006);
    expect(await ask(there, 2, 'status', {})).toMatchObject({ ok: true });
  } finally {
    vi.useRealTimers();
    await own.close();
  }
});

it('W7: keeps a channel whose calls wait, though its answers to pings are not read meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const { own, asked } = await startHeld();
  try {
    const channel = await openChannel(own.port, await enter(own));
    const other = await openChannel(own.port, await enter(own));
    askMany(channel, WEB_LIMITS.callsAtOnce + 1);
    await until(() => asked.length === WEB_LIMITS.callsAtOnce);
    for (let turn = 1; turn <= 3; turn++) {
      const isPinged = new Promise((resolve) => other.socket.once('ping', resolve));
      vi.advanceTimersByTime(15_000);
      await isPinged;
      expect(await ask(other, 5_000 + turn, 'listBatches', {})).toMatchObject({ ok: true });
    }
    for (const answer of asked.splice(0)) answer();
    await until(() => asked.length === 1);
    asked[0]?.();
    await until(() => channel.replies.length === WEB_LIMITS.callsAtOnce + 1);
  } finally {
    vi.useRealTimers();
    await own.close();
  }
});

it('gives a request for a call the status of its failure', async () => {
  for (const [kind, status] of Object.entries(HTTP_STATUS)) {
    web.backend.api.status = () => Promise.reject(new WeftError(kind as FailureKind, 'so-it-is', 'So it is.'));
    const own = await startWeb({ backend: web.backend });
    const answer = await fetch(`${own.origin}/api/call/status`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${await enter(own)}`, 'Content-Type': 'application/json' },
      body: '{"input":{},"callId":1}',
    });
    expect([answer.status, await answer.json()], kind).toMatchObject([status, { error: { kind, code: 'so-it-is' } }]);
    await own.server.close();
  }
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
