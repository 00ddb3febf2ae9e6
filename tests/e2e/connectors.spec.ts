/** Who connects my circles as a list: ranked, sorted, explained, followed to the map and back; and not known yet. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hostileConnections } from './harness/hostile-names.ts';
import { axeFindings, go } from './harness/page.ts';
import { weft } from './harness/shell.ts';
import { expect, test } from './harness/weft-test.ts';

const BRIDGE = 'Ana Ferreira-Lund';

const rows = (page: Page) => page.getByRole('grid').getByRole('row');
const heading = (page: Page, name: string) => page.getByRole('columnheader', { name });
const header = (page: Page) => page.getByRole('main').locator('header');
const sheet = (page: Page) => page.getByRole('dialog');

/** Connections.csv alone, as the command takes it in. */
async function importAlone(folder: string, storeFolder: string, csv: string, words: string[] = []): Promise<void> {
  const file = join(folder, 'Connections.csv');
  writeFileSync(file, csv);
  await weft(storeFolder, ['import', file, '--quiet', ...words]);
}

test.describe('with the invented network', () => {
  test.use({ isSample: true });

  test('the list answers, sorts by its headings and says why, by keyboard', async ({ page }) => {
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await expect(page.getByRole('heading', { level: 1, name: 'Connectors' })).toBeFocused();
    await expect(header(page)).toContainText(`${BRIDGE} connects their own circle`);
    await expect(page.getByText(/^From \d+ ties between \d+ people, as 2 exports, threads/)).toBeVisible();
    await expect(rows(page).nth(1)).toContainText(BRIDGE);
    await expect(rows(page).nth(1)).toContainText('Their own circle · ');
    // Known as nothing, and not known, are two things.
    await expect(rows(page).filter({ hasText: 'Nandini Iyengar' })).toContainText('not known');
    await expect(heading(page, 'Index')).toHaveAttribute('aria-sort', 'descending');

    const order = page.getByRole('combobox', { name: 'Order' });
    await heading(page, 'Has helped').getByRole('button').press('Enter');
    await expect(heading(page, 'Has helped')).toHaveAttribute('aria-sort', 'descending');
    await expect(order).toHaveValue('introductions');
    await expect(rows(page).nth(2)).toContainText('Kwame Mensah');
    await expect(heading(page, 'Has helped').getByRole('button')).toBeFocused();
    // No order of the list follows from it.
    await expect(heading(page, 'New people').getByRole('button')).toHaveCount(0);
    // Low marks a connector; the answer stays what it is.
    await order.selectOption('constraint');
    await expect(rows(page).nth(2)).toContainText('Cem Demirel');
    await expect(header(page)).toContainText(`${BRIDGE} connects their own circle`);

    await rows(page).nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(2)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText('Cem Demirel');
    await expect(sheet(page)).toContainText('and also knows people in');
    await expect(sheet(page)).toContainText('Seen from outside: their own export would show more.');
    await expect(sheet(page)).toContainText(/\d pairs between different employers/);
    await expect(sheet(page)).toContainText('Low marks a connector.');
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    await expect(rows(page).nth(2)).toBeFocused();

    await page.getByRole('button', { name: 'What the numbers mean' }).press('Enter');
    await expect(sheet(page)).toContainText('Constraint');
    await expect(sheet(page)).toContainText('Burt (1992), Structural Holes, ch. 2.');
    await page.keyboard.press('Escape');

    await page.getByRole('radio', { name: /^Seen from outside \(\d+\)$/ }).press('ArrowRight');
    await expect(header(page)).toContainText('Petra Novotná connects');
    await expect(rows(page)).toHaveCount(3);
  });

  test('from the list to the map and back, and from the map to the list', async ({ page }) => {
    await go(page, '/connectors');
    await rows(page).nth(1).getByRole('gridcell').last().click();
    await sheet(page).getByRole('button', { name: 'On the map' }).click();
    const chosen = page.getByRole('region', { name: 'Chosen person' });
    await expect(chosen).toContainText(BRIDGE);
    await page.goBack();
    await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText(BRIDGE);
    await sheet(page).getByRole('button', { name: 'Without them?' }).click();
    await expect(header(page)).toContainText(`Without ${BRIDGE},`);

    await go(page, '/map');
    await header(page).getByRole('link', { name: 'As a list with reasons' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connectors');
    await page.goBack();
    await page.getByRole('button', { name: new RegExp(`^${BRIDGE}`) }).click();
    await chosen.getByRole('button', { name: 'As a connector' }).click();
    await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText(BRIDGE);

    await go(page, '/circles');
    await page.getByRole('button', { name: 'Who connects them' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connectors');
  });

  test('axe finds nothing in the list, the reasons and the explanations', async ({ page }) => {
    const found: string[] = [];
    await go(page, '/connectors');
    found.push(...(await axeFindings(page, 'seen from outside')));
    await go(page, '/connectors?view=own-export');
    found.push(...(await axeFindings(page, 'own export')));
    await rows(page).nth(1).press('Enter');
    await expect(sheet(page)).toBeVisible();
    found.push(...(await axeFindings(page, 'reasons')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'What the numbers mean' }).click();
    found.push(...(await axeFindings(page, 'explanations')));
    expect(found).toEqual([]);
  });
});

test('Connections.csv alone: not known yet, and what would tell', async ({ page, shell, folder }) => {
  const csv = [
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'Ana,Example,https://www.linkedin.com/in/ana-example-zt20,,Nordlys,Designer,01 May 2019',
    'Bela,Example,https://www.linkedin.com/in/bela-example-zt21,,Nordlys,Designer,02 May 2020',
  ].join('\n');
  await importAlone(folder, shell.storeFolder, csv);
  await go(page, '/connectors');
  await expect(header(page)).toContainText('Who connects your circles is not known yet');
  await expect(page.getByText('A friend’s export, imported as theirs, shows all ties of that friend.')).toBeVisible();
  await expect(page.getByText(/^Group threads in messages\.csv/)).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
  expect(await axeFindings(page, 'not known yet')).toEqual([]);
  await page.getByRole('button', { name: 'Import a file' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('names that are markup stay names, and widen nothing', async ({ page, shell, folder }) => {
  const owner = 'https://www.linkedin.com/in/bram-neighbour-zt1';
  await importAlone(folder, shell.storeFolder, hostileConnections());
  await importAlone(folder, shell.storeFolder, hostileConnections(), ['--role', 'circle', '--owner', owner]);
  await go(page, '/connectors');
  await expect(page.getByRole('grid')).toBeVisible();
  await rows(page).filter({ hasText: '<script>' }).first().press('Enter');
  await expect(sheet(page)).toContainText('<script>');
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isWide()).toBe(false);
  await page.keyboard.press('Escape');
  expect(await isWide()).toBe(false);
});
