/** Starts work in a child process, kills it at a moment of its own, and looks at what is left. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { checkCopy, listCopies } from '../../../electron/backend/store/copies.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';

const compileCache = tempFolder();

export interface Work {
  name: 'import' | 'undo' | 'restore' | 'backup';
  argument: string;
}

/** A copy of the folder, so that every trial begins with the same map. */
export function copyOfMap(base: string): string {
  const folder = join(tempFolder(), 'map');
  cpSync(base, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/**
 * Lets the work begin and kills it after a time.
 *
 * @param program work.ts, built
 * @param afterMs null: never
 * @returns how long the work took, in milliseconds; null if the kill struck it open
 */
export async function runAndKill(
  program: string,
  folder: string,
  work: Work,
  afterMs: number | null,
): Promise<number | null> {
  const child = spawn(process.execPath, [program, folder, work.name, work.argument], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // The cache of compiled code halves the start of the child.
    env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE: compileCache },
  });
  const words = reader(child);
  await words.until('READY');
  child.stdin.write('go\n');
  if (afterMs === null) {
    await words.until('DONE');
  } else {
    await Promise.race([new Promise((resolve) => setTimeout(resolve, afterMs)), words.ended]);
    child.kill('SIGKILL');
  }
  await words.ended;
  return words.tookMs();
}

function reader(child: ChildProcess) {
  let out = '';
  let errors = '';
  let onWord = () => {};
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk;
    onWord();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const has = (word: string) => new RegExp(`^${word}\\b.*\n`, 'm').test(out);
  return {
    ended,
    tookMs(): number | null {
      const done = /^DONE (\S+)\n/m.exec(out);
      return done === null ? null : Number(done[1]);
    },
    async until(word: string): Promise<void> {
      while (!has(word)) {
        const isOver = await Promise.race([
          new Promise<false>((resolve) => {
            onWord = () => resolve(false);
          }),
          ended.then(() => true as const),
        ]);
        if (isOver && !has(word)) throw new Error(`The work ended without ${word}: ${errors}`);
      }
    },
  };
}

/** Opens the map as the next start would, checks everything in it, and gives its digest. */
export function digestAfterStart(folder: string): string {
  const store = openStore(folder, { mode: 'write', busyTimeoutMs: 0 });
  try {
    store.verify();
    // A second reading would show what the first one repaired only in memory.
    return store.contentDigest();
  } finally {
    store.close();
  }
}

/** Every copy that the map lists is whole (D11). */
export function checkCopies(folder: string): number {
  const copies = listCopies(storeFiles(folder));
  for (const copy of copies) checkCopy(copy.file, false);
  return copies.length;
}
