/** The programs in a few files each, which load in a fraction of the time that hundreds of sources take. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isFresh } from './is-fresh.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where build/bundle-programs.ts puts them. */
export const PROGRAMS_FOLDER = join(root, 'out', 'programs');

const SOURCES = [
  'electron',
  'shared',
  'build/bundle-programs.ts',
  'build/thread-addresses.ts',
  'package-lock.json',
].map((name) => join(root, name));

/** The address of a program's bundle; null where there is none, or one of other sources. */
export function freshBundle(name: string): string | null {
  const file = join(PROGRAMS_FOLDER, `${name}.mjs`);
  return isFresh(file, SOURCES) ? pathToFileURL(file).href : null;
}
