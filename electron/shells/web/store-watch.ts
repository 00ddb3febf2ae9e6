import { statSync } from 'node:fs';
import { storeFiles } from '../../backend/store/store-files.ts';

const EVERY_MS = 1_000;

export interface StoreWatch {
  /** What is on the disk now is known: it was written by us. */
  acknowledge(): void;
  close(): void;
}

/**
 * Notices what other programs write (the command, another window): looks at size and time of the map and its log each second
 * (safety.md D13). Cheaper than asking SQLite, and does not open the map; a false alarm costs the windows one question.
 *
 * @param isBusy while it says so, nothing is looked at: a write of our own is under way, and tells by itself when it is done
 */
export function watchStore(folder: string, isBusy: () => boolean, onChanged: () => void): StoreWatch {
  const files = storeFiles(folder);
  const look = () => `${stateOf(files.database)} ${stateOf(files.wal)}`;
  let known = look();
  const timer = setInterval(() => {
    if (isBusy()) return;
    const now = look();
    if (now === known) return;
    known = now;
    onChanged();
  }, EVERY_MS);
  timer.unref();
  return {
    acknowledge() {
      known = look();
    },
    close: () => clearInterval(timer),
  };
}

/** An empty log is the same as none: it comes and goes with those who only read. */
function stateOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined || stat.size === 0n ? '' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}
