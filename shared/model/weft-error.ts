/**
 * Why Weft could not do what was asked. Each kind has one exit code and one HTTP status (contract/errors.ts); the code
 * inside a kind says exactly what happened.
 */
export type FailureKind =
  | 'arguments' // exit 2: the words of the call are wrong, or the environment is
  | 'input' // exit 3: a file was refused
  | 'busy' // exit 4: another Weft is writing
  | 'damaged' // exit 5: the store is damaged, missing or not ours
  | 'newer' // exit 6: the store was made by a newer Weft
  | 'place' // exit 7: no space or no permission
  | 'cancelled' // exit 8
  | 'mistake'; // exit 70: our own mistake

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * A failure a person reads: what happened, to what, and what to do. `details` is plain JSON and holds no name, address or
 * message text of a contact. File names and line numbers are fine.
 */
export class WeftError extends Error {
  readonly kind: FailureKind;
  /** Stable, kebab-case; scripts may test for it. */
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(kind: FailureKind, code: string, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'WeftError';
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

/** Marks a branch that the types rule out. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
