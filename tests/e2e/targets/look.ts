/**
 * Takes pictures of targets, routes, composer and back-channel on the invented network, light and dark, and runs axe on each.
 *
 *     npm run build && npx node tests/e2e/targets/look.ts FOLDER
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openTargets } from './open-targets.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name a folder for the pictures.');
const pictures = folder;
await mkdir(pictures, { recursive: true });

const opened = await openTargets();
const { page, api, go, axe, problems } = opened;
try {
  await api.addTargets({ companies: ['Kestrell Labs'] });
  const { targets } = await api.listTargets({});
  const quinn = targets.find(({ kind }) => kind === 'person');
  const addresses: Record<string, string> = {
    list: '/targets',
    kestrel: '/targets/company/Kestrel%20Labs',
    brightwater: '/targets/company/Brightwater%20Robotics',
    nordlys: '/targets/company/Nordlys',
    palisade: '/targets/company/Palisade%20Bio',
    proposed: '/targets/company/Kestrell%20Labs',
    person: `/targets/person/${quinn?.person?.id}`,
    unknown: '/targets/person/99999',
    'back-kestrel': '/targets/company/Starling%20Grid/back-channel',
    'back-nobody': '/targets/company/Palisade%20Bio/back-channel',
    'back-person': `/targets/person/${quinn?.person?.id}/back-channel`,
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [1024, 700],
      [1600, 1000],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const [name, address] of Object.entries(addresses)) {
        await go(address);
        await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
        if (width === 1024) await axe(`${name} ${colorScheme}`);
      }
      await shootOpen(`${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  // A window of 1024 by 700 at 200 %.
  await page.setViewportSize({ width: 512, height: 350 });
  for (const [name, address] of Object.entries(addresses)) {
    await go(address);
    await page.screenshot({ path: join(pictures, `${name}-zoomed.png`), fullPage: true });
    const isCut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (isCut) problems.push(`${name} is wider than the window at 200 %.`);
  }
} finally {
  await opened.close();
}
console.log(problems.length === 0 ? 'No problems.' : problems.join('\n'));

/** What opens on demand: suggestions, sheets, why, a correction, the composer. */
async function shootOpen(name: string): Promise<void> {
  const shoot = async (what: string) => {
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(pictures, `${what}-${name}.png`) });
    await axe(`${what} ${name}`);
  };
  await go('/targets');
  await page.getByRole('combobox', { name: 'Add a target' }).fill('bri');
  await page.getByRole('option').first().waitFor();
  await shoot('add');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Add a target' }).fill('');
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page
    .getByLabel('Targets', { exact: true })
    .last()
    .fill('Kestrel Labs\nAlderpoint Software\nFreelance\nhttps://www.linkedin.com/in/nobody-zt-9');
  await shoot('paste');
  await page.keyboard.press('Escape');
  const take = page.getByRole('button', { name: 'Take from your applications' });
  if (await take.isVisible()) {
    await take.click();
    await shoot('take');
    await page.keyboard.press('Escape');
  }
  await go('/targets/company/Brightwater%20Robotics');
  await page.getByRole('button', { name: 'Why' }).first().click();
  await page
    .getByRole('button', { name: /^Correct your tie/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Correct whether/ })
    .first()
    .click();
  await shoot('why');
  await page.getByRole('button', { name: /^Ask / }).first().click();
  await shoot('composer');
  await page.keyboard.press('Escape');
}
