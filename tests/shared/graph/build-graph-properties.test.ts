import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judged, judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { explainTie } from '../../../shared/graph/explain-tie.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import {
  type HandMadeNetwork,
  type HandMadeOwner,
  type HandMadePerson,
  handMadeNetwork,
  ME,
  statementsOn,
} from '../../helpers/hand-made-network.ts';

const TODAY = 20_000;
const NAMES = ['ana', 'ben', 'cem', 'dev', 'eli', 'fay', 'gus'];
const key = fc.constantFrom(...NAMES.map((name) => `${name}-zt1`));
const day = fc.constantFrom(TODAY - 4000, TODAY - 800, TODAY - 3, TODAY + 5);

const tie = fc.record({
  acceptedOn: fc.option(day),
  isConnection: fc.boolean(),
  contact: fc.constantFrom(
    [],
    [[TODAY - 900, 1, 0, 0]],
    [
      [TODAY - 40, 0, 2, 1],
      [TODAY - 30, 3, 1, 0],
    ],
  ) as fc.Arbitrary<[number, number, number, number][]>,
});
const owner: fc.Arbitrary<HandMadeOwner> = fc.record({
  has: fc.record({ messages: fc.boolean() }),
  ties: fc.dictionary(fc.oneof(key, fc.constant(ME)), tie, { maxKeys: 6, noNullPrototype: true }),
});
const person: fc.Arbitrary<HandMadePerson> = fc.record({
  company: fc.constantFrom('Kestrel', 'Nordlys'),
  position: fc.constantFrom('Accountant', 'Designer', 'Sales Director'),
  isInAddressBook: fc.boolean(),
});
const network: fc.Arbitrary<HandMadeNetwork> = fc.record({
  people: fc
    .tuple(...NAMES.map(() => person))
    .map((all) => Object.fromEntries(all.map((one, i) => [`${NAMES[i]}-zt1`, one]))),
  owners: fc.dictionary(fc.oneof(key, fc.constant(ME)), owner, { maxKeys: 4, noNullPrototype: true }),
  threads: fc.array(
    fc.record({
      size: fc.integer({ min: 8, max: 20 }),
      members: fc.dictionary(key, fc.option(day), { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
      firstDay: day,
    }),
    { maxLength: 3 },
  ),
});
const body: fc.Arbitrary<StatementBody> = fc.oneof(
  fc.record({
    kind: fc.constant('knows' as const),
    a: key,
    b: key,
    how: fc.constant(null),
    closeness: fc.constantFrom(null, 4),
  }),
  fc.record({ kind: fc.constant('not-knows' as const), a: key, b: fc.oneof(key, fc.constant(ME)) }),
  fc.record({ kind: fc.constant('introduced' as const), a: key, b: key }),
  fc.record({
    kind: fc.constant('closeness' as const),
    person: key,
    value: fc.constantFrom(0 as const, 2 as const, 4 as const),
  }),
  fc.record({
    kind: fc.constant('employer-size' as const),
    company: fc.constantFrom('Kestrel', 'nordlys'),
    size: fc.constantFrom(10, 300),
  }),
  fc.record({ kind: fc.constant('meeting' as const), person: key }),
);
const statements = fc.array(body, { maxLength: 8 }).map((bodies) => statementsOn(TODAY - 400, ...bodies));

function judged(parts: HandMadeNetwork, said: readonly Statement[]): Judged {
  return judgeNetwork(handMadeNetwork(parts), said, { asOf: TODAY, constants: DEFAULT_CONSTANTS, calibration: null });
}

/** The graph by name, so that graphs of relabelled people compare. */
function named({ graph, network: { people } }: Judged, nameOf = (name: string): string => name) {
  const { offsets, neighbors, q, s, basis } = graph.alterTies;
  const mine: string[] = [];
  const alters: string[] = [];
  for (const [i, { key: from }] of people.entries()) {
    if (graph.egoTies.isTie[i] === 1) {
      mine.push(`${nameOf(from)} ${graph.egoTies.basis[i]} ${graph.egoTies.s[i]} ${graph.egoTies.help[i]}`);
    }
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      // A mean of two may differ in the last digit when the two change places.
      alters.push(
        `${nameOf(from)} ${nameOf(people[neighbors[at]!]!.key)} ${basis[at]} ${q[at]!.toFixed(12)} ${s[at]!.toFixed(12)}`,
      );
    }
  }
  return { mine: mine.sort(), alters: alters.sort() };
}

describe('judgeNetwork', () => {
  it('holds its shape: sorted rows, both ends alike, no tie to oneself or me, q and s in (0, 1]', () => {
    fc.assert(
      fc.property(network, statements, (parts, said) => {
        const { graph } = judged(parts, said);
        const { offsets, neighbors, q, s, basis } = graph.alterTies;
        expect(offsets[graph.size]).toBe(neighbors.length);
        const seen = new Map<string, string>();
        for (let i = 0; i < graph.size; i++) {
          for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
            const other = neighbors[at]!;
            expect(other).not.toBe(i);
            expect([i, other]).not.toContain(graph.ego);
            if (at > offsets[i]!) expect(other).toBeGreaterThan(neighbors[at - 1]!);
            for (const value of [q[at]!, s[at]!]) {
              expect(value).toBeGreaterThan(0);
              expect(value).toBeLessThanOrEqual(1);
            }
            seen.set(`${i} ${other}`, `${q[at]} ${s[at]} ${basis[at]}`);
          }
          const { isTie, s: mine, help } = graph.egoTies;
          if (isTie[i] === 1) {
            expect(i).not.toBe(graph.ego);
            expect(mine[i]! > 0 && mine[i]! <= 1 && help[i]! > 0 && help[i]! <= 1).toBe(true);
          } else expect([mine[i], help[i]]).toEqual([Number.NaN, Number.NaN]);
        }
        for (const [pair, values] of seen) expect(seen.get(pair.split(' ').reverse().join(' '))).toBe(values);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same graph in whatever order people, rows and statements come', () => {
    const turn = <T>(record: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(record).reverse());
    fc.assert(
      fc.property(network, statements, (parts, said) => {
        const turned: HandMadeNetwork = {
          people: turn(parts.people),
          owners: turn(
            Object.fromEntries(
              Object.entries(parts.owners ?? {}).map(([name, one]) => [name, { ...one, ties: turn(one.ties) }]),
            ),
          ),
          threads: parts.threads ?? [],
        };
        expect(judged(turned, said.toReversed()).graph).toEqual(judged(parts, said).graph);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same ties when people carry other keys', () => {
    const other = (name: string): string =>
      name === ME ? ME : `${NAMES.length - NAMES.indexOf(name.slice(0, 3))}-${name}`;
    const rename = <T>(record: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(record).map(([name, value]) => [other(name), value]));
    fc.assert(
      fc.property(network, statements, (parts, said) => {
        const renamed: HandMadeNetwork = {
          people: rename(parts.people),
          owners: rename(
            Object.fromEntries(
              Object.entries(parts.owners ?? {}).map(([name, one]) => [name, { ...one, ties: rename(one.ties) }]),
            ),
          ),
          threads: (parts.threads ?? []).map((thread) => ({ ...thread, members: rename(thread.members) })),
        };
        const saidAgain = said.map((one) => ({
          ...one,
          body: Object.fromEntries(
            Object.entries(one.body).map(([field, value]) => [
              field,
              ['a', 'b', 'person'].includes(field) ? other(value as string) : value,
            ]),
          ) as StatementBody,
        }));
        expect(named(judged(renamed, saidAgain), (name) => name.replace(/^\d-/, ''))).toEqual(
          named(judged(parts, said)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('explains every tie it stores, by evidence of the basis it stores', () => {
    fc.assert(
      fc.property(network, statements, (parts, said) => {
        const result = judged(parts, said);
        const { alterTies } = result.graph;
        for (let i = 0; i < result.graph.size; i++) {
          for (let at = alterTies.offsets[i]!; at < alterTies.offsets[i + 1]!; at++) {
            const explained = explainTie(result, i, alterTies.neighbors[at]!);
            expect(explained.q).toBe(alterTies.q[at]);
            expect(explained.facts.map((fact) => fact.basis)).toContain(explained.basis);
          }
          if (result.graph.egoTies.isTie[i] === 1) {
            expect(explainTie(result, result.graph.ego, i)).toMatchObject({
              s: result.graph.egoTies.s[i],
              mine: { help: { probability: result.graph.egoTies.help[i] } },
            });
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
