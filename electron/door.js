/**
 * The door of every program that a terminal starts. Plain JavaScript that an old Node can read, so that it can say what is
 * missing; what lies behind is loaded only after that.
 */

/**
 * @param {string} name of the program, as build/bundle-programs.ts calls it
 * @param {() => Promise<{ main(argv: string[]): Promise<number> }>} load imports its source, for where no bundle of it is fresh
 * @returns {Promise<number>} its exit code
 */
export async function openDoor(name, load) {
  if (!(Number(process.versions.napi) >= 10) || !process.features.typescript) {
    process.stderr.write(`Weft needs Node 22.18 or newer (this is ${process.versions.node}).\n`);
    process.exit(2);
  }
  // What Weft writes is readable by nobody else (safety.md S2).
  process.umask(0o077);
  // Compiled once, not at every start; where the folder cannot be written, every start compiles.
  const { enableCompileCache } = await import('node:module');
  const { fileURLToPath } = await import('node:url');
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/weft', import.meta.url)));
  const { freshBundle } = await import('./programs-bundle.ts');
  const bundle = freshBundle(name);
  const { main } = await (bundle === null ? load() : import(bundle));
  return await main(process.argv.slice(2));
}
