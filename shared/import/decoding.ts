/**
 * From the bytes of a file to UTF-8 bytes without a byte-order mark, so that everything behind it knows one encoding.
 * UTF-16 and Windows-1252 are converted piece by piece; UTF-8 passes through untouched.
 */
import { LIMITS } from './limits.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const NOT_ENOUGH_FOR_A_GUESS = 8;
const UTF16_SAMPLE_BYTES = 1024;

/**
 * Which encoding the first bytes speak for. Windows-1252 is never the answer here: only the whole file can say so (see
 * {@link Utf8Evidence}).
 */
function sniffEncoding(head: Uint8Array): { encoding: Encoding; hasMark: boolean } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', hasMark: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', hasMark: true };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', hasMark: true };
  const pairs = Math.min(head.length, UTF16_SAMPLE_BYTES) >> 1;
  let nulFirst = 0;
  let nulSecond = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) nulFirst++;
    if (head[2 * i + 1] === 0) nulSecond++;
  }
  // A header row is ASCII, so in UTF-16 nearly every second byte is NUL. Single NULs inside UTF-8 names never come near that.
  if (pairs >= 2 && nulSecond > pairs * 0.6 && nulFirst < pairs * 0.1) return { encoding: 'utf-16le', hasMark: false };
  if (pairs >= 2 && nulFirst > pairs * 0.6 && nulSecond < pairs * 0.1) return { encoding: 'utf-16be', hasMark: false };
  return { encoding: 'utf-8', hasMark: false };
}

/** Windows-1252 where it differs from Latin-1; the five unused places keep their C1 control code, as browsers do. */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function windows1252ToUtf8(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let n = 0;
  for (const byte of bytes) {
    const code = byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252_HIGH.charCodeAt(byte - 0x80) : byte;
    if (code < 0x80) {
      out[n++] = code;
    } else if (code < 0x800) {
      out[n++] = 0xc0 | (code >> 6);
      out[n++] = 0x80 | (code & 0x3f);
    } else {
      out[n++] = 0xe0 | (code >> 12);
      out[n++] = 0x80 | ((code >> 6) & 0x3f);
      out[n++] = 0x80 | (code & 0x3f);
    }
  }
  return out.subarray(0, n);
}

/**
 * Watches whether a file holds one valid multi-byte UTF-8 sequence. If it does, its broken bytes are damage; if it does not and a
 * byte is not UTF-8, the file is Windows-1252 (settled.md 1). Free of cost once the first sequence is seen.
 */
class Utf8Evidence {
  hasMultiByte = false;
  #needed = 0;
  #low = 0x80;
  #high = 0xbf;

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length && !this.hasMultiByte; i++) {
      const byte = bytes[i] ?? 0;
      if (this.#needed > 0) {
        if (byte >= this.#low && byte <= this.#high) {
          this.#low = 0x80;
          this.#high = 0xbf;
          this.#needed--;
          if (this.#needed === 0) this.hasMultiByte = true;
          continue;
        }
        this.#needed = 0;
      }
      if (byte >= 0xc2) this.#startSequence(byte);
    }
  }

  /** Well-formed sequences only (Unicode, table 3-7): no overlong forms, no surrogates, nothing past U+10FFFF. */
  #startSequence(lead: number): void {
    this.#low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    this.#high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    this.#needed = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
  }
}

/** Turns the chunks of one file into UTF-8 without a mark. */
export class Transcoder {
  encoding: Encoding | null;
  /** Whether the file says its encoding by a byte-order mark. */
  hasMark = false;
  readonly evidence = new Utf8Evidence();
  readonly #sink: (utf8: Uint8Array) => void;
  #head: Uint8Array = new Uint8Array(0);
  #utf16: { decoder: InstanceType<typeof TextDecoder>; encoder: InstanceType<typeof TextEncoder> } | null = null;
  #isAtStart = true;
  #held: Uint8Array = new Uint8Array(0);

  /**
   * @param forced read as this, because a first pass over the whole file said so; null: look at the first bytes
   * @param sink gets pieces that stay valid only during the call
   */
  constructor(forced: Encoding | null, sink: (utf8: Uint8Array) => void) {
    this.encoding = forced;
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    if (this.encoding === null) {
      this.#head = joined(this.#head, chunk);
      if (this.#head.length < UTF16_SAMPLE_BYTES) return;
      this.#decide();
      return;
    }
    this.#convert(chunk);
  }

  end(): void {
    if (this.encoding === null) this.#decide();
    if (this.#utf16 !== null) {
      const rest = this.#utf16.decoder.decode();
      if (rest !== '') this.#deliver(this.#utf16.encoder.encode(rest));
    }
    if (this.#held.length > 0) this.#sink(this.#held);
    this.#held = new Uint8Array(0);
  }

  #decide(): void {
    const head = this.#head;
    this.#head = new Uint8Array(0);
    const sniffed =
      head.length < NOT_ENOUGH_FOR_A_GUESS && head[0] !== 0xff && head[0] !== 0xfe
        ? { encoding: 'utf-8' as const, hasMark: head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf }
        : sniffEncoding(head);
    this.encoding = sniffed.encoding;
    this.hasMark = sniffed.hasMark;
    this.#convert(head);
  }

  #convert(chunk: Uint8Array): void {
    switch (this.encoding) {
      case 'windows-1252':
        this.#sink(windows1252ToUtf8(chunk));
        return;
      case 'utf-16le':
      case 'utf-16be': {
        this.#utf16 ??= {
          decoder: new TextDecoder(this.encoding, { ignoreBOM: true }),
          encoder: new TextEncoder(),
        };
        for (let at = 0; at < chunk.length; at += LIMITS.sniffBytes) {
          const piece = chunk.subarray(at, at + LIMITS.sniffBytes);
          this.#deliver(this.#utf16.encoder.encode(this.#utf16.decoder.decode(piece, { stream: true })));
        }
        return;
      }
      default:
        this.evidence.push(chunk);
        this.#deliver(chunk);
    }
  }

  /** Takes marks off the start: there may be two when a tool added one to a file that had one. */
  #deliver(utf8: Uint8Array): void {
    if (!this.#isAtStart) {
      this.#sink(utf8);
      return;
    }
    let start = this.#held.length === 0 ? utf8 : joined(this.#held, utf8);
    while (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) start = start.subarray(3);
    if (start.length < 3 && (start.length === 0 || start[0] === 0xef)) {
      this.#held = start.slice();
      return;
    }
    this.#isAtStart = false;
    this.#held = new Uint8Array(0);
    this.#sink(start);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
