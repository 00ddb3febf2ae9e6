/** Empties the folder of the map of everything that Weft put there (P4). */
import { existsSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { isCopyName } from './copies.ts';
import { sizeOf } from './marker.ts';
import { syncFolder } from './private-files.ts';
import { LEFT_IN_COPIES, LEFT_IN_FOLDER, type StoreFiles, storeFiles } from './store-files.ts';

export interface Erased {
  /** Whether there was a map. */
  map: boolean;
  copies: number;
  files: number;
  bytes: number;
  /** Files and folders that are not Weft's, and were left. */
  left: number;
}

/** @throws WeftError place (erase-unfinished): something could not be removed; calling it again goes on */
export function eraseFolder(folder: string): Erased {
  const files = storeFiles(folder);
  const erased: Erased = { map: existsSync(files.database), copies: 0, files: 0, bytes: 0, left: 0 };
  if (!existsSync(files.folder)) return erased;
  const remove = (file: string) => {
    erased.bytes += sizeOf(file);
    rmSync(file, { force: true });
    erased.files += 1;
  };
  try {
    for (const name of namesIn(files.copies)) {
      if (!isCopyName(name) && !LEFT_IN_COPIES.test(name)) continue;
      if (isCopyName(name)) erased.copies += 1;
      remove(join(files.copies, name));
    }
    if (existsSync(files.copies) && namesIn(files.copies).length === 0) rmdirSync(files.copies);
    for (const name of namesIn(files.folder)) if (LEFT_IN_FOLDER.test(name)) remove(join(files.folder, name));
    // The marker goes last: as long as it is there, a map that is gone is no first start (D7).
    for (const file of ownFiles(files)) if (existsSync(file) && statSync(file).isFile()) remove(file);
    syncFolder(files.folder);
  } catch (error) {
    throw new WeftError(
      'place',
      'erase-unfinished',
      'Not everything could be removed: Weft may not change this folder, or another program holds a file. Say weft erase again.',
      { files: erased.files },
      error,
    );
  }
  erased.left = namesIn(files.folder).length;
  return erased;
}

function ownFiles(files: StoreFiles): string[] {
  return [files.wal, files.shm, files.journal, files.database, files.restoring, files.importing, files.marker];
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
