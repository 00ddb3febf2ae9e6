/** Opens the page without its token on any command line, where other accounts of the machine could read it (safety.md W3). */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a page that leads to the address; only its owner can read it. Returns its path. */
export function writeRedirect(folder: string, address: string): string {
  const path = join(folder, 'open-weft.html');
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>Weft</title>
<p><a href="${address}">Open Weft</a></p>
</html>
`;
  rmSync(path, { force: true });
  writeFileSync(path, page, { flag: 'wx', mode: 0o600 });
  return path;
}

/** Whether a browser can be opened here at all; a terminal on another machine has no screen. */
export function hasScreen(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Hands a file to the system's browser. Resolves to whether the system took it. */
export function openWithSystem(path: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const [command, ...words] = openerOf(platform);
  return new Promise((resolve) => {
    const child = spawn(command, [...words, path], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    // Most openers end at once; one that stays is the browser itself.
    const timer = setTimeout(() => resolve(true), 3_000);
    timer.unref();
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
    child.unref();
  });
}

function openerOf(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  // What "start" does, without a command line in which signs of the path could mean something.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
