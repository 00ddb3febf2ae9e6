import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { CONNECTION_PRAGMAS, connect } from '../../../electron/backend/store/connection.ts';
import { openStore, openStoreAt } from '../../../electron/backend/store/open-store.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { fullExport, importInto, myExport } from './invented-exports.ts';
import { withNextStep } from './next-step.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A closed map with content. */
function aMap(): { folder: string; files: ReturnType<typeof storeFiles>; digest: string } {
  const folder = temporaryFolder();
  const store = openStore(folder, { mode: 'write' });
  importInto(store, fullExport());
  const digest = store.contentDigest();
  store.close();
  return { folder, files: storeFiles(folder), digest };
}

function refusal(work: () => unknown): WeftError {
  try {
    work();
  } catch (error) {
    if (error instanceof WeftError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('settings', () => {
  it.each(['new', 'reopened', 'migrated'])(
    'D1: a %s map is written with every setting on, and synced at each commit',
    (age) => {
      const { folder, files } = age === 'new' ? { folder: temporaryFolder(), files: null } : aMap();
      openStoreAt(folder, { mode: 'write' }, withNextStep(age === 'migrated')).close();
      const db = connect(files?.database ?? storeFiles(folder).database, { busyTimeoutMs: 0, journal: 'wal' });
      const settings = Object.keys(CONNECTION_PRAGMAS).map((name) => [name, db.pragma(name, { simple: true })]);
      expect(Object.fromEntries(settings)).toEqual({
        synchronous: 2,
        fullfsync: 1,
        checkpoint_fullfsync: 1,
        foreign_keys: 1,
        trusted_schema: 0,
        cell_size_check: 1,
        secure_delete: 1,
        temp_store: 2,
      });
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      db.close();
    },
  );
});

describe('what is not a fresh start', () => {
  const places: [name: string, code: string, spoil: (files: ReturnType<typeof storeFiles>) => void][] = [
    ['a missing file', 'store-missing', (files) => rmSync(files.database)],
    ['an empty file', 'store-empty', (files) => truncateSync(files.database, 0)],
    ['a text file', 'not-a-store', (files) => writeFileSync(files.database, 'x'.repeat(5_000))],
    ['a short file', 'not-a-store', (files) => truncateSync(files.database, 50)],
    [
      'a folder',
      'not-a-store',
      (files) => {
        rmSync(files.database);
        mkdirSync(files.database);
      },
    ],
    [
      "another program's database",
      'not-a-store',
      (files) => {
        rmSync(files.database);
        const db = new Database(files.database);
        db.exec('CREATE TABLE other (a); INSERT INTO other VALUES (1)');
        db.close();
      },
    ],
    ['another map', 'other-map', (files) => copyFileSync(aMap().files.database, files.database)],
    ...[
      ['trigger', 'CREATE TRIGGER planted AFTER INSERT ON batch BEGIN DELETE FROM statement; END'],
      ['view', 'CREATE VIEW planted AS SELECT load_extension(1)'],
      ['table', 'CREATE TABLE planted (a)'],
      ['index', 'CREATE INDEX planted ON person (name)'],
    ].map(([what, sql]): [string, string, (files: ReturnType<typeof storeFiles>) => void] => [
      `a planted ${what}`,
      'unexpected-structure',
      (files) => {
        const db = new Database(files.database);
        db.exec(sql as string);
        db.close();
      },
    ]),
  ];

  it.each(places)('D7: %s is refused and left as it is', (_, code, spoil) => {
    const { folder, files } = aMap();
    spoil(files);
    const before = contentOf(folder);
    for (const mode of ['write', 'read'] as const) {
      const error = refusal(() => openStore(folder, { mode }));
      expect([error.kind, error.code]).toEqual(['damaged', code]);
    }
    expect(contentOf(folder)).toEqual(before);
  });

  it('D7: an empty file without a marker is no fresh start either', () => {
    const folder = temporaryFolder();
    writeFileSync(storeFiles(folder).database, '');
    expect(refusal(() => openStore(folder, { mode: 'write' })).code).toBe('store-empty');
  });

  it('D7: a log without its map is a lost map', () => {
    const folder = temporaryFolder();
    writeFileSync(storeFiles(folder).wal, 'log');
    expect(refusal(() => openStore(folder, { mode: 'write' })).code).toBe('store-missing');
  });

  it.each(['{"uuid":', '', '[]', '{"uuid":"x","seal":5}', '{"uuid":7,"seal":null}'])(
    'a marker that reads %j is written anew beside a map that is whole',
    (text) => {
      const { folder, files, digest } = aMap();
      writeFileSync(files.marker, text);
      const store = openStore(folder, { mode: 'write' });
      expect(store.contentDigest()).toBe(digest);
      store.close();
      expect(readFileSync(files.marker, 'utf8')).toContain('sha256');
    },
  );

  it('reads a map that does not exist yet as empty and creates nothing', () => {
    const folder = join(temporaryFolder(), 'not-yet');
    const store = openStore(folder, { mode: 'read' });
    expect([store.counts().people, store.readBatches(), store.searchPeople('ana', 5)]).toEqual([1, [], []]);
    expect(refusal(() => store.addStatement({ kind: 'call', person: 'me' }, 1, null)).code).toBe('view-only');
    store.close();
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a map of a newer Weft', () => {
  it('D10: is refused before anything is written, byte for byte', () => {
    const { folder } = aMap();
    openStoreAt(folder, { mode: 'write' }, withNextStep(true)).close();
    const before = contentOf(folder);
    for (const mode of ['write', 'read'] as const) {
      const error = refusal(() => openStore(folder, { mode }));
      expect([error.kind, error.code]).toEqual(['newer', 'store-newer']);
    }
    expect(contentOf(folder)).toEqual(before);
  });

  it('D10: is refused also when only its log says so', () => {
    const { folder, files } = aMap();
    const db = new Database(files.database);
    db.pragma('user_version = 999');
    copyFileSync(files.database, `${files.database}.kept`);
    copyFileSync(files.wal, `${files.wal}.kept`);
    db.close();
    renameSync(`${files.database}.kept`, files.database);
    renameSync(`${files.wal}.kept`, files.wal);
    expect(refusal(() => openStore(folder, { mode: 'write' })).code).toBe('store-newer');
  });
});

describe('a map that moves while it is open', () => {
  it.each([
    ['deleted', (file: string) => rmSync(file)],
    ['renamed', (file: string) => renameSync(file, `${file}.away`)],
    [
      'replaced',
      (file: string) => {
        copyFileSync(file, `${file}.other`);
        renameSync(`${file}.other`, file);
      },
    ],
  ])('D8: is noticed before the next write when it is %s, and can still be saved', (_, move) => {
    const { folder, files, digest } = aMap();
    const store = openStore(folder, { mode: 'write' });
    store.readNetwork();
    move(files.database);
    expect(refusal(() => store.addStatement({ kind: 'call', person: 'me' }, 1, null)).code).toBe('store-moved');
    const rescued = temporaryFolder();
    store.copyTo(join(rescued, 'weft.db'));
    store.close();
    const saved = openStore(rescued, { mode: 'read' });
    expect(saved.contentDigest()).toBe(digest);
    saved.close();
  });
});

describe('private files', () => {
  it('S2: nobody else may read any file of a folder that was open to all', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o777);
    const store = openStore(folder, { mode: 'write' });
    importInto(store, fullExport());
    store.createCopy('asked');
    store.copyTo(join(folder, 'saved.db'));
    const whileOpen = widelyReadable(folder);
    store.close();
    chmodSync(storeFiles(folder).database, 0o644);
    chmodSync(storeFiles(folder).marker, 0o666);
    chmodSync(folder, 0o755);
    openStore(folder, { mode: 'write' }).close();
    expect([...whileOpen, ...widelyReadable(folder)]).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['copies', 'saved.db', 'weft.db', 'weft.marker.json']);
  });

  it('says so when the place of the map is a file, rather than finding no map in it', () => {
    const file = join(temporaryFolder(), 'weft.db');
    writeFileSync(file, 'x');
    for (const mode of ['read', 'write'] as const)
      expect(refusal(() => openStore(file, { mode }))).toMatchObject({ kind: 'arguments', code: 'not-a-folder' });
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it('S2: a folder that holds other things keeps its mode, and the map in it is private', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'other.txt'), 'not ours', { mode: 0o600 });
    const store = openStore(folder, { mode: 'write' });
    importInto(store, myExport(19_000, 1, 3));
    expect(widelyReadable(folder)).toEqual([folder]);
    store.close();
  });
});

/** Files and folders with any right for group or others. */
function widelyReadable(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return [folder, ...inside].filter((path) => (statSync(path).mode & 0o077) !== 0);
}

/** Names and bytes; the short-lived index of a log is no content. */
function contentOf(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('-shm') && statSync(join(folder, name)).isFile())
    .sort()
    .map((name): [string, string] => [name, readFileSync(join(folder, name)).toString('base64')])
    .filter(([name, bytes]) => !(name.endsWith('-wal') && bytes === ''));
}
