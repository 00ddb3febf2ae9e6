import { posix, win32 } from 'node:path';

/** What decides where the map lies when nobody says so. */
export interface PlatformFacts {
  platform: string;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/**
 * The folder of the map: `WEFT_STORE` if set, else `weft` in the user's own data folder as the platform names it. Never a
 * folder that is usually synced (Documents, Desktop) or shared.
 */
export function defaultStoreFolder({ platform, env, home }: PlatformFacts): string {
  const chosen = env['WEFT_STORE'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return win32.join(local === undefined || local === '' ? win32.join(home, 'AppData', 'Local') : local, 'Weft');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Weft');
  const data = env['XDG_DATA_HOME'];
  // The XDG rules say that a relative path here is to be ignored.
  const isUsable = data !== undefined && posix.isAbsolute(data);
  return posix.join(isUsable ? data : posix.join(home, '.local', 'share'), 'weft');
}
