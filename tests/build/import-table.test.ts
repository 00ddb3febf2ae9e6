import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let tree: string;

/** What the linter says about a source that stands at `path` in a tree with our configuration. */
function lint(path: string, imported: string): string {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import * as x from '${imported}';\nconsole.log(x);\n`);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', path], { cwd: tree, encoding: 'utf8' });
  return stdout + stderr;
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'weft-lint-'));
  for (const name of ['biome.json', '.gitignore']) cpSync(join(root, name), join(tree, name));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('who may import whom', () => {
  it.each([
    ['shared/import/probe.ts', '../ties/constants.ts', 'import sees model'],
    ['shared/model/probe.ts', '../import/names.ts', 'imports nothing of ours'],
    ['shared/insight/probe.ts', 'node:fs', 'Gather in electron/backend'],
    ['shared/insight/probe.ts', '../contract/map.ts', 'insight sees model'],
    ['shared/contract/probe.ts', '../ties/strength.ts', 'contract sees model'],
    ['shared/ties/probe.ts', 'zod', 'ties sees model'],
    ['shared/sample/probe.ts', '../../electron/backend/create-backend.ts', 'nothing but itself'],
    ['shared/graph/probe.ts', '../../electron/backend/create-backend.ts', 'graph sees model'],
    ['electron/backend/probe.ts', 'electron', 'electron/shells/desktop'],
    ['electron/backend/probe.ts', '../shells/cli/main.ts', 'call it through shared/contract'],
    ['electron/shells/cli/commands/probe.ts', '../../mcp/tools.ts', 'do not import each other'],
    ['electron/shells/mcp/probe.ts', '../cli/table.ts', 'do not import each other'],
    ['electron/shells/desktop/probe.ts', '../web/http.ts', 'do not import each other'],
    ['electron/shells/web/probe.ts', 'electron', 'Only electron/shells/desktop'],
    ['renderer/views/probe.ts', '../../shared/ties/strength.ts', 'shared/contract and shared/model only'],
    ['renderer/views/probe.ts', 'node:fs', 'sandbox'],
  ])('refuses %s importing %s and says what is right', (path, imported, message) => {
    expect(lint(path, imported)).toContain(message);
  });

  it.each([
    ['shared/graph/probe.ts', '../ties/strength.ts'],
    ['shared/contract/probe.ts', 'zod'],
    ['shared/sample/probe.ts', '../graph/tie-graph.ts'],
    ['electron/backend/probe.ts', '../../shared/insight/intro-paths.ts'],
    ['electron/shells/desktop/probe.ts', 'electron'],
    ['renderer/views/probe.ts', '../../shared/contract/api.ts'],
  ])('lets %s import %s', (path, imported) => {
    const said = lint(path, imported);
    expect(said).toContain('Checked 1 file');
    expect(said).not.toContain('noRestrictedImports');
  });
});
