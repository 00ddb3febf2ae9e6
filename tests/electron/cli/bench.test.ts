import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { tempFolder } from '../../helpers/linkedin-export.ts';
import { run } from './weft.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Weft without what only a checkout has. */
const copy = join(tempFolder(), 'weft');
const bench = (...words: string[]) =>
  run(process.execPath, [join(copy, 'electron/shells/cli/main.js'), 'bench', ...words], {
    WEFT_STORE: join(copy, 'map'),
  });

beforeAll(() => {
  for (const name of ['electron', 'shared', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

it('says where the bench is to be had, exit 2, in a copy that lacks it', async () => {
  const [said, json] = [await bench(), await bench('--json')];
  expect([said.code, said.stdout, json.code, json.stderr]).toEqual([2, '', 2, '']);
  expect(said.stderr).toMatch(/^weft: The bench is not part of an installed copy of Weft\. [^\n]*npm run bench\.\n$/);
  expect(JSON.parse(json.stdout).error.code).toBe('no-checkout');
});

it('is a door to the bench: its words go in, its output and exit code come out', async () => {
  mkdirSync(join(copy, 'build/bench'), { recursive: true });
  writeFileSync(
    join(copy, 'build/bench/bench.ts'),
    'process.stdout.write(JSON.stringify(process.argv.slice(2)));\nprocess.exitCode = 7;\n',
  );
  expect(await bench()).toMatchObject({ code: 7, stdout: '[]', stderr: '' });
  const { stdout } = await bench('--rounds', '2', '--quick', '--json');
  expect(JSON.parse(stdout)).toEqual(['--rounds', '2', '--quick', '--json']);
});
