/** What the command does where a file cannot grow to its end. A limit on the size of files needs no root and no disk of its own. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { connectionsCsv, people, tempFolder, writeTemp } from '../../helpers/linkedin-export.ts';
import { DOOR, type Ran, run, weft } from './weft.ts';

/** POSIX counts in blocks of 512 bytes. The index of the log alone takes 64 of them. */
function weftWithin(blocks: number, store: string, args: readonly string[]): Promise<Ran> {
  const limited = ['-c', 'ulimit -f "$0" && exec "$@"', String(blocks), process.execPath, DOOR, ...args];
  return run('sh', limited, { WEFT_STORE: store });
}

function stateOf(folder: string): { digest: string; names: string[] } {
  const store = openStore(folder, { mode: 'read' });
  store.verify();
  const digest = store.contentDigest();
  store.close();
  return { digest, names: readdirSync(folder).sort() };
}

describe.skipIf(process.platform === 'win32')('where a file cannot grow to its end', () => {
  const store = join(tempFolder(), 'map');
  beforeAll(async () => {
    expect((await weft(store, ['sample'])).code).toBe(0);
  });

  it.each(['csv', 'json', 'graphml', 'gexf'])(
    'R5: a %s export is refused and leaves no part of itself',
    async (format) => {
      const folder = tempFolder();
      const ran = await weftWithin(128, store, ['export', join(folder, 'map'), '--format', format]);
      expect([ran.code, ran.stdout]).toEqual([7, '']);
      expect(ran.stderr).toBe('weft: map cannot be written there. Nothing was written.\n');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('R5 D11: a backup is refused and leaves no part of itself', async () => {
    const folder = tempFolder();
    const ran = await weftWithin(128, store, ['backup', join(folder, 'copy.db')]);
    expect([ran.code, ran.stdout]).toEqual([7, '']);
    expect(readdirSync(folder)).toEqual([]);
  });

  const many = people(5_000).map(({ first, last, url }) => ({ first, last, url, connectedOn: '2020-01-01' }));
  it.each([
    ['the copy before an import', 128, ['import', writeTemp('Connections.csv', connectionsCsv(many)), '--role', 'me']],
    ['an import', 4_096, ['import', writeTemp('Connections.csv', connectionsCsv(many)), '--role', 'me']],
    ['undo', 128, ['undo', '1']],
  ])('D5: %s changes nothing', async (_, blocks, args) => {
    const before = stateOf(store);
    const ran = await weftWithin(blocks, store, [...args, '--quiet']);
    expect([ran.code, ran.stdout]).toEqual([7, '']);
    expect(ran.stderr).toMatch(/^weft: [^\n]* Nothing (changed|was written)\.\n$/);
    expect(stateOf(store)).toEqual(before);
  });
});
