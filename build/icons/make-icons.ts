/**
 * Draws the pictures for the packages from the two SVG sources: `node build/icons/make-icons.ts [browser]`. The results are kept
 * in the repository, since drawing needs a browser and packing should not.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { makeIcns, makeIco, type Picture } from './containers.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Up to this size the simpler drawing is clearer. */
const SMALL = 32;
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

async function draw(browserPath: string): Promise<Picture[]> {
  const browser = await chromium.launch({ executablePath: browserPath });
  try {
    const page = await browser.newPage();
    const pictures: Picture[] = [];
    for (const size of SIZES) {
      const svg = readFileSync(`${folder}${size <= SMALL ? 'icon-small' : 'icon'}.svg`).toString('base64');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}img{display:block}</style><img src="data:image/svg+xml;base64,${svg}" width="${size}" height="${size}">`,
      );
      await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

const pictures = await draw(process.argv[2] ?? '/usr/bin/chromium');
mkdirSync(`${folder}png`, { recursive: true });
for (const { size, png } of pictures.filter(({ size }) => size <= 512)) {
  writeFileSync(`${folder}png/${size}x${size}.png`, png);
}
writeFileSync(`${folder}icon.ico`, makeIco(pictures.filter(({ size }) => size <= 256)));
writeFileSync(`${folder}icon.icns`, makeIcns(pictures));
