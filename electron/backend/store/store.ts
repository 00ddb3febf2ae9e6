/**
 * What the rest of the backend may ask of the store. One SQLite file holds three layers: what exports said (batches), what
 * the user said (statements), and what follows from both (the derived Network with its search index). Undo is: delete the
 * batch, derive again.
 */
import type { IsMeant } from '../../../shared/identity/rows-about.ts';
import type { KeptPlaces } from '../../../shared/insight/map-places.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Batch, BatchMeta, ExportContent } from '../../../shared/model/records.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';
import type { CopyInfo, CopyReason } from './copies.ts';
import type { Forgotten } from './forget.ts';

/** `read` never changes the map: it works in a folder that cannot be written, and for a map that does not exist yet (empty). */
export type StoreMode = 'write' | 'read';

export interface OpenOptions {
  mode: StoreMode;
  /** The clock, for names of copies and times of withdrawal. */
  now?: () => Date;
  /** In mode `write`: fails where there is no map yet, instead of making one. */
  mustExist?: boolean;
  /** How long to wait for another Weft that is writing; 5,000 ms unless told. */
  busyTimeoutMs?: number;
}

/** A batch before the store gives it its number and digest. */
export type NewBatch = Omit<BatchMeta, 'id' | 'digest'>;

export interface WrittenBatch {
  meta: BatchMeta;
  /** False when the same input was here already; then nothing was written and `meta` is that batch. */
  isNew: boolean;
}

/** Numbers that people keep over re-imports and undo, by every key they were ever known under; as resolve() takes them. */
export interface PersonIds {
  idOfKey: (key: string) => number | undefined;
  /** The first number nobody ever had. */
  nextId: number;
}

export interface StoreCounts {
  batches: number;
  statements: number;
  people: number;
  ties: number;
}

export interface Store {
  /** The folder that holds the map. */
  readonly folder: string;
  /** The database file; it need not exist in mode `read`. */
  readonly file: string;
  readonly mode: StoreMode;
  /** A private copy of a map in a place that cannot be written (D14). */
  readonly isViewOnly: boolean;

  /**
   * Writes one import with all its content in one transaction. Rows equal in every field are kept once.
   *
   * @param digest batchDigest of both, if it is known already
   * @throws WeftError busy, place, damaged
   */
  writeBatch(batch: NewBatch, content: ExportContent, digest?: string): WrittenBatch;
  /** Takes an import back and withdraws the statements that came with it. Returns false if there is no such batch. */
  deleteBatch(id: number): boolean;
  /** All imports with their content, by id. */
  readBatches(): Batch[];
  /** All imports without their content, by id. */
  readBatchMetas(): BatchMeta[];
  findBatchByDigest(digest: string): BatchMeta | null;

  /** @param batch the import it came with; null when the user typed it */
  addStatement(body: StatementBody, on: Day, batch: number | null): Statement;
  /** Takes a statement back; it stays in the file, so that this can be undone. False if it does not hold now. */
  withdrawStatement(id: number): boolean;
  /** Undoes a withdrawal. False if the statement is unknown or holds already. */
  reinstateStatement(id: number): boolean;
  /** The statements that hold, by id. */
  readStatements(): Statement[];

  readPersonIds(): PersonIds;
  /** Replaces the derived layer and its search index; unchanged people are not rewritten. */
  replaceDerived(network: Network): void;
  /** The network as it was last derived; for a new store exactly me (key `me`). */
  readNetwork(): Network;
  /** Rises whenever the network is derived: as long as it is the same, so is the network. */
  networkRevision(): number;
  /** Where people stood on the map. */
  readPlaces(): KeptPlaces;
  /** Replaces all places; people who are no longer here are left out. */
  writePlaces(places: KeptPlaces): void;
  /**
   * Numbers of people whose names, work, addresses or notes hold every word, as its beginning; those who fit alike stand together,
   * the best first. Never fails on odd input.
   */
  searchPeople(query: string, limit: number): number[][];

  /**
   * Runs `work` in one BEGIN IMMEDIATE transaction; calls inside another transaction join it. Anything thrown rolls back.
   *
   * @throws WeftError busy, place, damaged
   */
  transaction<T>(work: () => T): T;
  /** Changes whenever another connection has written (poll it), and with own writes. */
  dataVersion(): number;
  /** SHA-256 (hex) of all content by key: no ids, no times of import, independent of the order of imports. */
  contentDigest(): string;
  counts(): StoreCounts;
  /** Everything that can be checked about the file: structure, foreign keys, search index, checksums of content. */
  verify(): void;
  /** Tells by a mark (shared/identity/marks-of-person.ts) who was forgotten; null when nobody was. */
  forgottenMatcher(): IsMeant | null;
  /**
   * Forgets whom the marks mean: in every layer, in the bytes of the file and its log, and in every copy, of which one new one is
   * made. Cannot be undone. Not inside a transaction.
   *
   * @returns what went, and how many older copies and maps put aside were removed
   * @throws WeftError busy, place (forget-unfinished: gone from the map, and the next start takes the traces away), damaged
   */
  forget(marks: Iterable<string>): Forgotten & { copies: number };
  /**
   * Makes a checked copy in the store's folder; before an import and before anything that cannot be taken back. Not inside a
   * transaction.
   *
   * @throws WeftError place (no-space), damaged
   */
  createCopy(reason: CopyReason): CopyInfo;
  /** Saves a checked copy under a name that is free. Works for a moved map too, while it is open. */
  copyTo(file: string): { file: string; bytes: number };
  close(): void;
}
