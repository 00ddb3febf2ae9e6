import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PairStatement } from '../../../shared/ties/asserted.ts';
import { assertedTie } from '../../../shared/ties/asserted.ts';
import { coPresence, type SharedThread } from '../../../shared/ties/co-presence.ts';
import { DEFAULT_CONSTANTS as C } from '../../../shared/ties/constants.ts';

const DAY = 20_000;
const thread = (size: number, writers = 2): SharedThread => ({
  size,
  firstDay: DAY,
  wroteA: writers > 0 ? DAY : null,
  wroteB: writers > 1 ? DAY : null,
});

describe('coPresence', () => {
  it.each([
    [3, 0.8],
    [5, 0.6],
    [10, 0.2667],
    [50, 0.049],
  ])('example 6: a thread of %d in which both wrote gives q %d', (size, q) => {
    expect(coPresence([thread(size)], DAY, C)).toBeCloseTo(q, 4);
  });

  it('example 6: two threads join, and one who only read counts less', () => {
    expect(coPresence([thread(5), thread(5)], DAY, C)).toBeCloseTo(0.84, 4);
    expect(coPresence([thread(5, 1)], DAY, C)).toBeCloseTo(0.36, 4);
    expect(coPresence([thread(5, 0)], DAY, C)).toBeCloseTo(0.18, 4);
  });

  it('never becomes certain', () => {
    expect(
      coPresence(
        Array.from({ length: 9 }, () => thread(3)),
        DAY,
        C,
      ),
    ).toBe(0.95);
  });

  it('ignores threads and messages of later days', () => {
    expect(coPresence([{ ...thread(3), firstDay: DAY + 1 }], DAY, C)).toBe(0);
    expect(coPresence([{ ...thread(5), wroteB: DAY + 1 }], DAY, C)).toBeCloseTo(0.36, 4);
  });

  it('does not depend on the order of threads', () => {
    const threads = fc.array(fc.tuple(fc.integer({ min: 3, max: 60 }), fc.nat({ max: 2 })), { maxLength: 6 });
    fc.assert(
      fc.property(threads, (sizes) => {
        const all = sizes.map(([size, writers]) => thread(size, writers));
        const q = coPresence(all, DAY, C);
        expect(coPresence([...all].reverse(), DAY, C)).toBeCloseTo(q, 12);
        expect(q).toBeGreaterThanOrEqual(0);
        expect(q).toBeLessThanOrEqual(0.95);
      }),
    );
  });
});

describe('assertedTie', () => {
  const FIVE_YEARS = 1826.25;
  const one = (kind: PairStatement['kind'], parts: Partial<PairStatement> = {}): PairStatement => ({
    kind,
    id: 1,
    on: DAY,
    closeness: null,
    ...parts,
  });

  it('is certain of an introduction, and nearly of "A knows B"', () => {
    expect(assertedTie([one('introduced')], DAY, C)).toEqual({
      isDenied: false,
      q: 1,
      s: 0.5,
      kind: 'introduced',
      on: DAY,
    });
    expect(assertedTie([one('knows')], DAY, C)).toEqual({ isDenied: false, q: 0.95, s: 0.35, kind: 'knows', on: DAY });
    expect(assertedTie([one('knows', { closeness: 4 })], DAY, C)).toMatchObject({ q: 0.95, s: 0.9 });
  });

  it('fades by half in five years, down to a floor', () => {
    expect(assertedTie([one('introduced')], DAY + FIVE_YEARS, C)).toMatchObject({ q: 1, s: 0.25 });
    expect(assertedTie([one('introduced')], DAY + 10 * FIVE_YEARS, C)).toMatchObject({ q: 1, s: 0.15 });
  });

  it('never lifts to the floor what was said to be below it', () => {
    expect(assertedTie([one('knows', { closeness: 0 })], DAY + FIVE_YEARS, C)).toMatchObject({ s: 0.03 });
  });

  it('lets a denial take back what was said before, and what is said later take back the denial', () => {
    const knows = one('knows', { id: 1 });
    const denied = one('not-knows', { id: 2 });
    expect(assertedTie([denied, knows], DAY, C)).toEqual({ isDenied: true, on: DAY });
    expect(assertedTie([denied, knows, one('introduced', { id: 3 })], DAY, C)).toMatchObject({
      isDenied: false,
      q: 1,
      s: 0.5,
    });
  });

  it('ignores what is said later than the day', () => {
    expect(assertedTie([one('knows', { on: DAY + 1 })], DAY, C)).toBeNull();
    expect(assertedTie([one('knows'), one('not-knows', { id: 2, on: DAY + 1 })], DAY, C)).toMatchObject({ q: 0.95 });
  });

  it('prefers the latest stated closeness over what is usual for the kind of statement', () => {
    const said = [one('introduced'), one('knows', { id: 2, closeness: 3 }), one('knows', { id: 3, closeness: 1 })];
    expect(assertedTie(said, DAY, C)).toMatchObject({ q: 1, s: 0.15, kind: 'introduced' });
  });
});
