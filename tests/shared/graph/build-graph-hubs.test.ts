import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import type { TiePairs } from '../../../shared/graph/compressed-rows.ts';
import { explainTie } from '../../../shared/graph/explain-tie.ts';
import { type Hub, inferTies, knowThroughHub } from '../../../shared/graph/hubs.ts';
import { Basis } from '../../../shared/graph/tie-graph.ts';
import { classifyTitle, type TitleReading } from '../../../shared/graph/title.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { handMadeNetwork, ME, statementsOn } from '../../helpers/hand-made-network.ts';

const TODAY = 20_000;
const TITLES = [null, 'Accountant', 'Sales Director', 'Head of Sales', 'Controller', 'Wizard'].map((position) =>
  classifyTitle(position, DEFAULT_CONSTANTS),
);

function employer(members: number[], size: number | null): Hub {
  return { kind: 'employer', name: 'Kestrel', members, size, listed: members.length, overlapYears: null };
}

function listPairs({ low, high, q }: TiePairs): [number, number, number][] {
  return Array.from(low, (a, i) => [a, high[i]!, q[i]!]);
}

/** The rule of model.md §4 written out plainly: every pair is compared with every other. */
function plainly(
  people: number,
  hubs: readonly Hub[],
  titles: readonly TitleReading[],
  isSettled: (a: number, b: number) => boolean,
): [number, number, number][] {
  const best = (person: number): Map<number, number> => {
    const others = new Map<number, number>();
    for (const hub of hubs) {
      if (!hub.members.includes(person)) continue;
      for (const other of hub.members) {
        if (other === person || isSettled(person, other)) continue;
        const q = knowThroughHub(hub, titles[person]!, titles[other]!, DEFAULT_CONSTANTS);
        if (q >= 0.1 && q > (others.get(other) ?? 0)) others.set(other, q);
      }
    }
    return new Map([...others].sort(([a, qa], [b, qb]) => qb - qa || a - b).slice(0, 10));
  };
  const chosen = Array.from({ length: people }, (_, person) => best(person));
  const pairs: [number, number, number][] = [];
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) {
      const q = chosen[a]!.get(b);
      if (q !== undefined && chosen[b]!.has(a)) pairs.push([a, b, q]);
    }
  }
  return pairs;
}

