import { WeftError } from '../model/weft-error.ts';

/** Header names are compared without case, spaces, underscores, dots and hyphens: `First Name`, `FirstName` and `first_name` are one. */
export function headerKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.\-\u200b\ufeff]+/g, '');
}

/**
 * The header row of a file: where each column stands. Names stay data; no object is ever built from them (safety.md I6).
 */
export class Header {
  readonly line: number;
  /** As written, cleaned. */
  readonly names: readonly string[];
  readonly #positions = new Map<string, number>();
  readonly #doubled = new Set<string>();
  readonly #used = new Set<number>();

  constructor(names: readonly string[], line: number) {
    this.names = names;
    this.line = line;
    for (const [position, name] of names.entries()) {
      const key = headerKey(name);
      if (key === '') continue;
      if (this.#positions.has(key)) this.#doubled.add(key);
      else this.#positions.set(key, position);
    }
  }

  has(...keys: string[]): boolean {
    return keys.every((key) => this.#positions.has(key));
  }

  hasAny(keys: readonly string[]): boolean {
    return keys.some((key) => this.#positions.has(key));
  }

  /**
   * Position of the first of these columns that stands in the header, -1 without one.
   *
   * @param keys header keys (see {@link headerKey}), most telling first
   * @throws WeftError `ambiguous-header` when the column stands there twice
   */
  find(...keys: string[]): number {
    for (const key of keys) {
      const position = this.#positions.get(key);
      if (position === undefined) continue;
      if (this.#doubled.has(key)) {
        throw new WeftError(
          'input',
          'ambiguous-header',
          `The column "${this.names[position]}" stands twice in the header in line ${this.line}. Rename or remove one of them and import again.`,
          { line: this.line, column: this.names[position] ?? '' },
        );
      }
      this.#used.add(position);
      return position;
    }
    return -1;
  }

  /** Positions of every column whose key fits, in file order. */
  findAll(fits: (key: string) => boolean): number[] {
    const found: number[] = [];
    for (const [position, name] of this.names.entries()) {
      if (!fits(headerKey(name))) continue;
      this.#used.add(position);
      found.push(position);
    }
    return found;
  }

  /** Names of columns that nobody asked for and that are not among the ones known to be of no use. */
  unknown(known: ReadonlySet<string>): string[] {
    return this.names.filter(
      (name, position) => !this.#used.has(position) && headerKey(name) !== '' && !known.has(headerKey(name)),
    );
  }
}
