import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const TOKENS = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
const GROUNDS = ['ground', 'rail', 'sunken', 'raised', 'accent-soft'];
const TEXT = ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'good'];
const MARKS = ['strength-1', 'strength-2', 'strength-3', 'strength-4', 'control-line', 'accent-fill'];

function colour(name: string, theme: 'light' | 'dark'): string {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS);
  const value = pair?.[theme === 'light' ? 1 : 2];
  if (value === undefined) throw new Error(`No colour --${name}`);
  return value;
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('in %s colours', (theme) => {
  const pairs = (names: readonly string[]) => names.flatMap((name) => GROUNDS.map((ground) => [name, ground] as const));

  it.each(pairs(TEXT))('text of %s on %s reads at 4.5:1', (name, ground) => {
    expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(MARKS))('%s on %s shows at 3:1', (name, ground) => {
    expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  it('words on the accent and on a failure read at 4.5:1', () => {
    expect(contrast(colour('on-accent', theme), colour('accent-fill', theme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('on-accent', theme), colour('accent-fill-hover', theme))).toBeGreaterThanOrEqual(4.5);
    for (const name of ['ink', 'ink-soft', 'danger']) {
      expect(contrast(colour(name, theme), colour('danger-soft', theme))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
