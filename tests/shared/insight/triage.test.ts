import { describe, expect, it } from 'vitest';
import { answerStatements, triageCards, triageChanges } from '../../../shared/insight/triage.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { AS_OF, networkOf, rank, said } from './ranked-world.ts';

/** Ten contacts alike, of whom the fourth works at the target. */
const keys = Array.from({ length: 10 }, (_, at) => `person-zt${at + 10}`);
const network = networkOf({
  people: Object.fromEntries(keys.map((key, at) => [key, { company: at === 3 ? 'Kestrel Labs' : `Studio ${at}` }])),
  ties: Object.fromEntries(keys.map((key) => [key, { acceptedOn: AS_OF - 900 }])),
});
const target = [AS_OF - 50, { kind: 'target-company', company: 'Kestrel Labs' }] as const;
const peopleOf = (statements: Statement[]) =>
  triageCards(rank(network, statements)).cards.map(({ person }) => network.people[person]!.key);

describe('triageCards', () => {
  it('asks first about the one whose answer would change the way to a target', () => {
    const { cards } = triageCards(rank(network, said(target)));
    expect(network.people[cards[0]!.person]!.key).toBe(keys[3]);
    expect(cards[0]!.ofRoutes).toBeGreaterThan(0);
    for (const { ofTop, ofRoutes, expectedChange } of cards) {
      expect(expectedChange).toBeCloseTo(ofTop + ofRoutes, 12);
      expect(expectedChange).toBeGreaterThanOrEqual(0);
    }
  });

  it('goes by key where cards are alike', () => {
    expect(peopleOf(said())).toEqual(keys);
  });

  it('goes on where it stopped: a card is done by closeness, by a skip, or by the role of a collected one', () => {
    const statements = said(
      [AS_OF - 3, { kind: 'closeness', person: keys[0]!, value: 2 }],
      [AS_OF - 3, { kind: 'skip', person: keys[1]! }],
      [AS_OF - 3, { kind: 'role', person: keys[2]!, role: 'collected' }],
      [AS_OF - 3, { kind: 'role', person: keys[4]!, role: 'mentor' }],
    );
    expect(peopleOf(statements)).toEqual([keys[3], ...keys.slice(4)]);
    expect(triageCards(rank(network, statements)).done).toBe(3);
    // Taking the skip back opens the card again.
    expect(peopleOf(statements.filter(({ body }) => body.kind !== 'skip'))).toContain(keys[1]);
  });

  it('has no card without contacts', () => {
    expect(triageCards(rank(networkOf({ people: {}, ties: {} })))).toEqual({ cards: [], done: 0 });
  });
});

describe('answers', () => {
  it('says by each key what the user could say one by one', () => {
    const kinds = (answer: 'introduce' | 'know' | 'collected' | 'skip') =>
      answerStatements('ana-zt2', answer, null).map(({ kind }) => kind);
    expect(kinds('introduce')).toEqual(['closeness', 'vouch']);
    expect(kinds('know')).toEqual(['closeness']);
    expect(kinds('collected')).toEqual(['closeness']);
    expect(kinds('skip')).toEqual(['skip']);
    expect(answerStatements('ana-zt2', 'skip', 'salary ranges')).toContainEqual({
      kind: 'helps-with',
      person: 'ana-zt2',
      text: 'salary ranges',
    });
  });

  it('tells who came into the top 20 %, who left it, and which target is nearer', () => {
    const before = said(target);
    const answers = answerStatements(keys[9]!, 'introduce', null).concat(answerStatements(keys[3]!, 'know', null));
    const after = [...before, ...answers.map((body, at) => ({ id: 10 + at, on: AS_OF, body, batch: null }))];
    const changes = triageChanges(rank(network, before), rank(network, after));
    const names = (people: number[]) => people.map((person) => network.people[person]!.key);
    expect(names(changes.entered)).toEqual([keys[9]]);
    expect(names(changes.left)).toEqual([keys[0]]);
    expect(changes.targetsUp).toEqual(['Kestrel Labs']);
    expect(changes.targetsDown).toEqual([]);
  });

  it('changes nothing by nothing', () => {
    const ranking = rank(network, said(target));
    expect(triageChanges(ranking, ranking)).toEqual({ entered: [], left: [], targetsUp: [], targetsDown: [] });
  });
});
