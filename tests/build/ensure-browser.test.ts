import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureBrowser, type Fetcher } from '../../build/ensure-browser.ts';
import { lookForChromium, type Machine } from '../../build/find-chromium.ts';

const OWN = '/cache/playwright/chrome';

function machine(files: Set<string>, change: Partial<Machine> = {}): Machine {
  return { platform: 'linux', env: {}, exists: (path) => files.has(path), playwrightsOwn: OWN, ...change };
}

function fetcher(change: Partial<Fetcher> = {}): Fetcher & { ran: string[]; said: string[] } {
  const ran: string[] = [];
  const said: string[] = [];
  return {
    canInstallPackages: false,
    run(command, words) {
      ran.push([command, ...words].join(' '));
      return true;
    },
    say: (line) => said.push(line),
    ran,
    said,
    ...change,
  };
}

describe('the browser of the tests', () => {
  it.each([
    [
      'CHROME_PATH before anything else',
      machine(new Set(['/my/browser', '/usr/bin/chromium']), { env: { CHROME_PATH: '/my/browser' } }),
      '/my/browser',
    ],
    ['the place of the system', machine(new Set(['/usr/bin/google-chrome', OWN])), '/usr/bin/google-chrome'],
    [
      'a name on the path',
      machine(new Set([join('/apps', 'msedge')]), { env: { PATH: ['/none', '/apps'].join(':') } }),
      join('/apps', 'msedge'),
    ],
    [
      'the application folder of a Mac',
      machine(new Set(['/Applications/Chromium.app/Contents/MacOS/Chromium']), { platform: 'darwin' }),
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'the own folder of a Windows account',
      machine(new Set(['C:\\Own\\Google\\Chrome\\Application\\chrome.exe']), {
        platform: 'win32',
        env: { LOCALAPPDATA: 'C:\\Own' },
      }),
      'C:\\Own\\Google\\Chrome\\Application\\chrome.exe',
    ],
    ['what Playwright fetched earlier', machine(new Set([OWN])), OWN],
    ['nothing where there is none', machine(new Set()), null],
  ])('finds %s', (_what, on, expected) => {
    expect(lookForChromium(on)).toBe(expected);
  });

  it('fetches nothing where there is one', () => {
    const fetching = fetcher({ canInstallPackages: true });
    expect(ensureBrowser(machine(new Set(['/usr/bin/chromium'])), fetching)).toBe('/usr/bin/chromium');
    expect(fetching.ran).toEqual([]);
    expect(fetching.said).toEqual([]);
  });

  it('installs the package of Debian as root, and asks nobody else', () => {
    const files = new Set<string>();
    const ran: string[] = [];
    const fetching = fetcher({
      canInstallPackages: true,
      run(command, words) {
        ran.push([command, ...words].join(' '));
        if (words.includes('install')) files.add('/usr/bin/chromium');
        return true;
      },
    });
    expect(ensureBrowser(machine(files), fetching)).toBe('/usr/bin/chromium');
    expect(ran.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['apt-get update', 'apt-get install']);
  });

  it('fetches the one of Playwright where packages cannot be installed, and tries whether it starts', () => {
    const files = new Set<string>();
    const ran: string[] = [];
    const run = (isStarting: boolean) => (command: string, words: readonly string[]) => {
      ran.push([command, ...words].join(' '));
      if (words.includes('install')) files.add(OWN);
      return command === OWN ? isStarting : true;
    };
    expect(ensureBrowser(machine(files), fetcher({ run: run(true) }))).toBe(OWN);
    expect(ran.at(-1)).toBe(`${OWN} --version`);
    files.clear();
    expect(ensureBrowser(machine(files), fetcher({ run: run(false) }))).toBeNull();
  });

  it('tries the other way when the first fails, and gives none when both do', () => {
    const ran: string[] = [];
    const fetching = fetcher({
      canInstallPackages: true,
      run(command) {
        ran.push(command);
        return false;
      },
    });
    expect(ensureBrowser(machine(new Set()), fetching)).toBeNull();
    expect(ran).toEqual(['apt-get', process.execPath]);
  });
});
