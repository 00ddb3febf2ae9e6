/** Writes places of the map into the store, on a thread of its own: opening a map for writing looks at all of it. */
import '../runtime-check.ts';
import { workerData } from 'node:worker_threads';
import type { KeptPlaces } from '../../../shared/insight/map-places.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { openStore } from '../store/open-store.ts';

export interface PlacesToWrite {
  folder: string;
  places: KeptPlaces;
}

const { folder, places } = workerData as PlacesToWrite;
try {
  const store = openStore(folder, { mode: 'write', mustExist: true });
  try {
    store.writePlaces(places);
  } finally {
    store.close();
  }
} catch (error) {
  // A map that is busy, gone or not ours to write keeps no places, and the next picture is placed again: nothing is lost.
  if (!(error instanceof WeftError)) throw error;
}
