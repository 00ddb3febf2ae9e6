import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { checkCopy, listCopies } from '../../../electron/backend/store/copies.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import type { Store } from '../../../electron/backend/store/store.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { unpackThreadDays } from '../../../shared/model/thread-days.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A map as that version wrote it, and what stood in it. Made once by that version and never again. */
const GOLDEN_VERSIONS = [1];

const fixture = (name: string) => gunzipSync(readFileSync(new URL(`../../fixtures/stores/${name}`, import.meta.url)));

function contentOf(store: Store): unknown {
  // Version 1 wrote its days one by one into the fixture.
  const batches = store.readBatches().map(({ meta, content }) => ({
    meta,
    content: { ...content, threads: content.threads.map((each) => ({ ...each, days: unpackThreadDays(each.days) })) },
  }));
  // What version 1 did not know of a person stands at its default.
  const people = store.readNetwork().people.map(({ isInvitedByMe, ...person }) => {
    expect(isInvitedByMe).toBe(false);
    return person;
  });
  const network = { ...store.readNetwork(), people };
  const content = { batches, statements: store.readStatements(), network };
  const plain = JSON.stringify(content, (_, value: unknown) =>
    value instanceof Map || value instanceof Int32Array ? [...value] : value,
  );
  return JSON.parse(plain);
}

it.each(GOLDEN_VERSIONS)('D9: a map of version %i opens with all its content, and opens again', (version) => {
  const folder = temporaryFolder();
  writeFileSync(storeFiles(folder).database, fixture(`version-${version}.db.gz`));
  const wanted: unknown = JSON.parse(fixture(`version-${version}.json.gz`).toString());
  for (const _ of ['updated', 'opened again']) {
    const store = openStore(folder, { mode: 'write' });
    expect(contentOf(store)).toEqual(wanted);
    store.verify();
    store.close();
  }
  const copies = listCopies(storeFiles(folder));
  expect(copies.map(({ reason }) => reason)).toEqual(['migration']);
  checkCopy(copies[0]?.file ?? '', true);
});
