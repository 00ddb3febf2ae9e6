/** What stands in the sources, in the configuration of the packages and in the packages themselves. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleDesktop } from '../../../build/bundle-desktop.ts';
import configuration from '../../../build/electron-builder.ts';
import { tempFolder } from '../../helpers/temp-files.ts';
import { SYSTEM } from './start-shell.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Source {
  path: string;
  text: string;
}

function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]sx?|json|ya?ml|html|css|svg)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ path: path.slice(root.length).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') })),
  );
}

/** Code without what is said about it. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

function placesOf(sources: Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) => [...withoutComments(text).matchAll(pattern)].map(() => path));
}

/** Ways to run code from elsewhere, to send something away, or to leave a trace (E12). */
const BANNED =
  /crashReporter|autoUpdater|electron-updater|addRecentDocument|@electron\/remote|\beval\s*\(|new Function\b|= Function;|executeJavaScript|insertCSS/g;

describe('the sources of the shell', () => {
  const shell = sourcesIn('electron/shells/desktop');

  it('E1: make windows in one function', () => {
    expect(placesOf(shell, /new BrowserWindow\b|new WebContentsView\b|new BrowserView\b|new BaseWindow\b/g)).toEqual([
      'electron/shells/desktop/window.ts',
    ]);
  });

  it('E2: read no page from the disk and go around no policy', () => {
    expect(
      placesOf(shell, /loadFile|file:\/\/|['"`]file:|bypassCSP|registerFileProtocol|interceptFile|corsEnabled/g),
    ).toEqual([]);
  });

  it('E6: open pages outside at one place', () => {
    expect(placesOf(shell, /openExternal|openPath|showItemInFolder/g)).toEqual([
      'electron/shells/desktop/open-profile.ts',
    ]);
  });

  it('E7: listen to pages at one place', () => {
    expect(placesOf(shell, /ipcMain\.|\.ipc\.|MessageChannelMain|postMessage/g)).toEqual([
      'electron/shells/desktop/ipc.ts',
    ]);
  });

  it('E8: give the page no messenger and no event', () => {
    const preload = shell.filter(({ path }) => path.endsWith('/preload.ts'));
    expect(placesOf(preload, /exposeInMainWorld/g)).toHaveLength(1);
    expect(placesOf(shell, /ipcRenderer/g)).toEqual(Array(5).fill('electron/shells/desktop/preload.ts'));
  });

  it('E10: never ask for less sandbox, nor does anything that starts or packs Weft', () => {
    const around = [
      ...shell,
      // The browser of the tests is not Weft: as root, Chromium starts without its sandbox or not at all.
      ...sourcesIn('build', 'electron/start', '.github').filter(({ path }) => path !== 'build/find-chromium.ts'),
      { path: 'package.json', text: readFileSync(join(root, 'package.json'), 'utf8') },
    ];
    expect(placesOf(around, /no-sandbox/g)).toEqual(Array(2).fill('electron/shells/desktop/main.ts'));
    expect(placesOf(around, /ELECTRON_DISABLE_SANDBOX|executableArgs|--disable-web-security/g)).toEqual([]);
  });

  it('E12: hold no updater, crash report, list of recent files or code from text, in any shell', () => {
    expect(placesOf(sourcesIn('electron', 'shared', 'renderer'), BANNED)).toEqual([]);
  });

  it('only the desktop shell knows Electron', () => {
    const importers = placesOf(sourcesIn('electron', 'shared', 'renderer'), /from 'electron(?:\/\w+)?'/g);
    expect(importers.length).toBeGreaterThan(5);
    expect(importers.filter((path) => !path.startsWith('electron/shells/desktop/'))).toEqual([]);
  });
});

describe('the configuration of the packages', () => {
  it('E9: sets every fuse', () => {
    expect(configuration.electronFuses).toStrictEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
    expect(configuration.asar).toBe(true);
    expect(configuration).not.toHaveProperty('disableAsarIntegrity');
    expect(configuration).not.toHaveProperty('disableSanityCheckAsar');
  });

  it('E12: publishes nowhere, opens no kind of file and answers no scheme of the system', () => {
    const text = JSON.stringify(configuration);
    expect(configuration.publish).toBeNull();
    expect(text).not.toMatch(/fileAssociations|protocols|mimeTypes|"publish":[^n]/);
  });

  it('makes AppImage and deb, dmg, and nsis, of the very Electron the types are of', () => {
    const targets = [configuration.linux, configuration.mac, configuration.win].map(({ target }) =>
      target.map((one) => one.target),
    );
    expect(targets).toEqual([['AppImage', 'deb'], ['dmg'], ['nsis']]);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(configuration.electronVersion).toBe(devDependencies.electron);
    for (const icon of [configuration.linux.icon, configuration.mac.icon, configuration.win.icon]) {
      expect(existsSync(join(root, configuration.directories.buildResources, icon)), icon).toBe(true);
    }
  });
});

describe('the built app', () => {
  const folder = join(tempFolder(), 'desktop');
  beforeAll(async () => {
    const page = join(tempFolder(), 'page');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>Weft</title>');
    writeFileSync(join(page, 'assets/main.js'), 'document.title;');
    await bundleDesktop({ page, out: folder });
  });

  const scripts = (): Source[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.cjs'))
      .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

  /** What the app did when it was run with the stand-in. */
  function run(app: string): Record<string, never> & { exits: number[][]; boxes: string[][]; status: { ok: boolean } } {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(root, 'tests/electron/desktop/run-bundle.ts'), app],
      { encoding: 'utf8', env: { ...process.env, WEFT_STORE: join(tempFolder(), 'map') } },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return JSON.parse(stdout);
  }

  it('E12: holds no updater, crash report, list of recent files or code from text', () => {
    expect(placesOf(scripts(), BANNED)).toEqual([]);
  });

  it('needs Electron, Node and its own files, and nothing that would have to be installed', () => {
    const needed = new Set(
      scripts().flatMap(({ text }) => [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!)),
    );
    const others = [...needed].filter((name) => !/^(node:|\.\/)/.test(name)).sort();
    const { builtinModules } = process.getBuiltinModule('module');
    expect(others.filter((name) => name !== 'electron' && !builtinModules.includes(name))).toEqual([]);
    const preload = readFileSync(join(folder, 'preload.cjs'), 'utf8');
    expect([...preload.matchAll(/\b(?:require|import)\(["']([^"']+)/g)].map(([, name]) => name)).toEqual(['electron']);
  });

  it('writes down its page and the hash of every addon', () => {
    const facts = JSON.parse(readFileSync(join(folder, 'build-facts.json'), 'utf8'));
    expect(facts.page).toEqual({
      'assets/main.js': 'text/javascript; charset=utf-8',
      'index.html': 'text/html; charset=utf-8',
    });
    expect(Object.keys(facts.addons)).toHaveLength(6);
    for (const [system, sha256] of Object.entries(facts.addons)) {
      const bytes = readFileSync(join(folder, 'native', `${system}.node`));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('runs: window, preload, threads and the checked addon', () => {
    const { names, bridge, umask, status, sample, connectors } = run(folder) as Record<string, unknown>;
    expect((names as string[])[0]).toBe('enableSandbox');
    expect(names).toContain('loadURL');
    expect(bridge).toContain('call');
    expect(umask).toBe(0o077);
    expect(status).toMatchObject({ ok: true, value: { isEmpty: true } });
    expect(sample).toMatchObject({ ok: true });
    // Measuring starts further threads.
    expect(connectors).toMatchObject({ ok: true, value: { status: 'ranked' } });
  });

  it('E9: refuses an addon with one changed byte, in the window and in the thread that would load it', () => {
    const file = join(folder, 'native', `${SYSTEM}.node`);
    const whole = readFileSync(file);
    try {
      const changed = Buffer.from(whole);
      changed[whole.length - 1]! ^= 1;
      writeFileSync(file, changed);
      const { exits, boxes } = run(folder);
      expect(exits).toEqual([[5]]);
      expect(boxes[0]![1]).toContain('Code: addon-changed');
      const worker = `
        const { Worker } = require('node:worker_threads');
        const worker = new Worker(${JSON.stringify(join(folder, 'backend-worker.cjs'))}, { workerData: { options: { folder: ${JSON.stringify(join(tempFolder(), 'map'))} }, compileCache: null, isReadAhead: false } });
        worker.on('message', (reply) => { console.log(JSON.stringify(reply.result)); process.exit(0); });
        worker.postMessage({ type: 'call', id: 1, method: 'makeSample', input: {} });`;
      const said = execFileSync(process.execPath, ['-e', worker], { encoding: 'utf8' });
      expect(JSON.parse(said)).toMatchObject({ ok: false, error: { code: 'addon-changed' } });
    } finally {
      writeFileSync(file, whole);
    }
  });

  /** The order of the fuses in the program, and the two states. @see Electron's fuses.json5 */
  const FUSES = [
    'runAsNode',
    'enableCookieEncryption',
    'enableNodeOptionsEnvironmentVariable',
    'enableNodeCliInspectArguments',
    'enableEmbeddedAsarIntegrityValidation',
    'onlyLoadAppFromAsar',
    'loadBrowserProcessSpecificV8Snapshot',
    'grantFileProtocolExtraPrivileges',
  ];
  const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

  function readFuses(program: string): Record<string, boolean> {
    const bytes = readFileSync(program);
    const at = bytes.indexOf(SENTINEL);
    expect(at).toBeGreaterThanOrEqual(0);
    const states = bytes.subarray(at + SENTINEL.length + 2).toString('latin1');
    return Object.fromEntries(FUSES.map((name, place) => [name, states[place] === '1']));
  }

  const EXPECTED_FUSES = {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  };

  it('E9: is packed with its fuses set and nothing but its own files, around a pretended runtime', () => {
    const runtime = tempFolder();
    for (const name of ['resources', 'locales']) mkdirSync(join(runtime, name));
    // Every fuse the other way round, so that one left alone is seen.
    const states = FUSES.map((name) => (EXPECTED_FUSES[name as keyof typeof EXPECTED_FUSES] ? '0' : '1')).join('');
    writeFileSync(
      join(runtime, 'electron'),
      `\u007fELF${SENTINEL}\u0001${String.fromCharCode(FUSES.length)}${states}`,
      'latin1',
    );
    writeFileSync(join(runtime, 'locales/en-US.pak'), '');
    writeFileSync(join(runtime, 'version'), configuration.electronVersion);
    const out = tempFolder();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/electron-builder/cli.js'),
        '--linux',
        'dir',
        '--x64',
        '--publish',
        'never',
        '--config',
        join(root, 'build/electron-builder.ts'),
        `-c.electronDist=${runtime}`,
        `-c.directories.app=${folder}`,
        `-c.directories.output=${out}`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(`${stdout}${stderr}`).not.toMatch(/download/i);
    expect(status, stdout + stderr).toBe(0);
    const app = join(out, 'linux-unpacked');
    expect(readFuses(join(app, 'weft'))).toMatchObject(EXPECTED_FUSES);
    const unpacked = readdirSync(join(app, 'resources/app.asar.unpacked'), { recursive: true, withFileTypes: true });
    expect(unpacked.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['linux-x64.node']);
    const listed = namesInArchive(join(app, 'resources/app.asar'));
    const expected = [
      ...scripts().map(({ path }) => path),
      'build-facts.json',
      'native/linux-x64.node',
      'package.json',
      'page/assets/main.js',
      'page/index.html',
    ];
    expect(listed).toEqual(expected.sort());
  });

  it('E9: a program packed here has its fuses set', ({ skip }) => {
    const program = join(root, 'dist/linux-unpacked/weft');
    if (!existsSync(program)) skip('no package was made on this machine: npm run dist');
    expect(readFuses(program)).toMatchObject(EXPECTED_FUSES);
  });
});

/** Files in an asar archive: after 16 bytes of lengths comes a tree as JSON. */
function namesInArchive(file: string): string[] {
  interface Folder {
    files?: Record<string, Folder>;
  }
  const bytes = readFileSync(file);
  const tree: Folder = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const walk = (folder: Folder, path: string): string[] =>
    folder.files === undefined
      ? [path]
      : Object.entries(folder.files).flatMap(([name, below]) => walk(below, path === '' ? name : `${path}/${name}`));
  return walk(tree, '').sort();
}
