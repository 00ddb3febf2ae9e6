/** Opens the built page on the invented network through the real web shell, and counts what must not happen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_WORDS, findChromium } from '../../../build/find-chromium.ts';
import { createThreadedBackend } from '../../../electron/backend/threaded-backend.ts';
import { startWebServer } from '../../../electron/shells/web/http.ts';
import { readPageFiles } from '../../../electron/shells/web/page-files.ts';
import { openPrivateFolder } from '../../../electron/shells/web/private-folder.ts';
import type { WeftApi } from '../../../shared/contract/api.ts';

const BUILT = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

export interface Opened {
  api: WeftApi;
  page: Page;
  browser: BrowserContext;
  /** Console errors, violations of the content policy, requests elsewhere; must stay empty. */
  problems: string[];
  go(address: string): Promise<void>;
  axe(what: string): Promise<void>;
  close(): Promise<void>;
}

/** @param isSample false: an empty map */
export async function openTargets({ isSample = true }: { isSample?: boolean } = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-targets-'));
  const storeFolder = join(folder, 'map');
  const backend = createThreadedBackend({ folder: storeFolder });
  if (isSample) await backend.api.makeSample({});
  const files = openPrivateFolder(storeFolder);
  const server = await startWebServer({
    backend,
    storeFolder,
    page: readPageFiles(process.env['WEFT_PAGE'] ?? BUILT),
    folder: files,
    port: 0,
    onSession() {},
  });
  const browser = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: findChromium(),
    args: [...CHROMIUM_WORDS],
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  const page = await browser.newPage();
  const problems: string[] = [];
  const address = server.newAddress();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) problems.push(`request elsewhere: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
  return {
    api: backend.api,
    page,
    browser,
    problems,
    async go(path) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, path);
      await page.waitForTimeout(150);
      await page.waitForFunction(() => document.querySelector('main [role="status"]') === null, null, {
        timeout: 15_000,
      });
    },
    async axe(what) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) {
        problems.push(`axe ${what}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
      }
    },
    async close() {
      await browser.close();
      await server.close();
      await backend.close();
      files.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
