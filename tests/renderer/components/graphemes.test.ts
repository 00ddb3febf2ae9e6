import { describe, expect, it } from 'vitest';
import { cutLabel, hasHiddenMarks } from '../../../renderer/components/graphemes.ts';

describe('R3: labels from outside', () => {
  it('stay as they are when they are short and plain', () => {
    expect(cutLabel('Petra Lindqvist')).toEqual({ label: 'Petra Lindqvist', isCut: false });
  });

  it('are cut at 40 graphemes, not in the middle of an emoji or an accented letter', () => {
    const family = '👩‍👩‍👧';
    expect(cutLabel('a'.repeat(40)).isCut).toBe(false);
    expect(cutLabel('a'.repeat(41))).toEqual({ label: `${'a'.repeat(40)}…`, isCut: true });
    expect(cutLabel(family.repeat(41)).label).toBe(`${family.repeat(40)}…`);
    expect(cutLabel('e\u0301'.repeat(41)).label).toBe(`${'e\u0301'.repeat(40)}…`);
  });

  it('keep three marks of a letter with 500', () => {
    expect(cutLabel(`Z${'\u0300'.repeat(500)}algo`).label).toBe(`Z${'\u0300'.repeat(3)}algo`);
  });

  it('lose direction overrides and isolates, and say that there were hidden marks', () => {
    const name = '\u202eanA\u202c \u2066Mora';
    expect(cutLabel(name).label).toBe('anA Mora');
    expect(hasHiddenMarks(name)).toBe(true);
  });

  it('of 10,000 letters come out short', () => {
    expect(cutLabel('x'.repeat(10_000))).toEqual({ label: `${'x'.repeat(40)}…`, isCut: true });
  });

  it.each(['Ana', 'José', 'ليلى', '李雷', '👩‍💻 Jun', 'O’Neil'])('find no hidden marks in %s', (name) => {
    expect(hasHiddenMarks(name)).toBe(false);
  });

  it.each(['\u200b', '\ufeff', '\u00ad', '\u200e', '\u2069', '\u{e0041}'])('find the hidden mark %j', (mark) => {
    expect(hasHiddenMarks(`An${mark}a`)).toBe(true);
  });
});
