import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import type { Store } from '../../../electron/backend/store/store.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { deriveAgain, fullExport, importInto, undoImport } from './invented-exports.ts';
import { temporaryFolder } from './temporary-folder.ts';

function aStore(): Store {
  const store = openStore(temporaryFolder(), { mode: 'write' });
  importInto(store, fullExport());
  return store;
}

function namesFor(store: Store, query: string): string[] {
  const nameOf = new Map(store.readNetwork().people.map((person) => [person.id, person.name]));
  return store
    .searchPeople(query, 10)
    .flat()
    .map((personId) => nameOf.get(personId) ?? 'nobody');
}

describe('search', () => {
  it.each([
    ['the beginning of words, in any order', 'numb ana ana-3', ['Ana Number3']],
    ['an address', 'ana2@mail.example', ['Ana Number2']],
    ['a company without its marks', 'ota son', ['Cy Card']],
    ['credentials as written', 'phd', ['Bo Card']],
    ['a private note from a file', 'PILOTS', ['Ana Number5']],
    ['words of nobody', 'ana zebra', []],
    ['nothing', '   ', []],
    ['operators as text', 'ana OR bo', []],
  ])('finds people by %s', (_, query, names) => {
    const store = aStore();
    expect(namesFor(store, query)).toEqual(names);
    store.close();
  });

  it('finds what the user wrote about people, until it is taken back', () => {
    const store = aStore();
    const circle: StatementBody = {
      kind: 'circle',
      name: 'Regatta',
      members: ['ana-1-zt1', 'ana-2-zt2'],
      size: null,
      from: null,
      to: null,
    };
    const said = [
      store.addStatement({ kind: 'note', person: 'ana-1-zt1', text: 'met in Lübeck' }, 19_000, null),
      store.addStatement({ kind: 'helps-with', person: 'ana-1-zt1', text: 'customs' }, 19_000, null),
      store.addStatement({ kind: 'role', person: 'ana-1-zt1', role: 'mentor' }, 19_000, null),
      store.addStatement(circle, 19_000, null),
    ];
    const words = ['lubeck', 'customs', 'mentor', 'regatta'];
    const one = [['Ana Number1'], ['Ana Number1'], ['Ana Number1'], ['Ana Number1', 'Ana Number2']];
    const found = () => words.map((word) => namesFor(store, word).sort());
    expect(found()).toEqual(one);
    deriveAgain(store);
    expect(found()).toEqual(one);
    for (const { id } of said) store.withdrawStatement(id);
    expect(found()).toEqual([[], [], [], []]);
    store.verify();
    store.close();
  });

  it('finds people by the circle they stand in, whatever was renamed, joined, left or removed since', () => {
    const store = aStore();
    const circle = (name: string, members: string[]): StatementBody => ({
      kind: 'circle',
      name,
      members,
      size: null,
      from: null,
      to: null,
    });
    const say = (body: StatementBody) => store.addStatement(body, 19_000, null).id;
    const found = () => ['regatta', 'rowers', 'sailors'].map((word) => namesFor(store, word).sort());
    const [one, two, three] = ['Ana Number1', 'Ana Number2', 'Ana Number3'] as const;
    say(circle('Regatta', ['ana-1-zt1', 'ana-2-zt2']));
    say(circle('Rowers', ['ana-2-zt2', 'ana-3-zt3']));
    const steps: [StatementBody, string[][]][] = [
      [{ kind: 'circle-leave', name: 'regatta', members: ['ana-1-zt1'] }, [[two], [two, three], []]],
      [{ kind: 'circle-rename', name: 'Regatta', to: 'Sailors' }, [[], [two, three], [two]]],
      [{ kind: 'circle-rename', name: 'Rowers', to: 'sailors' }, [[], [], [two, three]]],
      [{ kind: 'circle-remove', name: 'Sailors' }, [[], [], []]],
    ];
    const before = [found()];
    const ids: number[] = [];
    for (const [body, expected] of steps) {
      ids.push(say(body));
      expect(found()).toEqual(expected);
      deriveAgain(store);
      expect(found()).toEqual(expected);
      before.push(expected);
    }
    for (const id of ids.reverse()) {
      store.withdrawStatement(id);
      before.pop();
      expect(found()).toEqual(before.at(-1));
    }
    expect(found()).toEqual([[one, two], [two, three], []]);
    store.verify();
    store.close();
  });

  it('forgets the words of people who are gone', () => {
    const store = aStore();
    undoImport(store, 1);
    expect(namesFor(store, 'ana')).toEqual([]);
    store.close();
  });

  it('I10: 1,000 hostile queries give people or nobody, never an error', () => {
    const store = aStore();
    const odd = [
      '"',
      '""',
      "'",
      '*',
      '^',
      'NEAR(',
      'NEAR(a b, 2)',
      ')',
      '(',
      'a AND',
      'OR',
      'NOT',
      'name:',
      '{name slug}:x',
      '-',
      '+',
      'a"b',
      '\0',
      'a\0b',
      '\ud800',
      '\u{1f600}',
      '\u0301',
      'a\u0301',
      '\u202e',
      '\u200b',
      '%',
      '_',
      "'; DROP TABLE person; --",
      '\\',
      '𞤀𞤣',
      'ⅷ',
      '²',
      '١٢',
      'ﷺ',
      '\u{10ffff}',
      'ꟿ',
      '🄰',
      'a'.repeat(100_000),
      'a '.repeat(50_000),
      '( '.repeat(10_000),
    ];
    const piece = fc.oneof(
      fc.constantFrom(...odd),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ maxLength: 8 }),
    );
    const query = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(query, fc.integer({ min: -1, max: 20 }), (text, limit) => {
        expect(store.searchPeople(text, limit).flat().length).toBeLessThanOrEqual(Math.max(0, limit));
      }),
      { numRuns: 1_000 },
    );
    for (const text of odd) expect(Array.isArray(store.searchPeople(text, 5))).toBe(true);
    store.close();
  });
});
