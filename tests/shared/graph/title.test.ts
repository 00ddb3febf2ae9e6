import { describe, expect, it } from 'vitest';
import { classifyTitle, isSenior, matchFunctions } from '../../../shared/graph/title.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';

const read = (title: string | null) => classifyTitle(title, DEFAULT_CONSTANTS);

describe('classifyTitle', () => {
  it.each([
    ['Co-Founder & CEO', 1],
    ['Vice President, Sales', 0.9],
    ['Head of Data', 0.9],
    ['Associate Director', 0.8],
    ['Talent Acquisition Partner', 0.7],
    ['Engineering Manager', 0.6],
    ['Chief of Staff', 0.5],
    ['Staff Software Engineer', 0.4],
    ['Senior Product Manager', 0.35],
    ['Product Owner', 0.35],
    ['Sr. Accountant', 0.3],
    ['Software Engineer', 0.2],
    ['Executive Assistant to the CEO', 0.15],
    ['Former CTO', 0.05],
    ['Director | former Google', 0.8],
    ['Intern, Office of the CEO', 0.05],
    ['', 0.25],
  ])('example 20: %j has the hiring power %d', (title, power) => {
    expect(read(title).power).toBeCloseTo(power, 4);
  });

  it.each([
    [null, 'unknown'],
    ['🚀', 'unknown'],
    ['@Kestrel', 'unknown'],
    ['Ex-Kestrel', 'inactive'],
    ['Looking for my next role', 'inactive'],
    ['Open to work', 'inactive'],
    ['Werkstudent', 'entry'],
    ['People Business Partner', 'staff'],
    ['HR Partner', 'staff'],
    ['Chief Happiness Officer', 'executive'],
    ['Chief Officer', 'executive'],
    ['C.T.O.', 'executive'],
    ['Geschäftsführerin', 'executive'],
    ['General Manager', 'executive'],
    ['Leiterin Einkauf', 'director'],
    ['Customer Success Manager', 'icManager'],
    ['Product Marketing Manager', 'manager'],
    ['Engineer at Head Office', 'ic'],
    ['Engineer – Former Director', 'ic'],
    ['Principal Consultant', 'lead'],
    ['Presidential Historian', 'ic'],
  ])('puts %j on the level %s', (title, level) => {
    expect(read(title).level).toBe(level);
  });

  it.each([
    ['HR Business Partner', 'people'],
    ['Recruiting Lead', 'people'],
    ['General Counsel', 'legal'],
    ['Internal Auditor', 'finance'],
    ['Data Engineer', 'data'],
    ['Scientist', 'data'],
    ['Research Scientist', 'research'],
    ['Scientist, Battery Research', 'research'],
    ['Product Designer', 'design'],
    ['Product Manager', 'product'],
    ['Content Strategist', 'marketing'],
    ['Account Executive', 'sales'],
    ['Project Manager', 'operations'],
    ['Postdoctoral Fellow', 'research'],
    ['Software Engineer', 'engineering'],
    ['Founder', 'executive'],
    ['Pilot', 'other'],
    ['Prince', 'other'],
    ['', 'unknown'],
  ])('counts %j as %s', (title, fn) => {
    expect(read(title).fn).toBe(fn);
  });

  it('calls directors and everybody above senior', () => {
    expect(['Director', 'VP Sales', 'CEO'].map((title) => isSenior(read(title).level))).toEqual([true, true, true]);
    expect(['Manager', 'Senior Engineer', null].map((title) => isSenior(read(title).level))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('compares functions only where both are known', () => {
    expect(matchFunctions('data', 'data')).toBe('same');
    expect(matchFunctions('data', 'sales')).toBe('different');
    expect(matchFunctions('other', 'other')).toBe('unknown');
    expect(matchFunctions('unknown', 'data')).toBe('unknown');
  });
});
