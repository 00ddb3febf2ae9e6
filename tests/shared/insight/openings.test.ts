import { describe, expect, it } from 'vitest';
import { openingsThrough } from '../../../shared/insight/openings.ts';
import type { Target, TargetSet } from '../../../shared/insight/opportunity-targets.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { handMadeGraph } from '../../helpers/hand-made-graph.ts';

const [ANA, BEN, TOM, UMA, VIC] = [1, 2, 3, 4, 5] as const;
const SIZE = 6;

function targetsOf(...targets: [name: string, people: number[]][]): TargetSet {
  const isAt = new Uint8Array(SIZE);
  for (const [, people] of targets) for (const person of people) isAt[person] = 1;
  return {
    targets: targets.map(([name, people]): Target => ({ kind: 'company', name, id: name, people })),
    people: Uint32Array.from(targets.flatMap(([, people]) => people)),
    isAt,
  };
}

const world = (ties: Parameters<typeof handMadeGraph>[2]) => ({
  graph: handMadeGraph(SIZE, [{ person: ANA, s: 0.8, help: 0.8 }], ties),
  constants: DEFAULT_CONSTANTS,
  calibration: null,
});

describe('openingsThrough', () => {
  it('names for each target whom they know there, the surest first, with the chance of the whole route (model example 7)', () => {
    const found = openingsThrough(
      world([
        { a: ANA, b: TOM, s: 0.3 },
        { a: ANA, b: UMA, s: 0.15 },
        { a: ANA, b: VIC, s: 0.9 },
      ]),
      targetsOf(['Kestrel', [TOM, UMA]], ['Nordlys', [VIC]]),
      ANA,
    );
    expect(found.map(({ target, via, basis }) => [target.name, via, basis])).toEqual([
      ['Nordlys', VIC, 'observed'],
      ['Kestrel', TOM, 'observed'],
    ]);
    // .8 · .7 · h(.3) = .8 · .7 · .31
    expect(found[1]!.chance).toBeCloseTo(0.1736, 4);
  });

  it('needs nobody in between for who is there', () => {
    expect(openingsThrough(world([]), targetsOf(['Kestrel', [ANA, TOM]]), ANA)).toMatchObject([
      { via: null, chance: 0.8 },
    ]);
  });

  it('keeps an inferred tie apart from a known one, and leaves out what is not worth asking', () => {
    const inferred = world([
      { a: ANA, b: TOM, s: 0.3, q: 0.4, basis: 'inferred' },
      { a: ANA, b: VIC, s: 0.3, q: 0.1, basis: 'inferred' },
    ]);
    const found = openingsThrough(inferred, targetsOf(['Kestrel', [TOM]], ['Nordlys', [VIC]]), ANA);
    expect(found.map(({ target, basis }) => [target.name, basis])).toEqual([['Kestrel', 'inferred']]);
  });

  it('is empty for who is no contact of mine', () => {
    expect(openingsThrough(world([{ a: BEN, b: TOM, s: 0.9 }]), targetsOf(['Kestrel', [TOM]]), BEN)).toEqual([]);
  });
});
