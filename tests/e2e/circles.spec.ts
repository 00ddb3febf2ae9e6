/** Circles: named by keyboard from questions, some of them only, waved away, split, joined, and every step taken back. */
import type { Page } from '@playwright/test';
import { watchCalls } from './harness/calls.ts';
import { axeFindings, go } from './harness/page.ts';
import { expect, test } from './harness/weft-test.ts';

const question = (page: Page) => page.getByRole('article').getByRole('heading');
const field = (page: Page) => page.getByRole('textbox', { name: 'What do you call it?' });
const circle = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Your circles' }).getByRole('button', { name });

test('an empty map says what circles come out of', async ({ page }) => {
  await go(page, '/circles');
  await expect(page.getByRole('heading', { name: 'Your circles come out of your contacts' })).toBeVisible();
  expect(await axeFindings(page, 'an empty map')).toEqual([]);
});

test.describe('with the invented network', () => {
  test.use({ isSample: true });

  test('a circle is named by keyboard: a name, Enter, and the next question', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Go to Circles');
    await page.getByRole('option', { name: 'Go to Circles', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect(question(page)).toContainText('between 19 and 22 September 2023');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('September 2023');
    expect(await axeFindings(page, 'a question')).toEqual([]);
    await page.keyboard.type('Porto');
    await page.keyboard.press('Enter');
    await expect(question(page)).toContainText('You worked at Mirabeau Energy');
    await expect(field(page)).toBeFocused();
    await expect(circle(page, /^Porto ?12/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Just done' })).toContainText('12 people are now Porto.');

    // Out of the field single keys answer: not a circle, later, and back.
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await expect(question(page)).toContainText('tied to one another');
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await expect(question(page)).toContainText('Tessellate Analytics');
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expect(question(page)).toContainText('You worked at Mirabeau Energy');
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expect(question(page)).toContainText('between 19 and 22 September 2023');
    await expect(circle(page, /^Porto/)).toHaveCount(0);
  });

  test('what is taken back is asked at once, whatever list is on its way', async ({ page }) => {
    const calls = await watchCalls(page);
    await go(page, '/circles');
    await expect(question(page)).toContainText('between 19 and 22 September 2023');
    calls.hold(({ method }) => method === 'withdrawMany');
    const isListed = calls.answered('askCircles');
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await expect(question(page)).toContainText('You worked at Mirabeau Energy');
    await isListed;
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expect(question(page)).toContainText('between 19 and 22 September 2023');
    const isListedAgain = calls.answered('askCircles');
    calls.release();
    await isListedAgain;
    await expect(field(page)).toHaveValue('September 2023');
    await expect(question(page)).toContainText('between 19 and 22 September 2023');
  });

  test('some are taken, a circle is split, joined, renamed and removed, and each comes back', async ({ page }) => {
    await go(page, '/circles');
    const people = page.getByRole('list', { name: 'People of this group' }).getByRole('checkbox');
    await people.nth(0).uncheck();
    await people.nth(1).uncheck();
    await expect(page.getByText('10 of 12 chosen')).toBeVisible();
    await field(page).fill('Porto');
    await page.getByRole('button', { name: /^Name 10 people/ }).click();
    await expect(circle(page, /^Porto ?10/)).toBeVisible();

    await circle(page, /^Porto/).click();
    const sheet = page.getByRole('dialog', { name: 'Porto' });
    const members = sheet.getByRole('list', { name: 'People of Porto' }).getByRole('checkbox');
    await expect(members).toHaveCount(10);
    expect(await axeFindings(page, 'a circle')).toEqual([]);
    for (const at of [0, 1, 2]) await members.nth(at).check();
    await sheet.getByRole('textbox', { name: 'New circle of 3 people' }).fill('Braga');
    await page.keyboard.press('Enter');
    await expect(circle(page, /^Braga ?3/)).toBeVisible();
    await expect(circle(page, /^Porto ?7/)).toBeVisible();

    await circle(page, /^Braga/).click();
    await page.getByRole('combobox', { name: 'Join with' }).selectOption('Porto');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(circle(page, /^Porto ?10/)).toBeVisible();
    await expect(circle(page, /^Braga/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(circle(page, /^Braga ?3/)).toBeVisible();
    await expect(circle(page, /^Porto ?7/)).toBeVisible();

    await circle(page, /^Braga/).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).fill('Lisbon');
    await page.keyboard.press('Enter');
    await expect(circle(page, /^Lisbon ?3/)).toBeVisible();
    await circle(page, /^Lisbon/).click();
    await page.getByRole('button', { name: 'Remove this circle' }).click();
    await expect(circle(page, /^Lisbon/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(circle(page, /^Lisbon ?3/)).toBeVisible();

    // People knows the circle by its name.
    await circle(page, /^Lisbon/).click();
    await page.getByRole('link', { name: 'See them in People' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Circle' })).toHaveValue('Lisbon');
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(4);
  });

  test('a named community is called so on the map', async ({ page }) => {
    await go(page, '/circles');
    for (let at = 0; at < 2; at++) {
      await expect(field(page)).toBeFocused();
      await page.keyboard.press('Escape');
      await page.keyboard.press('l');
    }
    await expect(question(page)).toContainText('tied to one another');
    await field(page).fill('The weavers');
    await page.keyboard.press('Enter');
    await expect(circle(page, /^The weavers/)).toBeVisible();
    await go(page, '/map');
    await page.getByRole('radio', { name: 'List' }).check();
    await expect(page.getByText('The weavers').first()).toBeVisible();
  });
});
