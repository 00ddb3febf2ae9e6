/** The real desktop window. Runs wherever Electron's runtime is; elsewhere it says why not. Build first: npm run build:desktop */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const app = join(root, 'out/desktop');

/** Why there can be no window here; null when there can. */
function obstacle(): string | null {
  const pathFile = join(root, 'node_modules/electron/path.txt');
  const runtime = existsSync(pathFile)
    ? join(root, 'node_modules/electron/dist', readFileSync(pathFile, 'utf8'))
    : null;
  if (runtime === null || !existsSync(runtime)) return "Electron's runtime is not on this machine";
  if (!existsSync(join(app, 'main.cjs'))) return 'the app is not built: npm run build:desktop';
  const { platform, env } = process;
  if (platform === 'linux' && process.getuid?.() === 0) return 'the window does not open for root';
  if (platform === 'linux' && env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined) return 'no screen';
  return null;
}

test('E1, E2, E3, E8: the real window is locked, shows the page and reaches the backend', async () => {
  const reason = obstacle();
  test.skip(reason !== null, reason ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'weft-window-'));
  const electron = await _electron.launch({
    args: [app],
    env: { ...(process.env as Record<string, string>), WEFT_STORE: join(folder, 'map') },
  });
  try {
    const page = await electron.firstWindow();
    expect(page.url()).toMatch(/^weft:\/\/app\//);
    await expect(page.locator('#root')).not.toBeEmpty();
    const seen = await page.evaluate(async () => {
      const outside = await fetch('https://example.test/').then(
        () => 'reached',
        () => 'blocked',
      );
      const { weft } = window as unknown as {
        weft: { call(...args: unknown[]): Promise<{ ok: boolean; value?: { isEmpty: boolean } }> };
      };
      const status = await weft.call('status', {}, 1, () => {});
      return {
        node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
        bridge: Object.keys(weft).sort(),
        outside,
        isEmpty: status.value?.isEmpty,
      };
    });
    expect(seen).toEqual({
      node: [],
      bridge: [
        'acceptDropped',
        'call',
        'cancel',
        'chooseFiles',
        'chooseSaveTarget',
        'onChanged',
        'onKeysAsked',
        'openProfile',
      ],
      outside: 'blocked',
      isEmpty: true,
    });
    const frames = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.mainFrame.origin),
    );
    expect(frames).toEqual(['weft://app']);
    await page.evaluate(() => location.assign('https://example.test/'));
    expect(page.url()).toMatch(/^weft:\/\/app\//);
  } finally {
    await electron.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
