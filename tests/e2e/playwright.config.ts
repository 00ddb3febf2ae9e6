import { defineConfig } from '@playwright/test';
import { CHROMIUM_WORDS, findChromium } from '../../build/find-chromium.ts';

/** The built page in a real browser, against the real web shell. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: './harness/build-first.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_WORDS] },
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    actionTimeout: 20_000,
    locale: 'en-GB',
    trace: 'off',
  },
});
