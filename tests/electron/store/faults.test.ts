import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { eraseFolder } from '../../../electron/backend/store/erase-folder.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { restoreCopy } from '../../../electron/backend/store/restore.ts';
import type { Store } from '../../../electron/backend/store/store.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { importInto, myExport, undoImport } from './invented-exports.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Every call of the store to the file system and to SQLite passes here, with the line of the store that made it. */
const faults = vi.hoisted(() => {
  const seen = new Set<string>();
  let failing: { site: string; forGood: boolean } | null = null;
  let hasFailed = false;
  /** The innermost line of the store on the stack. The raw frames: as text each one would be looked up in source maps. */
  const storeSite = (): string | null => {
    const prepare = Error.prepareStackTrace;
    Error.prepareStackTrace = (_, frames) => frames;
    const holder: { stack?: NodeJS.CallSite[] } = {};
    Error.captureStackTrace(holder, storeSite);
    const frames = holder.stack ?? [];
    Error.prepareStackTrace = prepare;
    for (const frame of frames) {
      const file = frame.getFileName() ?? '';
      if (!file.includes('/electron/backend/store/')) continue;
      return `${file.slice(file.lastIndexOf('/') + 1)}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
    }
    return null;
  };
  return {
    seen,
    arm(next: typeof failing) {
      failing = next;
      hasFailed = false;
      seen.clear();
    },
    hasFailed: () => hasFailed,
    /** Whether the call that is being made shall fail. */
    strikes(): boolean {
      const site = storeSite();
      // Calls of the tests themselves and of other layers are not the store's.
      if (site === null) return false;
      seen.add(site);
      if (failing === null) return false;
      if (hasFailed) return failing.forGood;
      hasFailed = failing.site === site;
      return hasFailed;
    },
  };
});

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  const watched = ['openSync', 'readSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'linkSync'];
  watched.push('statSync', 'statfsSync', 'mkdirSync', 'readdirSync', 'chmodSync', 'readFileSync', 'rmdirSync');
  const wrapped = watched.map((name) => {
    const call = real[name as 'openSync'] as (...given: unknown[]) => unknown;
    const watchedCall = (...given: unknown[]) => {
      if (!faults.strikes()) return call(...given);
      // A file that could not be closed is closed all the same (close(2)).
      if (name === 'closeSync') call(...given);
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO', errno: -5, syscall: name });
    };
    return [name, watchedCall] as const;
  });
  return { ...real, ...Object.fromEntries(wrapped) };
});

vi.mock('better-sqlite3', async (importOriginal) => {
  const { default: Database } = await importOriginal<{ default: typeof import('better-sqlite3') }>();
  const fail = () => new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
  const watch = <Statement extends object>(statement: Statement): Statement =>
    new Proxy(statement, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if ((name === 'run' || name === 'get' || name === 'all') && faults.strikes()) throw fail();
          const result = (value as (...words: unknown[]) => unknown).apply(target, given);
          return result === target ? watch(target) : result;
        };
      },
    });
  class Watched extends Database {
    override exec(sql: string): this {
      if (!sql.startsWith('ROLLBACK') && faults.strikes()) throw fail();
      return super.exec(sql);
    }
    override pragma(...given: Parameters<InstanceType<typeof Database>['pragma']>): unknown {
      if (faults.strikes()) throw fail();
      return super.pragma(...given);
    }
    override prepare(sql: string): never {
      return watch(super.prepare(sql)) as never;
    }
  }
  return { default: Watched };
});

const NOW = new Date('2026-05-03T10:00:00Z');
const open = (folder: string, mode: 'write' | 'read' = 'write') =>
  openStore(folder, { mode, now: () => NOW, busyTimeoutMs: 0 });

/** Works in the map and closes it, whatever happens. */
function within(folder: string, work: (store: Store) => void): void {
  const store = open(folder);
  try {
    work(store);
  } finally {
    store.close();
  }
}

function digestOf(folder: string): string {
  const store = open(folder);
  try {
    store.verify();
    return store.contentDigest();
  } finally {
    store.close();
  }
}

function base(): string {
  const folder = temporaryFolder('memory');
  within(folder, (store) => {
    importInto(store, myExport(19_000, 1, 5));
    store.addStatement({ kind: 'note', person: 'ana-1-zt1', text: 'harbour' }, 19_000, null);
    store.createCopy('asked');
  });
  return folder;
}

const copyIn = (folder: string) => join(storeFiles(folder).copies, readdirSync(storeFiles(folder).copies)[0] ?? '');

const WORKS: Record<string, (folder: string) => void> = {
  'opening and reading': (folder) => within(folder, (store) => void store.contentDigest()),
  'an import with its copy': (folder) =>
    within(folder, (store) => {
      store.createCopy('import');
      importInto(store, myExport(19_100, 3, 9));
    }),
  'taking an import back': (folder) => within(folder, (store) => undoImport(store, 1)),
  'saying something': (folder) =>
    within(
      folder,
      (store) => void store.addStatement({ kind: 'role', person: 'ana-2-zt2', role: 'mentor' }, 19_000, null),
    ),
  'forgetting somebody': (folder) => within(folder, (store) => void store.forget(['ana-2-zt2', 'named ana number2'])),
  'restoring a copy': (folder) => {
    within(folder, (store) => importInto(store, myExport(19_200, 3, 9)));
    restoreCopy(folder, copyIn(folder), NOW);
    open(folder).close();
  },
};

/** A thousand times a map is opened, worked in, opened again and looked at as a whole. */
const LONG = { timeout: 400_000 };

it.each(Object.entries(WORKS))(
  'D12: every call may fail while %s, and another at the next start: the old state or the new one, and a code',
  LONG,
  (_, work) => {
    const start = base();
    const trial = () => {
      const folder = temporaryFolder('memory');
      cpSync(start, folder, { recursive: true, preserveTimestamps: true });
      return folder;
    };
    const whole = trial();
    const outcomes = new Set([digestOf(start)]);
    faults.arm(null);
    work(whole);
    const sites = [...faults.seen].sort();
    outcomes.add(digestOf(whole));
    // Restoring begins with an import, which may be all that is done.
    within(whole, (store) => void importInto(store, myExport(19_200, 3, 9)));
    outcomes.add(digestOf(whole));
    expect(sites.length).toBeGreaterThan(15);
    const withoutCode: string[] = [];
    const underFault = (what: () => void, site: string, forGood: boolean) => {
      faults.arm({ site, forGood });
      try {
        what();
      } catch (error) {
        if (!(error instanceof WeftError)) withoutCode.push(`${site}: ${String(error)}`);
      }
      faults.arm(null);
    };
    // The next start has calls of its own, and each of them may fail as well.
    faults.arm(null);
    digestOf(trial());
    const recoverySites = [...faults.seen].sort();
    let recoveries = 0;
    for (const forGood of [false, true]) {
      for (const site of sites) {
        const folder = trial();
        underFault(() => work(folder), site, forGood);
        const second = recoverySites[recoveries++ % recoverySites.length] ?? '';
        underFault(() => void digestOf(folder), second, forGood);
        const digest = digestOf(folder);
        if (!outcomes.has(digest))
          throw new Error(`A mixture after the failure of ${site}, then of ${second}, for good: ${forGood}`);
      }
    }
    expect(recoveries).toBeGreaterThan(recoverySites.length);
    expect(withoutCode).toEqual([]);
  },
);

it('D12: a first start may fail at every call, and the next one starts', LONG, () => {
  const first = temporaryFolder('memory');
  faults.arm(null);
  open(first).close();
  const sites = [...faults.seen].sort();
  const empty = digestOf(first);
  for (const site of sites) {
    const folder = temporaryFolder('memory');
    faults.arm({ site, forGood: true });
    try {
      open(folder).close();
    } catch (error) {
      expect(error).toBeInstanceOf(WeftError);
    }
    faults.arm(null);
    expect(digestOf(folder)).toBe(empty);
  }
});

it('D12: erasing may fail at every call, and a second time ends it', () => {
  const start = base();
  const trial = temporaryFolder('memory');
  cpSync(start, trial, { recursive: true });
  faults.arm(null);
  eraseFolder(trial);
  for (const site of [...faults.seen].sort()) {
    const folder = temporaryFolder('memory');
    cpSync(start, folder, { recursive: true });
    faults.arm({ site, forGood: true });
    expect(() => eraseFolder(folder)).toThrow(WeftError);
    faults.arm(null);
    // Never a first start while something is left.
    if (readdirSync(folder).length > 0) expect(existsSync(storeFiles(folder).marker)).toBe(true);
    eraseFolder(folder);
    expect([readdirSync(folder), statSync(folder).isDirectory()]).toEqual([[], true]);
  }
});
