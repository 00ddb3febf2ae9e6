import { describe, expect, it } from 'vitest';
import { Basis, type TieGraph } from '../../../shared/graph/tie-graph.ts';
import { expectedNewPeople } from '../../../shared/insight/expected-new-people.ts';
import { type TieOf, tieGraphOf } from './brokerage-helpers.ts';

const ANA = 0;

/** Ana is my contact and helps with .6707; `contacts` are mine too. */
function aroundAna(ties: TieOf[], contacts: number[] = []): TieGraph {
  const graph = tieGraphOf(6, ties);
  for (const person of [ANA, ...contacts]) {
    graph.egoTies.isTie[person] = 1;
    graph.egoTies.help[person] = 0.6707;
  }
  return graph;
}

const threeTies: TieOf[] = [
  { a: ANA, b: 1, q: 1, s: 0.3 },
  { a: ANA, b: 2, q: 1, s: 0.142 },
  { a: ANA, b: 3, q: 0.84, s: 0.3 },
];

describe('expectedNewPeople', () => {
  it('is .3614 via Ana (model example 14)', () => {
    expect(expectedNewPeople(aroundAna(threeTies), ANA)).toBeCloseTo(0.3614, 4);
  });

  it('leaves out people who are my contacts already', () => {
    expect(expectedNewPeople(aroundAna(threeTies, [1, 3]), ANA)).toBeCloseTo(0.6707 * 0.7 * 0.1994, 10);
    expect(expectedNewPeople(aroundAna(threeTies, [1, 2, 3]), ANA)).toBe(0);
  });

  it('leaves out inferred and doubtful ties', () => {
    const more: TieOf[] = [
      { a: ANA, b: 4, q: 0.8, s: 0.3, basis: Basis.inferred },
      { a: ANA, b: 5, q: 0.45, s: 0.3 },
    ];
    expect(expectedNewPeople(aroundAna([...threeTies, ...more]), ANA)).toBeCloseTo(0.3614, 4);
  });

  it('is not known for somebody whose ties are not known, nor for people I do not know', () => {
    expect(expectedNewPeople(aroundAna([]), ANA)).toBeNull();
    expect(expectedNewPeople(aroundAna(threeTies), 1)).toBeNull();
    expect(expectedNewPeople(aroundAna(threeTies), 6)).toBeNull();
  });
});
