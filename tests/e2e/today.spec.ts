/** Part of the way of issue 5: three targets, ten cards by keyboard, the list that changes, and an ask that comes due again. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { weft } from './harness/shell.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

/** Days on, as YYYY-MM-DD. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function go(page: Page, path: string, heading: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('three targets, ten cards by keyboard, and the list says what changed and why', async ({ page }) => {
  await go(page, '/targets', 'Targets');
  for (const name of ['Tessellate Analytics Ltd', 'Cobaltine Systems, Inc.', 'Saltmarsh Wind']) {
    const field = page.getByRole('combobox', { name: 'Add a target' });
    await field.fill(name);
    await page.getByRole('option').first().click();
    await expect(field).toHaveValue('');
  }

  await go(page, '/top', 'Top contacts');
  const rows = page.getByRole('grid', { name: 'Top contacts' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  await expectNoAxeFindings(page);

  await go(page, '/triage', 'Sort who you know');
  const card = page.getByRole('article');
  await expect(card).toBeVisible();
  await expectNoAxeFindings(page);
  const first = await card.getByRole('heading').innerText();
  for (let at = 1; at <= 10; at++) {
    await expect(page.getByText(new RegExp(`^${at} of 50`))).toBeVisible();
    if (at === 1) await page.keyboard.press('6');
    // The first cards are strangers after all: what stands at the top must move.
    await page.keyboard.press(at <= 6 ? '3' : '1');
  }
  await page.keyboard.press('z');
  await expect(page.getByText(/^10 of 50/)).toBeVisible();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByRole('status').filter({ hasText: '10 cards answered' })).toContainText(
    /left it|came into|looks/,
  );

  await page.getByRole('button', { name: 'See your top contacts' }).click();
  await page.getByRole('combobox', { name: 'Shown' }).selectOption('all');
  await page.getByRole('searchbox', { name: 'Search this list' }).fill(first);
  await rows.nth(1).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: /^Why number/ })).toBeVisible();
  await expect(sheet.getByText('The six parts')).toBeVisible();
});

test('the deck goes on where it was left', async ({ page }) => {
  await go(page, '/triage', 'Sort who you know');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  await expect(page.getByText(/^3 of 50/)).toBeVisible();
  const name = await page.getByRole('article').getByRole('heading').innerText();
  await go(page, '/today', 'Today');
  await go(page, '/triage', 'Sort who you know');
  await expect(page.getByText(/^3 of 50/)).toBeVisible();
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(name);
});

test('a suggestion of Today is put off and taken back, and an ask logged from a follow-up comes due again', async ({
  page,
  shell,
}) => {
  await go(page, '/today', 'Today');
  const suggestions = page.getByRole('region', { name: 'People worth writing to' }).getByRole('listitem');
  await expect(suggestions.first()).toBeVisible();
  await expectNoAxeFindings(page);
  const before = await suggestions.first().getByRole('link').first().innerText();
  await suggestions.first().getByRole('button', { name: 'Snooze' }).click();
  await expect(suggestions.getByRole('link', { name: before })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(suggestions.first().getByRole('link').first()).toHaveText(before);

  const ask = page.getByRole('button', { name: 'Asked again' }).first();
  const followUp = page.getByRole('region', { name: 'Follow-ups due' }).getByRole('listitem').first();
  const asked = await followUp.getByRole('link').first().innerText();
  await ask.click();
  await expect(page.getByRole('region', { name: 'Just done' })).toContainText('Next follow-up on');
  await expect(page.getByRole('region', { name: 'Follow-ups due' }).getByRole('link', { name: asked })).toHaveCount(0);

  const later = JSON.parse(await weft(shell.storeFolder, ['next', '--json', '--as-of', inDays(22)])) as {
    followUps: { person: { name: string } }[];
  };
  expect(later.followUps.map(({ person }) => person.name)).toContain(asked);
});
