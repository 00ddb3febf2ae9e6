import type { z } from 'zod';
import { type CheckedInputOf, METHODS, type MethodName } from './api.ts';
import { WeftError } from './errors.ts';

/**
 * Checks the argument of a method as every shell must.
 *
 * @throws WeftError `arguments` / `bad-input`: names the field and what is expected of it, never the value
 */
export function checkInput<M extends MethodName>(method: M, input: unknown): CheckedInputOf<M> {
  const schema: z.ZodType = METHODS[method].input;
  const result = schema.safeParse(input);
  if (result.success) return result.data as CheckedInputOf<M>;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const expected = issue?.message ?? 'not as expected';
  throw new WeftError(
    'arguments',
    'bad-input',
    field === '' ? `That cannot be asked: ${expected}.` : `"${field}" is not usable: ${expected}.`,
    { method, field },
  );
}
