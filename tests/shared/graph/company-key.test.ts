import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyKey, isSameDigits, proposesSameCompany } from '../../../shared/graph/company-key.ts';
import { jaroWinkler } from '../../../shared/graph/jaro-winkler.ts';

describe('companyKey', () => {
  it.each([
    ['Acme, Inc. (YC S21)', 'acme'],
    ['Café Noir S.A.R.L.', 'cafe noir'],
    ['The Coca-Cola Company', 'coca cola'],
    ['Foo Bar Co., Ltd.', 'foo bar'],
    ['Müller GmbH & Co. KG', 'muller'],
    ["McDonald's Corporation", 'mcdonalds'],
    ['Co', 'co'],
  ])('example 19: %s has the key %s', (text, key) => {
    expect(companyKey(text)).toBe(key);
  });

  it.each([
    ['Brightwater S.A. de C.V.', 'brightwater'],
    ['Brightwater SAPI de CV', 'brightwater'],
    ['Kestrel | Berlin', 'kestrel'],
    ['Kestrel • hiring', 'kestrel'],
    ['Kestrel · Full-time', 'kestrel'],
    ['Kestrel™', 'kestrel'],
    ['McDonald’s', 'mcdonalds'],
    ['McDonald´s', 'mcdonalds'],
    ['ＫＥＳＴＲＥＬ', 'kestrel'],
    ['Straße AG', 'strasse'],
    ['J.P. Larch & Sons', 'jp larch and sons'],
    ['The', 'the'],
    ['AB SA Inc', 'ab'],
    ['Sa de CV', 'sa de cv'],
    ['株式会社ケストレル', '株式会社ケストレル'],
  ])('reads %s as %s', (text, key) => {
    expect(companyKey(text)).toBe(key);
  });

  it.each([
    null,
    '',
    '   ',
    '—',
    '()',
    'Self-employed',
    'Freelance',
    'Freelancer (various clients)',
    'Independent Consultant',
    'Stealth Startup',
    'Stealth',
    'Confidential',
    'Retired',
    'Student',
    'Unemployed',
    'Career Break',
    'Open to work',
    'N/A',
    'n.a.',
    'None',
    'Various',
  ])('takes %j for no employer', (text) => {
    expect(companyKey(text)).toBeNull();
  });

  it('gives a key its own key, so that stored keys can be compared with new ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const key = companyKey(text);
        if (key === null) return;
        expect(companyKey(key)).toBe(key);
      }),
    );
  });
});

describe('likeness of companies', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.9611],
    ['DIXON', 'DICKSONX', 0.8133],
    ['nordlys', 'nordlis', 0.9429],
  ])('example 19: %s and %s are %d alike', (a, b, similarity) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 4);
  });

  it('example 19: proposes nordlys and nordlis, not delta air lines and delta dental', () => {
    expect(jaroWinkler('delta air lines', 'delta dental')).toBeCloseTo(0.86, 2);
    expect(proposesSameCompany('nordlys', 'nordlis', 0.92)).toBe(true);
    expect(proposesSameCompany('delta air lines', 'delta dental', 0.92)).toBe(false);
  });

  it('never proposes names whose digits differ', () => {
    expect(jaroWinkler('studio north 54', 'studio north 55')).toBeGreaterThan(0.92);
    expect(proposesSameCompany('studio north 54', 'studio north 55', 0.92)).toBe(false);
    expect(isSameDigits('studio 54', '54 studio')).toBe(true);
  });

  it('is symmetric, 1 for equal names, and within 0 and 1', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const similarity = jaroWinkler(a, b);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(jaroWinkler(b, a)).toBeCloseTo(similarity, 12);
        if (a === b && a !== '') expect(similarity).toBe(1);
      }),
    );
  });
});
