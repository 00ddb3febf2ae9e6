/** Opening the database file with the settings that every promise rests on (D1), each read back. */
import Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';

export type JournalMode = 'wal' | 'delete';

/** What every connection is set to. The numbers are what SQLite answers when asked. */
export const CONNECTION_PRAGMAS = {
  // FULL. With a log SQLite turns to NORMAL by itself, which can lose the last imports at a power cut.
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  // Nothing planted in the schema may run functions.
  trusted_schema: 0,
  cell_size_check: 1,
  // What is deleted is overwritten.
  secure_delete: 1,
  // In memory: a sort never leaves names in a temporary file.
  temp_store: 2,
} as const satisfies Record<string, number>;

export interface ConnectionOptions {
  readonly?: boolean;
  busyTimeoutMs: number;
  /** null: leave it as the file has it. */
  journal: JournalMode | null;
}

/** Opens a file that must exist. */
export function connect(file: string, options: ConnectionOptions): Database.Database {
  const db = new Database(file, {
    fileMustExist: true,
    readonly: options.readonly ?? false,
    timeout: options.busyTimeoutMs,
  });
  try {
    configure(db, options.journal);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** Sets a connection up and reads every setting back. */
export function configure(db: Database.Database, journal: JournalMode | null): void {
  if (journal !== null) {
    const mode = db.pragma(`journal_mode = ${journal}`, { simple: true });
    // With a second Weft open the mode cannot change; both modes keep every promise on a disk of this machine.
    if (mode !== 'wal' && mode !== 'delete') throw settingRefused('journal_mode');
  }
  for (const [name, value] of Object.entries(CONNECTION_PRAGMAS)) {
    db.pragma(`${name} = ${value}`);
    if (db.pragma(name, { simple: true }) !== value) throw settingRefused(name);
  }
}

function settingRefused(setting: string): WeftError {
  return new WeftError(
    'place',
    'setting-refused',
    'The map cannot be kept safely in this place: SQLite refused a setting. Nothing changed.',
    { setting },
  );
}
