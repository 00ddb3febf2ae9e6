import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CopyInfo, type CopyReason, copiesToRemove, listCopies } from '../../../electron/backend/store/copies.ts';
import { examineStore } from '../../../electron/backend/store/doctor.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { restoreCopy } from '../../../electron/backend/store/restore.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { fullExport, importInto, myExport } from './invented-exports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOON = new Date('2026-05-03T12:00:00Z');

function aMapWithCopy() {
  const folder = temporaryFolder();
  const store = openStore(folder, { mode: 'write', now: () => NOON });
  importInto(store, fullExport());
  const digest = store.contentDigest();
  const copy = store.createCopy('import');
  importInto(store, myExport(19_300, 3, 20));
  const later = store.contentDigest();
  return { folder, files: storeFiles(folder), store, copy, digest, later };
}

function digestAt(folder: string): string {
  const store = openStore(folder, { mode: 'read' });
  const digest = store.contentDigest();
  store.close();
  return digest;
}

describe('a copy', () => {
  it('D11: is named by its day and reason, and is listed', () => {
    const { files, store, copy } = aMapWithCopy();
    expect(copy).toMatchObject({ madeAt: '2026-05-03T12:00:00.000Z', reason: 'import' });
    expect(copy.bytes).toBe(statSync(copy.file).size);
    writeFileSync(join(files.copies, 'weft-notes.db'), 'not a copy');
    expect(listCopies(files)).toEqual([copy]);
    expect(store.createCopy('import').file).not.toBe(copy.file);
    store.close();
  });

  it('D11: leftovers of copies that were cut off are removed once nobody can be writing them', () => {
    const { files, store } = aMapWithCopy();
    const [old, young] = ['.unfinished-1-a.db', '.unfinished-2-b.db'].map((name) => join(files.copies, name)) as [
      string,
      string,
    ];
    writeFileSync(old, 'half');
    writeFileSync(young, 'half');
    utimesSync(old, NOON, new Date(NOON.getTime() - 7_200_000));
    utimesSync(young, NOON, NOON);
    store.createCopy('asked');
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
    store.close();
  });

  it('D11: is not written over a file of the user', () => {
    const { folder, store } = aMapWithCopy();
    const mine = join(folder, 'mine.db');
    writeFileSync(mine, 'mine');
    expect(() => store.copyTo(mine)).toThrow('There is a file of this name already');
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    store.close();
  });
});

