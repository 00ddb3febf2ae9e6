/** Makes one file of the program that is killed: it starts in a third of the time, and it is started some 500 times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface BuiltWork {
  program: string;
  remove(): void;
}

export async function buildWork(): Promise<BuiltWork> {
  // Inside the checkout, since the SQLite addon is found from there.
  await mkdir(join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'out', 'kill-work-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: fileURLToPath(new URL('work.ts', import.meta.url)),
      outDir: folder,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'work.mjs' } },
    },
  });
  return { program: join(folder, 'work.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
