import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { myNewerZip, myZip } from '../../contract/invented-map.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';
import { type BuiltWork, buildWork } from './build-work.ts';
import { checkCopies, copyOfMap, digestAfterStart, runAndKill, type Work } from './trial.ts';

/** Moments are drawn from this seed; the machine decides what they strike. */
const SEED = 20_260_701;
const AT_ONCE = 2;
/** Moments reach this far beyond the usual time, so that some strike the end of the work and its last step. */
const OVER = 1.15;
/** The usual time is that of the last few that got done: the machine has other things to do as well. */
const RECENT = 9;

interface Tally {
  work: string;
  trials: number;
  struck: number;
  before: number;
  after: number;
  medianMs: number;
}
const tallies: Tally[] = [];

/** mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

describe('SIGKILL at any moment', () => {
  let base = '';
  let withTwo = '';
  let copy = '';
  let built: BuiltWork;
  const newer = myNewerZip();

  beforeAll(async () => {
    built = await buildWork();
    base = join(tempFolder(), 'map');
    const backend = createBackend({ folder: base });
    await backend.api.importFiles({ files: [myZip()] });
    await backend.api.say({ said: { kind: 'closeness', person: 'Ana Reis', value: 4 }, on: '2026-06-01' });
    await backend.close();
    withTwo = copyOfMap(base);
    const two = createBackend({ folder: withTwo });
    copy = join(tempFolder(), 'copy.db');
    await two.api.backUp({ file: copy });
    await two.api.importFiles({ files: [newer] });
    await two.close();
  });

  afterAll(() => {
    built.remove();
    process.stdout.write(`Kill trials (seed ${SEED}): ${JSON.stringify(tallies)}\n`);
  });

  /** Runs the work undisturbed a few times, then kills it at random moments of a little more than the time it takes. */
  async function strike(from: () => string, work: Work, trials: number): Promise<Tally> {
    const untouched = digestAfterStart(copyOfMap(from()));
    const times: number[] = [];
    let done = '';
    const inTwos = async (count: number, one: () => Promise<void>) => {
      let next = 0;
      const runner = async () => {
        while (next++ < count) await one();
      };
      await Promise.all(Array.from({ length: AT_ONCE }, runner));
    };
    await inTwos(6, async () => {
      const folder = copyOfMap(from());
      times.push((await runAndKill(built.program, folder, work, null))!);
      done = digestAfterStart(folder);
      rmSync(dirname(folder), { recursive: true });
    });
    const tally: Tally = {
      work: work.name,
      trials,
      struck: 0,
      before: 0,
      after: 0,
      medianMs: Math.round(median(times)),
    };
    const draw = random(SEED + trials);
    await inTwos(trials, async () => {
      const moment = draw() * OVER * median(times.slice(-RECENT));
      const folder = copyOfMap(from());
      const tookMs = await runAndKill(built.program, folder, work, moment);
      const digest = digestAfterStart(folder);
      expect([untouched, done]).toContain(digest);
      if (tookMs === null) tally.struck++;
      else {
        // Once it said that it was done, it is on the disk.
        expect(digest).toBe(done);
        times.push(tookMs);
      }
      checkCopies(folder);
      if (digest === untouched) tally.before++;
      else tally.after++;
      rmSync(dirname(folder), { recursive: true });
    });
    tallies.push(tally);
    expect(tally.before + tally.after).toBe(trials);
    return tally;
  }

  it('D3: an import leaves the old state or the new one, 250 times', { timeout: 600_000 }, async () => {
    await strike(() => base, { name: 'import', argument: newer }, 250);
  });

  it('D3: taking an import back leaves the old state or the new one, 80 times', { timeout: 600_000 }, async () => {
    await strike(() => withTwo, { name: 'undo', argument: '2' }, 80);
  });

  it('D3 D11: restoring a copy leaves the old map or the copy, 80 times', { timeout: 600_000 }, async () => {
    await strike(() => withTwo, { name: 'restore', argument: copy }, 80);
  });

  it('D3 D11: a backup leaves the map as it was and only whole copies, 60 times', { timeout: 600_000 }, async () => {
    const tally = await strike(() => withTwo, { name: 'backup', argument: '' }, 60);
    expect(tally.before).toBe(60);
  });

  it('D3: at least seven of ten kills strike open work', () => {
    const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
    expect(sum((tally) => tally.trials)).toBe(470);
    expect(sum((tally) => tally.struck) / sum((tally) => tally.trials)).toBeGreaterThanOrEqual(0.7);
    // A work that is always over before the kill would prove nothing.
    for (const { struck, trials } of tallies) expect(struck / trials).toBeGreaterThan(0.4);
  });
});
