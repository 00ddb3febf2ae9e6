/** From the command bar to the two things one begins most often, and somebody nobody knows yet as a target. */
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

test('a target is added and a conversation planned from the command bar', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Add a target');
  await page.getByRole('option', { name: 'Add a target', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Add a target' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Zora Unheard');
  await page.getByRole('option', { name: /as a person/ }).click();
  await expect(page.getByRole('region', { name: 'Just done' })).toContainText('Added Zora Unheard.');
  const row = page.getByRole('grid', { name: 'Targets' }).getByRole('link', { name: 'Zora Unheard' });
  await row.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zora Unheard');
  await expect(page.getByRole('textbox', { name: 'Mutual connections' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Plan');
  await page.getByRole('option', { name: 'Plan a conversation', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Who' })).toBeFocused();
  await page.keyboard.press('Escape');
  // Closed is closed, also after going back and forth.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Asks & gives' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
