import { createHash } from 'node:crypto';

const BUFFER_BYTES = 64 * 1024;
/** UTF-8 takes at most three bytes for one UTF-16 unit. */
const MOST_BYTES_PER_UNIT = 3;

/**
 * SHA-256 over many small pieces. They are gathered first: one call into the hash costs more than a piece of usual size, and an
 * import hashes hundreds of thousands of them. The digest is that of all pieces joined.
 */
export class StreamDigest {
  readonly #hash = createHash('sha256');
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #filled = 0;

  /** Half a surrogate pair counts as U+FFFD, as SQLite writes it. */
  text(text: string): this {
    const most = text.length * MOST_BYTES_PER_UNIT;
    if (this.#filled + most > BUFFER_BYTES) this.#flush();
    if (most > BUFFER_BYTES) this.#hash.update(text);
    else this.#filled += this.#buffer.write(text, this.#filled);
    return this;
  }

  bytes(bytes: Uint8Array): this {
    if (this.#filled + bytes.length > BUFFER_BYTES) this.#flush();
    if (bytes.length > BUFFER_BYTES) this.#hash.update(bytes);
    else {
      this.#buffer.set(bytes, this.#filled);
      this.#filled += bytes.length;
    }
    return this;
  }

  /** Hexadecimal. Ends the digest. */
  hex(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#hash.update(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }
}
