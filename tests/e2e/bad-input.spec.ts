/** What goes wrong in front of the window: a clear sentence each time, and nothing lost. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { connectionsCsv, messagesCsv, person, profileCsv, zipOf } from '../helpers/linkedin-export.ts';
import { hostileConnections, LONG_NAME, NO_EXPORT, PAYLOADS } from './harness/hostile-names.ts';
import { go } from './harness/page.ts';
import { startShell, weft } from './harness/shell.ts';
import { expect, test } from './harness/weft-test.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });

async function chooseFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(file);
}

function written(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a wrong file is named and explained, and another can be chosen at once', async ({ page, folder }) => {
  const wrong: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['prices.csv', NO_EXPORT, /prices\.csv.*header/],
    ['archive.zip', '%PDF-1.7 this is no archive', /not a complete archive|not an archive/i],
    ['empty.csv', '', /empty/i],
  ];
  for (const [name, content, sentence] of wrong) {
    await chooseFile(page, written(folder, name, content));
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByRole('alert')).not.toContainText('--');
    await page.getByRole('button', { name: 'Choose other files' }).click();
    await expect(h1(page)).toHaveText('Bring your network in');
  }
});

test('an archive that does not say whose it is asks for the profile address and goes on', async ({ page, folder }) => {
  const [noor, ana] = [person('Noor Example'), person('Ana Reis')];
  const zip = zipOf({
    'Connections.csv': connectionsCsv([{ first: 'Ana', last: 'Reis', url: ana.url }]),
    'messages.csv': messagesCsv([
      { thread: 'T1', from: ana, to: [noor], at: '2026-03-02T16:47:09Z', content: 'Hello' },
    ]),
  });
  await chooseFile(page, written(folder, 'export.zip', zip));
  await expect(page.getByRole('alert')).toContainText('Give the address of your profile.');
  await page.getByRole('textbox', { name: 'Your profile address' }).fill('not an address');
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('textbox', { name: 'Your profile address' }).fill(noor.url ?? '');
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(h1(page)).toHaveText('What your files hold');
});

test('an export of mine from a new address is asked about, and what was imported before is known again', async ({
  page,
  folder,
}) => {
  const [noor, ana] = [person('Noor Example'), person('Ana Reis')];
  const exportFrom = (url: string, name: string) => {
    const messages = [
      { thread: 'T1', from: { ...noor, url }, to: [ana], at: '2026-03-02T16:47:09Z', content: 'Hello' },
    ];
    const zip = zipOf({
      'Connections.csv': connectionsCsv([{ first: 'Ana', last: 'Reis', url: ana.url }]),
      'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
      'messages.csv': messagesCsv(messages),
    });
    return written(folder, name, zip);
  };
  const newUrl = 'https://www.linkedin.com/in/noor-moved-zt9';
  await chooseFile(page, exportFrom(noor.url ?? '', 'old.zip'));
  await page.getByRole('button', { name: 'Import 1 person' }).click();
  await expect(h1(page)).toHaveText('1 person came in');
  await page.getByRole('button', { name: 'Import more' }).click();
  await chooseFile(page, exportFrom(newUrl, 'new.zip'));
  await page.getByRole('button', { name: 'It is mine' }).click();
  await expect(page.getByRole('alert')).toContainText('is not the owner of your map');
  await page.getByRole('textbox', { name: 'Your profile address' }).fill(newUrl);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(h1(page)).toHaveText('What your files hold');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(h1(page)).toHaveText('No new people');
  await page.getByRole('button', { name: 'Import more' }).click();
  await chooseFile(page, exportFrom(noor.url ?? '', 'old.zip'));
  await expect(page.getByText('The very same was imported before. To import it again changes nothing.')).toBeVisible();
});

test.describe('with the invented network', () => {
  test.use({ isSample: true });

  test('a second window and another program see what changed', async ({ page, context, shell }) => {
    const second = await context.newPage();
    // As a browser duplicates a tab: the new one has the session of the old.
    const token = await page.evaluate(() => sessionStorage.getItem('weft.token') ?? '');
    await second.addInitScript((value) => sessionStorage.setItem('weft.token', value), token);
    await second.goto(`${shell.origin}/#/targets`);
    await page.getByRole('link', { name: 'Targets' }).click();
    await page.getByRole('combobox', { name: 'Add a target' }).fill('Gooseberry Works');
    await page.getByRole('option', { name: 'Gooseberry Works as a company' }).click();
    const targets = second.getByRole('grid', { name: 'Targets' });
    await expect(targets.getByRole('link', { name: 'Gooseberry Works' })).toBeVisible();
    await weft(shell.storeFolder, ['targets', 'add', 'Medlar Mills']);
    await expect(targets.getByRole('link', { name: 'Medlar Mills' })).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Targets' }).getByRole('link', { name: 'Medlar Mills' })).toBeVisible();
  });

  test('a server that stops leaves a calm notice and what was typed', async ({ page, shell, expectedErrors }) => {
    expectedErrors.pattern = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to 'ws:.*' failed/;
    await go(page, '/people?query=Petra');
    await page.getByRole('link', { name: 'Petra Novotná' }).click();
    const note = page.getByRole('textbox', { name: 'Private note' });
    await note.fill('Written while nobody listened');
    await shell.stop();
    await expect(page.getByText('Weft has stopped answering.', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect(note).toHaveValue('Written while nobody listened');
    await expect(h1(page)).toContainText('Petra Novotná');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Weft has stopped answering.', { exact: true })).toBeVisible();
    // Started again it is another server with another key; the page says so and keeps what stands in it.
    const again = await startShell({ storeFolder: shell.storeFolder, port: Number(new URL(shell.origin).port) });
    await expect(page.getByText('This tab is not connected to Weft.', { exact: true })).toBeVisible();
    await expect(note).toHaveValue('Written while nobody listened');
    await page.goto(again.address);
    await expect(h1(page)).toHaveText(/^(?:Today|Targets)$/);
    expect(page.url()).not.toContain('start=');
    await again.stop();
  });
});

test('a map made by a newer Weft is refused in words', async ({ folder, browser }) => {
  const storeFolder = join(folder, 'newer');
  await weft(storeFolder, ['targets', 'add', 'Kestrel Labs']);
  const file = readdirSync(storeFolder).find((name) => /\.(?:db|weft|sqlite)$/.test(name)) ?? '';
  const db = new Database(join(storeFolder, file));
  db.pragma('user_version = 999');
  db.close();
  const shell = await startShell({ storeFolder });
  const page = await browser.newPage();
  await page.goto(shell.address);
  await expect(page.getByRole('alert')).toContainText('newer Weft');
  await expect(page.getByRole('button', { name: /erase|delete/i })).toHaveCount(0);
  await page.close();
  await shell.stop();
});

test('R1, R3: hostile names are text in every view and leave their neighbours alone', async ({ page, folder }) => {
  await chooseFile(page, written(folder, 'Connections.csv', hostileConnections()));
  await expect(h1(page)).toHaveText('What your files hold');
  await page.getByRole('button', { name: /^Import \d+ people$/ }).click();
  await expect(h1(page)).toHaveText(/people came in$/);

  await go(page, '/people');
  const table = page.getByRole('grid', { name: 'People' });
  await expect(table.getByRole('link').first()).toBeVisible();
  await table.getByRole('link').first().hover();
  // Every name comes into sight once; what a payload would do, the watch sees.
  const scroller = table.getByRole('presentation').first();
  for (let at = 0; at < 3_000; at += 400) {
    await scroller.evaluate((element, top) => element.scrollTo({ top }), at);
    await expect(table.getByRole('link').first()).toBeVisible();
  }
  const search = page.getByRole('searchbox', { name: 'Search people' });
  for (const number of [1, 2, 3]) {
    await search.fill(`Neighbour${number}`);
    const row = table.getByRole('row').filter({ hasText: `Neighbour${number}` });
    await expect(row.getByRole('gridcell').nth(1)).toHaveText(`Bram Neighbour${number}`);
    await expect(row.getByRole('gridcell').nth(2)).toHaveText('Analyst');
    await expect(row.getByRole('gridcell').nth(3)).toHaveText('Tern Labs');
  }
  await search.fill('Zuta');
  const turned = table.getByRole('row').filter({ hasText: 'Zuta' });
  await expect(turned).toContainText('hidden marks');
  await search.fill('');

  // A name of 10,000 letters is cut in sight and keeps its row's height; the page of the person stays within the window.
  await go(page, '/people?query=Long');
  const long = table.getByRole('link', { name: /^N{20}/ });
  expect(((await long.textContent()) ?? '').length).toBeLessThan(60);
  await long.click();
  await expect(h1(page)).toContainText('NNN');
  expect(((await h1(page).textContent()) ?? '').length).toBeLessThan(LONG_NAME.length);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('script');
  await expect(page.getByRole('dialog').getByRole('option').nth(3)).toBeVisible();
  await page.keyboard.press('Escape');

  for (const payload of PAYLOADS) {
    await go(page, `/targets/company/${encodeURIComponent(payload)}`);
    await expect(h1(page)).not.toBeEmpty();
  }
  await go(page, '/people?query=hostile');
  await go(page, `/people?query=${encodeURIComponent('onerror')}`);
  await table.getByRole('link').first().click();
  await page.getByRole('textbox', { name: 'Private note' }).fill(PAYLOADS[10] ?? '');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByText('Note kept.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Can help with' }).fill(PAYLOADS[0] ?? '');
  await page.getByRole('button', { name: 'Add' }).first().click();
  await expect(page.getByText(PAYLOADS[0] ?? '', { exact: true }).last()).toBeVisible();

  await go(page, '/targets');
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page
    .getByRole('textbox', { name: 'Targets' })
    .fill(PAYLOADS.map((text) => text.replaceAll('\n', ' ')).join('\n'));
  await page.getByRole('button', { name: /^Add \d+ targets$/ }).click();
  await expect(page.getByRole('grid', { name: 'Targets' }).getByRole('link').first()).toBeVisible();
  await go(page, '/data');
  await expect(page.getByRole('button', { name: 'Undo import 1' })).toBeVisible();
  expect(
    await page.locator('main script, main iframe, main object, main embed, main img, main form[action]').count(),
  ).toBe(0);
});
