/**
 * Takes the pictures of README from the invented network: `npm run pictures`. They stand in docs/pictures and are taken again when
 * a screen changes its looks.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { writeSampleZips } from '../electron/backend/sample/write-sample-zips.ts';
import { ensureBuilt } from '../electron/shells/web/ensure-built.ts';
import { CHROMIUM_WORDS, findChromium } from './find-chromium.ts';
import { serveWeb } from './serve-web.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'docs', 'pictures');
const SIZE = { width: 1280, height: 800 };
/** A picture of more is not for a README. */
const MOST_BYTES = 350_000;
/** Page and shell ask their clocks for today; with the day of the sample the same words stand on every picture. */
const TODAY = '2026-07-01T10:00:00';
const ON_THAT_DAY = {
  WEFT_PICTURES_AT: TODAY,
  NODE_OPTIONS: `--import ${new URL('clock-of-pictures.ts', import.meta.url).href}`,
};

async function openPage(browser: Browser, address: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
  await page.clock.setFixedTime(TODAY);
  await page.goto(address);
  await settled(page);
  return page;
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await settled(page);
}

/** Nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(300);
  await page.waitForFunction(() => document.querySelector('main [data-loading]') === null);
}

async function take(page: Page, name: string): Promise<void> {
  const path = join(out, `${name}.png`);
  // A heading that has the focus is for those who use the page, not for a picture of it.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path });
  const { size } = statSync(path);
  process.stdout.write(`${name}.png ${Math.round(size / 1e3)} kB\n`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1e3} kB.`);
}

async function takeAll(folder: string, browser: Browser): Promise<void> {
  const [, newer = ''] = await writeSampleZips(join(folder, 'zips'));
  const empty = await serveWeb(join(folder, 'empty'), [], ON_THAT_DAY);
  const first = await openPage(browser, empty.address);
  const chooser = first.waitForEvent('filechooser');
  await first.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(newer);
  await first.getByText('What your files hold').waitFor();
  await take(first, 'import');
  await empty.stop();

  const full = await serveWeb(join(folder, 'full'), ['--sample'], ON_THAT_DAY);
  const page = await openPage(browser, full.address);
  await go(page, '/today');
  await take(page, 'today');
  await go(page, '/map');
  // The dots come in piece by piece.
  await page.waitForTimeout(2_000);
  await take(page, 'map');
  await go(page, '/circles');
  await take(page, 'circles');
  await go(page, '/connectors');
  await take(page, 'connectors');
  await go(page, '/targets');
  await take(page, 'targets');
  await go(page, '/targets/company/Brightwater%20Robotics');
  await take(page, 'routes');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'routes-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await go(page, '/people?sort=strength&down=1');
  await take(page, 'people');
  await go(page, '/people?query=Petra%20Novotn%C3%A1');
  await page.getByRole('link', { name: 'Petra Novotná' }).click();
  await settled(page);
  await take(page, 'person');
  await go(page, '/data');
  await take(page, 'data');
  await full.stop();
}

mkdirSync(out, { recursive: true });
await ensureBuilt((line) => process.stderr.write(`${line}\n`));
const folder = mkdtempSync(join(tmpdir(), 'weft-pictures-'));
const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_WORDS] });
try {
  await takeAll(folder, browser);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
