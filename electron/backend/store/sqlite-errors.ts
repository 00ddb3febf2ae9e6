import Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';

/** What the file or the machine did to us, in words; anything that is our own mistake comes back as it was. */
export function explainSqliteError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new WeftError('busy', 'store-busy', 'Another Weft is writing. Try again in a moment.', {}, error);
  }
  if (code === 'SQLITE_FULL') {
    return new WeftError('place', 'no-space', 'There is not enough space on the disk. Nothing changed.', {}, error);
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new WeftError('place', 'read-only', 'This place cannot be written. Nothing changed.', { code }, error);
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_AUTH')) {
    return new WeftError(
      'place',
      'cannot-open',
      'The map file cannot be opened here. Nothing changed.',
      { code },
      error,
    );
  }
  if (code === 'SQLITE_IOERR_SHORT_READ' || code === 'SQLITE_IOERR_CORRUPTFS' || code.startsWith('SQLITE_CORRUPT')) {
    return damaged('damaged-file', { code }, error);
  }
  if (code === 'SQLITE_NOTADB') return damaged('not-a-store', { code }, error);
  if (code.startsWith('SQLITE_IOERR')) {
    return new WeftError(
      'place',
      'disk-failed',
      'The disk did not take or give the data. Nothing changed.',
      { code },
      error,
    );
  }
  return error;
}

/** There may be no copy yet: the first is made before the second import. */
const WAYS_ON =
  'Restore a copy (`weft restore FILE`; `weft doctor` lists them), or put this file aside with `weft doctor --start-new` and import again.';

/** The ways a map file can be wrong. Each says what to do; none of them changes the file. */
const DAMAGE = {
  'damaged-file': `The map file is damaged. It was left as it is. ${WAYS_ON}`,
  'damaged-content':
    'The map file holds content that is not what was written. It was left as it is. Restore a copy; `weft doctor` lists them.',
  'unexpected-structure': `The map file has an unexpected structure: something other than Weft has changed it. It was left as it is. ${WAYS_ON}`,
  'not-a-store': `The map file is not a Weft map. It was left as it is. ${WAYS_ON}`,
  'store-missing':
    'Your map file is gone from its folder. Look for it, restore a copy, or start new: `weft doctor --start-new`.',
  'store-empty': `The map file is empty, and Weft never leaves it so. It was left as it is. ${WAYS_ON}`,
  'other-map':
    'The file in this folder is another map than the one Weft used here. It was left as it is. Put the right one back, or restore it as a copy.',
  'store-moved':
    'The map file was moved or replaced while Weft was using it. Nothing was written. Save a copy now, then restart.',
  'bad-copy': 'This copy is not whole, so it was not used. Your map is as it was.',
} as const;

export type DamageCode = keyof typeof DAMAGE;

/** A failure of kind `damaged` with its sentence. */
export function damaged(
  code: DamageCode,
  details: Record<string, string | number | null> = {},
  cause?: unknown,
): WeftError {
  return new WeftError('damaged', code, DAMAGE[code], details, cause);
}
