/** Serves the page from a closed list of files made at build time; no path is ever made from an address (safety.md E2). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { PAGE_HEADERS } from './content-policy.ts';
import { APP_ORIGIN, APP_SCHEME } from './origin.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * @param page path inside the folder -> media type
 * @returns answers 200 for exactly the addresses of the page's files (`/` is the page itself), 405 for other methods, else 404
 */
export function servePage(
  folder: string,
  page: Readonly<Record<string, string>>,
): (request: { url: string; method: string }) => Promise<Response> {
  const served = new Map<string, { file: string; type: string }>();
  for (const [path, type] of Object.entries(page)) {
    const address = path === 'index.html' ? `${APP_ORIGIN}/` : `${APP_ORIGIN}/${path}`;
    served.set(address, { file: join(folder, path), type });
  }
  return async ({ url, method }) => {
    if (method !== 'GET') return new Response(null, { status: 405, headers: PAGE_HEADERS });
    // The whole address as it was asked for, undecoded: what is not on the list to the letter does not exist.
    const found = served.get(url.replace(/#.*$/s, ''));
    if (found === undefined) return new Response(null, { status: 404, headers: PAGE_HEADERS });
    return new Response(new Uint8Array(await readFile(found.file)), {
      headers: { ...PAGE_HEADERS, 'Content-Type': found.type },
    });
  };
}

export function handleScheme(folder: string, page: Readonly<Record<string, string>>): void {
  protocol.handle(APP_SCHEME, servePage(folder, page));
}
