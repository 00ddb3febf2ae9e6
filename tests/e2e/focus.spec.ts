/** Where the focus stands after one goes to a screen: on its heading, however long the answer takes. */
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

/** By the key that follows `g`; the others are asked for as the window opens. */
const SCREENS = {
  p: 'People',
  m: 'Map',
  c: 'Top contacts',
  a: 'Asks & gives',
  d: 'Data',
  o: 'Circles',
  b: 'Connectors',
  s: 'Sort who you know',
};

test('the heading of a screen keeps the focus when the answer comes', async ({ page }) => {
  let answer = Promise.resolve();
  await page.route('**/api/call/**', async (route) => {
    await answer;
    await route.continue();
  });
  for (const [key, title] of Object.entries(SCREENS)) {
    let release = () => {};
    answer = new Promise((resolve) => {
      release = resolve;
    });
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    const heading = page.getByRole('heading', { level: 1, name: title });
    await expect(heading, `${title}, asked`).toBeFocused();
    const loading = page.locator('main [data-loading]');
    await loading.first().waitFor();
    release();
    await expect(loading).toHaveCount(0);
    await expect(heading, `${title}, answered`).toBeFocused();
  }
});
