/** What the file system or SQLite did to us, in words. */
import { WeftError } from '../../../shared/model/weft-error.ts';
import { explainSqliteError } from './sqlite-errors.ts';

/** Anything that is our own mistake comes back as it was. */
export function explainFileError(error: unknown): unknown {
  const explained = explainSqliteError(error);
  if (!(explained instanceof Error) || explained instanceof WeftError || !('syscall' in explained)) return explained;
  const code = (explained as NodeJS.ErrnoException).code ?? 'unknown';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new WeftError('place', 'no-space', 'There is not enough space on the disk. Nothing changed.', {}, error);
  }
  if (code === 'EMFILE' || code === 'ENFILE') {
    return new WeftError('busy', 'too-many-files', 'Too many files are open on this machine. Try again.', {}, error);
  }
  return new WeftError(
    'place',
    'cannot-open',
    'The map cannot be opened in this place. Nothing changed.',
    { code },
    error,
  );
}
