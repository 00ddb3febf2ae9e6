/** The web shell and a real Chromium on a map with a large import in it: what somebody in front of the screen waits for. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_WORDS, findChromium } from '../find-chromium.ts';
import { serveWeb } from '../serve-web.ts';
import type { PageRun } from './page-figures.ts';
import { longestTask, processorMs, sinceInput, toFirstPaint, watchPaints } from './page-tools.ts';

const TYPED = ['maria', 'okafor', 'data sci', 'logistics', 'chen'];
/** Two screens a frame would be a drag of the scroll bar; this is a fast turn of the wheel. */
const WHEEL_PX = 400;
const FRAMES = 240;
const CARDS = 15;
/** Until a new tab is at rest. */
const TAB_MS = 1000;

interface Files {
  connections: string;
  messages: string;
}

/**
 * @param store a folder that holds a large import; copied, since the window writes
 * @param scratch a folder for what this run writes
 */
export async function measurePage(store: string, scratch: string, files: Files): Promise<PageRun> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_WORDS] });
  try {
    const copy = join(scratch, 'page-store');
    cpSync(store, copy, { recursive: true });
    // A map that was moved is checked whole once, and code is compiled once after an update.
    const askedAt = await onMap(browser, copy, async (page) => {
      await page.locator('main h2').first().waitFor();
      return performance.now();
    });
    const ending = performance.now() - askedAt;
    const full = await onMap(browser, copy, async (page, startedAt) => {
      await page.locator('main h2').first().waitFor();
      const firstScreen = await page.evaluate(() => performance.timeOrigin + window.bench.paintedAt);
      const usable = firstScreen - startedAt;
      return {
        usable,
        ...(await measureRoutes(page)),
        ...(await measurePeople(page)),
        cards: await measureCards(page),
      };
    });
    const fresh = join(scratch, 'page-fresh');
    mkdirSync(fresh);
    const imported = await onMap(browser, fresh, (page) => measureImport(page, files));
    return { ...full, ...imported, ending };
  } finally {
    await browser.close();
  }
}

async function onMap<T>(
  browser: Browser,
  store: string,
  work: (page: Page, startedAt: number) => Promise<T>,
): Promise<T> {
  // An open browser is what most people have; its own start is not ours.
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(watchPaints);
  // What the browser does for a new tab is not ours either.
  await page.waitForTimeout(TAB_MS);
  const startedAt = performance.timeOrigin + performance.now();
  const shell = await serveWeb(store);
  try {
    await page.goto(shell.address);
    return await work(page, startedAt);
  } finally {
    await page.close();
    await shell.stop();
  }
}

async function measureRoutes(page: Page): Promise<Pick<PageRun, 'routes'>> {
  await page.goto(`${new URL(page.url()).origin}/#/people`);
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
  const companies = await page.evaluate(() =>
    [...document.querySelectorAll('[role=row] [role=gridcell]:nth-child(4)')].map((cell) => cell.textContent ?? ''),
  );
  const routes: number[] = [];
  await page.evaluate(() => {
    location.hash = '/targets';
  });
  const field = page.getByRole('combobox', { name: 'Add a target' });
  for (const company of [...new Set(companies)].filter((name) => name !== '').slice(0, 8)) {
    await field.fill(company);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(`Added ${company}`).waitFor();
    const link = page.getByRole('grid', { name: 'Targets' }).getByRole('link', { name: company, exact: true });
    await link.first().waitFor();
    await page.waitForTimeout(300);
    await link.first().click();
    routes.push(await sinceInput(page, 500));
    await page.evaluate(() => {
      location.hash = '/targets';
    });
    await field.waitFor();
    await page.waitForTimeout(200);
  }
  return { routes };
}

async function measurePeople(
  page: Page,
): Promise<Pick<PageRun, 'searches' | 'keyProcessor' | 'blankFrames' | 'scrollTask'>> {
  await page.evaluate(() => {
    location.hash = '/people';
  });
  const field = page.getByRole('searchbox', { name: 'Search people' });
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
  await field.click();
  const used = await processorMs(page);
  const usedBefore = await used();
  const searches: number[] = [];
  for (const words of TYPED) {
    for (const letter of words) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      const ms = await sinceInput(page);
      // One letter more may leave the same people: then there is nothing to paint.
      if (ms > 0) searches.push(ms);
    }
    await field.fill('');
    await page.waitForTimeout(300);
  }
  const keyProcessor = ((await used()) - usedBefore) / TYPED.join('').length;
  await page.getByRole('grid').hover();
  await longestTask(page);
  await page.evaluate(watchBlankRows);
  for (let frame = 0; frame < FRAMES; frame++) {
    // Each waits for its frame.
    await page.mouse.wheel(0, WHEEL_PX);
  }
  await page.waitForTimeout(200);
  const blankFrames = await page.evaluate(() => window.bench.blankFrames);
  return { searches, keyProcessor, blankFrames, scrollTask: await longestTask(page) };
}

async function measureCards(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    location.hash = '/triage';
  });
  await page.getByRole('button', { name: 'Know them' }).waitFor();
  const cards: number[] = [];
  for (let card = 0; card < CARDS; card++) {
    await page.keyboard.press('2');
    cards.push(await toFirstPaint(page));
  }
  return cards;
}

/** Counts the frames in which a row in sight has nothing to show. Runs in the page, until it is closed. */
function watchBlankRows(): void {
  const scroller = document.querySelector('[role=grid] > [role=presentation]');
  if (scroller === null) throw new Error('no table');
  const look = () => {
    const { top, bottom } = scroller.getBoundingClientRect();
    const isInSight = (row: Element) => {
      const place = row.getBoundingClientRect();
      return place.bottom > top && place.top < bottom;
    };
    const rows = [...scroller.querySelectorAll('[role=row][aria-rowindex]')].filter(isInSight);
    // The head, and as many rows as fill the rest: fewer leave a hole.
    const heights = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
    if (heights < bottom - top || rows.some((row) => row.textContent === '')) window.bench.blankFrames++;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measureImport(page: Page, files: Files): Promise<Pick<PageRun, 'importTask' | 'importSeconds'>> {
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await longestTask(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([files.connections, files.messages]);
  const go = page.getByRole('button', { name: /^Import [\d,.]+ people$/ });
  await go.waitFor({ timeout: 300_000 });
  const startedAt = performance.now();
  await go.click();
  await page.getByRole('heading', { level: 1, name: /people came in$/ }).waitFor({ timeout: 300_000 });
  const importSeconds = (performance.now() - startedAt) / 1000;
  // What the change starts belongs to it.
  await page.waitForTimeout(3_000);
  return { importTask: await longestTask(page), importSeconds };
}
