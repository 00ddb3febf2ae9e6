import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface PageFile {
  type: string;
  content: Buffer;
}

/** Address paths, exactly as asked for, and what is there. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** What a page is made of. A file of any other kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Reads the built page as a closed list: an address is looked up, never turned into a path, so none leads out of the folder.
 *
 * @throws Error where there is no page
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/');
    files.set(address, { type, content: readFileSync(path) });
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new Error('no page in this folder');
  return files.set('/', index);
}
