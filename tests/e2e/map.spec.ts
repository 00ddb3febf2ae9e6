/** Who bridges my circles: found, unfolded, followed, thought away, searched and saved; on the map and in the list that says the same. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Hand, keyboard, mouse } from './harness/hands.ts';
import { axeFindings, go } from './harness/page.ts';
import { expect, test } from './harness/weft-test.ts';

test.use({ isSample: true });

const BRIDGE = 'Ana Ferreira-Lund';

const beside = (page: Page) => page.getByRole('complementary', { name: 'About the map' });
const chosen = (page: Page) => page.getByRole('region', { name: 'Chosen person' });
const option = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const sentence = (page: Page) => page.getByRole('main').locator('header');

/** How many of everybody are drawn, as the line under the map says. */
async function drawn(page: Page): Promise<number> {
  const text = await page.getByText(/of [\d,]+ people drawn/).textContent();
  return Number(/^([\d,]+) of/.exec(text ?? '')?.[1]?.replace(',', ''));
}

async function save(
  page: Page,
  hand: Hand,
  format: RegExp,
  isNamed: boolean,
): Promise<{ name: string; bytes: Buffer }> {
  await hand.press(page.getByRole('button', { name: 'Save picture' }));
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: format }).check();
  const nameless = sheet.getByRole('checkbox', { name: 'Without names' });
  if (isNamed) await nameless.uncheck();
  else await nameless.check();
  const download = page.waitForEvent('download');
  await hand.press(sheet.getByRole('button', { name: 'Save', exact: true }));
  const file = await download;
  await expect(sheet).toHaveCount(0);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Chooses one of a row of options by its words. */
async function pick(page: Page, hand: Hand, group: string, words: string): Promise<void> {
  await hand.choose(page.getByRole('group', { name: group }), words);
  await expect(option(page, words)).toBeChecked();
}

for (const [way, handOf] of [
  ['mouse', mouse],
  ['keyboard', keyboard],
] as const) {
  test(`the bridge between circles is found, asked about and followed, by ${way}`, async ({ page }) => {
    const hand = handOf(page);
    await hand.goTo('Map');
    await expect(sentence(page)).toContainText(`${BRIDGE} connects`);

    // The list says the same, in the same order.
    await pick(page, hand, 'Beside the map', 'List');
    const list = page.getByRole('list', { name: /^People on the map/ });
    await hand.press(list.getByRole('button', { name: new RegExp(`^${BRIDGE}`) }));
    await expect(chosen(page)).toContainText('knows people in');
    await hand.press(chosen(page).getByRole('button', { name: 'Only these' }));
    await expect(page.getByText(/^Only .* around them are shown/)).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Show everyone' }).first());
    await expect(page.getByText(/^Only .* around them are shown/)).toHaveCount(0);

    // What if she were not there?
    await hand.press(chosen(page).getByRole('button', { name: 'Without them?' }));
    await expect(sentence(page)).toContainText(`Without ${BRIDGE},`);
    await expect(page.getByRole('region', { name: 'Without them' })).toContainText('cut off');
    await page.goBack();
    await expect(sentence(page)).toContainText(`${BRIDGE} connects`);

    // Unfolding a company draws its people; folding takes them away again.
    await pick(page, hand, 'Beside the map', 'Circles');
    const before = await drawn(page);
    const circles = page.getByRole('list', { name: /^Circles on the map/ });
    await hand.press(circles.getByRole('button', { name: /folded$/ }).first());
    await hand.press(page.getByRole('button', { name: 'Draw its people' }));
    await expect.poll(() => drawn(page)).toBeGreaterThan(before);
    await hand.press(page.getByRole('button', { name: 'Fold again' }));
    await expect.poll(() => drawn(page)).toBe(before);

    // A route alone.
    await pick(page, hand, 'What the map shows', 'How do I get there?');
    await hand.type(page.getByRole('combobox', { name: 'Company to reach' }), 'Kestrel Labs');
    await hand.press(page.getByRole('button', { name: 'Show routes' }));
    await expect(sentence(page)).toContainText('Kestrel Labs');
    await expect(page.getByText(/ties? drawn$/)).toBeVisible();
    await pick(page, hand, 'What the map shows', 'Where am I thin?');
    await expect(sentence(page)).toContainText('thin');
  });

  test(`search goes to whom one means, drawn or folded, by ${way}`, async ({ page }) => {
    const hand = handOf(page);
    await hand.goTo('Map');
    await expect(sentence(page)).toContainText(`${BRIDGE} connects`);
    const field = page.getByRole('textbox', { name: 'Find somebody on the map' });
    await hand.type(field, 'ana');
    await expect(page.getByRole('button', { name: new RegExp(`^${BRIDGE}`) }).first()).toBeVisible();
    await field.press('Enter');
    await expect(chosen(page)).toContainText(BRIDGE);
    await expect(page.getByText(`${BRIDGE} is chosen.`)).toBeAttached();
  });
}

