import { describe, expect, it } from 'vitest';
import { connect } from '../../../electron/backend/store/connection.ts';
import { identityOf } from '../../../electron/backend/store/file-identity.ts';
import { MapStore } from '../../../electron/backend/store/map-store.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { deriveAgain, fullExport, importInto, myExport, undoImport } from './invented-exports.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('an import', () => {
  it.each(['after the rows', 'after the network', 'in between'])(
    'D2: that fails %s leaves the map as it was',
    (when) => {
      const folder = temporaryFolder();
      const store = openStore(folder, { mode: 'write' });
      importInto(store, fullExport());
      const before = [store.contentDigest(), store.counts()];
      const failing = () =>
        store.transaction(() => {
          const { meta } = store.writeBatch(myExport(19_300, 3, 20).batch, myExport(19_300, 3, 20).content);
          store.addStatement({ kind: 'closeness', person: 'ana-3-zt3', value: 2 }, 19_300, meta.id);
          if (when === 'after the rows') throw new RangeError('stop');
          deriveAgain(store);
          if (when === 'after the network') throw new RangeError('stop');
          store.deleteBatch(1);
          throw new RangeError('stop');
        });
      expect(failing).toThrow('stop');
      expect([store.contentDigest(), store.counts()]).toEqual(before);
      store.close();
      const again = openStore(folder, { mode: 'read' });
      expect(again.contentDigest()).toBe(before[0]);
      again.close();
    },
  );

  it('D2: is not committed by somebody who caught the failure of a part of it', () => {
    const store = openStore(temporaryFolder(), { mode: 'write' });
    const before = store.contentDigest();
    const careless = () =>
      store.transaction(() => {
        try {
          store.transaction(() => {
            store.writeBatch(myExport(19_000, 1, 3).batch, myExport(19_000, 1, 3).content);
            throw new RangeError('half');
          });
        } catch {
          // Goes on as if nothing had happened.
        }
      });
    expect(careless).toThrow('A part of this transaction failed');
    expect(store.contentDigest()).toBe(before);
    importInto(store, myExport(19_000, 1, 3));
    store.close();
  });

  it('D2: cannot be left half done by a promise', () => {
    const store = openStore(temporaryFolder(), { mode: 'write' });
    const before = store.contentDigest();
    expect(() => store.transaction(async () => store.addStatement({ kind: 'call', person: 'me' }, 1, null))).toThrow(
      TypeError,
    );
    expect(store.contentDigest()).toBe(before);
    store.close();
  });

  it('D2: that is cut off by closing the store leaves the map as it was', () => {
    const folder = temporaryFolder();
    const store = openStore(folder, { mode: 'write' });
    const before = store.contentDigest();
    expect(() =>
      store.transaction(() => {
        store.writeBatch(myExport(19_000, 1, 3).batch, myExport(19_000, 1, 3).content);
        store.close();
      }),
    ).toThrow();
    const again = openStore(folder, { mode: 'read' });
    expect(again.contentDigest()).toBe(before);
    again.close();
  });
});

describe('a full disk', () => {
  it('D5: changes nothing, wherever in an import, an undo or a statement the space ends', () => {
    const folder = temporaryFolder();
    const files = storeFiles(folder);
    const first = openStore(folder, { mode: 'write' });
    const { id } = importInto(first, myExport(19_000, 1, 40));
    first.close();

    const db = connect(files.database, { busyTimeoutMs: 0, journal: 'wal' });
    const now = () => new Date('2026-05-03T10:00:00Z');
    const identity = identityOf(files.database);
    const store = new MapStore({
      db,
      files,
      mode: 'write',
      isViewOnly: false,
      now,
      identity,
      isSealed: true,
      onClosed: () => undefined,
    });
    const digest = store.contentDigest();
    const used = Number(db.pragma('page_count', { simple: true }));
    const work = [
      () => importInto(store, myExport(19_300, 20, 400)),
      () => {
        importInto(store, myExport(19_400, 20, 400));
        undoImport(store, id);
      },
      () => {
        for (let n = 0; n < 400; n += 1)
          store.addStatement({ kind: 'note', person: 'ana-3-zt3', text: `${n}`.repeat(300) }, n, null);
      },
    ];
    let refused = 0;
    for (let point = 0; point < 51; point += 1) {
      db.pragma(`max_page_count = ${used + point}`);
      const error = failureOf(() => store.transaction(work[point % work.length] as () => unknown));
      if (error !== null) {
        expect([error.kind, error.code]).toEqual(['place', 'no-space']);
        expect(store.contentDigest()).toBe(digest);
        refused += 1;
      }
    }
    expect(refused).toBe(51);
    db.pragma('max_page_count = 1000000');
    importInto(store, myExport(19_300, 20, 400));
    store.verify();
    store.close();
  });
});

function failureOf(work: () => unknown): WeftError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof WeftError) return error;
    throw error;
  }
}

describe('another connection', () => {
  it('is noticed by the version of the data, and its writes are waited for no longer than told', () => {
    const folder = temporaryFolder();
    const one = openStore(folder, { mode: 'write', busyTimeoutMs: 20 });
    const two = openStore(folder, { mode: 'write', busyTimeoutMs: 20 });
    const versions = [one.dataVersion()];
    one.addStatement({ kind: 'call', person: 'me' }, 1, null);
    versions.push(one.dataVersion());
    two.addStatement({ kind: 'call', person: 'me' }, 2, null);
    versions.push(one.dataVersion());
    expect(new Set(versions).size).toBe(3);
    expect(one.dataVersion()).toBe(versions[2]);
    const busy = failureOf(() => one.transaction(() => two.addStatement({ kind: 'call', person: 'me' }, 3, null)));
    expect([busy?.kind, busy?.code]).toEqual(['busy', 'store-busy']);
    two.addStatement({ kind: 'call', person: 'me' }, 3, null);
    expect(one.readStatements()).toHaveLength(3);
    one.close();
    two.close();
  });
});
