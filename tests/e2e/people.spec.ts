/** The filter of the people's table and the address, which follows it. */
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
