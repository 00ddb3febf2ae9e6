import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, nameKey } from '../../../shared/import/names.ts';
import { slugFromUrl, slugsFromText } from '../../../shared/import/profile-url.ts';

// The long way round, as nameKey takes it for every name that is not plain.
function keyTheLongWay(name: string): string {
  const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
  const visible = name
    .replace(/[®™©]/g, '')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}+|\u20e3+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ς/g, 'σ')
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{So}]+/gu;
  return spaced(visible.replace(pictures, ' ')) || spaced(visible);
}

describe('names on the short way', () => {
  it('have the key of the long way, whatever letter stands in them', () => {
    for (let unit = 0x20; unit < 0x0600; unit++) {
      const name = `Ana${String.fromCharCode(unit)}b Reis`;
      expect([unit, nameKey(name)]).toEqual([unit, keyTheLongWay(name)]);
    }
    const names = fc.string({ unit: fc.constantFrom(...'aZé Šßİ`´-’ ,.  ®😀'), maxLength: 12 });
    fc.assert(fc.property(names, (name) => nameKey(name) === keyTheLongWay(name)));
  });

  it('keep spaces and titles out as before', () => {
    expect(cleanName('  Ana   Reis ').name).toBe('Ana Reis');
    expect(cleanName('Ana Reis, PhD')).toEqual({ name: 'Ana Reis', originalName: 'Ana Reis, PhD', credentials: 'PhD' });
    expect(cleanName('Ana Maria Reis MBA').credentials).toBe('MBA');
    expect(cleanName('Dr. Reis').credentials).toBeNull();
  });
});

describe('addresses on the short way', () => {
  it('give the slug of the long way', () => {
    const slugs = fc.string({ unit: fc.constantFrom(...'az09-'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(slugs, (slug) => {
        const plain = `https://www.linkedin.com/in/${slug}`;
        expect([slugFromUrl(plain), slugsFromText(plain)]).toEqual([
          slugFromUrl(`http://linkedin.com/in/${slug}/?x=1`),
          slugsFromText(`${plain}, ${plain}`),
        ]);
      }),
    );
  });
});
