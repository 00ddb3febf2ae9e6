/**
 * The map as one backend holds it in memory: the store, the network read from it and what follows from it on a day. Each layer
 * is kept until what it rests on changes.
 */
import { existsSync, statSync } from 'node:fs';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { networkInUse } from '../../../shared/identity/networks-in-use.ts';
import { asksSeen, fitCalibration } from '../../../shared/insight/calibration.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { closeAtTheEnd } from '../last-resort.ts';
import { takeUnfinishedImport } from '../store/import-mark.ts';
import { openStore } from '../store/open-store.ts';
import type { Store, StoreMode } from '../store/store.ts';
import { storeFiles } from '../store/store-files.ts';
import { todayIso } from '../today.ts';
import type { Brokerage } from './brokerage.ts';
import { JudgedDay } from './judged-day.ts';
import { MapPlaces } from './map-places.ts';
import { MeasureWorkers } from './measure-workers.ts';

export interface SessionOptions {
  folder: string;
  now: () => Date;
}

/** What windows and commands ask about is judged on a day; a few days stay at hand (today, and one the user looks back to). */
const KEPT_DAYS = 2;

interface Known {
  version: number;
  /** Of the network alone. */
  revision: number;
  network: Network;
  statements: Statement[];
}

export class Session {
  readonly #options: SessionOptions;
  #store: Store | null = null;
  /** Which file on the disk the store stood for when it was opened; null: there was none. */
  #openedFile: string | null = null;
  #known: Known | null = null;
  #days = new Map<string, JudgedDay>();
  /** What was measured last, by seed: it holds until ties or employers change. */
  #measured = new Map<number, Brokerage>();
  #workers: MeasureWorkers | null = null;
  /** Where everybody stands on the map. */
  readonly places = new MapPlaces(() => this.reading());
  #unfinished: { said: string; version: number } | null = null;
  /** Says that there is nothing to close if the program ends on an error. */
  #isClosed: (() => void) | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get now(): Date {
    return this.#options.now();
  }

  get folder(): string {
    return this.#options.folder;
  }

  /** The day that a question is about: as asked, else today. */
  asOf(asked: string | undefined): string {
    const iso = asked ?? todayIso(this.now);
    if (dayFromIso(iso) === null) {
      throw new WeftError('arguments', 'bad-input', `${iso} is no day of the calendar. A date reads YYYY-MM-DD.`);
    }
    return iso;
  }

  /** The store for reading; a map that does not exist yet reads as empty, and nothing is created. */
  reading(): Store {
    this.#leaveReplacedMap();
    return this.#store ?? this.#open('read');
  }

  /** The store for writing; made when it does not exist yet. */
  writing(): Store {
    this.#leaveReplacedMap();
    if (this.#store?.mode === 'write') return this.#store;
    this.closeStore();
    return this.#open('write');
  }

  /** Said until the map changes: then the user has gone on. */
  unfinishedImport(): string | null {
    const version = this.#read().version;
    const said = takeUnfinishedImport(this.folder);
    if (said !== null) this.#unfinished = { said, version };
    return this.#unfinished?.version === version ? this.#unfinished.said : null;
  }

  /**
   * The store for changing what must be there already. Where there is no map yet it reads as empty, nothing is found in it, and
   * nothing is created.
   */
  changing(): Store {
    return existsSync(storeFiles(this.folder).database) ? this.writing() : this.reading();
  }

  network(): Network {
    return this.#read().network;
  }

  /**
   * Writes what was said in one transaction: the network at hand stays, only what was said is read again, and days already
   * judged follow it.
   *
   * @param decidesWho whether what was written decides who is who; then the network is read again as well
   */
  writeBeside<T>(work: (store: Store) => T, decidesWho: (result: T) => boolean = () => false): T {
    const store = this.writing();
    const { network, version, revision } = this.#read();
    const result = store.transaction(() => work(store));
    // One more than before is this commit. Anything else, and another Weft has written as well: then all is read anew.
    if (!decidesWho(result) && store.dataVersion() === version + 1) {
      this.#known = { version: version + 1, revision, network, statements: store.readStatements() };
    }
    return result;
  }

  statements(): Statement[] {
    return this.#read().statements;
  }

  /** Everything judged on a day. What was said about single people since is judged in; anything else judges the day anew. */
  judge(asked: string | undefined): JudgedDay {
    const { network, statements } = this.#read();
    const iso = this.asOf(asked);
    const kept = this.#days.get(iso);
    if (kept?.statements === statements) return kept;
    const day = kept?.with(statements) ?? this.#judgeAnew(iso, network, statements);
    this.#days.delete(iso);
    const oldest = this.#days.size >= KEPT_DAYS ? this.#days.keys().next().value : undefined;
    if (oldest !== undefined) this.#days.delete(oldest);
    this.#days.set(iso, day);
    return day;
  }

  #judgeAnew(iso: string, network: Network, statements: Statement[]): JudgedDay {
    const settings = { asOf: dayFromIso(iso) ?? 0, constants: DEFAULT_CONSTANTS };
    const used = networkInUse(network, statements, settings.asOf);
    const assumed = judgeNetwork(used, statements, { ...settings, calibration: null });
    // What my asks taught is read from ties as first judged; few maps have enough asks for a second look.
    const calibration = fitCalibration(asksSeen(assumed), DEFAULT_CONSTANTS);
    const judged = calibration === null ? assumed : judgeNetwork(used, statements, { ...settings, calibration });
    return new JudgedDay(judged, statements, () => this.workers, this.#measured);
  }

  /** The threads that measure. */
  get workers(): MeasureWorkers {
    this.#workers ??= new MeasureWorkers();
    return this.#workers;
  }

  /** Ends the threads and closes the file. */
  async close(): Promise<void> {
    await this.places.close();
    await this.#workers?.close();
    this.#workers = null;
    this.closeStore();
  }

  /** Closes the file, for work that replaces it; the next question opens it again. */
  closeStore(): void {
    this.#isClosed?.();
    this.#isClosed = null;
    this.#store?.close();
    this.#store = null;
    this.#known = null;
    this.#days.clear();
    this.#measured.clear();
    this.places.forget();
  }

  /**
   * Another thread or program may have restored a copy, or made the first map: then the open file is no longer the map. A map that
   * is only gone stays open, so that it can still be saved (D8).
   */
  #leaveReplacedMap(): void {
    if (this.#store === null) return;
    const now = fileAt(this.#store.file);
    // A map that is gone with its marker was erased; one that is only gone can still be saved from here (D8).
    const isErased = now === null && this.#openedFile !== null && !existsSync(storeFiles(this.folder).marker);
    if (isErased || (now !== null && now !== this.#openedFile)) this.closeStore();
  }

  #open(mode: StoreMode): Store {
    // Before: another thread may make the first map, or put back a copy, at this moment. What is opened then is left once more.
    const there = fileAt(storeFiles(this.folder).database);
    this.#store = openStore(this.#options.folder, { mode, now: this.#options.now });
    this.#openedFile = there ?? (mode === 'write' ? fileAt(this.#store.file) : null);
    this.#isClosed ??= closeAtTheEnd(() => this.closeStore());
    return this.#store;
  }

  #read(): Known {
    const store = this.reading();
    const version = store.dataVersion();
    const before = this.#known;
    if (before?.version === version) return before;
    // Before the network: if it changes in between, the older number has it read once more.
    const revision = store.networkRevision();
    const statements = store.readStatements();
    if (before === null || before.revision !== revision) {
      this.places.forget();
      this.#days.clear();
      this.#known = { version, revision, network: store.readNetwork(), statements };
      return this.#known;
    }
    // Others wrote what the network does not rest on: a copy, places on the map, something said. Days follow what is said.
    const isSame = JSON.stringify(before.statements) === JSON.stringify(statements);
    this.#known = { ...before, version, statements: isSame ? before.statements : statements };
    return this.#known;
  }
}

/** Tells one file from another of the same name; null where there is none. */
function fileAt(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
