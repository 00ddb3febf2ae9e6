import { expect, it } from 'vitest';
import { createRpc, RPC_ERRORS, RpcError } from '../../../electron/shells/mcp/json-rpc.ts';

const request = (id: number | string, method: string) => JSON.stringify({ jsonrpc: '2.0', id, method });

it('does not answer a request that was cancelled, and stops its work', async () => {
  const rpc = createRpc(
    new Map([
      ['wait', (_: object, signal: AbortSignal) => new Promise((done) => signal.addEventListener('abort', done))],
    ]),
  );
  const answer = rpc.answer(request(1, 'wait'));
  rpc.cancel('1');
  rpc.cancel(1);
  expect(await answer).toBeNull();
});

it('tells a failure of the protocol in its own words, and of a mistake only that there was one', async () => {
  const rpc = createRpc(
    new Map([
      ['refuse', () => Promise.reject(new RpcError(RPC_ERRORS.invalidParams, 'No.'))],
      ['break', () => Promise.reject(new Error('Ana Reis'))],
    ]),
  );
  expect(JSON.parse((await rpc.answer(request('a', 'refuse'))) ?? '')).toEqual({
    jsonrpc: '2.0',
    id: 'a',
    error: { code: -32_602, message: 'No.' },
  });
  expect(JSON.parse((await rpc.answer(request('b', 'break'))) ?? '')).toEqual({
    jsonrpc: '2.0',
    id: 'b',
    error: { code: -32_603, message: 'Weft made a mistake. Your map is unharmed.' },
  });
});
