import type Database from 'better-sqlite3';
import type { IsMeant } from '../../../shared/identity/rows-about.ts';
import type { KeptPlaces } from '../../../shared/insight/map-places.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Batch, BatchMeta, ExportContent } from '../../../shared/model/records.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { batchDigest } from './batch-digest.ts';
import { insertBatch, removeBatch, selectBatchByDigest, selectBatches, selectBatchMetas } from './batches.ts';
import { checkContent, checkStructureOfContent } from './check-file.ts';
import { digestContent } from './content-digest.ts';
import { type CopyInfo, type CopyReason, makeCopy, writeCopyTo } from './copies.ts';
import { selectNetwork, selectPersonIds } from './derived-read.ts';
import { writeNetwork } from './derived-write.ts';
import { explainFileError } from './file-errors.ts';
import type { FileIdentity } from './file-identity.ts';
import { type Forgotten, removeForgotten } from './forget.ts';
import { removeTraces } from './forget-traces.ts';
import { forgottenMatcher, insertForgotten, selectForgotten, selectToClean } from './forgotten.ts';
import { selectPlaces, writePlaces } from './map-places.ts';
import { type CheckedFile, checkToSeal } from './sealing.ts';
import { refreshSaid, selectPeopleByWords } from './search.ts';
import { explainSqliteError } from './sqlite-errors.ts';
import { insertStatement, selectStatements, selectStatementsOfBatch, setWithdrawn } from './statements.ts';
import type { NewBatch, PersonIds, Store, StoreCounts, StoreMode, WrittenBatch } from './store.ts';
import type { StoreFiles } from './store-files.ts';

export interface MapStoreParts {
  db: Database.Database;
  files: StoreFiles;
  mode: StoreMode;
  isViewOnly: boolean;
  now: () => Date;
  /** The file as it was opened; null for a map in memory or a private copy. */
  identity: FileIdentity | null;
  /** The marker knows its bytes as they were when it was opened; also for what never gets a seal. */
  isSealed: boolean;
  /**
   * Runs after the connection is closed.
   *
   * @param checked the file that was checked at the end; null when the seal it has is to stay
   */
  onClosed: (checked: CheckedFile | null) => void;
}

/** The store over one open connection. Made by openStore only. */
export class MapStore implements Store {
  readonly folder: string;
  readonly file: string;
  readonly mode: StoreMode;
  readonly isViewOnly: boolean;
  readonly #db: Database.Database;
  readonly #parts: MapStoreParts;
  readonly #openedVersion: number;
  #commits = 0;
  /** Set when a joined transaction failed: its half must not be committed, even if somebody caught the error. */
  #hasFailed = false;

  constructor(parts: MapStoreParts) {
    this.#parts = parts;
    this.#db = parts.db;
    this.folder = parts.files.folder;
    this.file = parts.files.database;
    this.mode = parts.mode;
    this.isViewOnly = parts.isViewOnly;
    this.#openedVersion = this.dataVersion();
  }

