/** Finds a browser of Chromium's kind: for the browser tests and for the pictures of README. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const UNIX_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};

/** What is said when there is no browser and none can be fetched. */
export const INSTALL_A_BROWSER =
  'The browser tests need Chromium, Chrome or Edge: install one, or name its program in CHROME_PATH.';

export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  exists(path: string): boolean;
  /** Where Playwright keeps the browser it fetches itself, whether it is there or not. */
  playwrightsOwn: string;
}

/** The machine this runs on. */
export function thisMachine(): Machine {
  const { platform, env } = process;
  return { platform, env, exists: existsSync, playwrightsOwn: chromium.executablePath() };
}

/**
 * The first that is there: `CHROME_PATH`, where the system puts browsers, a name on the path, Playwright's own.
 *
 * @returns null where there is none
 */
export function lookForChromium(machine: Machine): string | null {
  const { platform, env, exists, playwrightsOwn } = machine;
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = (env['PATH'] ?? env['Path'] ?? '')
    .split(platform === 'win32' ? ';' : delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, `${name}${ending}`)));
  const places = platform === 'win32' ? windowsPlaces(env) : (UNIX_PLACES[platform] ?? []);
  const candidates = [env['CHROME_PATH'] ?? '', ...places, ...onPath, playwrightsOwn];
  return candidates.find((path) => path !== '' && exists(path)) ?? null;
}

/**
 * @returns the program's path
 * @throws Error with the sentence that says what to install
 */
export function findChromium(): string {
  const found = lookForChromium(thisMachine());
  if (found === null) throw new Error(INSTALL_A_BROWSER);
  return found;
}

/** Chrome may be installed for everybody or for one account; Edge comes with the system. */
function windowsPlaces(env: NodeJS.ProcessEnv): string[] {
  return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = env[name];
    if (folder === undefined) return [];
    return [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ];
  });
}

/** For a browser that asks nobody anything by itself and keeps to a throw-away profile. */
export const CHROMIUM_WORDS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-default-browser-check',
] as const;
