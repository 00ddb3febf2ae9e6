/** Logical lines of a vCard file: folded lines joined, quoted-printable line breaks closed, photos left out. */
import { WeftError } from '../model/weft-error.ts';
import { LIMITS } from './limits.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const EQUALS = 61;

/** Pictures, sounds and keys: large, and nothing Weft reads. */
const IS_BINARY = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i;
const IS_QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;
/** Enough of a line to see its name and parameters. */
const PREFIX_BYTES = 200;

export class VcardLines {
  readonly #onLine: (bytes: Uint8Array, line: number) => void;
  #logical = new Uint8Array(1024);
  #length = 0;
  #logicalLine = 1;
  #physicalLine = 1;
  #isBinary = false;
  #isQuotedPrintable = false;
  #isAtStart = true;
  #isAfterCr = false;

  /** @param onLine gets a logical line and the line of the file on which it begins; the bytes hold only during the call */
  constructor(onLine: (bytes: Uint8Array, line: number) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#isAtStart) {
        if (byte === LF && this.#isAfterCr) {
          this.#isAfterCr = false;
          from = at + 1;
          continue;
        }
        this.#isAfterCr = false;
        if (this.#beginPhysical(byte)) from = at + 1;
        this.#isAtStart = false;
        if (from > at) continue;
      }
      if (byte !== LF && byte !== CR) continue;
      this.#append(chunk.subarray(from, at));
      from = at + 1;
      this.#physicalLine++;
      this.#isAtStart = true;
      this.#isAfterCr = byte === CR;
    }
    if (!this.#isAtStart) this.#append(chunk.subarray(from));
  }

  finish(): void {
    this.#flush();
  }

  /** @returns whether this byte is only the mark of a folded line */
  #beginPhysical(byte: number): boolean {
    if (this.#isQuotedPrintable && this.#length > 0 && this.#logical[this.#length - 1] === EQUALS) {
      this.#length--;
      return false;
    }
    if ((byte === SPACE || byte === TAB) && (this.#length > 0 || this.#isBinary)) return true;
    this.#flush();
    this.#logicalLine = this.#physicalLine;
    return false;
  }

  #append(bytes: Uint8Array): void {
    if (this.#isBinary) return;
    if (this.#length + bytes.length > LIMITS.cardLineBytes) {
      throw new WeftError(
        'input',
        'line-too-long',
        `The entry in line ${this.#logicalLine} is longer than ${LIMITS.cardLineBytes / 2 ** 20} MB. Nothing was read; check that the file holds contacts.`,
        { line: this.#logicalLine },
      );
    }
    if (this.#length + bytes.length > this.#logical.length) {
      const larger = new Uint8Array(2 * (this.#length + bytes.length));
      larger.set(this.#logical.subarray(0, this.#length));
      this.#logical = larger;
    }
    this.#logical.set(bytes, this.#length);
    this.#length += bytes.length;
    if (this.#length - bytes.length < PREFIX_BYTES) this.#look();
  }

  #look(): void {
    let prefix = '';
    for (let at = 0; at < Math.min(this.#length, PREFIX_BYTES); at++) prefix += String.fromCharCode(this.#logical[at]!);
    this.#isBinary = IS_BINARY.test(prefix);
    this.#isQuotedPrintable = IS_QUOTED_PRINTABLE.test(prefix);
    if (this.#isBinary) this.#length = 0;
  }

  #flush(): void {
    if (this.#length > 0) this.#onLine(this.#logical.subarray(0, this.#length), this.#logicalLine);
    this.#length = 0;
    this.#isBinary = false;
    this.#isQuotedPrintable = false;
  }
}
