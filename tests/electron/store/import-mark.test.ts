import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { takeUnfinishedImport, underImportMark } from '../../../electron/backend/store/import-mark.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The number of a process that is over. */
function goneProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('an import that was cut off', () => {
  it('D3: is said once at the next start', () => {
    const folder = temporaryFolder();
    writeFileSync(storeFiles(folder).importing, JSON.stringify({ process: goneProcess() }));
    expect(takeUnfinishedImport(folder)).toContain('The last import did not finish.');
    expect(takeUnfinishedImport(folder)).toBeNull();
    expect(existsSync(storeFiles(folder).importing)).toBe(false);
  });

  it('is not said of one that still runs, nor of one that ended well or with an error', async () => {
    const folder = temporaryFolder();
    await underImportMark(folder, async () => expect(takeUnfinishedImport(folder)).toBeNull());
    expect(takeUnfinishedImport(folder)).toBeNull();
    await expect(underImportMark(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(takeUnfinishedImport(folder)).toBeNull();
  });

  it('stays on the first screen until the map changes', async () => {
    const folder = temporaryFolder();
    const backend = createBackend({ folder });
    await backend.api.makeSample({});
    await backend.close();
    writeFileSync(storeFiles(folder).importing, JSON.stringify({ process: goneProcess() }));
    const next = createBackend({ folder });
    const said = async () => (await next.api.status({})).unfinishedImport;
    expect(await said()).toContain('did not finish');
    expect(await said()).toContain('did not finish');
    await next.api.addTargets({ companies: ['Kestrel Labs'] });
    await next.api.say({ said: { kind: 'employer-size', company: 'Kestrel Labs', size: 40 } });
    expect(await said()).toBeNull();
    await next.close();
  });
});
