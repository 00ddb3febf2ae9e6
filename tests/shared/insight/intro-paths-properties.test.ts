import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TieGraph } from '../../../shared/graph/tie-graph.ts';
import { Basis } from '../../../shared/graph/tie-graph.ts';
import { findIntroPaths } from '../../../shared/insight/intro-paths.ts';
import { prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import { cheapestPaths } from '../../../shared/insight/route-candidates.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { type HandMadeContact, type HandMadeTie, handMadeGraph } from '../../helpers/hand-made-graph.ts';

interface Setting {
  size: number;
  contacts: HandMadeContact[];
  ties: HandMadeTie[];
  targets: number[];
}

// Few distinct values, so that equal costs are common.
const strength = fc.constantFrom(0.05, 0.3, 0.3, 0.5, 0.9, 1);
const setting: fc.Arbitrary<Setting> = fc.integer({ min: 2, max: 11 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    contacts: fc.uniqueArray(
      fc.record({
        person: fc.integer({ min: 1, max: size - 1 }),
        help: fc.constantFrom(0.1, 0.31, 0.31, 0.8),
        basis: fc.constantFrom('observed', 'observed', 'asserted', 'inferred'),
      }),
      { selector: (contact) => contact.person, maxLength: size },
    ),
    ties: fc
      .uniqueArray(
        fc.record({
          a: fc.integer({ min: 1, max: size - 1 }),
          b: fc.integer({ min: 1, max: size - 1 }),
          q: fc.constantFrom(1, 1, 0.95, 0.41),
          s: strength,
          basis: fc.constantFrom('observed', 'asserted', 'inferred'),
        }),
        { selector: (tie) => `${Math.min(tie.a, tie.b)}-${Math.max(tie.a, tie.b)}`, maxLength: 40 },
      )
      .map((ties) => ties.filter((tie) => tie.a !== tie.b)),
    targets: fc.array(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 4 }),
  }),
);

interface SlowPath {
  people: number[];
  cost: number;
  probability: number;
}

/** Every loopless path of at most three ties, by plain search with its own arithmetic, in the promised order. */
function everyPath(graph: TieGraph, targets: readonly number[]): SlowPath[] {
  const found: SlowPath[] = [];
  const micro = (factor: number): number => Math.round(-Math.log(factor) * 1e6);
  const walk = (people: number[], cost: number, probability: number, inferred: number): void => {
    const last = people.at(-1)!;
    if (people.length > 1 && targets.includes(last) && probability >= 0.02) found.push({ people, cost, probability });
    if (people.length === 4) return;
    for (let next = 0; next < graph.size; next++) {
      if (people.includes(next)) continue;
      let factor: number;
      let basis: number;
      if (people.length === 1) {
        if (graph.egoTies.isTie[next] === 0) continue;
        factor = graph.egoTies.help[next]!;
        basis = graph.egoTies.basis[next]!;
      } else {
        const { offsets, neighbors, q, s } = graph.alterTies;
        const at = neighbors.subarray(0, offsets[last + 1]!).indexOf(next, offsets[last]!);
        if (at < 0) continue;
        factor = q[at]! * (0.1 + 0.7 * s[at]!) * 0.7;
        basis = graph.alterTies.basis[at]!;
      }
      const nowInferred = inferred + (basis === Basis.inferred ? 1 : 0);
      if (nowInferred > 1) continue;
      walk([...people, next], cost + micro(factor), probability * factor, nowInferred);
    }
  };
  walk([graph.ego], 0, 1, 0);
  return found.sort(inOrder);
}

function inOrder(x: SlowPath, y: SlowPath): number {
  if (x.cost !== y.cost) return x.cost - y.cost;
  if (x.people.length !== y.people.length) return x.people.length - y.people.length;
  const at = x.people.findIndex((person, i) => person !== y.people[i]);
  return at < 0 ? 0 : x.people[at]! - y.people[at]!;
}

