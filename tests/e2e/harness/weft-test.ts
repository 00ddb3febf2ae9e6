/** A test with the web shell on a new map, a page that is let in, and a watch that must stay empty. */
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { writeSampleZips } from '../../../electron/backend/sample/write-sample-zips.ts';
import { type Shell, scratchFolder, startShell } from './shell.ts';
import { type Watch, watch } from './watch.ts';

export interface SampleFiles {
  older: string;
  mine: string;
  petras: string;
}

interface Parts {
  /** Set by `test.use`: start on the invented network instead of an empty map. */
  isSample: boolean;
  folder: string;
  shell: Shell;
  watched: Watch;
  /** Set by a test that stops the shell: its failed requests are then expected. */
  expectedErrors: { pattern: RegExp | null };
}

export const test = base.extend<Parts, { zips: SampleFiles }>({
  isSample: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter
  folder: async ({}, use) => {
    const { path, remove } = scratchFolder();
    await use(path);
    remove();
  },
  zips: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const { path, remove } = scratchFolder();
      const [older = '', mine = '', petras = ''] = await writeSampleZips(path);
      await use({ older, mine, petras });
      remove();
    },
    { scope: 'worker' },
  ],
  shell: async ({ folder, isSample }, use) => {
    const shell = await startShell({ storeFolder: join(folder, 'map'), isSample });
    await use(shell);
    await shell.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  expectedErrors: async ({}, use) => {
    await use({ pattern: null });
  },
  watched: async ({ context, shell, expectedErrors }, use) => {
    const watched = await watch(context, shell.origin);
    await use(watched);
    const { pattern } = expectedErrors;
    const errors = watched.errors.filter((text) => pattern === null || !pattern.test(text));
    expect({ ...watched, errors, requests: watched.requests > 0 }).toEqual({
      violations: [],
      elsewhere: [],
      ran: [],
      errors: [],
      requests: true,
    });
  },
  page: async ({ page, shell, watched }, use) => {
    void watched;
    await page.goto(shell.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await use(page);
  },
});

export { expect };
