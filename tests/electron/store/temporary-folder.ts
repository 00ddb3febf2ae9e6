import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Memory that looks like a disk. */
const MEMORY = '/dev/shm';

/**
 * A folder that is removed when the tests of the file are done.
 *
 * @param where `memory`, where there is such a place: for thousands of trials in which a disk would mostly wait for its syncs
 */
export function temporaryFolder(where: 'disk' | 'memory' = 'disk'): string {
  const parent = where === 'memory' && existsSync(MEMORY) ? MEMORY : tmpdir();
  const folder = mkdtempSync(join(parent, 'weft-store-'));
  folders.push(folder);
  return folder;
}
