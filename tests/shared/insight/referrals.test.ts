import { describe, expect, it } from 'vitest';
import { referralTree } from '../../../shared/insight/referrals.ts';
import { AS_OF, networkOf, said } from './ranked-world.ts';

const [A, B, C, D, E] = ['a-zt2', 'b-zt3', 'c-zt4', 'd-zt5', 'e-zt6'] as const;
const network = networkOf({ people: { [A]: {}, [B]: {}, [C]: {}, [D]: {}, [E]: {} }, ties: {} });
const names = (person: string, named: string) => ({ kind: 'referral', person, named }) as const;

describe('referralTree', () => {
  it('measures generations and branching', () => {
    const tree = referralTree(
      network,
      said([AS_OF - 9, names(A, B)], [AS_OF - 8, names(A, C)], [AS_OF - 7, names(A, D)], [AS_OF - 6, names(B, E)]),
      AS_OF,
    );
    expect(tree).toMatchObject({ generations: [1, 3, 1], branching: [3, 1 / 3, 0], namesEach: 2, people: 4 });
    expect(tree.roots[0]!.named.map(({ person }) => network.people[person]!.key)).toEqual([B, C, D]);
  });

  it('shows nobody twice: who was named twice hangs where they were named first', () => {
    const tree = referralTree(network, said([AS_OF - 9, names(A, C)], [AS_OF - 8, names(B, C)]), AS_OF);
    expect(tree).toMatchObject({ generations: [2, 1], people: 1, namesEach: 1 });
  });

  it('ends where people named each other', () => {
    const round = said(
      [AS_OF - 9, names(A, B)],
      [AS_OF - 8, names(B, C)],
      [AS_OF - 7, names(C, A)],
      [AS_OF - 6, names(A, A)],
    );
    expect(referralTree(network, round, AS_OF).generations).toEqual([1, 1, 1]);
  });

  it('is empty before anybody was named, and ignores later days', () => {
    const none = { roots: [], generations: [], branching: [], namesEach: null, people: 0 };
    expect(referralTree(network, said([AS_OF + 1, names(A, B)]), AS_OF)).toEqual(none);
  });
});
