/** Writes a file the user asked for: whole or not at all, readable by nobody else (safety.md R5). */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { writeWhole } from '../store/private-files.ts';

/** @throws WeftError place: `no-space`, `no-permission` */
export function writeUserFile(path: string, text: string | Uint8Array): number {
  try {
    writeWhole(path, text);
    return typeof text === 'string' ? Buffer.byteLength(text) : text.byteLength;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const name = basename(path);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new WeftError(
        'place',
        'no-space',
        `There is not enough space to write ${name}. Nothing was written.`,
        {},
        cause,
      );
    }
    if ((code === 'ENOENT' || code === 'ENOTDIR') && !existsSync(dirname(resolve(path)))) {
      throw new WeftError(
        'arguments',
        'folder-missing',
        `The folder for ${name} does not exist. Nothing was written.`,
        {},
        cause,
      );
    }
    throw new WeftError('place', 'no-permission', `${name} cannot be written there. Nothing was written.`, {}, cause);
  }
}
