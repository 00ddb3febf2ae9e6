import { createBridgeClient, type WeftBridge } from './bridge-client.ts';
import type { WeftClient } from './client.ts';
import { createHttpClient } from './http-client.ts';
import { followStartTokens, Session, takeStartToken } from './session.ts';

declare global {
  interface Window {
    /** Present in the desktop window only. */
    readonly weft?: WeftBridge;
  }
}

/** The way to the backend that this window has. Call it once, before anything reads the address. */
export function pickClient(): WeftClient {
  if (window.weft !== undefined) return createBridgeClient(window.weft);
  followStartTokens();
  return createHttpClient(new Session(takeStartToken()));
}
