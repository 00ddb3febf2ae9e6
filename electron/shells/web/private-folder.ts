/** A folder of this run for what passes through: uploads, exports on their way out, the redirect file (safety.md W8, S2). */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = /^weft-web-(\d+)-/;
/** Folders of servers in this very process. */
const inUse = new Set<string>();

export interface PrivateFolder {
  /** Made on first use, 0700: a run that nobody uploads to leaves no trace. */
  path(): string;
  /** Removes it with everything in it. */
  remove(): void;
}

/**
 * Lies beside the map, so that an export on its way in is as well protected as the map itself; in the system's temporary folder
 * where the place of the map cannot be written. What earlier runs left behind is removed first.
 *
 * @param storeFolder the folder of the map; need not exist yet
 */
export function openPrivateFolder(storeFolder: string): PrivateFolder {
  for (const base of [storeFolder, tmpdir()]) removeLeftovers(base);
  let made: string | null = null;
  let madeStore: string | undefined;
  return {
    path() {
      if (made !== null) return made;
      const name = `weft-web-${process.pid}-`;
      try {
        madeStore = mkdirSync(storeFolder, { recursive: true, mode: 0o700 });
        made = mkdtempSync(join(storeFolder, name));
      } catch {
        made = mkdtempSync(join(tmpdir(), name));
      }
      inUse.add(made);
      return made;
    },
    remove() {
      if (made !== null) {
        rmSync(made, { recursive: true, force: true });
        inUse.delete(made);
        made = null;
      }
      if (madeStore !== undefined) removeIfEmpty(storeFolder);
    },
  };
}

/** Folders of runs that are over. A run that was killed could not clean up itself. */
function removeLeftovers(base: string): void {
  let names: string[];
  try {
    names = readdirSync(base);
  } catch {
    return;
  }
  for (const name of names) {
    const pid = Number(NAME.exec(name)?.[1] ?? Number.NaN);
    const path = join(base, name);
    if (Number.isNaN(pid) || inUse.has(path) || isOtherRun(pid)) continue;
    try {
      const { uid } = lstatSync(path);
      // The temporary folder is everybody's; links are removed as links.
      if (process.getuid === undefined || uid === process.getuid()) rmSync(path, { recursive: true, force: true });
    } catch {
      // Removed meanwhile by another start.
    }
  }
}

/** A folder with our own number that is not in use is that of an earlier run which had the same. */
function isOtherRun(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Holds a map by now.
  }
}
