/**
 * Takes pictures of the built page with an invented backend, runs axe, and counts violations of the content policy.
 *
 *     npx vite build --config build/vite.config.ts && npx node tests/e2e/preview/look.ts FOLDER
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { CHROMIUM_WORDS, findChromium } from '../../../build/find-chromium.ts';
import { servePage } from './serve-page.ts';

const SIZES = [
  { width: 1024, height: 700 },
  { width: 1600, height: 1000 },
] as const;
/** A window of 1024 by 700 at 200 %. */
const ZOOMED = { width: 512, height: 350 };
const ADDRESSES = ['/targets', '/people', '/data', '/design', '/nowhere'];

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name a folder for the pictures.');
await mkdir(folder, { recursive: true });
const profile = await mkdtemp(join(tmpdir(), 'weft-look-'));
const preview = await servePage();
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: findChromium(),
  args: [...CHROMIUM_WORDS],
});
const problems: string[] = [];
const foreign: string[] = [];
const page = await browser.newPage();
page.on('console', (message) => {
  const isExpected = message.text().match(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/) !== null;
  if (['error', 'warning'].includes(message.type()) && !isExpected) problems.push(`console: ${message.text()}`);
});
page.on('response', (response) => {
  if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
});
page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
page.on('request', (request) => {
  if (!request.url().startsWith(preview.address.split('#')[0] ?? '')) foreign.push(request.url());
});
await page.addInitScript(() => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
});

try {
  await page.goto(preview.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (page.url().includes('start=')) problems.push('The start token stayed in the address.');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const address of ADDRESSES) {
        await open(address);
        await shoot(`${address.slice(1)}-${size.width}-${colorScheme}`);
        if (size.width === 1024) await checkWithAxe(`${address} ${colorScheme}`);
      }
      await shootOverlays(`${size.width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(ZOOMED);
  for (const address of ADDRESSES) {
    await open(address);
    await shoot(`${address.slice(1)}-zoomed`);
    const isCut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (isCut) problems.push(`${address} is wider than the window at 200 %.`);
  }
  for (const theme of ['Light', 'Dark']) {
    await page.setViewportSize({ width: 1280, height: 4200 });
    await open('/design');
    await page.getByRole('radio', { name: theme, exact: true }).check({ force: true });
    await shoot(`design-whole-${theme.toLowerCase()}`);
  }
  await page.setViewportSize(SIZES[0]);
  await page.getByLabel('Company').first().fill('typed before');
  await preview.close();
  await page.getByText('Weft has stopped answering.').waitFor();
  await shoot('lost');
  await checkWithAxe('lost connection');
  if ((await page.getByLabel('Company').first().inputValue()) !== 'typed before') problems.push('Typed text was lost.');
} finally {
  await browser.close();
  await preview.close().catch(() => {});
  await rm(profile, { recursive: true, force: true });
}
console.log(problems.length === 0 ? 'No problems.' : problems.join('\n'));
console.log(`${foreign.length} requests elsewhere${foreign.length > 0 ? `: ${foreign.join(' ')}` : ''}`);

async function open(address: string): Promise<void> {
  const isNew = await page.evaluate((hash) => {
    const before = location.hash;
    location.hash = hash;
    return before !== `#${hash}`;
  }, address);
  await page.waitForTimeout(250);
  if (address === '/people') await page.getByRole('gridcell').first().waitFor();
  if (!isNew) return;
  // A screen that is opened first is loaded first.
  const heading = page.locator('h1:focus');
  await heading
    .waitFor({ timeout: 5_000 })
    .catch(() => problems.push(`${address}: the heading did not get the focus.`));
}

async function shoot(name: string): Promise<void> {
  await page.screenshot({ path: join(folder ?? '.', `${name}.png`) });
}

async function checkWithAxe(what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations) {
    problems.push(`axe ${what}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }
}

async function shootOverlays(name: string): Promise<void> {
  await open('/people');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kest');
  await page.waitForTimeout(500);
  if ((await page.getByRole('option').count()) < 3) problems.push('The command bar found nothing.');
  await shoot(`command-${name}`);
  await checkWithAxe(`command bar ${name}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.waitForTimeout(250);
  await shoot(`keys-${name}`);
  await checkWithAxe(`keys ${name}`);
  await page.keyboard.press('Escape');
  await open('/design');
  await page.getByRole('button', { name: 'Open: side' }).first().click();
  await page.waitForTimeout(250);
  await shoot(`sheet-${name}`);
  await checkWithAxe(`sheet ${name}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Toast with undo' }).first().click();
  await page.waitForTimeout(250);
  await shoot(`toast-${name}`);
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
}
