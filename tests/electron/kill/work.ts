/**
 * One piece of work on a map in a process of its own, to be killed in the middle: `node work.ts FOLDER WORK ARGUMENT`. Says READY
 * when the store is open, DONE and the milliseconds when the work is over; waits in between for a line on standard input, so that the
 * parent decides when it begins.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { Session } from '../../../electron/backend/engine/session.ts';
import { backUp, restore } from '../../../electron/backend/services/data-service.ts';
import { importFiles, undoBatch } from '../../../electron/backend/services/import-service.ts';

const [folder = '', work = '', argument = ''] = process.argv.slice(2);
const now = () => new Date('2026-07-01T10:00:00Z');
const session = new Session({ folder, now });
session.network();
const store = session.writing();

const WORKS: Record<string, () => unknown> = {
  import: () =>
    importFiles(
      session,
      { files: [argument], withNotes: false, dryRun: false, role: 'me' },
      { today: '2026-07-01', now: now() },
      {},
    ),
  undo: () => undoBatch(store, Number(argument)),
  restore: () => restore(session, { file: argument }),
  backup: () => backUp(session, {}),
};

/** Straight to the pipe: a word that waits in a buffer would be lost with the process. */
const say = (word: string) => writeSync(1, `${word}\n`);

say('READY');
await once(process.stdin, 'data');
const startedAt = performance.now();
await WORKS[work]?.();
say(`DONE ${performance.now() - startedAt}`);
session.closeStore();
process.exit(0);
