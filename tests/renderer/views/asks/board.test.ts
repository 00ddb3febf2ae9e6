import { expect, it } from 'vitest';
import { balancesOf, boardOf, boardSentence } from '../../../../renderer/views/asks/board.ts';
import type { LogList } from '../../../../shared/contract/statements.ts';

type Entry = LogList['entries'][number];

let id = 100;
function entry(name: string, on: string, more: Partial<Entry>): Entry {
  id--;
  const person = { id: name.length, name, url: null, company: null, position: null };
  return { id, on, kind: 'ask', person, text: '', target: null, outcome: null, give: null, plan: null, ...more };
}

const entries = [
  entry('Ana', '2026-05-04', { kind: 'give', give: 'praise' }),
  entry('Ana', '2026-05-03', { outcome: 'helped', target: 'Kestrel Labs' }),
  entry('Petra', '2026-05-02', { outcome: 'opportunity' }),
  entry('Ana', '2026-04-01', { outcome: 'none', target: 'Kestrel Labs' }),
  entry('Ben Calder', '2026-03-01', { outcome: 'reply' }),
  entry('Petra', '2026-02-01', { kind: 'give', give: 'article' }),
  entry('Ben Calder', '2026-02-01', { outcome: 'none', target: 'Nordlys' }),
];

it('shows each ask once, where it stands now', () => {
  const names = Object.fromEntries(
    Object.entries(boardOf(entries)).map(([stage, asks]) => [stage, asks.map(({ latest }) => latest.person.name)]),
  );
  expect(names).toEqual({
    planned: [],
    asked: ['Ben Calder'],
    answered: ['Ben Calder'],
    helped: ['Petra'],
    thanked: ['Ana'],
  });
});

it('puts first who was asked most beyond what was given', () => {
  const balances = balancesOf(entries);
  expect(balances[1]?.goodwill.lastAsk).toMatchObject({ on: '2026-05-03', target: 'Kestrel Labs', outcome: 'helped' });
  expect(balances.map(({ person, goodwill: { asks, gives } }) => [person.name, asks, gives])).toEqual([
    ['Ben Calder', 2, 0],
    ['Ana', 2, 1],
    ['Petra', 1, 1],
  ]);
});

it('keeps a plan on the board until it is asked or talked about', () => {
  const nothing = { what: null, why: null, where: null, when: null };
  const plans = [
    entry('Dilnoza', '2026-05-06', { kind: 'meeting' }),
    entry('Ana', '2026-05-05', { kind: 'plan', plan: nothing }),
    entry('Dilnoza', '2026-05-01', { kind: 'plan', plan: nothing }),
    entry('Ben Calder', '2026-04-30', { outcome: 'none', target: 'Nordlys' }),
    entry('Ben Calder', '2026-04-02', { kind: 'plan', plan: nothing, target: 'Nordlys' }),
    entry('Ana', '2026-04-01', { outcome: 'none' }),
  ];
  const board = boardOf(plans);
  expect(board.planned.map(({ latest }) => latest.person.name)).toEqual(['Ana']);
  expect(board.asked.map(({ latest }) => latest.person.name)).toEqual(['Ben Calder', 'Ana']);
});

it('says first whom to follow up with, then whom to thank, and leaves a fresh ask alone', () => {
  const board = boardOf(entries);
  const counts = '2 asks open, 2 helped, 2 gives logged.';
  expect(boardSentence(board, 2, '2026-05-05')).toBe(
    `Follow up with Ben Calder, whom you asked in February. ${counts}`,
  );
  // Ten days after the ask it is too early: the thanks that are owed come first.
  expect(boardSentence(board, 2, '2026-02-11')).toBe(`Thank Petra, who helped you. ${counts}`);
  expect(boardSentence(boardOf([]), 0, '2026-05-05')).toBe('0 asks open, 0 helped, 0 gives logged.');
});
