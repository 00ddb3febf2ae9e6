/** Asks before what cannot be undone. */
import { createInterface } from 'node:readline/promises';
import { WeftError } from '../../../shared/contract/errors.ts';
import { widthOf } from './context.ts';
import { wrap } from './table.ts';

/** Whether somebody is there to answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/**
 * Comes back only after a yes.
 *
 * @throws WeftError arguments (not-confirmed) where nobody can be asked; cancelled after any other answer
 */
export async function confirmed(question: string): Promise<void> {
  if (!canAsk()) {
    throw new WeftError('arguments', 'not-confirmed', 'This cannot be undone. Say --yes to do it. Nothing changed.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(wrap(`${question} Type yes: `, widthOf(process.stderr)));
    if (answer.trim().toLowerCase() !== 'yes') throw new WeftError('cancelled', 'cancelled', 'Nothing changed.');
  } finally {
    terminal.close();
  }
}
