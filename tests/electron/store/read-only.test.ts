import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { importInto, myExport } from './invented-exports.ts';

/** An account without rights, on every system that has root. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** Root may write anywhere, so as root the map is read by another account; that one must reach the project's own files. */
const reason = whyNot();
if (reason !== null) process.stdout.write(`D14 is skipped: ${reason}\n`);

const place = mkdtempSync(join(tmpdir(), 'weft-locked-'));
afterAll(() => {
  chmodSync(place, 0o700);
  rmSync(place, { recursive: true });
});

function asOther(script: string) {
  return spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', script],
    {
      encoding: 'utf8',
      cwd: new URL('../../..', import.meta.url),
      ...(isRoot && { uid: NOBODY, gid: NOBODY }),
    },
  );
}

function whyNot(): string | null {
  if (process.platform === 'win32') return 'Windows has no such modes';
  const ran = asOther("await import('./electron/backend/store/open-store.ts');");
  return ran.status === 0 ? null : 'another account cannot read the project here';
}

it.skipIf(reason !== null)(
  'D14: a map in a folder that cannot be written is shown view-only and can be saved elsewhere, and nothing is changed',
  () => {
    const folder = join(place, 'map');
    const store = openStore(folder, { mode: 'write' });
    importInto(store, myExport(19_000, 1, 9));
    const digest = store.contentDigest();
    store.close();
    const names = readdirSync(folder);
    for (const name of names.filter((one) => one.startsWith('weft.'))) chmodSync(join(folder, name), 0o444);
    const bytes = readFileSync(join(folder, 'weft.db'));
    chmodSync(folder, 0o555);
    chmodSync(place, 0o755);
    const ran = asOther(`
    import { mkdtempSync, renameSync, rmSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { join } from 'node:path';
    import { openStore } from './electron/backend/store/open-store.ts';
    const store = openStore(${JSON.stringify(folder)}, { mode: 'read' });
    const refused = [];
    try { store.addStatement({ kind: 'note', person: 'me', text: 'x' }, 1, null); } catch (error) { refused.push(error.code); }
    console.log(JSON.stringify([store.isViewOnly, store.contentDigest(), refused]));
    const elsewhere = mkdtempSync(join(tmpdir(), 'weft-saved-'));
    store.copyTo(join(elsewhere, 'saved.db'));
    store.close();
    renameSync(join(elsewhere, 'saved.db'), join(elsewhere, 'weft.db'));
    const saved = openStore(elsewhere, { mode: 'read' });
    console.log(saved.contentDigest());
    saved.close();
    rmSync(elsewhere, { recursive: true });
    try { openStore(${JSON.stringify(folder)}, { mode: 'write' }); } catch (error) { console.log(error.kind); }
  `);
    expect([ran.stderr, ran.stdout.trim().split('\n')]).toEqual([
      '',
      [JSON.stringify([true, digest, ['view-only']]), digest, 'place'],
    ]);
    expect(readdirSync(folder)).toEqual(names);
    expect(readFileSync(join(folder, 'weft.db')).equals(bytes)).toBe(true);
  },
);
