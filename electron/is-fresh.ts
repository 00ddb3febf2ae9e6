/** Whether what was built is as new as what it was built from. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a built file is at least as new as all it is made of; false where it is not there. */
export function isFresh(built: string, sources: readonly string[]): boolean {
  const builtAt = statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  return builtAt !== undefined && sources.every((source) => newestIn(source) <= builtAt);
}

/** Milliseconds; files in folders are looked at, and folders too, since they change when a file goes. */
function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  let newest = stat.mtimeMs;
  if (stat.isDirectory()) for (const name of readdirSync(path)) newest = Math.max(newest, newestIn(join(path, name)));
  return newest;
}
