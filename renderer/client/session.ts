import { WeftError } from '../../shared/model/weft-error.ts';

const TOKEN_KEY = 'weft.token';
const START = /^#start=([A-Za-z0-9_-]{16,256})$/;

/** The start token of the address Weft was opened with, taken out of the address and the history at once (safety.md W3). */
export function takeStartToken(): string | null {
  const start = START.exec(location.hash)?.[1] ?? null;
  if (start !== null) history.replaceState(null, '', `${location.pathname}#/`);
  return start;
}

/** An address of a Weft that was started again, opened in the tab of the old one, changes the part behind `#` alone: begin anew. */
export function followStartTokens(): void {
  addEventListener('hashchange', () => {
    if (START.test(location.hash)) location.reload();
  });
}

/**
 * The tab's proof to the server, kept for as long as the tab lives. A start token is exchanged once for the token that every
 * call carries.
 */
export class Session {
  #token: string | null = sessionStorage.getItem(TOKEN_KEY);
  #start: string | null;
  #exchange: Promise<void> | null = null;

  constructor(start: string | null) {
    this.#start = start;
  }

  /**
   * At once where it is known: a call that waits for nothing leaves before the page is drawn.
   *
   * @throws WeftError `no-session` where the tab has neither token nor start token
   */
  token(): string | Promise<string> {
    const isSettled = this.#exchange === null && this.#start === null;
    return isSettled && this.#token !== null ? this.#token : this.#awaitToken();
  }

  async #awaitToken(): Promise<string> {
    if (this.#exchange === null && this.#start !== null) this.#exchange = this.#exchangeStart(this.#start);
    // Whoever asks while the answer is still coming in waits for it as well.
    await this.#exchange;
    if (this.#token === null) throw noSession();
    return this.#token;
  }

  async #exchangeStart(start: string): Promise<void> {
    try {
      const answer = await fetch('/api/session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ start }),
      });
      this.#start = null;
      if (!answer.ok) {
        // Used before (a link opened twice): whoever used it first stays connected.
        if (this.#token === null) throw noSession();
        return;
      }
      const { token } = (await answer.json()) as { token: string };
      this.#token = token;
      sessionStorage.setItem(TOKEN_KEY, token);
    } finally {
      this.#exchange = null;
    }
  }
}

export function noSession(): WeftError {
  return new WeftError(
    'arguments',
    'no-session',
    'This tab is not connected to Weft. Open Weft again with the address in its terminal window.',
  );
}
