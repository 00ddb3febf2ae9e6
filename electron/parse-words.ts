import { parseArgs } from 'node:util';
import { WeftError } from '../shared/contract/errors.ts';

/**
 * The words after a program's name, for programs that know a few options and nothing else.
 *
 * @throws WeftError arguments `bad-option`, which names those that are known
 */
export function parseWords<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  argv: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split('. ')[0] ?? '') : '';
    const known = Object.keys(options ?? {}).map((name) => `--${name}`);
    throw new WeftError('arguments', 'bad-option', `${reason}. Known are ${known.join(' ')}.`, {}, thrown);
  }
}
