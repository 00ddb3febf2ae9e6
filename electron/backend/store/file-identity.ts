import { type BigIntStats, statSync } from 'node:fs';
import { damaged } from './sqlite-errors.ts';

/** Which file on the disk a name stood for when it was opened. */
export interface FileIdentity {
  /**
   * SQLite goes on writing into a file that was moved or deleted, without an error (D8), so this is asked before each write.
   *
   * @throws WeftError damaged (store-moved)
   */
  requireUnmoved(): void;
}

export function identityOf(file: string): FileIdentity {
  const opened = look(file);
  return {
    requireUnmoved: () => {
      const now = look(file);
      const isSame = now !== undefined && opened !== undefined && now.dev === opened.dev && now.ino === opened.ino;
      if (!isSame) throw damaged('store-moved');
    },
  };
}

function look(file: string): BigIntStats | undefined {
  // Inode numbers of Windows are longer than a double holds.
  return statSync(file, { bigint: true, throwIfNoEntry: false });
}
