/** Puts a map that cannot be opened out of the way, so that a new one can begin. Nothing is deleted (D7). */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './private-files.ts';
import { storeFiles } from './store-files.ts';

/** Where the map lies now; null when only its marker was left. */
export function setMapAside(folder: string, now: Date): { kept: string | null } {
  const files = storeFiles(folder);
  const stamp = now.toISOString().replaceAll(':', '-').replace('.', '-');
  let name = `weft-set-aside-${stamp}`;
  for (let n = 1; existsSync(join(files.folder, `${name}.db`)); n += 1) name = `weft-set-aside-${stamp}-${n}`;
  const kept = join(files.folder, `${name}.db`);
  const hadMap = existsSync(files.database);
  // The log goes with its map: beside another file SQLite would play it into that one. The marker goes last, so that a start
  // that is cut off is still no first start.
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(files.database + suffix)) renameSync(files.database + suffix, kept + suffix);
  }
  if (existsSync(files.restoring)) renameSync(files.restoring, join(files.folder, `${name}.restoring.json`));
  if (existsSync(files.marker)) renameSync(files.marker, join(files.folder, `${name}.marker.json`));
  syncFolder(files.folder);
  return { kept: hadMap ? kept : null };
}
