/** The map screen in a real browser, over a store with a large import. Each round is a window of its own. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_WORDS, findChromium } from '../find-chromium.ts';
import { serveWeb } from '../serve-web.ts';
import { type Figure, figure, median } from './report.ts';

interface MapRun {
  /** Milliseconds from the click to the first painted picture. */
  picture: number;
  /** Milliseconds from one frame to the next while the map is dragged. */
  frames: number[];
  /** Milliseconds of the longest piece of work on the page's thread, from the click to the end of dragging. */
  longest: number;
}

const AREA = 'Map screen';
const SIZE = { width: 1600, height: 1000 };
/** The window has asked what it asks at the start. */
const SETTLED_MS = 3000;
const DRAGGED_MS = 3000;

export async function mapFigures(bench: {
  store: string;
  rounds: number;
  say: (line: string) => void;
}): Promise<Figure[]> {
  const { store, rounds, say } = bench;
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_WORDS] });
  } catch {
    say('No browser was found: the map screen is not measured.');
    return [];
  }
  const runs: MapRun[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      say(`Map screen, round ${round} of ${rounds}`);
      runs.push(await measureWindow(browser, store));
    }
  } finally {
    await browser.close();
  }
  return [
    figure(
      AREA,
      'first picture after opening the map',
      'ms',
      runs.map(({ picture }) => picture),
      500,
    ),
    figure(
      AREA,
      'a frame while panning, median',
      'ms',
      runs.map(({ frames }) => median(frames)),
      1000 / 30,
    ),
    figure(
      AREA,
      "longest block of the page's thread",
      'ms',
      runs.map(({ longest }) => longest),
      100,
    ),
  ];
}

async function measureWindow(browser: Browser, store: string): Promise<MapRun> {
  const shell = await serveWeb(store);
  try {
    const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce', locale: 'en-GB' });
    await page.goto(shell.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const run = await watchMap(page);
    await page.close();
    return run;
  } finally {
    await shell.stop();
  }
}

async function watchMap(page: Page): Promise<MapRun> {
  await page.evaluate(() => {
    const blocks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
    Object.assign(window, { benchBlocks: blocks });
  });
  const picture = await page.evaluate(async () => {
    const startedAt = performance.now();
    location.hash = '/map';
    const isPainted = (canvas: HTMLCanvasElement): boolean => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      for (let at = 3; at < data.length; at += 4 * 97) if (data[at] !== 0) return true;
      return false;
    };
    // The words lie on top and are painted last.
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const all = [...document.querySelectorAll('canvas')];
      const words = all.at(-1);
      if (all.length > 2 && words !== undefined && words.width > 300 && isPainted(words)) break;
      if (performance.now() - startedAt > 60_000) throw new Error('No picture was painted.');
    }
    return performance.now() - startedAt;
  });
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const next = () => {
      frames.push(performance.now() - last);
      last = performance.now();
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(window, { benchFrames: frames });
  });
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('There is no map on the page.');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  const until = performance.now() + DRAGGED_MS;
  for (let step = 0; performance.now() < until; step++) {
    await page.mouse.move(box.x + 250 + 150 * Math.sin(step / 9), box.y + 220 + 120 * Math.cos(step / 7));
  }
  await page.mouse.up();
  const { benchFrames, benchBlocks } = (await page.evaluate(() => {
    const { benchFrames: frames, benchBlocks: blocks } = window as unknown as Record<string, number[]>;
    return { benchFrames: frames, benchBlocks: blocks };
  })) as { benchFrames: number[]; benchBlocks: number[] };
  return { picture, frames: benchFrames, longest: Math.max(0, ...benchBlocks) };
}
