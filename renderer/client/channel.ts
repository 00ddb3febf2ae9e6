import type { MethodName } from '../../shared/contract/api.ts';
import type { WireReply, WireRequest, WireResult } from '../../shared/contract/wire.ts';

/** The open line to the web shell: a call on it leaves and comes back sooner than a request of its own. */
export interface Channel {
  /** Rejects when the line ends before the answer. */
  call(id: number, method: MethodName, input: unknown): Promise<WireResult>;
  cancel(id: number): void;
  /** Resolves when the line has ended. */
  ended: Promise<void>;
}

/**
 * @param onNotice told progress and changes
 * @throws Error where the line does not come to stand; a browser does not say why
 */
export function openChannel(token: string, onNotice: (reply: WireReply) => void): Promise<Channel> {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/channel`, ['weft', token]);
  const waiting = new Map<number, { resolve: (result: WireResult) => void; reject: (gone: Error) => void }>();
  const gone = new Error('The channel ended.');
  const send = (request: WireRequest) => socket.send(JSON.stringify(request));
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(data as string) as WireReply;
    if (reply.type !== 'result') return onNotice(reply);
    waiting.get(reply.id)?.resolve(reply.result);
    waiting.delete(reply.id);
  };
  return new Promise((resolve, reject) => {
    const ended = new Promise<void>((end) => {
      socket.onclose = () => {
        reject(gone);
        for (const call of waiting.values()) call.reject(gone);
        end();
      };
    });
    socket.onopen = () =>
      resolve({
        call: (id, method, input) =>
          new Promise((resolveCall, rejectCall) => {
            // What is sent then is dropped without a word.
            if (socket.readyState !== WebSocket.OPEN) return rejectCall(gone);
            waiting.set(id, { resolve: resolveCall, reject: rejectCall });
            send({ type: 'call', id, method, input });
          }),
        cancel: (id) => send({ type: 'cancel', id }),
        ended,
      });
  });
}
