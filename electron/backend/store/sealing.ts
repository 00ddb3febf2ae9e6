/**
 * Closing a map that was written: its bytes are checked as they lie on the disk and then sealed, so that the next start, when
 * somebody waits, need only compare them (D6). Whatever is not certain leaves the old seal, and the next start looks at every row.
 */
import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { quickCheck } from './check-file.ts';
import type { FileIdentity } from './file-identity.ts';
import { readMarker, takeSeal, writeMarker } from './marker.ts';
import type { StoreFiles } from './store-files.ts';

/** Which file, of which size, changed when: it was checked in this state. */
export type CheckedFile = string & { readonly __state: 'checked' };

/**
 * Call it last before the connection is closed.
 *
 * @returns null while another Weft is at work: it seals when it is done
 * @throws whatever is wrong with the file or its place
 */
export function checkToSeal(
  db: Database.Database,
  { files, identity }: { files: StoreFiles; identity: FileIdentity | null },
): CheckedFile | null {
  identity?.requireUnmoved();
  db.pragma('busy_timeout = 0');
  const [log] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (log?.busy !== 0) return null;
  const state = stateOf(files);
  // What SQLite has at hand in memory says nothing about the disk.
  db.pragma('shrink_memory');
  quickCheck(db);
  return state;
}

/** Seals the file that was checked; nothing if somebody has written into it since. Call it when the connection is closed. */
export function sealChecked(files: StoreFiles, uuid: string, checked: CheckedFile | null): void {
  if (checked === null) return;
  try {
    if (!existsSync(files.database)) return;
    const marker = readMarker(files);
    // Somebody put another map here meanwhile: its marker is not ours to write.
    if (marker !== null && marker !== 'unreadable' && marker.uuid !== uuid) return;
    const seal = takeSeal(files);
    if (seal !== null && stateOf(files) === checked) writeMarker(files, { uuid, seal });
  } catch (error) {
    // Without a seal the next start looks at every row. The map itself is closed and whole, so this is no failure.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function stateOf({ database }: StoreFiles): CheckedFile {
  const { ino, size, mtimeNs } = statSync(database, { bigint: true });
  return `${ino} ${size} ${mtimeNs}` as CheckedFile;
}
