/**
 * Builds the desktop app's folder, `out/desktop`: main process, preload and threads in one CommonJS file each or shared chunks,
 * the page, the SQLite addons, and the facts the shell checks them by. `electron out/desktop` runs it; electron-builder packs it.
 *
 * CommonJS, since a sandboxed preload can be nothing else and threads inside Electron's archive load it the surest way.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { BUILD_FACTS_FILE, type BuildFacts, PAGE_FOLDER } from '../electron/shells/desktop/build-facts.ts';
import { ADDON_FOLDER } from '../electron/shells/desktop/sqlite-addon.ts';
import { THREAD_ENTRIES, threadAddresses } from './thread-addresses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shell = join(root, 'electron/shells/desktop');
const sqlite = join(root, 'node_modules/better-sqlite3');

/** Systems that packages are made for. */
const SYSTEMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export interface DesktopFolders {
  /** The built page. */
  page: string;
  /** Emptied first. */
  out: string;
}

export async function bundleDesktop({ page, out }: DesktopFolders): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  await bundle(out, {
    main: join(shell, 'main.ts'),
    ...THREAD_ENTRIES,
  });
  // By itself: a sandboxed preload cannot load a second file.
  await bundle(out, { preload: join(shell, 'preload.ts') });
  cpSync(page, join(out, PAGE_FOLDER), { recursive: true });
  mkdirSync(join(out, ADDON_FOLDER));
  for (const system of SYSTEMS) {
    cpSync(join(sqlite, 'prebuilds', `${system}.node`), join(out, ADDON_FOLDER, `${system}.node`));
  }
  writeJson(join(out, BUILD_FACTS_FILE), buildFacts(out));
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeJson(join(out, 'package.json'), {
    name,
    productName: 'Weft',
    version,
    description,
    license,
    // Name and address stand in the packages; mail to it goes nowhere.
    author: { name: 'Weft', email: 'weft@weft.example' },
    main: 'main.cjs',
  });
}

async function bundle(out: string, input: Record<string, string>): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [threadAddresses('cjs'), checkedAddon(), noCodeFromText()],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input,
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
}

/** better-sqlite3 looks for its addon in its own folder; here it comes from beside the bundle, and is checked first. */
function checkedAddon(): Plugin {
  return {
    name: 'weft-checked-addon',
    enforce: 'pre',
    resolveId(source, importer) {
      const isItsOwnSearch = source === './binding' && importer?.startsWith(join(sqlite, 'lib'));
      return isItsOwnSearch ? join(shell, 'sqlite-binding.ts') : null;
    },
  };
}

/** zod writes functions as text where it may, for speed; without that it checks the slower way (safety.md E12). */
function noCodeFromText(): Plugin {
  return {
    name: 'weft-no-code-from-text',
    transform: {
      filter: { id: /zod\/v4\/core\/(?:util|doc)\.js$/ },
      handler: (code) =>
        code.replaceAll('const F = Function;', "const F = function () { throw new EvalError('no code from text'); };"),
    },
  };
}

function buildFacts(out: string): BuildFacts {
  const page: Record<string, string> = {};
  for (const path of filesIn(join(out, PAGE_FOLDER))) {
    const type = MEDIA_TYPES[extname(path)];
    if (type === undefined) throw new Error(`build/bundle-desktop.ts knows no media type for ${path}`);
    page[path] = type;
  }
  const addons: Record<string, string> = {};
  for (const system of SYSTEMS) {
    const bytes = readFileSync(join(out, ADDON_FOLDER, `${system}.node`));
    addons[system] = createHash('sha256').update(bytes).digest('hex');
  }
  return { page, addons };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

if (import.meta.main) {
  await bundleDesktop({ page: join(root, 'out/renderer'), out: join(root, 'out/desktop') });
}
