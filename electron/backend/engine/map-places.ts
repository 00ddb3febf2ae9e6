/** Where everybody stood in the picture before: read from the store once, kept in memory, and written by a thread of its own. */
import { Worker } from 'node:worker_threads';
import { type KeptPlaces, noPlaces } from '../../../shared/insight/map-places.ts';
import type { Store } from '../store/store.ts';
import type { PlacesToWrite } from './places-worker.ts';

export class MapPlaces {
  readonly #reading: () => Store;
  #kept: KeptPlaces | null = null;
  /** What the running thread does not write yet. */
  #next: PlacesToWrite | null = null;
  #writing: Promise<void> | null = null;

  constructor(reading: () => Store) {
    this.#reading = reading;
  }

  /** @param middle room for me; places of a picture with another room are of no use */
  kept(middle: number): KeptPlaces {
    this.#kept ??= this.#reading().readPlaces();
    return this.#kept.middle === middle ? this.#kept : noPlaces(middle);
  }

  keep(places: KeptPlaces): void {
    this.#kept = places;
    const { folder, isViewOnly } = this.#reading();
    if (isViewOnly) return;
    this.#next = { folder, places };
    this.#writing ??= this.#writeAll();
  }

  /** The map may hold other places now: those at hand are read again. */
  forget(): void {
    if (this.#writing === null) this.#kept = null;
  }

  /** Waits until everything is written. */
  async close(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (let next = this.#next; next !== null; next = this.#next) {
      this.#next = null;
      await write(next);
    }
    this.#writing = null;
  }
}

/** Never fails: places that cannot be written are found again. */
function write(places: PlacesToWrite): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./places-worker.ts', import.meta.url), { workerData: places });
    worker.on('error', () => undefined);
    worker.once('exit', () => resolve());
  });
}
