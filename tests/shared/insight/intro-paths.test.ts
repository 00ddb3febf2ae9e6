import { describe, expect, it } from 'vitest';
import { atLeastOne, findIntroPaths, probabilityWithAttrition } from '../../../shared/insight/intro-paths.ts';
import { prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { type HandMadeContact, type HandMadeTie, handMadeGraph } from '../../helpers/hand-made-graph.ts';

function routes(size: number, contacts: HandMadeContact[], ties: HandMadeTie[], targets: number[], k?: number) {
  const prepared = prepareRoutes(handMadeGraph(size, contacts, ties), DEFAULT_CONSTANTS);
  return findIntroPaths(prepared, targets, k === undefined ? {} : { k });
}

const h = (s: number): number => 0.1 + 0.7 * s;

describe('worked example 7', () => {
  const [ana, ben, cem, tom] = [1, 2, 3, 4] as const;
  const contacts = [
    { person: ana, help: h(0.8), s: 0.8 },
    { person: ben, help: h(0.45), s: 0.45 },
  ];
  const ties: HandMadeTie[] = [
    { a: ana, b: tom, s: 0.3 },
    { a: ana, b: cem, s: 0.5 },
    { a: cem, b: tom, s: 0.3 },
    { a: ben, b: tom, q: 0.4123, s: 0.3, basis: 'inferred' },
  ];

  it('gives the three probabilities, in diverse order 1, 3, 2', () => {
    const found = routes(5, contacts, ties, [tom]);
    expect(found.map((path) => path.people)).toEqual([
      [0, ana, tom],
      [0, ben, tom],
      [0, ana, cem, tom],
    ]);
    expect(found[0]?.probability).toBeCloseTo(0.1432, 4);
    expect(found[1]?.probability).toBeCloseTo(0.0371, 4);
    expect(found[2]?.probability).toBeCloseTo(0.0451, 4);
  });

  it('values path 2 at .0338 once Ana is used, which is why Ben goes first', () => {
    const [first, , third] = routes(5, contacts, ties, [tom]);
    expect(first?.people).toContain(ana);
    expect(third!.probability * (1 - 0.5 * 0.5)).toBeCloseTo(0.0338, 4);
  });

  it('gives .1750 for at least one of paths 1 and 3, and nothing for paths that share Ana', () => {
    const [one, three, two] = routes(5, contacts, ties, [tom]);
    expect(atLeastOne([one!, three!])).toBeCloseTo(0.175, 4);
    expect(atLeastOne([one!, two!])).toBeNull();
    expect(atLeastOne([one!, three!, two!])).toBeNull();
    expect(atLeastOne([one!])).toBe(one!.probability);
    expect(atLeastOne([])).toBeNull();
  });

  it('tells every hop, and names the one with the least q * help as the weakest', () => {
    const [one, three, two] = routes(5, contacts, ties, [tom]);
    expect(three!.hops).toEqual([
      { a: 0, b: ben, basis: 'observed', q: 1, s: 0.45, help: h(0.45) },
      { a: ben, b: tom, basis: 'inferred', q: 0.4123, s: 0.3, help: h(0.3) },
    ]);
    expect([one!.weakest, three!.weakest, two!.weakest]).toEqual([1, 1, 2]);
  });

  it('shows both ends of attrition on demand', () => {
    const [one, , two] = routes(5, contacts, ties, [tom]);
    expect(probabilityWithAttrition(one!, 0.7)).toBeCloseTo(one!.probability, 12);
    expect(probabilityWithAttrition(one!, DEFAULT_CONSTANTS.attritionLow)).toBeCloseTo(0.66 * 0.31 * 0.37, 12);
    expect(probabilityWithAttrition(two!, DEFAULT_CONSTANTS.attritionHigh)).toBeCloseTo(
      0.66 * 0.45 * 0.31 * 0.73 ** 2,
      12,
    );
  });
});

describe('what a route may be', () => {
  it('reaches my own contact in one hop, at P', () => {
    const [direct, ...others] = routes(2, [{ person: 1, help: 0.42 }], [], [1]);
    expect(direct).toMatchObject({ people: [0, 1], probability: 0.42, weakest: 0 });
    expect(direct?.hops).toHaveLength(1);
    expect(others).toEqual([]);
  });

  it('finds nothing to somebody nobody knows, to me, and to no target at all', () => {
    const contacts = [{ person: 1, help: 0.8 }];
    expect(routes(3, contacts, [], [2])).toEqual([]);
    expect(routes(3, contacts, [], [0])).toEqual([]);
    expect(routes(3, contacts, [], [])).toEqual([]);
  });

  it('never takes four ties', () => {
    const chain = [
      { a: 1, b: 2, s: 1 },
      { a: 2, b: 3, s: 1 },
      { a: 3, b: 4, s: 1 },
    ];
    const contacts = [{ person: 1, help: 0.9 }];
    expect(routes(5, contacts, chain, [3])).toHaveLength(1);
    expect(routes(5, contacts, chain, [4])).toEqual([]);
  });

  it('takes at most one inferred hop', () => {
    const guess = { q: 0.9, s: 0.9, basis: 'inferred' } as const;
    const contacts = [{ person: 1, help: 0.9 }];
    const both = [
      { a: 1, b: 2, ...guess },
      { a: 2, b: 3, ...guess },
    ];
    const one = [
      { a: 1, b: 2, ...guess },
      { a: 2, b: 3, s: 0.9 },
    ];
    expect(routes(4, contacts, both, [3])).toEqual([]);
    expect(routes(4, contacts, one, [3])).toHaveLength(1);
    // My own tie counts as a hop as well.
    const guessed = [{ person: 1, help: 0.9, basis: 'inferred' }] as const;
    expect(routes(4, [...guessed], [{ a: 1, b: 3, ...guess }], [3])).toEqual([]);
    expect(routes(4, [...guessed], one, [3])).toEqual([]);
    expect(routes(4, [...guessed], [{ a: 1, b: 3, s: 0.9 }], [3])).toHaveLength(1);
  });

  it('drops what is less probable than .02 and keeps what is exactly .02', () => {
    expect(routes(2, [{ person: 1, help: 0.02 }], [], [1])).toHaveLength(1);
    expect(routes(2, [{ person: 1, help: 0.0199999 }], [], [1])).toEqual([]);
    const weak = { a: 1, b: 2, s: 0 };
    expect(routes(3, [{ person: 1, help: 0.2858 }], [weak], [2])).toHaveLength(1);
    expect(routes(3, [{ person: 1, help: 0.2857 }], [weak], [2])).toEqual([]);
  });

  it('may lead through one person of a company to another, and counts that person as a go-between', () => {
    const found = routes(3, [{ person: 1, help: 0.8 }], [{ a: 1, b: 2, s: 0.9 }], [1, 2]);
    expect(found.map((path) => path.people)).toEqual([
      [0, 1],
      [0, 1, 2],
    ]);
    expect(atLeastOne(found)).toBeNull();
  });
});

describe('which routes are chosen', () => {
  it('asks nobody first more than twice', () => {
    const contacts = [
      { person: 1, help: 0.9 },
      { person: 2, help: 0.1 },
    ];
    const ties = [3, 4, 5, 6].flatMap((target) => [
      { a: 1, b: target, s: 0.9 },
      { a: 2, b: target, s: 0.9 },
    ]);
    const found = routes(7, contacts, ties, [3, 4, 5, 6], 6);
    expect(found.filter((path) => path.people[1] === 1)).toHaveLength(2);
    expect(found.filter((path) => path.people[1] === 2)).toHaveLength(2);
    expect(found).toHaveLength(4);
  });

  it('counts a second route through the same person half', () => {
    const ties = [
      { a: 1, b: 3, s: 0.9 },
      { a: 1, b: 4, s: 0.9 },
      { a: 2, b: 5, s: 0.9 },
    ];
    const order = (help: number) =>
      routes(
        6,
        [
          { person: 1, help: 0.8 },
          { person: 2, help },
        ],
        ties,
        [3, 4, 5],
      ).map(({ people }) => people[1]);
    expect(order(0.399)).toEqual([1, 1, 2]);
    expect(order(0.401)).toEqual([1, 2, 1]);
  });

  it('orders equal routes by fewer hops, then by the people on the way', () => {
    const contacts = [4, 2, 3].map((person) => ({ person, help: 0.5 }));
    const ties = [4, 2, 3].flatMap((person) => [{ a: person, b: 1, s: 0.5 }]);
    expect(routes(5, contacts, ties, [1]).map((path) => path.people[1])).toEqual([2, 3, 4]);
    // P = .315 makes the direct contact exactly as probable as .9 * .5 * .7.
    const same = [
      { person: 1, help: 0.9 },
      { person: 3, help: 0.315 },
    ];
    const found = routes(4, same, [{ a: 1, b: 2, s: 4 / 7 }], [2, 3]);
    expect(found.map((path) => path.people)).toEqual([
      [0, 3],
      [0, 1, 2],
    ]);
    expect(found[0]!.cost).toBe(found[1]!.cost);
  });

  it('gives three by default, and as many as asked for', () => {
    const contacts = Array.from({ length: 8 }, (_, i) => ({ person: i + 1, help: 0.5 }));
    expect(routes(9, contacts, [], [1, 2, 3, 4, 5, 6, 7, 8])).toHaveLength(3);
    expect(routes(9, contacts, [], [1, 2, 3, 4, 5, 6, 7, 8], 5)).toHaveLength(5);
    expect(routes(9, contacts, [], [1, 1, 1], 5)).toHaveLength(1);
  });

  it('chooses among the thirty cheapest only', () => {
    // Forty routes through person 1, each through another second person; two thirds would be left, all start with person 1.
    const contacts = [
      { person: 1, help: 0.9 },
      { person: 2, help: 0.1 },
    ];
    const ties: HandMadeTie[] = [{ a: 2, b: 3, s: 0.9 }];
    for (let second = 4; second < 44; second++) ties.push({ a: 1, b: second, s: 1 }, { a: second, b: 3, s: 1 });
    const found = routes(44, contacts, ties, [3], 5);
    expect(found.map((path) => path.people[1])).toEqual([1, 1]);
  });
});
