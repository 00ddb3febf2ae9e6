import { firstMap } from './0001-map.ts';
import { forgotten } from './0002-forgotten.ts';
import { mapPlaces } from './0003-map-places.ts';
import type { Migration } from './migration.ts';

/** Every step in order; the last one's version is what this Weft writes. */
export const migrations: readonly Migration[] = [firstMap, forgotten, mapPlaces];
