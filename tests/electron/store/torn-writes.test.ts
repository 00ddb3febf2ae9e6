import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SEED = 20_260_503;
const PAGE = 4_096;

/** mulberry32: small, and the same everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** A map as a power cut leaves it: the file as it was, and a log with three finished pieces of work that are not in it yet. */
function cutOff() {
  const folder = temporaryFolder('memory');
  const files = storeFiles(folder);
  const store = openStore(folder, { mode: 'write' });
  const states = [notesIn(files.database)];
  const copy = temporaryFolder('memory');
  for (const text of ['one', 'two', 'three']) {
    store.transaction(() => {
      // Each piece touches many pages, so that a cut may fall inside it.
      for (let n = 0; n < 40; n += 1) {
        store.addStatement({ kind: 'note', person: 'me', text: `${text} ${n} ${'x'.repeat(300)}` }, 1, null);
      }
    });
    states.push(notesIn(files.database));
  }
  cpSync(folder, copy, { recursive: true });
  store.close();
  const torn = storeFiles(copy);
  return {
    states,
    file: readFileSync(torn.database),
    log: readFileSync(torn.wal),
    whole: readFileSync(files.database),
  };
}

/** What a start sees, through SQLite alone: the same words in the same order as after some piece of work. */
function notesIn(file: string): string {
  const db = new Database(file);
  try {
    return JSON.stringify(db.prepare('SELECT value, checksum FROM statement ORDER BY id').raw().all());
  } finally {
    db.close();
  }
}

const folder = temporaryFolder('memory');
const trialFile = join(folder, 'trial.db');
function stateAfter(file: Buffer, log: Buffer): string {
  for (const suffix of ['-wal', '-shm']) rmSync(trialFile + suffix, { force: true });
  writeFileSync(trialFile, file);
  writeFileSync(`${trialFile}-wal`, log);
  return notesIn(trialFile);
}

it('D4: a log cut anywhere gives the state after one of the pieces of work, 1,000 times', { timeout: 300_000 }, () => {
  const { states, file, log } = cutOff();
  const draw = random(SEED);
  const found = new Set<number>();
  for (let trial = 0; trial < 1_000; trial += 1) {
    const at = states.indexOf(stateAfter(file, log.subarray(0, trial === 0 ? log.length : draw(log.length))));
    expect(at).toBeGreaterThanOrEqual(0);
    found.add(at);
  }
  expect([...found].sort()).toEqual([0, 1, 2, 3]);
});

it('D4: a flipped bit in the log gives the state after one of the pieces of work, 1,000 times', {
  timeout: 300_000,
}, () => {
  const { states, file, log } = cutOff();
  const draw = random(SEED + 1);
  for (let trial = 0; trial < 1_000; trial += 1) {
    const bent = Buffer.from(log);
    const at = draw(bent.length);
    bent[at] = (bent[at] ?? 0) ^ (1 << draw(8));
    expect(states).toContain(stateAfter(file, bent));
  }
});

it('D4: a checkpoint that is half done gives the newest state, 600 times', { timeout: 300_000 }, () => {
  const { states, file, log, whole } = cutOff();
  const draw = random(SEED + 2);
  const size = Math.max(file.length, whole.length);
  for (let trial = 0; trial < 600; trial += 1) {
    // Any of the pages may have been copied already, in any order, and one of them by half.
    const half = Buffer.alloc(size);
    file.copy(half);
    for (let page = 0; page * PAGE < whole.length; page += 1) {
      if (draw(2) === 1) whole.copy(half, page * PAGE, page * PAGE, page * PAGE + PAGE);
    }
    const torn = draw(whole.length / PAGE) * PAGE;
    whole.copy(half, torn, torn, torn + 512 * (1 + draw(7)));
    expect(stateAfter(half, log)).toBe(states.at(-1));
  }
});

it('D4: the store itself opens every such map, and calls it whole', () => {
  const { file, log } = cutOff();
  const draw = random(SEED + 3);
  for (let trial = 0; trial < 20; trial += 1) {
    const place = temporaryFolder('memory');
    const files = storeFiles(place);
    writeFileSync(files.database, file);
    writeFileSync(files.wal, log.subarray(0, draw(log.length)));
    const store = openStore(place, { mode: 'write' });
    store.verify();
    store.close();
  }
});
