import { describe, expect, it } from 'vitest';
import { heldByTop, pathOf } from '../../../../renderer/views/top/lorenz.ts';
import { NO_NARROWING, narrowContacts } from '../../../../renderer/views/top/narrow.ts';
import { barOf, timesWords } from '../../../../renderer/views/top/part-words.ts';
import { isModel, lorenzOf, MODEL_WEIGHTS, weighContacts } from '../../../../renderer/views/top/weighted.ts';
import type { TopContact } from '../../../../shared/contract/top.ts';

function contact(
  rank: number,
  name: string,
  score: number,
  multipliers: Partial<TopContact['multipliers']>,
): TopContact {
  const ones = { warmth: 1, responsiveness: 1, reach: 1, power: 1, reciprocity: 1, novelty: 1 };
  return {
    rank,
    person: { id: rank, name, url: null, company: 'Kestrel Labs', position: null },
    score,
    share: score / 7,
    inVitalSet: rank < 3,
    inTop20: rank === 1,
    robust: rank === 1,
    parts: ones,
    multipliers: { ...ones, ...multipliers },
    strength: null,
    why: [],
    nextStep: '',
  };
}

const ada = contact(1, 'Ada Novotná', 4, { reach: 4 });
const ben = contact(2, 'Ben Calder', 2, { novelty: 2 });
const cem = contact(3, 'Cem Demirel', 1, {});
const people = [ada, ben, cem];

describe('what matters now', () => {
  it('leaves the order of the model alone while nothing is turned', () => {
    expect(weighContacts(people, MODEL_WEIGHTS)).toEqual(people);
    expect(isModel({ ...MODEL_WEIGHTS, reach: 0 })).toBe(false);
  });

  it('takes a part out of the score at weight 0 and squares it at weight 2', () => {
    const without = weighContacts(people, { ...MODEL_WEIGHTS, reach: 0 });
    expect(without.map(({ person, score }) => [person.name, score])).toEqual([
      ['Ben Calder', 2],
      ['Ada Novotná', 1],
      ['Cem Demirel', 1],
    ]);
    expect(weighContacts(people, { ...MODEL_WEIGHTS, novelty: 2 }).find(({ person }) => person.id === 2)?.score).toBe(
      4,
    );
  });

  it('shares the whole anew and says who are the vital few', () => {
    const weighed = weighContacts(people, { ...MODEL_WEIGHTS, reach: 2 });
    expect(weighed.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(weighed.map(({ inVitalSet }) => inVitalSet)).toEqual([true, false, false]);
    expect(weighed.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it('keeps a part that is nothing at nothing', () => {
    const none = contact(4, 'Dev Malhotra', 0, { reach: 0 });
    expect(weighContacts([...people, none], { ...MODEL_WEIGHTS, reach: 0.5 }).at(-1)?.score).toBe(0);
  });
});

describe('the Lorenz curve', () => {
  it('reads off what the first so many hold', () => {
    const curve = lorenzOf([contact(1, 'a', 3, {}), contact(2, 'b', 4, {})]);
    expect(curve).toEqual([0, 3 / 7, 1]);
    expect(heldByTop(curve, 0.5)).toBeCloseTo(4 / 7, 12);
    expect(heldByTop(curve, 0)).toBe(0);
    expect(heldByTop(curve, 1)).toBe(1);
    expect(heldByTop([], 0.5)).toBe(0);
  });

  it('is drawn from the bottom left to the top right', () => {
    expect(pathOf([0, 0.25, 1], 100)).toBe('M0 100L50 75L100 0');
  });
});

it('finds contacts by words without accents, within a group', () => {
  expect(narrowContacts(people, { query: 'novotna kestrel', group: 'all' })).toEqual([ada]);
  expect(narrowContacts(people, NO_NARROWING)).toEqual([ada]);
  expect(narrowContacts(people, { query: '', group: 'vital' })).toEqual([ada, ben]);
  expect(narrowContacts(people, { query: 'cem', group: 'robust' })).toEqual([]);
});

it('draws eight times the middle as a full bar and nothing as a full bar down', () => {
  expect([barOf(1), barOf(8), barOf(64), barOf(0), barOf(1 / 8)]).toEqual([0, 1, 1, -1, -1]);
  expect([timesWords(2.75), timesWords(20), timesWords(0)]).toEqual(['×2.8', '×20', 'under ×0.1']);
});
