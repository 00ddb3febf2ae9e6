/** Screens in little room: in the smallest window, and in it at 200 % zoom (WCAG 1.4.4, 1.4.10). */
import type { Page } from '@playwright/test';
import { go } from './harness/page.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

const ADDRESSES = [
  '/today',
  '/targets',
  '/targets/company/Brightwater%20Robotics',
  '/targets/company/Palisade%20Bio',
  '/targets/company/Kestrel%20Labs/back-channel',
  '/map',
  '/top',
  '/asks',
  '/data',
  '/circles',
  '/connectors',
  '/connectors?view=own-export',
  '/triage',
  '/import',
];

const ROOMS = [
  { what: '1024 × 700', viewport: { width: 1024, height: 700 } },
  { what: '1024 × 700 at 200 %', viewport: { width: 512, height: 350 } },
];

/** What scrolls sideways, and words that something else lies over; on each part of the screen that can be scrolled to. */
async function crowdedIn(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const main = document.querySelector('main')!;
    const found = new Set<string>();
    for (const element of [document.documentElement, ...document.querySelectorAll('main, main *')]) {
      const isScroller =
        /auto|scroll/.test(getComputedStyle(element).overflowX) || element === document.documentElement;
      if (isScroller && element.scrollWidth > element.clientWidth + 1)
        found.add(`scrolls sideways: ${element.tagName}`);
    }
    for (let top = 0; top < main.scrollHeight; top += main.clientHeight / 2) {
      main.scrollTop = top;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      for (const element of main.querySelectorAll('*')) {
        // Of words that run over two lines, the first.
        const { left, top: upper, width, height } = element.getClientRects()[0] ?? new DOMRect();
        const [x, y] = [left + width / 2, upper + height / 2];
        const isWords = element.children.length === 0 && element.textContent.trim() !== '' && width > 1 && height > 1;
        if (!isWords || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
        const seen = document.elementFromPoint(x, y);
        const own = element.closest('label') ?? element;
        if (seen === null || seen.contains(element) || own.contains(seen)) continue;
        // What a part that scrolls by itself has scrolled away, or its own head that stays, is no overlap.
        const part = element.closest('[role="grid"], section[tabindex]');
        if (part !== null && (part.contains(seen) || !isInside(part, x, y))) continue;
        found.add(`covered: ${element.textContent.trim().slice(0, 40)}`);
      }
    }
    main.scrollTop = 0;
    return [...found];

    function isInside(part: Element, x: number, y: number): boolean {
      const box = part.getBoundingClientRect();
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    }
  });
}

for (const { what, viewport } of ROOMS) {
  test(`nothing is covered and nothing scrolls sideways in ${what}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const crowded: Record<string, string[]> = {};
    for (const address of ADDRESSES) {
      await go(page, address);
      const found = await crowdedIn(page);
      if (found.length > 0) crowded[address] = found;
    }
    expect(crowded).toEqual({});
  });
}
