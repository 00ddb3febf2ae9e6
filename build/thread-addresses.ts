/** Threads in a bundle: each is an entry of its own, and whoever starts it must find it beside itself. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const engine = fileURLToPath(new URL('../electron/backend/engine', import.meta.url));

/** Threads by the name of their source. */
const THREADS = ['backend-worker', 'measure-worker', 'places-worker'];

/** Entries of a bundle: the file of each thread by its name. */
export const THREAD_ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  THREADS.map((name) => [name, join(engine, `${name}.ts`)]),
);

/**
 * `new URL('./engine/backend-worker.ts', import.meta.url)` -> the file beside this one. A thread not named above ends the build.
 *
 * @param ending of the bundle's files
 */
export function threadAddresses(ending: 'cjs' | 'mjs'): Plugin {
  return {
    name: 'weft-threads',
    transform: {
      order: 'pre',
      filter: { code: /new Worker\(/ },
      handler(code) {
        return code.replaceAll(
          /new Worker\(new URL\('[^']*?([\w-]+)\.ts', import\.meta\.url\)/g,
          (_whole, name: string) => {
            if (!THREADS.includes(name)) throw new Error(`build/thread-addresses.ts does not know the thread ${name}`);
            return `new Worker(new URL('./${name}.${ending}', import.meta.url)`;
          },
        );
      },
    },
  };
}
