import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Session } from '../../../renderer/client/session.ts';

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {} });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('lets everybody wait who asks while the token is still coming in', async () => {
  let sendBody = (_body: unknown): void => {};
  const body = new Promise((resolve) => {
    sendBody = resolve;
  });
  const fetched = vi.fn(async () => ({ ok: true, json: () => body }));
  vi.stubGlobal('fetch', fetched);
  const session = new Session('a-start-token-of-one-tab');

  const first = session.token();
  // The head of the answer has come, its body has not.
  await new Promise((resolve) => setImmediate(resolve));
  const second = session.token();
  sendBody({ token: 'the-token' });

  expect(await Promise.all([first, second])).toEqual(['the-token', 'the-token']);
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('says so where a tab has neither token nor start token', async () => {
  await expect(new Session(null).token()).rejects.toMatchObject({ code: 'no-session' });
});
