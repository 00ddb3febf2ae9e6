#!/usr/bin/env node
// The door of the shell for assistants. Plain JavaScript, so that an old Node can read it and say what is missing.
const level = Number(process.versions.napi);
if (!(level >= 10) || !process.features.typescript) {
  const needed = level >= 10 ? '22.18' : '22.14';
  process.stderr.write(`Weft needs Node ${needed} or newer (this is ${process.versions.node}).\n`);
  process.exit(2);
}
process.umask(0o077);
// Compiled once, not at every start; where the folder cannot be written, every start compiles.
const { enableCompileCache } = await import('node:module');
const { fileURLToPath } = await import('node:url');
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/weft', import.meta.url)));
const { main } = await import('./program.ts');
process.exit(await main(process.argv.slice(2)));
