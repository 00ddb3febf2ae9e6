import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../shared/model/dates.ts';
import {
  asSentence,
  countOf,
  dueWords,
  exactDay,
  groupDigits,
  listNames,
  spokenDate,
  spokenDay,
  withOneStop,
} from '../../../shared/model/words.ts';

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;

describe('days as people say them', () => {
  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-10', '13 days ago'],
    ['2026-11-09', 'in November'],
    ['2026-03-02', 'in March'],
    ['2025-12-31', 'in December 2025'],
    ['2024-12-01', 'in December 2024'],
    ['2022-11-23', '4 years ago'],
    ['2026-11-24', 'on 24 November 2026'],
  ])('says %s as "%s" on 23 November 2026', (iso, spoken) => {
    expect(spokenDay(day(iso), day('2026-11-23'))).toBe(spoken);
  });

  it('leaves an unknown date unsaid', () => {
    expect(spokenDate(null, '2026-11-23')).toBeNull();
    expect(spokenDate('2026-03-02', '2026-11-23')).toBe('in March');
  });

  it.each([
    ['2026-11-23', 'due today'],
    ['2026-11-18', 'due 5 days ago'],
    ['2026-05-13', 'due since May'],
  ])('says what fell due on %s as "%s"', (iso, words) => {
    expect(dueWords(iso, '2026-11-23')).toBe(words);
  });

  it('writes the exact day in full', () => {
    expect(exactDay(day('2026-03-02'))).toBe('2 March 2026');
  });
});

describe('numbers and names', () => {
  it('counts with the right noun and thousands separators', () => {
    expect(countOf(1, 'person', 'people')).toBe('1 person');
    expect(countOf(1204, 'person', 'people')).toBe('1,204 people');
    expect(groupDigits(1234567)).toBe('1,234,567');
  });

  it('names a few and counts the rest', () => {
    expect(listNames([])).toBe('');
    expect(listNames(['Ana'])).toBe('Ana');
    expect(listNames(['Ana', 'Ben'])).toBe('Ana and Ben');
    expect(listNames(['Ana', 'Ben', 'Cem'])).toBe('Ana, Ben and Cem');
    expect(listNames(['Ana', 'Ben', 'Cem', 'Dev', 'Eli'])).toBe('Ana, Ben and 3 others');
  });
});

describe('reasons', () => {
  it.each([
    ['is connected, from your export', 'Connected, from your export.'],
    ['You said: close.', 'You said: close.'],
    ['shared a group thread of 3 people', 'Shared a group thread of 3 people.'],
    ['', ''],
  ])('reads "%s" as a sentence', (reason, sentence) => {
    expect(asSentence(reason)).toBe(sentence);
  });
});

it('ends a sentence once where a name ends in a full stop, and leaves an ellipsis alone', () => {
  expect(withOneStop('They work at Metals S.p.A.. A circle of yours?')).toBe(
    'They work at Metals S.p.A. A circle of yours?',
  );
  expect(withOneStop('You want to reach Foo Inc..')).toBe('You want to reach Foo Inc.');
  expect(withOneStop('Wait... then ask.')).toBe('Wait... then ask.');
});
