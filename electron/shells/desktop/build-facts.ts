/**
 * What the build knew: which files make up the page, and which SQLite addon belongs to it. Lies beside the shell's code, in a
 * package inside the archive whose integrity Electron checks.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const BUILD_FACTS_FILE = 'build-facts.json';
/** Folder of the page, beside the facts. */
export const PAGE_FOLDER = 'page';

const BuildFacts = z.object({
  /** Path inside the page's folder (`assets/index-1f.js`) -> media type. Nothing else is ever served. */
  page: z.record(z.string(), z.string()),
  /** `linux-x64` -> SHA-256 of its addon, in hexadecimal digits. */
  addons: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type BuildFacts = z.infer<typeof BuildFacts>;

/** @throws when the build is not whole: our own mistake, or a damaged installation */
export function readBuildFacts(appFolder: string): BuildFacts {
  return BuildFacts.parse(JSON.parse(readFileSync(join(appFolder, BUILD_FACTS_FILE), 'utf8')));
}
