/**
 * The main job by keyboard, through the real web shell: name a target, read its routes, correct a tie, log an ask, take each back.
 *
 *     npm run build && npx node tests/e2e/targets/flow.ts
 */
import { strict as assert } from 'node:assert';
import { openTargets } from './open-targets.ts';

const opened = await openTargets();
const { page, go, problems } = opened;
/** The best route with its strengths and its chance. */
const best = () => page.locator('main h3').first().locator('..').textContent();
const undo = async (text: RegExp) => {
  const toast = page.getByRole('region', { name: 'Just done' }).locator('div').filter({ hasText: text }).last();
  await toast.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
};
const isFocusLost = () => page.evaluate(() => document.activeElement === document.body);
try {
  await go('/targets');
  const rows = page.getByRole('grid', { name: 'Targets' }).getByRole('row');
  await rows.nth(1).waitFor();
  const before = await rows.count();

  // By typing; the field keeps the focus for the next one.
  await page.getByRole('combobox', { name: 'Add a target' }).focus();
  await page.keyboard.type('alderpoint');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/^Added Alderpoint/).waitFor();
  await rows.nth(before).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'combobox');
  await undo(/^Added Alderpoint/);
  await page.waitForFunction(
    (count) => document.querySelectorAll('[role="grid"] [role="row"]').length === count,
    before,
  );

  // Remove and undo: the row comes back at its place.
  const second = await rows.nth(2).textContent();
  await rows
    .nth(2)
    .getByRole('button', { name: /^Remove/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^Removed /).waitFor();
  await page.waitForTimeout(200);
  assert.equal(await isFocusLost(), false, 'the focus is lost after a removal');
  await undo(/^Removed /);
  await page.waitForFunction(
    (count) => document.querySelectorAll('[role="grid"] [role="row"]').length === count,
    before,
  );
  assert.equal(await rows.nth(2).textContent(), second);

  // A correction changes the route at once, and its undo brings it back.
  await go('/targets/company/Brightwater%20Robotics');
  const first = await best();
  await page.getByRole('button', { name: 'Correct your tie to Petra' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /I do not know them/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((text) => document.querySelector('main h3')?.parentElement?.textContent !== text, first);
  await page.waitForTimeout(300);
  assert.equal(await isFocusLost(), false, 'the focus is lost after a correction');
  await undo(/I do not know them/);
  await page.waitForFunction((text) => document.querySelector('main h3')?.parentElement?.textContent === text, first);

  // The ask is logged, shown beside the route, and taken back.
  await page.getByRole('button', { name: 'Ask Petra' }).first().focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  assert.match(await sheet.getByLabel(/^Why I ask/).inputValue(), /Would you introduce me/);
  await sheet.getByRole('button', { name: 'Copy all' }).click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /To forward/);
  await sheet.getByRole('button', { name: 'Log the ask' }).focus();
  await page.keyboard.press('Enter');
  await sheet.waitFor({ state: 'detached' });
  await page
    .getByText(/Asked today/)
    .first()
    .waitFor();
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /Ask Petra/);
  await undo(/logged/);
  await page
    .getByText(/Asked today/)
    .first()
    .waitFor({ state: 'detached' });

  // Mutual connections open a route where there is none.
  await go('/targets');
  await page.getByRole('link', { name: 'Quinn Larkin' }).press('Enter');
  await page
    .getByLabel('Mutual connections')
    .fill('Petra Novotná\nTom Adeyemi and 2 other mutual connections\nNobody Atall');
  await page.getByRole('button', { name: 'Save 2 mutual connections' }).press('Enter');
  await page.getByRole('heading', { name: /best routes/ }).waitFor();
  await page.waitForTimeout(200);
  assert.equal(await isFocusLost(), false, 'the focus is lost after a route opened');
  await undo(/Noted 2 mutual/);
  await page.getByText('No route to Quinn Larkin yet.').waitFor();

  // A similar name is the same company by the user's word alone.
  await page.goto(page.url().replace(/#.*/, '#/targets/company/Kestrell%20Labs'));
  await page.getByRole('button', { name: 'Yes, the same' }).press('Enter');
  await page.getByRole('heading', { name: /best routes/ }).waitFor();
  await page.getByRole('button', { name: 'Take back' }).first().waitFor();
} finally {
  await opened.close();
}
assert.deepEqual(problems, []);
console.log('The main job works by keyboard.');