test('arrow keys walk among neighbours, and Enter opens whom they reach', async ({ page }) => {
  await keyboard(page).goTo('Map');
  const map = page.getByRole('application');
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect(chosen(page)).toContainText(BRIDGE);
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page).getByRole('heading')).not.toHaveText(BRIDGE);
  const name = await chosen(page).getByRole('heading').textContent();
  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name ?? 'nobody');
});

test('without a goal, the targets are offered; without a route, what would open one', async ({ page }) => {
  const hand = mouse(page);
  await hand.goTo('Map');
  await pick(page, hand, 'What the map shows', 'How do I get there?');
  await page.getByRole('button', { name: 'Nordlys', exact: true }).click();
  await expect(sentence(page)).toContainText('Nordlys');
  await expect(page.getByText(/ties? drawn$/)).toBeVisible();
  const goal = page.getByRole('combobox', { name: 'Company to reach' });
  await goal.fill('Palisade Bio');
  await page.getByRole('button', { name: 'Show routes' }).click();
  await page.getByRole('button', { name: 'See what would open one' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Palisade Bio');
});

test('a picture is saved as PNG and SVG, with and without names', async ({ page }) => {
  const hand = mouse(page);
  await hand.goTo('Map');
  await expect(sentence(page)).toContainText(`${BRIDGE} connects`);
  const named = await save(page, hand, /SVG/, true);
  expect(named.name).toMatch(/^weft-map-\d{4}-\d\d-\d\d\.svg$/);
  expect(named.bytes.toString()).toContain(BRIDGE);
  const nameless = await save(page, hand, /SVG/, false);
  const text = nameless.bytes.toString();
  expect(text).toMatch(/^<svg /);
  expect(text).not.toContain('Ana');
  expect(text).not.toContain('Kestrel');
  for (const isNamed of [true, false]) {
    const { name, bytes } = await save(page, hand, /PNG/, isNamed);
    expect(name).toMatch(/\.png$/);
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(bytes.length).toBeGreaterThan(20_000);
  }
});

test('axe finds nothing on the map, its questions and its lists, light and dark', async ({ page }) => {
  test.slow();
  await mouse(page).goTo('Map');
  await expect(sentence(page)).toContainText(`${BRIDGE} connects`);
  const found: string[] = [];
  const look = async (what: string) => {
    found.push(...(await axeFindings(page, what)));
  };
  await beside(page)
    .getByRole('button', { name: new RegExp(`^${BRIDGE}`) })
    .click();
  await look('findings, and somebody chosen');
  await page.keyboard.press('Escape');
  await option(page, 'Circles').click();
  await page
    .getByRole('list', { name: /^Circles/ })
    .getByRole('button')
    .first()
    .click();
  await look('circles, and one chosen');
  await option(page, 'Who would I lose?').click();
  await expect(sentence(page)).toContainText('Without');
  await look('without somebody');
  await option(page, 'How do I get there?').click();
  await expect(page.getByRole('combobox', { name: 'Company to reach' })).toBeVisible();
  await option(page, 'List').click();
  await look('a route to nowhere yet, and its list');
  expect(found).toEqual([]);
});

test('a window that cannot draw shows the list, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.reload();
  await go(page, '/map');
  await expect(page.getByText('This window cannot draw pictures')).toBeVisible();
  const list = page.getByRole('list', { name: /^People on the map/ });
  await list.getByRole('button', { name: new RegExp(`^${BRIDGE}`) }).click();
  await expect(chosen(page)).toContainText('knows people in');
});
