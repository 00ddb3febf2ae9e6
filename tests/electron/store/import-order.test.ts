import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import type { Store } from '../../../electron/backend/store/store.ts';
import { deriveAgain, fullExport, type InventedImport, importInto, myExport, undoImport } from './invented-exports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const EXPORTS: InventedImport[] = [
  fullExport(),
  myExport(19_100, 3, 12),
  myExport(19_200, 1, 6),
  myExport(19_300, 8, 14),
];

const anyExport = fc.integer({ min: 0, max: EXPORTS.length - 1 });

/** Takes everything back, so that one file serves many trials. */
function empty(store: Store): void {
  store.transaction(() => {
    for (const { id } of store.readBatchMetas()) store.deleteBatch(id);
    deriveAgain(store);
  });
}

it('D16: any order and repetition of the same imports gives one digest', () => {
  const store = openStore(temporaryFolder(), { mode: 'write' });
  const ofAll = new Set<string>();
  const orders = fc.tuple(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.array(anyExport, { maxLength: 3 }));
  fc.assert(
    fc.property(orders, ([order, repeated]) => {
      empty(store);
      for (const at of [...order, ...repeated]) importInto(store, EXPORTS[at] as InventedImport);
      ofAll.add(store.contentDigest());
      expect(store.counts().batches).toBe(EXPORTS.length);
    }),
    { numRuns: 24 },
  );
  expect(ofAll.size).toBe(1);
  store.verify();
  store.close();
});

it('D16: 200 import-and-undo walks lead back to the digest before, with what was said since', () => {
  const store = openStore(temporaryFolder(), { mode: 'write' });
  importInto(store, EXPORTS[0] as InventedImport);
  let walks = 0;
  fc.assert(
    fc.property(fc.array(anyExport, { minLength: 1, maxLength: 3 }), fc.boolean(), (walk, isBackwards) => {
      const before = store.contentDigest();
      const mine: number[] = [];
      for (const at of walk) {
        const known = store.readBatchMetas().length;
        const { id } = importInto(store, EXPORTS[at] as InventedImport);
        if (store.readBatchMetas().length > known) mine.push(id);
      }
      if (mine.length > 0) expect(store.contentDigest()).not.toBe(before);
      const said = store.addStatement({ kind: 'note', person: 'ana-1-zt1', text: `walk ${walks}` }, 19_000, null);
      for (const id of isBackwards ? mine.toReversed() : mine) undoImport(store, id);
      expect(store.readStatements()).toContainEqual(said);
      store.withdrawStatement(said.id);
      expect(store.contentDigest()).toBe(before);
      walks += 1;
    }),
    { numRuns: 200 },
  );
  expect(walks).toBeGreaterThanOrEqual(200);
  store.verify();
  store.close();
});
