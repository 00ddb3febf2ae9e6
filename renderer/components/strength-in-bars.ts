import type { Band } from '../../shared/contract/common.ts';

/** From here on a strong tie fills all four bars. Between the start of the band (.65) and 1. */
const FULL_FROM = 0.82;

export interface BarsAndWord {
  /** 0 for unknown; else 1 to 4. */
  bars: 0 | 1 | 2 | 3 | 4;
  word: string;
}

/** What the bars show: the band decides the word, and the strength only whether a strong tie has three bars or four. */
export function strengthInBars(s: number | null, band: Band): BarsAndWord {
  if (s === null || band === 'unknown') return { bars: 0, word: 'unknown' };
  if (band === 'weak') return { bars: 1, word: 'weak' };
  if (band === 'moderate') return { bars: 2, word: 'moderate' };
  return s < FULL_FROM ? { bars: 3, word: 'strong' } : { bars: 4, word: 'very strong' };
}

/** The band of a tie that is told by its strength alone (a hop of a route), with the limits of model.md §2. */
export function bandOf(s: number): Band {
  if (s < 0.35) return 'weak';
  return s < 0.65 ? 'moderate' : 'strong';
}
