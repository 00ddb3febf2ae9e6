import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { tempFolder } from '../../helpers/temp-files.ts';
import { enter, openChannel, startTokenOf } from '../../helpers/web-server.ts';

const SHELL = fileURLToPath(new URL('serve-small-page.ts', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../../electron/shells/cli/main.js', import.meta.url));
const isPosix = process.platform !== 'win32';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Started {
  child: ChildProcess;
  store: string;
  /** Everything it has said so far. */
  said(): string;
  ended: Promise<number | null>;
}

function start(words: readonly string[], env: NodeJS.ProcessEnv = {}, script = SHELL): Started {
  const store = join(tempFolder(), 'map');
  const child = spawn(process.execPath, [script, '--store', store, ...words], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, store, said: () => said, ended };
}

/** The address it prints. */
async function addressOf({ said, ended }: Started): Promise<string> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]+/.exec(said())?.[0];
    if (address !== undefined) return address;
    if (isOver) throw new Error(`It ended: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function tabOf(address: string): Promise<{ origin: string; token: string }> {
  const origin = address.split('/#')[0] ?? '';
  return { origin, token: await enter({ origin, server: { newAddress: () => address } as never }) };
}

async function isAnswered(origin: string): Promise<boolean> {
  return await fetch(origin).then(
    () => true,
    () => false,
  );
}

async function uploadTo({ origin, token }: { origin: string; token: string }): Promise<void> {
  await fetch(`${origin}/api/upload?name=Connections.csv`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
    body: 'First Name,Last Name\n',
  });
}

describe('the web shell as a program', () => {
  it.skipIf(!isPosix).each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'W8: ends at %s without waiting for the tab and the file that are open, and leaves nothing behind',
    async (signal) => {
      const started = start(['--no-open']);
      const tab = await tabOf(await addressOf(started));
      const { ended } = await openChannel(Number(new URL(tab.origin).port), tab.token);
      await uploadTo(tab);
      expect(readdirSync(started.store)).toHaveLength(1);
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(existsSync(started.store)).toBe(false);
      expect(await isAnswered(tab.origin)).toBe(false);
      expect(await ended).toBe(1006);
    },
  );

  it('W8: what a killed run left is cleared by the next one, and that of a living one is not', async () => {
    const store = join(tempFolder(), 'map');
    const first = start(['--no-open', '--store', store]);
    await uploadTo(await tabOf(await addressOf(first)));
    const second = start(['--no-open', '--store', store]);
    await uploadTo(await tabOf(await addressOf(second)));
    expect(readdirSync(store)).toHaveLength(2);
    const [ofFirst] = readdirSync(store).filter((name) => name.includes(`-${first.child.pid}-`));
    first.child.kill('SIGKILL');
    await first.ended;
    expect(readdirSync(store)).toContain(ofFirst);
    const third = start(['--no-open', '--store', store]);
    await addressOf(third);
    expect(readdirSync(store)).toEqual([expect.stringContaining(`-${second.child.pid}-`)]);
  });

  it('W8: ends with npm, even when that is killed without a word', async () => {
    const folder = tempFolder();
    const script = join(folder, 'npm.cjs');
    // Stands for npm: starts the shell as a script of its own, and is killed.
    writeFileSync(
      script,
      `const { spawn } = require('node:child_process');
       spawn(process.execPath, ${JSON.stringify([SHELL])}.concat(process.argv.slice(2)), { stdio: 'inherit' });`,
    );
    const started = start(['--no-open'], { npm_lifecycle_event: 'start' }, script);
    const origin = (await addressOf(started)).split('/#')[0] ?? '';
    expect(await isAnswered(origin)).toBe(true);
    started.child.kill('SIGKILL');
    while (await isAnswered(origin)) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('refuses a port that is taken in one line', async () => {
    const first = start(['--no-open']);
    const port = new URL(await addressOf(first)).port;
    const second = start(['--no-open', '--port', port]);
    expect(await second.ended).toBe(2);
    expect(second.said()).toMatch(/^weft: Port \d+ is taken by another program\. .*\n$/);
  });

  it.skipIf(!isPosix)('W3: opens a page that only its owner can read; the token is on no command line', async () => {
    const bin = tempFolder();
    const seen = join(bin, 'seen');
    // Stands for the system's opener: writes down how it was called and what every process was called with.
    writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nps -ww -eo args > '${seen}.ps'\nprintf '%s' "$*" > '${seen}'\n`, {
      mode: 0o755,
    });
    writeFileSync(join(bin, 'open'), readFileSync(join(bin, 'xdg-open')), { mode: 0o755 });
    const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
    const started = start([], { DISPLAY: ':99', PATH: path });
    while (!started.said().includes('Ctrl-C')) await new Promise((resolve) => setTimeout(resolve, 20));
    const redirect = readFileSync(seen, 'utf8');
    expect(statSync(redirect).mode & 0o777).toBe(0o600);
    const address = /url=(http:[^"]+)/.exec(readFileSync(redirect, 'utf8'))?.[1] ?? '';
    const start43 = startTokenOf(address);
    expect(start43).toMatch(/^[\w-]{43}$/);
    // Its output goes to a pipe, which may be a log.
    expect(started.said()).not.toContain('start=');
    expect(readFileSync(`${seen}.ps`, 'utf8')).not.toContain(start43);
    expect(readFileSync(redirect, 'utf8')).toContain('<title>Weft</title>');
    const tab = await tabOf(address);
    expect(tab.token).toMatch(/^[\w-]{43}$/);
    expect(existsSync(redirect)).toBe(false);
    const args = spawnSync('ps', ['-ww', '-eo', 'args'], { encoding: 'utf8' }).stdout;
    expect(args).not.toContain(tab.token);
    started.child.kill('SIGTERM');
    await started.ended;
    expect(started.said()).not.toContain(tab.token);
  });

  it('prints the address where no browser can be opened', async () => {
    const bin = join(tempFolder(), 'empty');
    mkdirSync(bin);
    const started = start([], { DISPLAY: ':99', PATH: bin });
    expect(await addressOf(started)).toContain('#start=');
  });

  it('S3: says in one line that it made a mistake, and names nobody', async () => {
    const code = `import(${JSON.stringify(SHELL)}); setTimeout(() => { throw new Error('Noor Example'); }, 1500);`;
    const folder = join(tempFolder(), 'map');
    const { stderr, status } = spawnSync(process.execPath, ['-e', code, '--', '--no-open', '--store', folder], {
      encoding: 'utf8',
    });
    expect(status).toBe(70);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('Noor');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('weft web', () => {
  it('W8: serves the real page as a program of its own, and ends when the command is killed', async () => {
    const started = start(['web', '--no-open', '--json'], {}, COMMAND);
    const { origin, token } = await tabOf(await addressOf(started));
    const page = await (await fetch(origin)).text();
    expect(page).toContain('<title>Weft</title>');
    const script = /src="\.?(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    expect((await fetch(origin + script)).headers.get('content-type')).toContain('text/javascript');
    expect(token).toMatch(/^[\w-]{43}$/);
    started.child.kill('SIGKILL');
    while (await isAnswered(origin)) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});