describe('hubs', () => {
  it('makes the ties that the rule written out plainly makes', () => {
    const people = 30;
    const hub = fc.record({
      members: fc.uniqueArray(fc.nat(people - 1), { minLength: 2, maxLength: people }),
      size: fc.constantFrom(null, 2, 24, 101, 317, 708, 25_000),
      overlapYears: fc.constantFrom(null, null, 0, 1, 6),
    });
    fc.assert(
      fc.property(
        fc.array(hub, { maxLength: 4 }),
        fc.array(fc.nat(TITLES.length - 1), { minLength: people, maxLength: people }),
        fc.uniqueArray(fc.nat(people * people - 1), { maxLength: 60 }),
        (hubParts, titleNumbers, settledNumbers) => {
          const hubs = hubParts.map(({ members, size, overlapYears }) => ({
            ...employer(
              members.sort((a, b) => a - b),
              size,
            ),
            overlapYears,
          }));
          const titles = titleNumbers.map((number) => TITLES[number]!);
          const settled = new Set(settledNumbers);
          const isSettled = (a: number, b: number): boolean => settled.has(Math.min(a, b) * people + Math.max(a, b));
          expect(listPairs(inferTies(people, hubs, titles, isSettled, DEFAULT_CONSTANTS))).toEqual(
            plainly(people, hubs, titles, isSettled),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('makes no clique of an employer with 40,000 people in the network', () => {
    const people = 40_000;
    const members = Array.from({ length: people }, (_, i) => i);
    // Judged as if tiny, so that every pair would pass the least probability if asked.
    const titles = members.map((i) => TITLES[i % TITLES.length]!);
    const tiny = { ...employer(members, 5), listed: 5 };
    const found = inferTies(people, [tiny], titles, () => false, DEFAULT_CONSTANTS);
    const degrees = new Uint32Array(people);
    for (const [a, b] of listPairs(found)) {
      degrees[a] = degrees[a]! + 1;
      degrees[b] = degrees[b]! + 1;
    }
    expect(found.low.length).toBeGreaterThan(0);
    expect(Math.max(...degrees)).toBeLessThanOrEqual(10);
  });

  it('takes ten best of both ends: of twelve equal colleagues the first eleven know one another', () => {
    const members = Array.from({ length: 12 }, (_, i) => i);
    const titles = members.map(() => TITLES[1]!);
    const found = listPairs(inferTies(12, [employer(members, 24)], titles, () => false, DEFAULT_CONSTANTS));
    expect(found).toHaveLength(55);
    expect(found.some(([, b]) => b === 11)).toBe(false);
    // Once more is known of 0 and 1, that pair takes no place, and the twelfth gets in.
    const without = inferTies(12, [employer(members, 24)], titles, (a, b) => a + b === 1, DEFAULT_CONSTANTS);
    expect(
      listPairs(without)
        .filter(([, b]) => b === 11)
        .map(([a]) => a),
    ).toEqual([0, 1]);
  });

  it('makes a tie of a guess from .10 on', () => {
    const titles = [TITLES[0]!, TITLES[0]!];
    const infer = (size: number) =>
      listPairs(inferTies(2, [employer([0, 1], size)], titles, () => false, DEFAULT_CONSTANTS));
    const [tie] = infer(224);
    expect(tie?.[2]).toBeCloseTo(0.1008, 4);
    expect(infer(226)).toEqual([]);
  });

  it('never guesses from an employer of unknown size, however few are listed there', () => {
    const titles = [TITLES[2]!, TITLES[3]!];
    expect(inferTies(2, [employer([0, 1], null)], titles, () => false, DEFAULT_CONSTANTS).low).toHaveLength(0);
  });
});

describe('hubs in the judged network', () => {
  const people = {
    'ana-zt1': { company: 'Kestrel Ltd', position: 'Accountant' },
    'ben-zt1': { company: 'The Kestrel', position: 'Controller' },
    'cem-zt1': { company: 'Kestrel', position: 'Designer' },
    'dev-zt1': { company: 'Freelance', position: 'Designer' },
    'eli-zt1': { company: 'Freelance', position: 'Designer' },
    [ME]: { company: 'Kestrel', position: 'Accountant' },
  };
  const judged = (...bodies: StatementBody[]) =>
    judgeNetwork(handMadeNetwork({ people }), statementsOn(TODAY, ...bodies), {
      asOf: TODAY,
      constants: DEFAULT_CONSTANTS,
      calibration: null,
    });
  const between = (result: ReturnType<typeof judged>, a: string, b: string) =>
    explainTie(result, result.network.indexOfKey.get(a)!, result.network.indexOfKey.get(b)!);

  it('infers from an employer of known size with the q of example 5, never with me and never among freelancers', () => {
    const result = judged({ kind: 'employer-size', company: 'KESTREL', size: 46 });
    expect(between(result, 'ana-zt1', 'ben-zt1')).toMatchObject({ basis: 'inferred', s: 0.3 });
    expect(between(result, 'ana-zt1', 'ben-zt1').q).toBeCloseTo(0.5724, 4);
    expect(between(result, 'ana-zt1', 'cem-zt1').q).toBeCloseTo(0.2621, 4);
    expect(result.graph.egoTies.isTie).toEqual(new Uint8Array(6));
    expect(between(result, 'dev-zt1', 'eli-zt1').facts).toEqual([]);
    expect(result.graph.alterTies.basis).toEqual(new Uint8Array(6).fill(Basis.inferred));
  });

  it('shows an employer of unknown size as a reason to ask, without a tie', () => {
    const { basis, facts } = between(judged(), 'ana-zt1', 'ben-zt1');
    expect(basis).toBeNull();
    expect(facts).toMatchObject([{ kind: 'employer', size: 2000, isSizeKnown: false, functions: 'same' }]);
    expect(facts[0]).toHaveProperty('q');
  });

  it('makes a stated circle a hub of at least 30, its length being the overlap', () => {
    const members = ['dev-zt1', 'eli-zt1', ME];
    const circle = { kind: 'circle', name: 'Lisbon 2019', members, size: null, from: null, to: null } as const;
    const undated = between(judged(circle), 'dev-zt1', 'eli-zt1');
    expect(undated).toMatchObject({ basis: 'inferred', facts: [{ kind: 'circle', size: 30, isSizeKnown: true }] });
    const twoYears = between(
      judged({ ...circle, size: 101, from: TODAY - 900, to: TODAY - 169.5 }),
      'dev-zt1',
      'eli-zt1',
    );
    expect(twoYears.q).toBeCloseTo(0.4754, 4);
  });

  it('adds up the statements about one circle', () => {
    const part = (members: string[]) =>
      ({ kind: 'circle', name: 'Lisbon 2019', members, size: null, from: null, to: null }) as const;
    const result = judged(part(['dev-zt1']), { ...part(['ana-zt1']), name: 'lisbon 2019' });
    expect(between(result, 'ana-zt1', 'dev-zt1').basis).toBe('inferred');
  });
});
