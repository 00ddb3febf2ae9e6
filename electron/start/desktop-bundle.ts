/** The desktop app's folder, made from the page and the sources when it is older than them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WeftError } from '../../shared/contract/errors.ts';
import { isFresh } from '../is-fresh.ts';
import { runScript } from '../shells/web/ensure-built.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = join(root, 'build', 'bundle-desktop.ts');
const SOURCES = ['electron', 'shared', 'build', 'package-lock.json'].map((name) => join(root, name));

/** Whether this copy of Weft has what the window is made of. */
export function canBundle(): boolean {
  return existsSync(script);
}

/**
 * Makes the folder if need be; the page has to be there.
 *
 * @returns the folder that Electron runs
 * @throws WeftError mistake `window-not-built`
 */
export async function ensureBundle(page: string): Promise<string> {
  const folder = join(root, 'out', 'desktop');
  // Written last.
  const built = join(folder, 'package.json');
  if (isFresh(built, [...SOURCES, page])) return folder;
  const { code, said } = await runScript([script]);
  if (code === 0 && existsSync(built)) return folder;
  throw new WeftError(
    'mistake',
    'window-not-built',
    'The desktop window could not be built. Try: npm start -- --web',
    {},
    new Error(said),
  );
}
