/** Folders for tests, private and gone when the test process ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new empty folder. */
export function tempFolder(): string {
  if (folders.length === 0) removeFoldersAtTheEnd();
  const folder = mkdtempSync(join(tmpdir(), 'weft-test-'));
  folders.push(folder);
  return folder;
}

/** Writes one file into a new folder and gives its path. */
export function writeTemp(name: string, bytes: string | Uint8Array): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** vitest ends its child processes with SIGTERM, which runs no exit handler; a plain script just exits. */
function removeFoldersAtTheEnd(): void {
  const remove = (): void => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  process.once('SIGTERM', () => process.exit(143));
}
