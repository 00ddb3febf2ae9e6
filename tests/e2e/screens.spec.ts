/** axe looks at every screen and sheet, in light and dark, empty and with the invented network (WCAG 2.2 AA). */
import type { Page } from '@playwright/test';
import { go, axeFindings as look } from './harness/page.ts';
import { expect, test } from './harness/weft-test.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** Opens something, looks at it, and closes it with Escape. */
async function lookAt(page: Page, what: string, open: () => Promise<void>): Promise<string[]> {
  await open();
  await expect(page.getByRole('dialog')).toBeVisible();
  const found = await look(page, what);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return found;
}

/** What the rail leads to, the connectors and the deck. */
const SCREENS = ['/today', '/targets', '/people', '/map', '/top', '/asks', '/data', '/connectors', '/triage'];

test('axe finds nothing on an empty map, nor in the import', async ({ page, zips }) => {
  const found: string[] = [];
  for (const address of [...SCREENS, '/import', '/nowhere', '/design']) {
    await go(page, address);
    found.push(...(await look(page, `empty ${address}`)));
  }
  await go(page, '/import');
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Choose files').click();
  await (await chooser).setFiles(zips.mine);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What your files hold');
  await page.getByText('Not you?').click();
  found.push(...(await look(page, 'preview')));
  await button(page, /^Import \d+ people$/).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ people came in$/);
  found.push(...(await look(page, 'report')));
  await go(page, '/data');
  await go(page, '/import');
  const second = page.waitForEvent('filechooser');
  await button(page, 'Choose files').click();
  await (await second).setFiles(zips.petras);
  await expect(page.getByRole('alert')).toBeVisible();
  found.push(...(await look(page, 'refused import')));
  expect(found).toEqual([]);
});

test.describe('with the invented network', () => {
  test.use({ isSample: true });

  test('axe finds nothing on targets, routes and the composer', async ({ page }) => {
    const found: string[] = [];
    const route = '/targets/company/Brightwater%20Robotics';
    for (const address of [
      '/targets',
      route,
      '/targets/company/Kestrel%20Labs',
      '/targets/company/Palisade%20Bio',
      '/targets/company/Starling%20Grid/back-channel',
    ]) {
      await go(page, address);
      found.push(...(await look(page, address)));
    }
    await go(page, route);
    await button(page, 'Why').click();
    await button(page, /^Correct your tie/).click();
    found.push(...(await look(page, 'a tie being corrected')));
    found.push(...(await lookAt(page, 'composer', () => button(page, /^Ask /).click())));
    await go(page, '/targets');
    await page.getByRole('combobox', { name: 'Add a target' }).fill('bri');
    await page.getByRole('option').first().waitFor();
    found.push(...(await look(page, 'suggestions')));
    await page.getByRole('combobox', { name: 'Add a target' }).fill('');
    found.push(...(await lookAt(page, 'paste', () => button(page, 'Paste a list').click())));
    found.push(...(await lookAt(page, 'take', () => button(page, 'Take from your applications').click())));
    expect(found).toEqual([]);
  });

  test('axe finds nothing on the map, the top contacts, the deck, the asks and today', async ({ page }) => {
    const found: string[] = [];
    for (const address of ['/today', '/map', '/top', '/asks', '/triage']) {
      await go(page, address);
      found.push(...(await look(page, address)));
    }
    await go(page, '/asks');
    found.push(...(await lookAt(page, 'plan', () => button(page, 'Plan a conversation').click())));
    expect(found).toEqual([]);
  });

  test('axe finds nothing on people, data and what opens there', async ({ page }) => {
    const found: string[] = [];
    await go(page, '/people?query=Petra');
    await page.getByRole('grid', { name: 'People' }).getByRole('checkbox').first().check();
    found.push(...(await look(page, 'people chosen')));
    found.push(...(await lookAt(page, 'save filter', () => button(page, 'Save this filter').click())));
    await page.getByRole('link', { name: 'Petra Novotná' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Petra Novotná');
    found.push(...(await look(page, 'person')));
    found.push(...(await lookAt(page, 'forget', () => button(page, 'Forget this person').click())));
    await go(page, '/people');
    await page.getByRole('link', { name: /\w/ }).nth(5).waitFor();
    found.push(...(await look(page, 'people')));
    await go(page, '/people?flag=maybe-same');
    await page.getByRole('grid', { name: 'People' }).getByRole('link').first().click();
    await button(page, 'Compare').waitFor();
    found.push(...(await lookAt(page, 'duplicates', () => button(page, 'Compare').click())));
    await go(page, '/data');
    await button(page, 'Make a copy now').click();
    await button(page, /^Restore the copy/).waitFor();
    found.push(...(await look(page, 'data')));
    found.push(...(await lookAt(page, 'restore', () => button(page, /^Restore the copy/).click())));
    found.push(...(await lookAt(page, 'erase', () => button(page, 'Erase everything').click())));
    found.push(...(await lookAt(page, 'keys', () => page.keyboard.press('?'))));
    found.push(
      ...(await lookAt(page, 'command bar', async () => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('kest');
        await page.getByRole('option', { name: 'Kestrel Labs' }).first().waitFor();
      })),
    );
    expect(found).toEqual([]);
  });
});
