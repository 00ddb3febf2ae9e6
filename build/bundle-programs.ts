/**
 * Builds the programs that a terminal starts into a few files each, `out/programs`: hundreds of sources take longer to load than
 * most commands to answer. The doors (electron/door.js) take the bundles while they are as new as the sources.
 */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'vite';
import { PROGRAMS_FOLDER } from '../electron/programs-bundle.ts';
import { THREAD_ENTRIES, threadAddresses } from './thread-addresses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** By the names that their doors know them by. */
const PROGRAMS = {
  start: 'electron/start/program.ts',
  web: 'electron/shells/web/program.ts',
  cli: 'electron/shells/cli/program.ts',
  mcp: 'electron/shells/mcp/program.ts',
};

/** What a source finds by its own address (the page, the version, other doors) it finds from the bundle as well. */
function addressesOfSources(): Plugin {
  return {
    name: 'weft-addresses-of-sources',
    transform: {
      order: 'pre',
      filter: { id: /\/electron\/.*\.ts$/, code: /import\.meta\.url/ },
      handler(code, id) {
        const source = relative(PROGRAMS_FOLDER, id).split(sep).join('/');
        // Threads lie beside the bundle.
        return code.replaceAll(/(?<!\.mjs', )import\.meta\.url/g, `new URL('${source}', import.meta.url)`);
      },
    },
  };
}

/** @param out emptied first; works beside the sources only, as deep in the tree as `out/programs` */
export async function bundlePrograms(out: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [threadAddresses('mjs'), addressesOfSources()],
    ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input: { ...PROGRAMS, ...THREAD_ENTRIES },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { outDir: { type: 'string', default: PROGRAMS_FOLDER } } });
  await bundlePrograms(values.outDir);
}
