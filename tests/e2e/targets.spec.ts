/** Targets, routes and corrections: each step shows at once, has its undo, and loses neither a place nor the focus. */
import type { Page } from '@playwright/test';
import { go } from './harness/page.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

const rows = (page: Page) => page.getByRole('grid', { name: 'Targets' }).getByRole('row');

/** Takes back what the toast with these words tells of. */
async function undo(page: Page, text: RegExp): Promise<void> {
  const toast = page.getByRole('region', { name: 'Just done' }).locator('div').filter({ hasText: text }).last();
  await toast.getByRole('button', { name: 'Undo' }).press('Enter');
}

async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
}

test('a target is typed and taken back, and a removed one comes back at its place', async ({ page }) => {
  await go(page, '/targets');
  const before = await rows(page).count();
  const field = page.getByRole('combobox', { name: 'Add a target' });
  await field.pressSequentially('alderpoint');
  await page.getByRole('option').first().waitFor();
  await field.press('Enter');
  await expect(rows(page)).toHaveCount(before + 1);
  // For the next one.
  await expect(field).toBeFocused();
  await undo(page, /^Added Alderpoint/);
  await expect(rows(page)).toHaveCount(before);

  const second = (await rows(page).nth(2).textContent()) ?? '';
  await rows(page)
    .nth(2)
    .getByRole('button', { name: /^Remove/ })
    .press('Enter');
  await expect(rows(page)).toHaveCount(before - 1);
  await expectFocusKept(page);
  await undo(page, /^Removed /);
  await expect(rows(page)).toHaveCount(before);
  await expect(rows(page).nth(2)).toHaveText(second);
});

test('mutual connections open a route where there was none, and close it again', async ({ page }) => {
  await go(page, '/targets');
  await page.getByRole('link', { name: 'Quinn Larkin' }).press('Enter');
  await page
    .getByLabel('Mutual connections')
    .fill('Petra Novotná\nTom Adeyemi and 2 other mutual connections\nNobody Atall');
  await page.getByRole('button', { name: 'Save 2 mutual connections' }).press('Enter');
  await expect(page.getByRole('heading', { name: /best routes/ })).toBeVisible();
  await expectFocusKept(page);
  await undo(page, /Noted 2 mutual/);
  await expect(page.getByText('No route to Quinn Larkin yet.').first()).toBeVisible();
});

test('a similar name is the same company by the user’s word alone', async ({ page }) => {
  await go(page, '/targets/company/Kestrell%20Labs');
  await page.getByRole('button', { name: 'Yes, the same' }).press('Enter');
  await expect(page.getByRole('heading', { name: /best routes/ })).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).first().press('Enter');
  await expect(page.getByRole('button', { name: 'Yes, the same' })).toBeVisible();
});

test('a corrected tie changes the route and keeps the focus, and an ask is copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await go(page, '/targets/company/Brightwater%20Robotics');
  const best = page.getByRole('main').getByRole('heading', { level: 3 }).first().locator('..');
  const before = (await best.textContent()) ?? '';
  await best.getByRole('button', { name: 'Correct your tie to Petra' }).press('Enter');
  await best.getByRole('button', { name: /I do not know them/ }).press('Enter');
  await expect(best).not.toHaveText(before);
  await expectFocusKept(page);
  await undo(page, /I do not know them/);
  await expect(best).toHaveText(before);

  await page.getByRole('button', { name: 'Ask Petra' }).first().press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel(/^Why I ask/)).toHaveValue(/Would you introduce me/);
  await sheet.getByRole('button', { name: 'Copy all' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('To forward');
  await sheet.getByRole('button', { name: 'Log the ask' }).press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText('You asked them today').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask Petra' }).first()).toBeFocused();
  await undo(page, /logged/);
  await expect(page.getByText('You asked them today')).toHaveCount(0);
});
