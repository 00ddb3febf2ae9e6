/**
 * A small file beside the map for as long as an import runs. What a killed import wrote is gone by itself (D2, D3); the mark is how the
 * next start can say so, where the user may believe that their file came in.
 */
import { readFileSync, rmSync } from 'node:fs';
import { writeWhole } from './private-files.ts';
import { storeFiles } from './store-files.ts';

/**
 * Runs an import under its mark. A place where the mark cannot be written keeps nobody from importing. The first import makes the
 * folder only when it has something to write; it then sets the mark again.
 */
export async function underImportMark<T>(folder: string, work: (setMark: () => void) => Promise<T>): Promise<T> {
  const { importing } = storeFiles(folder);
  const setMark = () => {
    try {
      writeWhole(importing, `${JSON.stringify({ process: process.pid })}\n`);
    } catch {
      // The import says by itself what is wrong with the place.
    }
  };
  setMark();
  try {
    return await work(setMark);
  } finally {
    removeMark(importing);
  }
}

/** The sentence for an import that was cut off; null where none was, or one is still running. Says it once: the mark goes with it. */
export function takeUnfinishedImport(folder: string): string | null {
  const { importing } = storeFiles(folder);
  let text: string;
  try {
    text = readFileSync(importing, 'utf8');
  } catch {
    return null;
  }
  const by = processOf(text);
  if (by !== null && isRunning(by)) return null;
  removeMark(importing);
  return 'The last import did not finish. Your map is as it was before it. Import the file again.';
}

function removeMark(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that became read-only meanwhile: the sentence then comes once more, which does no harm.
  }
}

function processOf(text: string): number | null {
  try {
    const { process: pid } = JSON.parse(text) as { process?: unknown };
    return typeof pid === 'number' && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
