import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editJudged } from '../../../shared/graph/judge-edit.ts';
import { editRanking } from '../../../shared/insight/opportunity-edit.ts';
import type { Ranking } from '../../../shared/insight/opportunity-ranking.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import { AS_OF, networkOf, rank, said } from './ranked-world.ts';

const keys = Array.from({ length: 12 }, (_, at) => `person-zt${at + 10}`);
const contactOf = (at: number): [number, number, number, number][] => [[AS_OF - 40 * at - 5, 1, 1, 1]];
const worldWith = (hasMessages: boolean) =>
  networkOf({
    people: {
      ...Object.fromEntries(
        keys.map((key, at) => [key, { company: at % 3 === 0 ? 'Kestrel Labs' : `Studio ${at % 4}` }]),
      ),
      'stranger-zt90': {},
    },
    ties: Object.fromEntries(
      keys.map((key, at) => [key, { acceptedOn: AS_OF - 90 * at, ...(hasMessages ? { contact: contactOf(at) } : {}) }]),
    ),
    hasMessages,
  });

const anyBody: fc.Arbitrary<StatementBody> = fc
  .record({
    person: fc.constantFrom(...keys),
    value: fc.constantFrom(0, 1, 2, 3, 4),
    would: fc.boolean(),
    count: fc.nat(60),
  })
  .chain(({ person, value, would, count }) =>
    fc.constantFrom<StatementBody>(
      { kind: 'closeness', person, value },
      { kind: 'vouch', person, would },
      { kind: 'mutuals', person, count },
      { kind: 'ask', person, target: null, outcome: would ? 'helped' : 'none' },
      { kind: 'give', person, give: 'advice' },
      { kind: 'meeting', person },
      { kind: 'skip', person },
      { kind: 'role', person, role: 'mentor' },
    ),
  );
/** null where it takes judging or ranking anew. */
function edit(before: Ranking, statements: Statement[]): Ranking | null {
  const judged = editJudged(before.judged, before.statements, statements);
  return judged === null ? null : editRanking(before, judged, statements);
}
const target = [AS_OF - 90, { kind: 'target-company', company: 'Kestrel Labs' }] as const;

describe('editRanking', () => {
  it('gives exactly what ranking anew gives, for whatever was said and taken back about contacts', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.tuple(fc.integer({ min: -60, max: 5 }), anyBody), { maxLength: 12 }),
        fc.array(fc.nat(11), { maxLength: 6 }),
        (hasMessages, entries, taken) => {
          const network = worldWith(hasMessages);
          const all = said(target, ...entries.map(([age, body]) => [AS_OF + age, body] as const));
          // Some were there before and are taken back, the others come new.
          const before = all.filter(({ id }) => id === 1 || id % 2 === 0);
          const after = all.filter(({ id }) => id === 1 || !taken.includes(id));
          const edited = edit(rank(network, before), after);
          const anew = rank(network, after);
          expect(edited?.opportunity).toEqual(anew.opportunity);
          expect(edited?.input).toEqual(anew.input);
          expect(edited?.pareto).toEqual(anew.pareto);
          expect(edited?.judged.mySummaries).toEqual(anew.judged.mySummaries);
        },
      ),
    );
  });

  it('asks to be ranked anew when more than single contacts changed', () => {
    const network = worldWith(true);
    const ranking = rank(network, said(target));
    const now = (body: StatementBody) => [...said(target), { id: 9, on: AS_OF, body, batch: null }];
    expect(edit(ranking, now({ kind: 'knows', a: keys[0]!, b: keys[1]!, how: null, closeness: null }))).toBeNull();
    expect(edit(ranking, now({ kind: 'target-company', company: 'Nordlys' }))).toBeNull();
    expect(edit(ranking, now({ kind: 'closeness', person: 'stranger-zt90', value: 3 }))).toBeNull();
    expect(edit(ranking, [])).toBeNull();
    const ask = { kind: 'ask', person: keys[0]!, target: null, outcome: 'none' } as const;
    const asked = said(target, ...Array.from({ length: 29 }, () => [AS_OF - 9, ask] as const));
    expect(edit(rank(network, asked), [...asked, { id: 99, on: AS_OF, body: ask, batch: null }])).toBeNull();
  });

  it('follows a whole sequence of things said and taken back', () => {
    const network = worldWith(true);
    fc.assert(
      fc.property(fc.array(fc.tuple(anyBody, fc.boolean()), { minLength: 1, maxLength: 15 }), (steps) => {
        let statements = said(target);
        let ranking = rank(network, statements);
        for (const [step, [body, isUndo]] of steps.entries()) {
          const isLeft = statements.length > 1;
          statements =
            isUndo && isLeft
              ? statements.filter((_, at) => at !== statements.length - 1)
              : [...statements, { id: step + 2, on: AS_OF - step, body, batch: null }];
          ranking = edit(ranking, statements) ?? expect.fail('single contacts are edited');
        }
        const anew = rank(network, statements);
        expect(ranking.opportunity).toEqual(anew.opportunity);
        expect(ranking.input).toEqual(anew.input);
        expect(ranking.pareto).toEqual(anew.pareto);
      }),
    );
  });

  it('changes nothing for what scores nobody, and keeps the scores as they are', () => {
    const network = worldWith(true);
    const ranking = rank(network, said(target));
    const noted = [
      ...said(target),
      ...said([0, target[1]], [AS_OF, { kind: 'note', person: keys[0]!, text: 'x' }]).slice(1),
    ];
    expect(edit(ranking, noted)?.opportunity).toBe(ranking.opportunity);
  });
});