function slowRoutes(graph: TieGraph, targets: readonly number[], k: number): number[][] {
  const left = everyPath(graph, targets).slice(0, 30);
  const chosen: SlowPath[] = [];
  while (chosen.length < k) {
    const used = new Set(chosen.flatMap((path) => path.people.slice(1, -1)));
    const worth = (path: SlowPath): number => {
      const between = path.people.slice(1, -1);
      const shared = between.filter((person) => used.has(person)).length;
      return Math.exp(-path.cost / 1e6) * (1 - 0.5 * (between.length === 0 ? 0 : shared / between.length));
    };
    const open = left.filter(
      (path) =>
        !chosen.includes(path) &&
        (path.people.length === 2 ||
          chosen.filter((other) => other.people.length > 2 && other.people[1] === path.people[1]).length < 2),
    );
    const best = open.toSorted((x, y) => worth(y) - worth(x) || inOrder(x, y))[0];
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen.map((path) => path.people);
}

describe('findIntroPaths', () => {
  it('finds exactly the thirty cheapest paths of a search through all of them, in order', () => {
    fc.assert(
      fc.property(setting, ({ size, contacts, ties, targets }) => {
        const graph = handMadeGraph(size, contacts, ties);
        const found = cheapestPaths(prepareRoutes(graph, DEFAULT_CONSTANTS), targets, 30);
        const expected = everyPath(graph, targets).slice(0, 30);
        expect(
          found.map(({ hops, first, second, target }) => [0, first, second, target].toSpliced(hops, 3 - hops)),
        ).toEqual(expected.map((path) => path.people));
        expect(found.map((path) => path.cost)).toEqual(expected.map((path) => path.cost));
        for (const [i, path] of found.entries()) expect(path.probability).toBeCloseTo(expected[i]!.probability, 12);
      }),
      { numRuns: 1500 },
    );
  });

  it('chooses the same diverse routes as the rule written out plainly', () => {
    fc.assert(
      fc.property(setting, fc.integer({ min: 1, max: 6 }), ({ size, contacts, ties, targets }, k) => {
        const graph = handMadeGraph(size, contacts, ties);
        const found = findIntroPaths(prepareRoutes(graph, DEFAULT_CONSTANTS), targets, { k });
        expect(found.map((path) => path.people)).toEqual(slowRoutes(graph, targets, k));
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps every promise of a route: ends, no person twice, probability, one inferred hop', () => {
    fc.assert(
      fc.property(setting, ({ size, contacts, ties, targets }) => {
        const graph = handMadeGraph(size, contacts, ties);
        for (const path of findIntroPaths(prepareRoutes(graph, DEFAULT_CONSTANTS), targets, { k: 5 })) {
          expect(path.people[0]).toBe(0);
          expect(targets).toContain(path.people.at(-1));
          expect(new Set(path.people).size).toBe(path.people.length);
          expect(path.hops).toHaveLength(path.people.length - 1);
          expect(path.hops.length).toBeLessThanOrEqual(3);
          expect(path.probability).toBeGreaterThanOrEqual(0.02);
          expect(path.probability).toBeLessThanOrEqual(1);
          expect(path.hops.filter((hop) => hop.basis === 'inferred').length).toBeLessThanOrEqual(1);
          const product = path.hops.reduce((p, hop, i) => p * hop.q * hop.help * (i === 0 ? 1 : 0.7), 1);
          expect(path.probability).toBeCloseTo(product, 12);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer whatever the order and repetition of targets', () => {
    fc.assert(
      fc.property(setting, ({ size, contacts, ties, targets }) => {
        const prepared = prepareRoutes(handMadeGraph(size, contacts, ties), DEFAULT_CONSTANTS);
        const turned = [...targets, ...targets].reverse();
        expect(findIntroPaths(prepared, turned)).toEqual(findIntroPaths(prepared, targets));
      }),
      { numRuns: 300 },
    );
  });

  it('finds routes of the same costs when people get other places', () => {
    const order = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(setting, order, ({ size, contacts, ties, targets }, stream) => {
        const places = [0, ...relabelling(size - 1, stream).map((place) => place + 1)];
        const at = (person: number): number => places[person]!;
        const costs = (graph: TieGraph, aims: number[]): number[] =>
          cheapestPaths(prepareRoutes(graph, DEFAULT_CONSTANTS), aims, 30).map((path) => path.cost);
        const relabelled = handMadeGraph(
          size,
          contacts.map((contact) => ({ ...contact, person: at(contact.person) })),
          ties.map((tie) => ({ ...tie, a: at(tie.a), b: at(tie.b) })),
        );
        expect(costs(relabelled, targets.map(at))).toEqual(costs(handMadeGraph(size, contacts, ties), targets));
      }),
      { numRuns: 300 },
    );
  });
});

function relabelling(count: number, stream: Iterator<number>): number[] {
  const ranks = Array.from({ length: count }, (_, i) => ({ i, rank: stream.next().value as number }));
  return ranks.sort((x, y) => x.rank - y.rank || x.i - y.i).map(({ i }) => i);
}
