/** The contract through the web shell on loopback. The protocol is described in electron/shells/web. */
import type { MethodName, Progress } from '../../shared/contract/api.ts';
import { unwrap, type WireReply, type WireResult } from '../../shared/contract/wire.ts';
import { WeftError } from '../../shared/model/weft-error.ts';
import { type Channel, openChannel } from './channel.ts';
import type { Connection, PickedFile, WeftClient } from './client.ts';
import { profileLink } from './profile-link.ts';
import { createRemoteApi } from './remote-api.ts';
import { noSession, type Session } from './session.ts';

/** Between two attempts to reach a server that is gone. */
const RETRY_MS = 2_000;
/** Characters of an input that goes alone: what is beyond the server's bounds is then refused in words, the channel stays. */
const LONG_INPUT = 100_000;

export function createHttpClient(session: Session): WeftClient {
  const changeListeners = new Set<() => void>();
  const connectionListeners = new Set<(connection: Connection) => void>();
  const progressOf = new Map<number, (progress: Progress) => void>();
  let connection: Connection = 'connected';
  /** null until it stands, and while the server is gone: then calls are requests, which say what is the matter. */
  let channel: Channel | null = null;
  // Other tabs count too: starting anywhere keeps their calls apart. Stays a safe integer.
  let lastCall = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) * 100_000;

  const setConnection = (next: Connection) => {
    if (next === connection) return;
    connection = next;
    for (const listener of connectionListeners) listener(next);
  };

  /** One request with the tab's token. @throws WeftError `server-gone`, `no-session` */
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let answer: Response;
    try {
      const headers = new Headers(init.headers);
      const token = session.token();
      headers.set('Authorization', `Bearer ${typeof token === 'string' ? token : await token}`);
      answer = await fetch(path, { ...init, headers, cache: 'no-store' });
    } catch (thrown) {
      if (thrown instanceof WeftError) {
        setConnection('refused');
        throw thrown;
      }
      setConnection('lost');
      throw serverGone(thrown);
    }
    if (answer.status === 401) {
      setConnection('refused');
      throw noSession();
    }
    setConnection('connected');
    return answer;
  };

  const sendJson = (path: string, body: unknown) =>
    send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  const ask = async (method: MethodName, input: unknown, callId: number): Promise<WireResult> => {
    if (channel === null || JSON.stringify(input).length > LONG_INPUT) {
      return await readJson<WireResult>(await sendJson(`/api/call/${method}`, { input, callId }));
    }
    try {
      return await channel.call(callId, method, input);
    } catch (thrown) {
      setConnection('lost');
      throw serverGone(thrown);
    }
  };

  const api = createRemoteApi(async (method, input, context) => {
    const callId = ++lastCall;
    if (context.onProgress !== undefined) progressOf.set(callId, context.onProgress);
    const onAbort = () => {
      if (channel === null) void sendJson('/api/cancel', { callId }).catch(() => {});
      else channel.cancel(callId);
    };
    context.signal?.addEventListener('abort', onAbort);
    try {
      const answer = ask(method, input, callId);
      if (context.signal?.aborted === true) onAbort();
      return unwrap(await answer);
    } finally {
      context.signal?.removeEventListener('abort', onAbort);
      progressOf.delete(callId);
    }
  });

  const announceChange = () => {
    for (const listener of changeListeners) listener();
  };
  const onNotice = (reply: WireReply) => {
    if (reply.type === 'changed') announceChange();
    else if (reply.type === 'progress') progressOf.get(reply.id)?.(reply.progress);
  };

  /** Keeps a channel open for as long as the page lives; the next attempt says that the server went or came back. */
  let isFollowing = false;
  const follow = async () => {
    if (isFollowing) return;
    isFollowing = true;
    for (let attempt = 0; ; attempt++) {
      try {
        channel = await openChannel(await session.token(), onNotice);
        setConnection('connected');
        // What changed between two channels was not heard of.
        if (attempt > 0) announceChange();
        await channel.ended;
      } catch {
        // Why it did not open, only a request is told; send() passes it on. Nothing is cancelled by this one.
        await sendJson('/api/cancel', {}).catch(() => {});
      }
      channel = null;
      // It may have been set meanwhile.
      if ((connection as Connection) === 'refused') break;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    isFollowing = false;
  };

  const upload = async (file: File): Promise<PickedFile> => {
    const answer = await send(`/api/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
    return await plainValue<PickedFile>(answer);
  };

  const acceptFiles = async (files: File[]): Promise<PickedFile[]> => {
    const picked: PickedFile[] = [];
    // One after the other: the server writes each to disk as it comes.
    for (const file of files) picked.push(await upload(file));
    return picked;
  };

  void follow();

  return {
    api,
    shell: 'web',
    onChanged: (listener) => void changeListeners.add(listener),
    // A browser's tab has no menu of ours.
    onKeysAsked: () => {},
    onConnection: (listener) => void connectionListeners.add(listener),
    async reconnect() {
      // Throws nothing new: listeners of the connection hear how it went.
      const isBack = await api.status({}).then(
        () => connection === 'connected',
        () => connection === 'connected',
      );
      if (!isBack) return;
      announceChange();
      void follow();
    },
    chooseFiles: async () => await acceptFiles(await askForFiles()),
    acceptFiles,
    async chooseSaveTarget(name) {
      return await plainValue<{ handle: string; name: string }>(await sendJson('/api/save-target', { name }));
    },
    async download(handle, name) {
      const answer = await send(`/api/download/${encodeURIComponent(handle)}`);
      if (!answer.ok) await plainValue(answer);
      offerDownload(await answer.blob(), name);
    },
    async openProfile(person) {
      const address = profileLink(person.url);
      if (address === null) {
        throw new WeftError('arguments', 'not-linkedin', 'This is not a LinkedIn page. Copy it instead.');
      }
      window.open(address, '_blank', 'noopener,noreferrer');
    },
  };
}

function serverGone(cause: unknown): WeftError {
  return new WeftError(
    'place',
    'server-gone',
    'Weft has stopped answering. Your map is safe on disk. Start Weft again, then try again.',
    {},
    cause,
  );
}

async function readJson<T>(answer: Response): Promise<T> {
  try {
    return (await answer.json()) as T;
  } catch (thrown) {
    throw serverGone(thrown);
  }
}

/** The body of an answer outside the contract: the value itself, or a failure as the contract writes it. */
async function plainValue<T>(answer: Response): Promise<T> {
  const body = await readJson<T | WireResult>(answer);
  const isResult = typeof body === 'object' && body !== null && 'ok' in body;
  if (isResult) return unwrap(body as WireResult) as T;
  if (!answer.ok) throw new WeftError('mistake', 'unexpected', 'Weft could not take this file. Nothing changed.');
  return body as T;
}

/** The browser's own file dialog; empty when it is closed. */
function askForFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.zip,.csv,.vcf,application/zip,text/csv,text/vcard';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

function offerDownload(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads the address after the click returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