describe('which copies stay', () => {
  const made = (day: string, hour: number, reason: CopyReason = 'import'): CopyInfo => {
    const madeAt = `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
    return { file: `${madeAt} ${reason}`, madeAt, reason, bytes: 1 };
  };
  const newestFirst = (copies: CopyInfo[]) => copies.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));

  it('D11: three of today, the last one of each earlier day, ten in all', () => {
    const days = Array.from({ length: 12 }, (_, at) => `2026-04-${String(10 + at).padStart(2, '0')}`);
    const copies = newestFirst([
      ...[8, 9, 10, 11].map((hour) => made('2026-05-03', hour)),
      ...days.flatMap((day) => [made(day, 8), made(day, 9)]),
    ]);
    const gone = new Set(copiesToRemove(copies, NOON));
    const kept = copies.filter((copy) => !gone.has(copy)).map((copy) => copy.madeAt.slice(0, 13));
    expect(kept.slice(0, 3)).toEqual(['2026-05-03T11', '2026-05-03T10', '2026-05-03T09']);
    expect(kept.slice(3)).toEqual(
      days
        .toReversed()
        .slice(0, 7)
        .map((day) => `${day}T09`),
    );
  });

  it('D9: the last copy before an update stays, whatever comes after it', () => {
    const before = made('2025-01-01', 1, 'migration');
    const copies = newestFirst([before, ...Array.from({ length: 20 }, (_, at) => made('2026-05-03', at))]);
    const gone = copiesToRemove(copies, NOON);
    expect(gone).toHaveLength(17);
    expect(gone).not.toContain(before);
  });
});

describe('restoring', () => {
  it('D11: gives the content of the copy, and keeps the replaced map with what stood in its log', () => {
    const { folder, store, copy, digest, later } = aMapWithCopy();
    store.close();
    const { kept } = restoreCopy(folder, copy.file, NOON);
    expect(digestAt(folder)).toBe(digest);
    const replaced = temporaryFolder();
    restoreCopy(replaced, kept ?? '', NOON);
    expect(digestAt(replaced)).toBe(later);
    expect(existsSync(copy.file)).toBe(true);
  });

  it('D11: moves a stale log aside, and a window that still has the old map open notices', () => {
    const { folder, files, store, copy, digest } = aMapWithCopy();
    expect(statSync(files.wal).size).toBeGreaterThan(0);
    restoreCopy(folder, copy.file, NOON);
    expect(digestAt(folder)).toBe(digest);
    expect(() => store.addStatement({ kind: 'call', person: 'me' }, 1, null)).toThrow('moved or replaced');
    expect(
      readdirSync(folder).filter((name) => name.startsWith('weft-replaced-') && name.endsWith('-wal')),
    ).toHaveLength(1);
  });

  it.each([
    ['a half copy', 'bad-copy', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['an empty copy', 'bad-copy', (file: string) => truncateSync(file, 0)],
    ['a text file', 'not-a-store', (file: string) => writeFileSync(file, 'text '.repeat(100))],
    [
      'a copy with a changed letter',
      'bad-copy',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.write('h', bytes.indexOf('Engineer'));
        writeFileSync(file, bytes);
      },
    ],
    [
      'a folder',
      'bad-copy',
      (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])('D11: refuses %s and leaves the map untouched', (_, code, spoil) => {
    const { folder, files, store, copy, later } = aMapWithCopy();
    store.close();
    spoil(copy.file);
    const before = [readFileSync(files.database), readdirSync(folder)];
    let refused: unknown;
    try {
      restoreCopy(folder, copy.file, NOON);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(WeftError);
    expect((refused as WeftError).code).toBe(code);
    expect([readFileSync(files.database), readdirSync(folder)]).toEqual(before);
    expect(digestAt(folder)).toBe(later);
  });

  it('D11: helps when the map is gone or damaged', () => {
    const { folder, files, store, copy, digest } = aMapWithCopy();
    store.close();
    rmSync(files.database);
    expect(() => digestAt(folder)).toThrow('gone from its folder');
    expect(restoreCopy(folder, copy.file, NOON).kept).toBeNull();
    expect(digestAt(folder)).toBe(digest);
    writeFileSync(files.database, 'no map');
    expect(restoreCopy(folder, copy.file, NOON).kept).not.toBeNull();
    expect(digestAt(folder)).toBe(digest);
  });

  it('names a copy that is not there', () => {
    expect(() => restoreCopy(temporaryFolder(), 'nowhere.db', NOON)).toThrow('There is no such copy.');
  });
});

describe('doctor', () => {
  it('says that all is well, and changes nothing', () => {
    const { folder, files, store } = aMapWithCopy();
    store.close();
    const before = readFileSync(files.database);
    const report = examineStore(folder);
    expect(report.checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['runtime', true],
      ['place', true],
      ['space', true],
      ['map', true],
      ['content', true],
      ['copies', true],
    ]);
    expect(report.status).toBe('ok');
    expect(readFileSync(files.database).equals(before)).toBe(true);
    expect(JSON.stringify(report)).not.toContain('Ana');
  });

  it('tells a damaged map and a damaged copy as findings', () => {
    const { folder, files, store, copy } = aMapWithCopy();
    store.close();
    truncateSync(files.database, 4_096);
    truncateSync(copy.file, 4_096);
    const { status, checks } = examineStore(folder);
    expect([status, checks.filter(({ ok }) => !ok).map(({ name }) => name)]).toEqual(['attention', ['map', 'copies']]);
  });

  it('says of a folder that is not there that there is no map yet', () => {
    const folder = join(temporaryFolder(), 'nothing');
    expect(examineStore(folder).status).toBe('ok');
    expect(existsSync(folder)).toBe(false);
  });
});