  writeBatch(batch: NewBatch, content: ExportContent, digest = batchDigest(batch, content)): WrittenBatch {
    return this.transaction(() => insertBatch(this.#db, batch, content, digest));
  }

  deleteBatch(id: number): boolean {
    return this.transaction(() => {
      for (const statement of selectStatementsOfBatch(this.#db, id)) this.withdrawStatement(statement);
      return removeBatch(this.#db, id);
    });
  }

  readBatches(): Batch[] {
    return this.#read(() => selectBatches(this.#db));
  }

  readBatchMetas(): BatchMeta[] {
    return this.#read(() => selectBatchMetas(this.#db));
  }

  findBatchByDigest(digest: string): BatchMeta | null {
    return this.#read(() => selectBatchByDigest(this.#db, digest));
  }

  addStatement(body: StatementBody, on: Day, batch: number | null): Statement {
    return this.transaction(() => {
      const statement = insertStatement(this.#db, body, on, batch);
      refreshSaid(this.#db, statement);
      return statement;
    });
  }

  withdrawStatement(id: number): boolean {
    return this.#setWithdrawn(id, this.#parts.now().toISOString());
  }

  reinstateStatement(id: number): boolean {
    return this.#setWithdrawn(id, null);
  }

  #setWithdrawn(id: number, at: string | null): boolean {
    return this.transaction(() => {
      const statement = setWithdrawn(this.#db, id, at);
      if (statement !== null) refreshSaid(this.#db, statement);
      return statement !== null;
    });
  }

  readStatements(): Statement[] {
    return this.#read(() => selectStatements(this.#db));
  }

  readPersonIds(): PersonIds {
    return this.#read(() => selectPersonIds(this.#db));
  }

  replaceDerived(network: Network): void {
    this.transaction(() => {
      writeNetwork(this.#db, network);
    });
  }

  readNetwork(): Network {
    return this.#read(() => selectNetwork(this.#db));
  }

  networkRevision(): number {
    return this.#read(() => this.#db.prepare<[], number>('SELECT revision FROM network_revision').pluck().get() ?? 0);
  }

  readPlaces(): KeptPlaces {
    return this.#read(() => selectPlaces(this.#db));
  }

  writePlaces(places: KeptPlaces): void {
    this.transaction(() => writePlaces(this.#db, places));
  }

  searchPeople(query: string, limit: number): number[][] {
    return this.#read(() => selectPeopleByWords(this.#db, query, limit));
  }

  transaction<T>(work: () => T): T {
    if (this.#db.inTransaction) return this.#join(work);
    this.#requireWritable();
    this.#parts.identity?.requireUnmoved();
    this.#hasFailed = false;
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const result = work();
      if (result instanceof Promise) throw new TypeError('A transaction cannot wait for a promise.');
      if (this.#hasFailed) throw new Error('A part of this transaction failed, so none of it may stay.');
      this.#db.exec('COMMIT');
      this.#commits += 1;
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some failures (a full disk); asking again would hide the cause.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw explainFileError(error);
    }
  }

  #join<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    }
  }

  #requireWritable(): void {
    if (this.mode === 'write') return;
    throw new WeftError('place', 'view-only', 'View only: this map was opened for reading. Nothing changed.');
  }

  /** Runs several queries on one state of the file, whatever others write meanwhile. */
  #read<T>(work: () => T): T {
    try {
      return this.#db.inTransaction ? work() : this.#db.transaction(work).deferred();
    } catch (error) {
      throw explainSqliteError(error);
    }
  }

  dataVersion(): number {
    // SQLite's number counts what others wrote, ours what this connection wrote; both only rise.
    return this.#read(() => Number(this.#db.pragma('data_version', { simple: true }))) + this.#commits;
  }

  contentDigest(): string {
    return this.#read(() =>
      digestContent(selectBatches(this.#db), selectStatements(this.#db), selectNetwork(this.#db)),
    );
  }

  counts(): StoreCounts {
    const count = (what: string) => this.#db.prepare<[], number>(`SELECT count(*) FROM ${what}`).pluck().get() ?? 0;
    return this.#read(() => ({
      batches: count('batch'),
      statements: count('statement WHERE withdrawn_at IS NULL'),
      people: count('person'),
      ties: count('tie_evidence'),
    }));
  }

  verify(): void {
    this.#read(() => {
      checkStructureOfContent(this.#db);
      checkContent(this.#db);
    });
  }

  forgottenMatcher(): IsMeant | null {
    return this.#read(() => forgottenMatcher(selectForgotten(this.#db)));
  }

  forget(marks: Iterable<string>): Forgotten & { copies: number } {
    const gone = this.transaction(() => {
      insertForgotten(this.#db, marks);
      return removeForgotten(this.#db);
    });
    return { ...gone, copies: this.#removeTraces('folder') };
  }

  /** Ends a forgetting that was cut off, or that a restored copy needs. */
  finishForgetting(): void {
    const toClean = this.#read(() => selectToClean(this.#db));
    if (toClean === 'nothing') return;
    this.transaction(() => removeForgotten(this.#db));
    try {
      this.#removeTraces(toClean);
    } catch (error) {
      // The next start tries again; until then the map is right, and to refuse it would help nobody.
      if (!(error instanceof WeftError)) throw error;
    }
  }

  #removeTraces(toClean: 'file' | 'folder'): number {
    return removeTraces(this.#db, this.#parts.files, toClean, this.#parts.now());
  }

  createCopy(reason: CopyReason): CopyInfo {
    this.#requireWritable();
    this.#parts.identity?.requireUnmoved();
    return explained(() => makeCopy(this.#db, this.#parts.files, reason, this.#parts.now()));
  }

  copyTo(file: string): { file: string; bytes: number } {
    return explained(() => writeCopyTo(this.#db, file));
  }

  close(): void {
    if (!this.#db.open) return;
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    const checked = this.#checkToSeal();
    this.#db.close();
    this.#parts.onClosed(checked);
  }

  #checkToSeal(): CheckedFile | null {
    try {
      // Bytes that changed although nobody wrote are not sealed anew: the next start is to find them.
      if (this.#parts.isSealed && this.dataVersion() === this.#openedVersion) return null;
      return checkToSeal(this.#db, this.#parts);
    } catch {
      // The next start looks at every row, and says what it finds.
      return null;
    }
  }
}

/** Failures of the disk in words. */
function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainFileError(error);
  }
}
