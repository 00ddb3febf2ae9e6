import { type FailureKind, WeftError } from '../model/weft-error.ts';

export { type FailureKind, WeftError };

/** Exit code of the command for each kind of failure. 0 is success. */
export const EXIT_CODES = {
  arguments: 2,
  input: 3,
  busy: 4,
  damaged: 5,
  newer: 6,
  place: 7,
  cancelled: 8,
  mistake: 70,
} as const satisfies Record<FailureKind, number>;

/** HTTP status of the web shell for each kind of failure. */
export const HTTP_STATUS = {
  arguments: 400,
  input: 422,
  busy: 503,
  damaged: 500,
  newer: 409,
  place: 507,
  cancelled: 499,
  mistake: 500,
} as const satisfies Record<FailureKind, number>;

/** Any thrown value as a WeftError: what we did not foresee is our own mistake, and carries no text from the data. */
export function asWeftError(thrown: unknown): WeftError {
  if (thrown instanceof WeftError) return thrown;
  return new WeftError(
    'mistake',
    'unexpected',
    'Weft made a mistake. Your map is unharmed. Please try again.',
    {},
    thrown,
  );
}
