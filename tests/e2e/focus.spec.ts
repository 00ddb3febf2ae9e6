/** Where the focus stands after one goes to a screen: on its heading, or in its field, however long the answer takes. */
import { watchCalls } from './harness/calls.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

/** By the key that follows `g`; the others are asked for as the window opens. */
const SCREENS = {
  p: 'People',
  m: 'Map',
  c: 'Top contacts',
  a: 'Asks & gives',
  d: 'Data',
  b: 'Connectors',
  s: 'Sort who you know',
};

test('the heading of a screen keeps the focus when the answer comes', async ({ page }) => {
  const calls = await watchCalls(page);
  for (const [key, title] of Object.entries(SCREENS)) {
    calls.hold(() => true);
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    const heading = page.getByRole('heading', { level: 1, name: title });
    await expect(heading, `${title}, asked`).toBeFocused();
    const loading = page.locator('main [data-loading]');
    await loading.first().waitFor();
    calls.release();
    await expect(loading).toHaveCount(0);
    await expect(heading, `${title}, answered`).toBeFocused();
  }
});

test('the first field of a screen that asks takes the focus when the question comes, or is there', async ({ page }) => {
  const calls = await watchCalls(page);
  calls.hold(({ method }) => method === 'askCircles');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: 'Circles' })).toBeFocused();
  calls.release();
  const field = page.getByRole('textbox', { name: 'What do you call it?' });
  await expect(field).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeFocused();
  await page.goForward();
  await expect(field).toBeFocused();
});
