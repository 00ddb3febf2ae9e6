/** Three targets, ten cards by keyboard, the list that changes, and a suggestion that becomes an ask and comes due again. */
import { go } from './harness/page.ts';
import { weft } from './harness/shell.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

/** Days on, as YYYY-MM-DD. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test('three targets, ten cards, a list that says what changed, and a suggestion that comes due as an ask', async ({
  page,
  shell,
}) => {
  await go(page, '/targets');
  for (const name of ['Tessellate Analytics Ltd', 'Cobaltine Systems, Inc.', 'Saltmarsh Wind']) {
    const field = page.getByRole('combobox', { name: 'Add a target' });
    await field.fill(name);
    await page.getByRole('option').first().click();
    await expect(field).toHaveValue('');
  }

  await go(page, '/top');
  const rows = page.getByRole('grid', { name: 'Top contacts' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();

  await go(page, '/triage');
  const card = page.getByRole('article');
  await expect(card).toBeVisible();
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
  await page.keyboard.press('Escape');

  // From the reason of a suggestion of Today to a logged ask, which comes due three weeks later.
  await go(page, '/today');
  const suggestion = page.getByRole('region', { name: 'People worth writing to' }).getByRole('listitem').first();
  await expect(suggestion.getByText('First step')).toBeVisible();
  const who = await suggestion.getByRole('link').first().innerText();
  await expect(suggestion).toContainText(who.split(' ')[0]!);
  const asked = suggestion.getByRole('button', { name: 'I asked' });
  if ((await asked.count()) > 0) await asked.click();
  else {
    // Not every first step is an ask; whoever asks all the same says so on the person's page.
    await suggestion.getByRole('link').first().click();
    await page.getByLabel('I asked, and').selectOption({ index: 1 });
  }
  await expect(page.getByRole('region', { name: 'Just done' })).toContainText(who.split(' ')[0]!);
  await go(page, '/asks');
  await expect(page.getByRole('region', { name: /^Asked/ }).getByRole('link', { name: who })).toBeVisible();
  const next = async (day: string) =>
    (
      JSON.parse(await weft(shell.storeFolder, ['next', '--json', '--as-of', day])) as {
        followUps: { person: { name: string } }[];
      }
    ).followUps.map(({ person }) => person.name);
  expect(await next(inDays(1))).not.toContain(who);
  expect(await next(inDays(30))).toContain(who);
});

test('a conversation is planned, had, and noted in four lines', async ({ page }) => {
  await go(page, '/asks');
  await page.getByRole('button', { name: 'Plan a conversation' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Who').fill('Petra Novotná');
  await sheet.getByLabel('What I want to ask').fill('Fifteen minutes on the data team');
  await sheet.getByRole('button', { name: 'Plan it' }).click();
  const planned = page.getByRole('region', { name: /^Planned/ }).getByRole('listitem');
  await expect(planned).toContainText('Fifteen minutes on the data team');
  await planned.getByRole('button', { name: 'We talked' }).click();
  await page.getByRole('dialog').getByLabel('What they need').fill('A name for interviews');
  await page.getByRole('dialog').getByRole('button', { name: 'Log the meeting' }).click();
  await expect(planned).toHaveCount(0);
  const done = page.getByRole('region', { name: 'Just done' });
  await expect(done).toContainText('Meeting with Petra Novotná logged');
  await done.getByRole('button', { name: 'Undo' }).last().click();
  await expect(planned).toHaveCount(1);
});

test('the deck goes on where it was left', async ({ page }) => {
  await go(page, '/triage');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  await expect(page.getByText(/^3 of 50/)).toBeVisible();
  const name = await page.getByRole('article').getByRole('heading').innerText();
  await go(page, '/today');
  await go(page, '/triage');
  await expect(page.getByText(/^3 of 50/)).toBeVisible();
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(name);
});

test('a suggestion of Today is put off and taken back, and an ask logged from a follow-up comes due again', async ({
  page,
  shell,
}) => {
  await go(page, '/today');
  const suggestions = page.getByRole('region', { name: 'People worth writing to' }).getByRole('listitem');
  await expect(suggestions.first()).toBeVisible();
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
