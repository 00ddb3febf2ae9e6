/** Connections.csv alone: the screens say what cannot be known and which file would tell, and rank nobody by closeness. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { go } from './harness/page.ts';
import { weft } from './harness/shell.ts';
import { expect, test } from './harness/weft-test.ts';

const ROWS = ['Ana', 'Bela', 'Cem', 'Dilnoza', 'Edda', 'Farid', 'Gunnhild', 'Hana'].map(
  (first, at) =>
    `${first},Example,https://www.linkedin.com/in/${first.toLowerCase()}-example-zt${at + 20},,${at % 2 ? 'Nordlys' : 'Kestrel Labs'},${at % 3 ? 'Designer' : 'Head of Data'},0${at + 1} May 20${at + 12}`,
);
const CSV = ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...ROWS].join('\n');

test('says what cannot be known from it, and which file would tell', async ({ page, shell, folder }) => {
  const file = join(folder, 'Connections.csv');
  writeFileSync(file, CSV);
  await weft(shell.storeFolder, ['import', file, '--quiet']);

  await go(page, '/today');
  await expect(page.getByText(/Connections\.csv alone gives no reason/)).toBeVisible();
  await expect(page.getByText(/messages\.csv of the full archive/)).toBeVisible();

  await go(page, '/top');
  await expect(page.getByText(/Connections\.csv alone does not say who is close to you/)).toBeVisible();
  await expect(page.getByText(/nobody is ranked by closeness/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Shown' }).selectOption('all');
  const rows = page.getByRole('grid', { name: 'Top contacts' }).getByRole('row');
  await expect(rows).toHaveCount(9);
  // Everybody is as close as everybody else: the part that closeness makes is the middle for all.
  const bars = page.getByRole('grid').getByRole('img', { name: /^Warmth/ });
  await expect(bars).toHaveCount(8);
  for (const one of await bars.all()) await expect(one).toHaveAttribute('aria-label', /^Warmth: as most;/);
  await expect(page.getByRole('grid').getByText(/^(weak|moderate|strong)$/i)).toHaveCount(0);

  await go(page, '/triage');
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('article').getByText(/^(weak|moderate|strong)$/i)).toHaveCount(0);
});
