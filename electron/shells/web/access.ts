/** Who may call: tokens of this start, kept in memory only (safety.md W3, W7). */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { WEB_LIMITS } from './limits.ts';

const TOKEN_BYTES = 32;

export class Access {
  /** Digests, so that equal length is certain and comparing takes equal time. */
  readonly #starts = new Set<Buffer>();
  readonly #tokens = new Set<Buffer>();
  #badTokens = 0;
  #pause: Promise<void> | null = null;

  /** A token of 256 bits that opens one tab, once. */
  newStart(): string {
    return issue(this.#starts);
  }

  /** The token that calls of the tab carry; null when the start token is unknown or was used. */
  exchange(start: string): string | null {
    const known = find(this.#starts, start);
    if (known === null) return null;
    this.#starts.delete(known);
    return issue(this.#tokens);
  }

  /** @param authorization the header's value, `Bearer TOKEN` */
  isKnown(authorization: string | undefined): boolean {
    const token = /^Bearer ([A-Za-z0-9_-]{1,256})$/.exec(authorization ?? '')?.[1];
    return token !== undefined && find(this.#tokens, token) !== null;
  }

  /**
   * Counts a wrong token. Resolves when it may be answered: at once, or after the pause that every twentieth starts. Right tokens
   * never wait, or a stranger could lock the owner out.
   */
  async noteBadToken(): Promise<void> {
    if (this.#pause === null) {
      this.#badTokens += 1;
      if (this.#badTokens < WEB_LIMITS.badTokens) return;
      this.#badTokens = 0;
      this.#pause = new Promise((resolve) => {
        setTimeout(resolve, WEB_LIMITS.badTokenPauseMs).unref();
      });
      void this.#pause.then(() => {
        this.#pause = null;
      });
      return;
    }
    await this.#pause;
  }
}

/** An unguessable name: 256 bits, safe in an address. */
export function randomName(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

function issue(known: Set<Buffer>): string {
  const token = randomName();
  known.add(digestOf(token));
  return token;
}

/** Looks at every digest, whichever fits, so that time tells nothing. */
function find(known: ReadonlySet<Buffer>, token: string): Buffer | null {
  const digest = digestOf(token);
  let found: Buffer | null = null;
  for (const candidate of known) if (timingSafeEqual(candidate, digest)) found = candidate;
  return found;
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
