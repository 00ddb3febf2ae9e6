/** JSON-RPC 2.0 as an answering side needs it: a line in, a line out, and whatever goes wrong is part of the answer. */

/** Codes of the specification. */
export const RPC_ERRORS = {
  parse: -32_700,
  invalidRequest: -32_600,
  methodNotFound: -32_601,
  invalidParams: -32_602,
  internal: -32_603,
} as const;

/** A failure of the protocol itself, not of what was asked. */
export class RpcError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export type Params = Record<string, unknown>;
export type RpcMethod = (params: Params, signal: AbortSignal) => unknown;

type Id = string | number;
type Reply = { jsonrpc: '2.0'; id: Id | null } & ({ result: unknown } | { error: { code: number; message: string } });

/**
 * Answers messages. Several may be under way at once; each is answered when it is done.
 *
 * @param methods by name; a notification is a method whose result nobody waits for
 */
export function createRpc(methods: ReadonlyMap<string, RpcMethod>) {
  const running = new Map<Id, AbortController>();

  /** Null for what needs no answer: notifications, answers of the other side, and requests that were cancelled. */
  async function answerOne(message: unknown): Promise<Reply | null> {
    if (!isObject(message) || message['jsonrpc'] !== '2.0') return failure(null, RPC_ERRORS.invalidRequest);
    const { id, method, params } = message;
    if (method === undefined && ('result' in message || 'error' in message)) return null;
    const isRequest = typeof id === 'string' || typeof id === 'number';
    if (typeof method !== 'string' || (id !== undefined && !isRequest)) {
      return failure(isRequest ? id : null, RPC_ERRORS.invalidRequest);
    }
    const work = methods.get(method);
    if (!isRequest) {
      try {
        await work?.(isObject(params) ? params : {}, new AbortController().signal);
      } catch {
        // Nobody waits for it, and a notification is never answered.
      }
      return null;
    }
    if (work === undefined) return failure(id, RPC_ERRORS.methodNotFound);
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const result = await work(isObject(params) ? params : {}, controller.signal);
      return controller.signal.aborted ? null : { jsonrpc: '2.0', id, result };
    } catch (thrown) {
      return thrown instanceof RpcError ? failure(id, thrown.code, thrown.message) : failure(id, RPC_ERRORS.internal);
    } finally {
      running.delete(id);
    }
  }

  return {
    /**
     * @param line null for one that was too long to be taken
     * @returns the answer to a line, as a line without its end; null where there is nothing to say
     */
    async answer(line: string | null): Promise<string | null> {
      if (line === null) return JSON.stringify(failure(null, RPC_ERRORS.invalidRequest, 'This line is too long.'));
      let message: unknown;
      try {
        message = JSON.parse(line);
      } catch {
        return JSON.stringify(failure(null, RPC_ERRORS.parse));
      }
      // Protocol 2025-03-26 may send several messages as one list.
      if (!Array.isArray(message) || message.length === 0) {
        const reply = await answerOne(message);
        return reply === null ? null : JSON.stringify(reply);
      }
      const replies = (await Promise.all(message.map(answerOne))).filter((reply) => reply !== null);
      return replies.length === 0 ? null : JSON.stringify(replies);
    },

    /** Stops a request under way; it is not answered any more. */
    cancel(id: unknown): void {
      if (typeof id === 'string' || typeof id === 'number') running.get(id)?.abort();
    },
  };
}

const SENTENCES: Record<number, string> = {
  [RPC_ERRORS.parse]: 'This line is not JSON.',
  [RPC_ERRORS.invalidRequest]: 'This is no request of JSON-RPC 2.0.',
  [RPC_ERRORS.methodNotFound]: 'Weft does not know this method.',
  [RPC_ERRORS.internal]: 'Weft made a mistake. Your map is unharmed.',
};

function failure(id: Id | null, code: number, message = SENTENCES[code] ?? ''): Reply {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

function isObject(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
