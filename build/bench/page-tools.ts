/** What the bench looks at from inside the page: when something stood on the screen, and what kept the page's thread busy. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    bench: {
      /** Clock of the page when the last change inside `main` that is in sight had been painted. */
      paintedAt: number;
      /** The same of the first such change after the last key or click. */
      firstPaintedAt: number;
      /** Clock of the page at the last key or click. */
      inputAt: number;
      longTasks: number[];
      blankFrames: number;
    };
  }
}

/** Runs before the page's own scripts. */
export function watchPaints(): void {
  const seen = { paintedAt: 0, firstPaintedAt: 0, inputAt: 0, longTasks: [] as number[], blankFrames: 0 };
  window.bench = seen;
  const note = (event: Event) => {
    seen.inputAt = event.timeStamp;
  };
  for (const kind of ['keydown', 'click']) addEventListener(kind, note, { capture: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  let changed: Element[] = [];
  const isInSight = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  };
  const onChange = (element: Element) => {
    if (changed.push(element) > 1) return;
    requestAnimationFrame(() => {
      // The first task after a frame's callbacks runs when that frame has been handed over.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        if (changed.some(isInSight)) {
          seen.paintedAt = now;
          if (seen.firstPaintedAt < seen.inputAt) seen.firstPaintedAt = now;
        }
        changed = [];
      };
      port2.postMessage(null);
    });
  };
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element?.closest('main') != null) onChange(element);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Milliseconds from the last key or click to the last paint that changed the screen, looked at once all is quiet. */
export async function sinceInput(page: Page, quietMs = 250): Promise<number> {
  await page.waitForTimeout(quietMs);
  return page.evaluate(() => window.bench.paintedAt - window.bench.inputAt);
}

/** Milliseconds from the last key or click to the first paint that changed the screen, looked at once all is quiet. */
export async function toFirstPaint(page: Page, quietMs = 250): Promise<number> {
  await page.waitForTimeout(quietMs);
  return page.evaluate(() => window.bench.firstPaintedAt - window.bench.inputAt);
}

/** The longest task of the page's thread since the last look, in milliseconds; 0 when none took 50. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...window.bench.longTasks.splice(0)));
}

/** Processor time the page's thread has used so far, in milliseconds: what others do on this machine hardly stretches it. */
export async function processorMs(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}
