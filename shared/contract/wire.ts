/**
 * How a call of the contract travels between threads and processes: as plain JSON, failures as values (Electron keeps only
 * the message of an error thrown in a handler), with progress and cancel beside it.
 */
import { type ErrorDetails, type FailureKind, WeftError } from '../model/weft-error.ts';
import type { CallContext, Progress, WeftApi } from './api.ts';
import { asWeftError } from './errors.ts';
import type * as Inputs from './inputs.ts';
import { isMethodName, METHOD_NAMES, type MethodName } from './method-traits.ts';

export interface WireFailure {
  kind: FailureKind;
  code: string;
  message: string;
  details: ErrorDetails;
}

export type WireResult = { ok: true; value: unknown } | { ok: false; error: WireFailure };

/** What the asking side sends. */
export type WireRequest =
  | { type: 'call'; id: number; method: MethodName; input: unknown }
  | { type: 'cancel'; id: number };

/** What the answering side sends. */
export type WireReply =
  | { type: 'result'; id: number; result: WireResult }
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'changed' };

/** Both ends of a message channel, as little of it as is needed. */
export interface WirePort {
  send(message: WireRequest | WireReply): void;
  onMessage(listener: (message: unknown) => void): void;
}

export function failureOf(thrown: unknown): WireFailure {
  const { kind, code, message, details } = asWeftError(thrown);
  return { kind, code, message, details };
}

/** The value of a result, or its failure thrown again on this side. */
export function unwrap(result: WireResult): unknown {
  if (result.ok) return result.value;
  const { kind, code, message, details } = result.error;
  throw new WeftError(kind, code, message, details);
}

/** The API whose every method goes one way. */
export function apiOf(call: (method: MethodName, input: unknown, context?: CallContext) => Promise<unknown>): WeftApi {
  return Object.fromEntries(
    METHOD_NAMES.map((method) => [method, (input: unknown, context?: CallContext) => call(method, input, context)]),
  ) as unknown as WeftApi;
}

let checks: Promise<typeof Inputs> | undefined;

/** What checks inputs, loaded with the first call: a window starts without it. */
export function loadChecks(): Promise<typeof Inputs> {
  checks ??= import('./inputs.ts');
  return checks;
}

/**
 * Checks the input and calls one method. Never throws: what goes wrong is part of the result.
 *
 * @param method anything; an unknown name is refused
 */
export async function callApi(
  api: WeftApi,
  method: unknown,
  input: unknown,
  context: CallContext = {},
): Promise<WireResult> {
  try {
    if (!isMethodName(method)) throw new WeftError('arguments', 'unknown-method', 'Weft cannot be asked that.');
    const { checkInput } = await loadChecks();
    return await callChecked(api, method, checkInput(method, input), context);
  } catch (thrown) {
    return { ok: false, error: failureOf(thrown) };
  }
}

/** callApi for an input that was checked, or that the API checks itself. */
async function callChecked(
  api: WeftApi,
  method: MethodName,
  input: unknown,
  context: CallContext,
): Promise<WireResult> {
  try {
    // The registry pairs each method with its own schema; TypeScript cannot follow that through a variable name.
    const call = api[method] as (input: unknown, context: CallContext) => Promise<unknown>;
    return { ok: true, value: await call(input, context) };
  } catch (thrown) {
    return { ok: false, error: failureOf(thrown) };
  }
}

/** A switch that callers of `serveApi` turn for each cancelled call; the part of AbortController that is needed here. */
interface Cancellable {
  readonly signal: NonNullable<CallContext['signal']>;
  abort(): void;
}

/**
 * Answers calls that come through a port.
 *
 * @param api called with inputs as they come: it checks them, or the other end has
 * @param newController makes an AbortController; passed in because shared code knows neither DOM nor Node
 */
export function serveApi(api: WeftApi, port: WirePort, newController: () => Cancellable): void {
  const running = new Map<number, Cancellable>();
  port.onMessage((message) => {
    const request = message as WireRequest;
    if (request.type === 'cancel') {
      running.get(request.id)?.abort();
      return;
    }
    if (request.type !== 'call') return;
    const { id, method, input } = request;
    const controller = newController();
    running.set(id, controller);
    const context: CallContext = {
      onProgress: (progress) => port.send({ type: 'progress', id, progress }),
      signal: controller.signal,
    };
    void callChecked(api, method, input, context).then((result) => {
      running.delete(id);
      port.send({ type: 'result', id, result });
    });
  });
}

export interface RemoteApi {
  api: WeftApi;
  /** Fails every call under way, for an end that is gone. */
  fail(error: WeftError): void;
}

/** The contract as seen from the other end of a port. */
export function connectApi(port: WirePort, onChanged: () => void = () => {}): RemoteApi {
  interface Waiting {
    resolve(result: WireResult): void;
    context: CallContext;
  }
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  port.onMessage((message) => {
    const reply = message as WireReply;
    if (reply.type === 'changed') onChanged();
    else if (reply.type === 'progress') waiting.get(reply.id)?.context.onProgress?.(reply.progress);
    else if (reply.type === 'result') {
      waiting.get(reply.id)?.resolve(reply.result);
      waiting.delete(reply.id);
    }
  });

  const call = async (method: MethodName, input: unknown, context: CallContext = {}): Promise<unknown> => {
    const id = ++lastId;
    const onAbort = () => port.send({ type: 'cancel', id });
    const result = await new Promise<WireResult>((resolve) => {
      waiting.set(id, { resolve, context });
      port.send({ type: 'call', id, method, input });
      if (context.signal?.aborted === true) onAbort();
      else context.signal?.addEventListener('abort', onAbort);
    });
    context.signal?.removeEventListener('abort', onAbort);
    return unwrap(result);
  };

  return {
    api: apiOf(call),
    fail(error) {
      for (const { resolve } of waiting.values()) resolve({ ok: false, error: failureOf(error) });
      waiting.clear();
    },
  };
}
