/** The filter of the people's table and the address, which follows it. */
import { watchCalls } from './harness/calls.ts';
import { go } from './harness/page.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

test('Back from a person finds the search that led there', async ({ page }) => {
  await go(page, '/people');
  const search = page.getByRole('searchbox', { name: 'Search people' });
  await search.pressSequentially('petra');
  await page.getByRole('grid', { name: 'People' }).getByRole('link', { name: 'Petra Novotná' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Petra Novotná');
  await page.goBack();
  await expect(search).toHaveValue('petra');
  expect(new URL(page.url()).hash).toBe('#/people?query=petra');
});

test('a search that comes with an address is not overtaken by what was typed before it', async ({ page }) => {
  await go(page, '/people');
  const search = page.getByRole('searchbox', { name: 'Search people' });
  await search.waitFor();
  await page.clock.install();
  await search.pressSequentially('petra');
  await page.evaluate(() => {
    location.hash = '/people?query=cara';
  });
  await expect(search).toHaveValue('cara');
  await page.clock.runFor(5_000);
  await expect(search).toHaveValue('cara');
  expect(new URL(page.url()).hash).toBe('#/people?query=cara');
});

test('another address is gone to also while the search has the focus and the screen there has to be loaded', async ({
  page,
}) => {
  await go(page, '/people');
  await page.getByRole('searchbox', { name: 'Search people' }).pressSequentially('petra');
  await page.evaluate(() => {
    location.hash = '/triage';
  });
  // Hidden meanwhile, the field loses the focus; what it then wrote into the address led back to it.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sort who you know');
  expect(new URL(page.url()).hash).toBe('#/triage');
});

test('an answer that was overtaken is not drawn, and what is chosen beside a search is asked with it', async ({
  page,
}) => {
  const calls = await watchCalls(page);
  await go(page, '/people');
  const search = page.getByRole('searchbox', { name: 'Search people' });
  const table = page.getByRole('grid', { name: 'People' });
  const strength = page.getByRole('combobox', { name: 'Strength' });
  await table.getByRole('row').nth(5).waitFor();
  calls.hold(({ method, input }) => method === 'listPeople' && (input as { query?: string }).query !== 'petra nov');
  await search.pressSequentially('petra nov');
  await expect(table.getByRole('link')).toHaveText(['Petra Novotná']);
  const drawn = await table.evaluateHandle((grid) => {
    const texts: (string | null)[] = [];
    new MutationObserver(() => texts.push(grid.textContent)).observe(grid, { subtree: true, characterData: true });
    return texts;
  });
  expect(calls.held()).toBeGreaterThan(5);
  calls.release();
  await page.waitForTimeout(1_000);
  expect(await drawn.jsonValue()).toEqual([]);

  await search.press('o');
  await strength.selectOption('weak');
  await expect(page).toHaveURL(/#\/people\?query=petra\+novo&band=weak$/);
  await expect(search).toHaveValue('petra novo');
  await expect(page.getByRole('heading', { name: 'Nobody fits' })).toBeVisible();
});

test('the field shows what the list is narrowed by, whoever chose it', async ({ page }) => {
  await go(page, '/people');
  const search = page.getByRole('searchbox', { name: 'Search people' });
  await search.pressSequentially('petra nov');
  await page.getByRole('button', { name: 'Save this filter' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Petra N');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await search.fill('nobody of that name');
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await expect(search).toHaveValue('');
  await page.getByRole('button', { name: 'Petra N', exact: true }).click();
  await expect(search).toHaveValue('petra nov');
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('link')).toHaveText(['Petra Novotná']);
});

test('the sentence above the table tells of the rows below it until others come', async ({ page }) => {
  const calls = await watchCalls(page);
  await go(page, '/people');
  const lead = page.getByRole('main').getByText(/^[\d,]+ people /);
  await expect(lead).toHaveText(/you are connected with\.$/);
  const before = await lead.textContent();
  calls.hold(({ method }) => method === 'listPeople');
  await page.getByRole('combobox', { name: 'Strength' }).selectOption('strong');
  await expect.poll(calls.held).toBe(1);
  await page.waitForTimeout(300);
  expect(await lead.textContent()).toBe(before);
  calls.release();
  await expect(lead).toHaveText(/ people fit\.$/);
  expect(await lead.textContent()).not.toContain(before?.split(' ')[0] ?? '');
});
