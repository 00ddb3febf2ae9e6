import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore, openStoreAt } from '../../../electron/backend/store/open-store.ts';
import { restoreCopy } from '../../../electron/backend/store/restore.ts';
import { killAt } from '../../helpers/kill.ts';
import { importInto, myExport } from './invented-exports.ts';
import { withNextStep } from './next-step.ts';
import { temporaryFolder } from './temporary-folder.ts';

function program(work: string): string {
  const file = join(temporaryFolder(), 'program.ts');
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  writeFileSync(
    file,
    `import { openStore } from ${url('../../../electron/backend/store/open-store.ts')};
     import { restoreCopy } from ${url('../../../electron/backend/store/restore.ts')};
     import { importInto, myExport } from ${url('./invented-exports.ts')};
     const [folder, copy] = process.argv.slice(2);
     void [openStore, restoreCopy, importInto, myExport, copy];
     ${work}`,
  );
  return file;
}

function digestAt(folder: string): string {
  const store = openStore(folder, { mode: 'write' });
  store.verify();
  const digest = store.contentDigest();
  store.close();
  return digest;
}

it('D3: an import that is killed leaves the map of before or the map of after', async () => {
  const after = openStore(temporaryFolder(), { mode: 'write' });
  const outcomes = [after.contentDigest()];
  importInto(after, myExport(19_000, 1, 300));
  outcomes.push(after.contentDigest());
  after.close();
  const script = program(`
    const store = openStore(folder, { mode: 'write' });
    console.log('opened');
    importInto(store, myExport(19000, 1, 300));
    store.close();`);
  for (const ms of [0, 5, 10, 20, 30, 40, 60, 80]) {
    const folder = temporaryFolder();
    const { lines, errors } = await killAt(script, [folder], { afterLine: 'opened', ms });
    expect([lines, errors]).toEqual([['opened'], '']);
    expect(outcomes).toContain(digestAt(folder));
  }
});

it('D3: a forgetting that is killed never happened, or is finished by the next start', async () => {
  const start = temporaryFolder();
  const store = openStore(start, { mode: 'write' });
  importInto(store, myExport(19_000, 1, 300));
  const outcomes = [store.contentDigest()];
  store.createCopy('asked');
  store.close();
  const begin = (from: string) => {
    const folder = temporaryFolder();
    cpSync(from, folder, { recursive: true, preserveTimestamps: true });
    return folder;
  };
  const forgotten = begin(start);
  const after = openStore(forgotten, { mode: 'write' });
  after.forget(['ana-7-zt7']);
  outcomes.push(after.contentDigest());
  after.close();
  const script = program(`
    const store = openStore(folder, { mode: 'write' });
    console.log('opened');
    store.forget(['ana-7-zt7']);
    store.close();
    console.log('done');`);
  for (const ms of [0, 10, 25, 50, 80, 120, 180, 260]) {
    const folder = begin(start);
    await killAt(script, [folder], { afterLine: 'opened', ms });
    const digest = digestAt(folder);
    expect(outcomes).toContain(digest);
    const traces = readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((file) => statSync(file).isFile() && readFileSync(file).includes('ana-7-zt7'));
    // Gone from the map means gone from every file, or nothing has happened yet.
    expect([digest, traces.length > 0]).toEqual([digest, digest === outcomes[0]]);
  }
});

it('D9: an update that is killed leaves the old version or the new one, with all content', async () => {
  const start = temporaryFolder();
  const store = openStore(start, { mode: 'write' });
  importInto(store, myExport(19_000, 1, 300));
  const digest = store.contentDigest();
  store.close();
  const script = program(`
    const { openStoreAt } = await import(${JSON.stringify(new URL('../../../electron/backend/store/open-store.ts', import.meta.url).href)});
    const { withNextStep } = await import(${JSON.stringify(new URL('./next-step.ts', import.meta.url).href)});
    console.log('begins');
    openStoreAt(folder, { mode: 'write' }, withNextStep(true, 'CREATE TABLE later (a TEXT NOT NULL) STRICT')).close();
    console.log('done');`);
  const steps = withNextStep(true, 'CREATE TABLE later (a TEXT NOT NULL) STRICT');
  for (const ms of [0, 10, 25, 50, 80, 120, 180, 260]) {
    const folder = temporaryFolder();
    cpSync(start, folder, { recursive: true, preserveTimestamps: true });
    await killAt(script, [folder], { afterLine: 'begins', ms });
    for (const _ of ['updated', 'opened again']) {
      const updated = openStoreAt(folder, { mode: 'write' }, steps);
      updated.verify();
      expect(updated.contentDigest()).toBe(digest);
      updated.close();
    }
  }
});

it('D3: a restore that is killed is finished by the next start or never happened', async () => {
  const folder = temporaryFolder();
  const store = openStore(folder, { mode: 'write' });
  const empty = store.contentDigest();
  const { file: copy } = store.createCopy('asked');
  importInto(store, myExport(19_000, 1, 100));
  const full = store.contentDigest();
  const { file: fullCopy } = store.createCopy('asked');
  store.close();
  const script = program(`console.log('begins'); restoreCopy(folder, copy, new Date()); console.log('done');`);
  for (const ms of [0, 4, 8, 12, 16, 20, 30, 40]) {
    const { lines } = await killAt(script, [folder, copy], { afterLine: 'begins', ms });
    const digest = digestAt(folder);
    expect(lines.includes('done') ? [empty] : [empty, full]).toContain(digest);
    restoreCopy(folder, fullCopy, new Date());
  }
});
