import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { restoreCopy } from '../../../electron/backend/store/restore.ts';
import { killAt } from '../../helpers/kill.ts';
import { importInto, myExport } from './invented-exports.ts';
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
