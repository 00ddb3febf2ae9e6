import { join, resolve } from 'node:path';

/** Every name the store uses in its folder. */
export interface StoreFiles {
  folder: string;
  database: string;
  wal: string;
  shm: string;
  /** Rollback journal, where the place is unsafe for a log. */
  journal: string;
  /** Says that a map exists here, and which (D7). */
  marker: string;
  copies: string;
  /** Says that a restore is under way, so that the next start can finish it. */
  restoring: string;
  /** Says that an import is under way, and in which process. */
  importing: string;
}

export function storeFiles(folder: string): StoreFiles {
  const root = resolve(folder);
  const database = join(root, 'weft.db');
  return {
    folder: root,
    database,
    wal: `${database}-wal`,
    shm: `${database}-shm`,
    journal: `${database}-journal`,
    marker: join(root, 'weft.marker.json'),
    copies: join(root, 'copies'),
    restoring: join(root, 'weft.restoring.json'),
    importing: join(root, 'weft.importing.json'),
  };
}

/** Maps that were put aside by a restore or a new start, with what stood beside them, and what a process left that ended too early. */
export const LEFT_IN_FOLDER =
  /^(?:weft-(?:replaced|set-aside)-.*|\.(?:new|restoring)-.*\.db(?:-wal|-shm|-journal)?|\.weft\.(?:marker|restoring|importing)\.json\.[\d-]+)$/;
/** The same among the copies. */
export const LEFT_IN_COPIES = /^\.unfinished-.*\.db(?:-journal|-wal|-shm)?$/;
