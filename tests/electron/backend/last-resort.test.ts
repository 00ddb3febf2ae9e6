import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeOf } from '../../../electron/backend/last-resort.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';

const NAME = 'Zdenka Canary';

/** Where an error can come from that nobody catches. `session` has the map open for writing. */
const PLACES: Record<string, string> = {
  'a timer': `setTimeout(() => { throw new TypeError(${JSON.stringify(NAME)}); }, 1);`,
  'a promise nobody waits for': `void Promise.reject(new Error(${JSON.stringify(NAME)}));`,
  'a thrown text': `setImmediate(() => { throw ${JSON.stringify(NAME)}; });`,
  'the middle of a transaction': `queueMicrotask(() => {
    store.transaction(() => {
      store.addStatement({ kind: 'note', person: 'me', text: 'half done' }, 1, null);
      throw Object.assign(new Error(${JSON.stringify(NAME)}), { name: ${JSON.stringify(NAME)} });
    });
  });`,
  'a listener': `import('node:events').then(({ EventEmitter }) => {
    const emitter = new EventEmitter();
    emitter.on('x', () => { throw new RangeError(${JSON.stringify(NAME)}); });
    setTimeout(() => emitter.emit('x'), 1);
  });`,
};

it.each(Object.entries(PLACES))('S3: an error from %s ends Weft with a code, a whole map and no name', (_, source) => {
  const folder = join(tempFolder(), 'map');
  const file = join(tempFolder(), 'program.ts');
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  writeFileSync(
    file,
    `import { installLastResort } from ${url('../../../electron/backend/last-resort.ts')};
     import { Session } from ${url('../../../electron/backend/engine/session.ts')};
     installLastResort();
     const session = new Session({ folder: ${JSON.stringify(folder)}, now: () => new Date() });
     const store = session.writing();
     store.addStatement({ kind: 'note', person: 'me', text: 'kept' }, 1, null);
     ${source}
     setTimeout(() => process.exit(0), 5_000);`,
  );
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], { encoding: 'utf8' });
  expect([ran.status, ran.stdout]).toEqual([70, '']);
  expect(ran.stderr).toMatch(/^weft: Weft made a mistake and closed\. Your map is unharmed\. Code [\w-]+\.\n$/);
  expect(ran.stderr).not.toContain('Zdenka');
  const store = openStore(folder, { mode: 'write' });
  store.verify();
  expect(store.readStatements().map(({ body }) => body)).toEqual([{ kind: 'note', person: 'me', text: 'kept' }]);
  store.close();
});

it.each([
  [new TypeError(NAME), /^TypeError(?:-[\w-]+-\d+)?$/],
  [NAME, /^unknown$/],
  [null, /^unknown$/],
  [Object.assign(new Error('x'), { name: NAME }), /^unknown/],
  [Object.assign(new Error('x'), { stack: `Error: at ${NAME}/electron/zdenka.ts:1:1` }), /^Error$/],
])('S3: the code of %o says where, never what', (thrown, pattern) => {
  expect(codeOf(thrown)).toMatch(pattern);
  expect(codeOf(thrown).toLowerCase()).not.toContain('zdenka');
});
