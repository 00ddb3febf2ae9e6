/** How sure a strength is, in words; the numbers stand where somebody asks for them. */

import type { z } from 'zod';
import type { StrengthSummary } from '../../../shared/contract/common.ts';
import { bandOf } from '../../components/strength-in-bars.ts';

type Strength = z.infer<typeof StrengthSummary>;

/** What the spread leaves open, and how much of what would tell is known. */
export function surenessInWords({ s, sd, band, coverage }: Strength): string {
  if (band === 'unknown') return 'How close you are cannot be told from what is here.';
  const others = [bandOf(Math.max(0, s - sd)), bandOf(Math.min(1, s + sd))].filter((one) => one !== band);
  const spread = others.length === 0 ? '' : `It may be ${others.join(' or ')}. `;
  return `${spread}${knownInWords(coverage)} of what would tell is known.`;
}

export function strengthInNumbers({ s, sd, coverage }: Strength): string {
  return `Strength ${s.toFixed(2)} on a scale from 0 to 1, give or take ${sd.toFixed(2)}; ${Math.round(coverage * 100)} % of what would tell is known.`;
}

function knownInWords(coverage: number): string {
  if (coverage >= 0.75) return 'Most';
  return coverage >= 0.4 ? 'About half' : 'Little';
}
