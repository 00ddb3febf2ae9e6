import { asWeftError } from '../../shared/contract/errors.ts';
import { showToast } from '../state/toast-state.ts';
import { plainLine } from './plain-line.ts';

/** Failures that the notice of the connection says above every screen, for as long as they last. */
const SAID_ABOVE: readonly string[] = ['server-gone', 'no-session'];

/** Says in a toast what went wrong, unless the window says it already. */
export function sayFailure(thrown: unknown): void {
  const { code, message } = asWeftError(thrown);
  if (!SAID_ABOVE.includes(code)) showToast(plainLine(message));
}
