/**
 * The whole first session of somebody who never saw Weft: from the empty window to an ask, and everything taken back. Once with
 * the mouse, once by keyboard alone.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Hand, keyboard, mouse } from './harness/hands.ts';
import { expect, type SampleFiles, test } from './harness/weft-test.ts';

const WAYS: readonly (readonly [string, (page: Page) => Hand])[] = [
  ['with the mouse', mouse],
  ['by keyboard alone', keyboard],
];

for (const [way, handOf] of WAYS) {
  test(`a newcomer comes from the dropped file to an ask, and takes all of it back, ${way}`, async ({ page, zips }) => {
    const hand = handOf(page);
    await test.step('import my own export', () => importMine(page, hand, zips));
    await test.step('name a target and read that I know somebody there', () => directTarget(page, hand));
    await test.step('a friend’s export opens a route of one step', () => oneStepTarget(page, hand, zips));
    await test.step('no route is an answer', () => noRouteTarget(page, hand));
    await test.step('a corrected tie changes the answer at once', () => correctTie(page, hand));
    await test.step('an ask is written, logged and undone', () => ask(page, hand));
    await test.step('a person is found, judged and noted, and the note found', () => person(page, hand));
    await test.step('the table is taken along', () => exportTable(page, hand));
    await test.step('a person is forgotten', () => forget(page, hand));
    await test.step('an import is undone', () => undoImport(page, hand));
  });
}

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function chooseFile(page: Page, hand: Hand, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await hand.press(button(page, 'Choose files'));
  await (await chooser).setFiles(file);
}

async function importMine(page: Page, hand: Hand, { mine }: SampleFiles): Promise<void> {
  await expect(h1(page)).toHaveText('Bring your network in');
  await chooseFile(page, hand, mine);
  await expect(h1(page)).toHaveText('What your files hold');
  await expect(page.getByText(/^You are /)).toBeVisible();
  const files = page.getByRole('table', { name: 'Files and their rows' });
  await expect(files.getByRole('rowheader', { name: /Connections\.csv/ })).toBeVisible();
  await expect(files.getByRole('rowheader', { name: /messages\.csv/ })).toBeVisible();
  await hand.press(button(page, /^Import \d+ people$/));
  await expect(h1(page)).toHaveText(/^\d+ people came in$/);
  await hand.press(button(page, 'Name the companies you want to reach'));
  await expect(h1(page)).toHaveText('Targets');
}

async function addTarget(page: Page, hand: Hand, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Add a target' });
  await hand.type(field, name);
  await expect(page.getByRole('option').first()).toContainText(name);
  await hand.takeFirst(field);
  await expect(page.getByText(`Added ${name}`)).toBeVisible();
}

async function openTarget(page: Page, hand: Hand, name: string): Promise<void> {
  await hand.press(page.getByRole('grid', { name: 'Targets' }).getByRole('link', { name }));
  await expect(h1(page)).toHaveText(name);
}

async function directTarget(page: Page, hand: Hand): Promise<void> {
  await addTarget(page, hand, 'Kestrel Labs');
  await openTarget(page, hand, 'Kestrel Labs');
  await expect(page.getByText('You know Petra Novotná at Kestrel Labs').first()).toBeVisible();
}

async function oneStepTarget(page: Page, hand: Hand, { petras }: SampleFiles): Promise<void> {
  await hand.goTo('Data');
  await hand.press(button(page, 'Import').first());
  await chooseFile(page, hand, petras);
  await expect(page.getByRole('alert')).toContainText('The owner of this export is not the owner of your map.');
  await hand.press(button(page, 'It is a friend’s network'));
  await expect(page.getByText('This is the network of Petra Novotná')).toBeVisible();
  await hand.press(button(page, /^Import/).last());
  await expect(page.getByText('The network of Petra Novotná came in').first()).toBeVisible();

  await hand.goTo('Targets');
  await addTarget(page, hand, 'Brightwater Robotics');
  await openTarget(page, hand, 'Brightwater Robotics');
  await expect(
    page.getByText('Ask Petra Novotná: they can bring you to Marisol Tavares-Quint at Brightwater Robotics').first(),
  ).toBeVisible();
}

async function noRouteTarget(page: Page, hand: Hand): Promise<void> {
  await hand.goTo('Targets');
  await addTarget(page, hand, 'Palisade Bio');
  await openTarget(page, hand, 'Palisade Bio');
  await expect(page.getByText('Nobody at Palisade Bio is known').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What would open one' })).toBeVisible();
}

async function correctTie(page: Page, hand: Hand): Promise<void> {
  await hand.goTo('Targets');
  await openTarget(page, hand, 'Brightwater Robotics');
  const best = page
    .getByRole('region', { name: /best routes/ })
    .getByRole('listitem')
    .first();
  await expect(best).toContainText('Ask Petra');
  const before = await best.textContent();
  expect(before).not.toContain('Slim chance');
  await hand.press(best.getByRole('button', { name: 'Correct your tie to Petra' }));
  await hand.press(best.getByRole('button', { name: /I do not know them/ }));
  await expect(best).toContainText('by your word');
  await expect(best).toContainText('Slim chance');
  await hand.press(button(page, 'Undo').last());
  await expect(best).not.toContainText('by your word');
  expect(await best.textContent()).toBe(before);
}

async function ask(page: Page, hand: Hand): Promise<void> {
  await hand.press(button(page, 'Ask Petra').first());
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('textbox', { name: /^Why I ask, for Petra/ })).not.toBeEmpty();
  await expect(sheet.getByRole('textbox', { name: /^What is in it for Marisol/ })).toBeVisible();
  await expect(sheet.getByRole('textbox', { name: /note/i })).not.toBeEmpty();
  await hand.type(sheet.getByRole('textbox', { name: 'What you want to hear about' }), ' and the team');
  await hand.press(sheet.getByRole('button', { name: 'Log the ask' }));
  const done = page.getByText(/^Ask to Petra logged\. Follow up on/);
  await expect(done).toBeVisible();
  await hand.press(button(page, 'Undo').last());
  await expect(done).toHaveCount(0);
}

async function person(page: Page, hand: Hand): Promise<void> {
  await hand.goTo('People');
  const search = page.getByRole('searchbox', { name: 'Search people' });
  await hand.type(search, 'Petra Nov');
  await expect(page.getByText('1 person fits.')).toBeVisible();
  await hand.openFirstRow(page.getByRole('grid', { name: 'People' }));
  await expect(h1(page)).toContainText('Petra Novotná');
  await expect(page.getByText('No asks')).toHaveCount(0);

  await hand.choose(page.getByRole('group', { name: 'How well do you know them?' }), 'Close');
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /You said: close/i })
      .first(),
  ).toBeVisible();
  await hand.type(page.getByRole('textbox', { name: 'Private note' }), 'Likes gooseberry tart');
  await hand.press(button(page, 'Keep the note'));
  await expect(page.getByText('Note kept.')).toBeVisible();

  await hand.goTo('People');
  await hand.type(search, 'gooseberry');
  await expect(page.getByText('1 person fits.')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('link', { name: 'Petra Novotná' })).toBeVisible();
}

async function exportTable(page: Page, hand: Hand): Promise<void> {
  await hand.goTo('Data');
  const download = page.waitForEvent('download');
  await hand.press(button(page, 'Export').last());
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^weft-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  const [header = '', ...rows] = text.trim().split(/\r?\n/);
  expect(header).toContain('Name');
  const petra = rows.find((row) => row.includes('Petra') && row.includes('Novotná'));
  expect(petra).toContain('Kestrel Labs');
  await expect(page.getByText(/people written to weft-/)).toBeVisible();
}

async function forget(page: Page, hand: Hand): Promise<void> {
  await hand.goTo('People');
  await hand.type(page.getByRole('searchbox', { name: 'Search people' }), 'gooseberry');
  await hand.openFirstRow(page.getByRole('grid', { name: 'People' }));
  await expect(h1(page)).toContainText('Petra Novotná');
  await hand.press(button(page, 'Forget this person'));
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Forget', exact: true }));
  await expect(page.getByText(/^Forgotten: nothing of them is left here/)).toBeVisible();
  await hand.goTo('People');
  await hand.type(page.getByRole('searchbox', { name: 'Search people' }), 'Petra Novotná');
  await expect(page.getByText('Nobody fits')).toBeVisible();
}

async function undoImport(page: Page, hand: Hand): Promise<void> {
  await hand.goTo('Data');
  // Petra's own export went with her.
  await expect(button(page, /^Undo import/)).toHaveCount(1);
  await hand.press(button(page, 'Undo import 1'));
  await expect(page.getByText('Nothing is here yet.')).toBeVisible();
}
