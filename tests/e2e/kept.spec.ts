/** What is written to be looked at again lies in the map: another start of Weft, at another address, has it too. */
import type { Page } from '@playwright/test';
import { go } from './harness/page.ts';
import { startShell } from './harness/shell.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

const BACK_CHANNEL = '/targets/company/Kestrel%20Labs/back-channel';
const sheet = (page: Page) => page.getByRole('textbox', { name: 'Questions' });
const pitch = (page: Page) => page.getByRole('textbox', { name: 'My pitch' });
const filter = (page: Page) => page.getByRole('button', { name: 'Near data', exact: true });

test('colours, keys and what matters now are there at the next start', async ({ page, shell, browser }) => {
  await go(page, '/top');
  await page.getByRole('slider', { name: /^Say/ }).fill('2');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name of this setting' }).fill('Who decides');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Who decides', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Colours: as the system' }).click();
  await page.getByRole('button', { name: 'Colours: light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Show the keys');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: /^Use keys without/ }).uncheck();
  await page.keyboard.press('Escape');

  // Another window follows, too.
  const next = await startShell({ storeFolder: shell.storeFolder });
  const context = await browser.newContext();
  const again = await context.newPage();
  await again.goto(next.address);
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark');
  await go(again, '/top');
  await expect(again.getByRole('slider', { name: /^Say/ })).toHaveValue('1');
  await again.getByRole('button', { name: 'Who decides', exact: true }).click();
  await expect(again.getByRole('slider', { name: /^Say/ })).toHaveValue('2');
  await again.getByRole('heading', { level: 1 }).click();
  await again.keyboard.press('?');
  await expect(again.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await again.getByRole('button', { name: 'Remove Who decides' }).click();
  await expect(again.getByRole('button', { name: 'Who decides', exact: true })).toHaveCount(0);
  await again.getByRole('button', { name: 'Colours: dark' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await context.close();
  await next.stop();
});

test('a question sheet, the pitch and a filter are there at the next start', async ({ page, shell, browser }) => {
  await go(page, BACK_CHANNEL);
  await expect(sheet(page)).toHaveValue(/^- How do decisions get made/);
  await sheet(page).fill('- Who leaves, and why?');
  // Gone elsewhere before anything was pressed.
  await go(page, '/asks');
  await page.getByRole('button', { name: 'Plan a conversation' }).click();
  await pitch(page).fill('I make data plain.');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await go(page, '/people?query=data&band=strong');
  await page.getByRole('button', { name: 'Save this filter' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Near data');
  await page.keyboard.press('Enter');
  await expect(filter(page)).toBeVisible();

  const next = await startShell({ storeFolder: shell.storeFolder });
  const context = await browser.newContext();
  const again = await context.newPage();
  await again.goto(next.address);
  await again.getByRole('heading', { level: 1 }).waitFor();
  await go(again, BACK_CHANNEL);
  await expect(sheet(again)).toHaveValue('- Who leaves, and why?');
  await again.getByRole('button', { name: 'Back to Weft’s questions' }).click();
  await expect(sheet(again)).toHaveValue(/^- How do decisions get made/);
  await go(again, '/asks');
  await again.getByRole('button', { name: 'Plan a conversation' }).click();
  await expect(pitch(again)).toHaveValue('I make data plain.');
  await again.keyboard.press('Escape');
  await go(again, '/people');
  await filter(again).click();
  await expect(again.getByRole('searchbox', { name: 'Search people' })).toHaveValue('data');
  await expect(again.getByRole('combobox', { name: 'Strength' })).toHaveValue('strong');
  await again.getByRole('button', { name: 'Remove the filter Near data' }).click();
  await expect(filter(again)).toHaveCount(0);
  await context.close();
  await next.stop();
});
