/** What every tour does with the page: go somewhere, and let axe look at it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Goes to an address as a link would, and waits until what is asked there has its answer. */
export async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The page of all parts shows how loading looks.
  if (address !== '/design') await expect(page.locator('main [data-loading]')).toHaveCount(0);
}

/**
 * What axe finds (WCAG 2.2 AA), a line each; in dark colours it looks at contrast alone, since nothing else differs.
 *
 * @param what stands before each line
 */
export async function axeFindings(page: Page, what: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze();
    for (const { id, nodes } of violations) {
      found.push(`${what}, ${colorScheme}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
    }
  }
  return found;
}
