import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const STATEMENTS = 500;

it('D13: two programs that make the first map together and write 500 statements each lose none', async () => {
  const folder = temporaryFolder();
  const script = writeScript(`
    for (let n = 0; n < ${STATEMENTS}; n += 1) {
      store.addStatement({ kind: 'note', person: process.argv[3], text: String(n) }, n, null);
    }
  `);
  expect(await Promise.all([run(script, folder, 'one'), run(script, folder, 'two')])).toEqual(['0 ', '0 ']);
  const store = openStore(folder, { mode: 'read' });
  const said = store.readStatements().map(({ body }) => (body.kind === 'note' ? `${body.person} ${body.text}` : ''));
  expect(new Set(said).size).toBe(2 * STATEMENTS);
  store.verify();
  store.close();
});

it('D13: two imports at once are two imports', async () => {
  const folder = temporaryFolder();
  const script = writeScript(`
    for (let n = 0; n < 5; n += 1) {
      const day = 19000 + 10 * n + (process.argv[3] === 'one' ? 0 : 1);
      importInto(store, myExport(day, n, n + 30));
    }
  `);
  expect(await Promise.all([run(script, folder, 'one'), run(script, folder, 'two')])).toEqual(['0 ', '0 ']);
  const store = openStore(folder, { mode: 'read' });
  expect(
    store
      .readBatchMetas()
      .map((meta) => meta.exportDate ?? 0)
      .sort(),
  ).toEqual([0, 1, 2, 3, 4].flatMap((n) => [19_000 + 10 * n, 19_001 + 10 * n]));
  store.verify();
  store.close();
});

/** A program that opens the store of its first argument and does `work` with it. */
function writeScript(work: string): string {
  const file = join(temporaryFolder(), 'program.ts');
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  writeFileSync(
    file,
    `import { openStore } from ${url('../../../electron/backend/store/open-store.ts')};
     import { importInto, myExport } from ${url('./invented-exports.ts')};
     const store = openStore(process.argv[2], { mode: 'write' });
     void importInto, myExport;
     ${work}
     store.close();`,
  );
  return file;
}

/** Exit code and what it said on the error channel. */
function run(script: string, ...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...words]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(`${code} ${said}`));
  });
}
