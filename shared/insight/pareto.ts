/** Whether a vital few stand out: shares, Lorenz curve, Gini, and the honest answer when they do not (model.md §9). */
import type { Constants } from '../ties/constants.ts';

export interface Pareto {
  /** Share of each in the whole, parallel to the scores given; all 0 when the whole is 0. */
  shares: Float64Array;
  /** The fewest, best first, who together hold 80 %. */
  vitalSet: number;
  /** `⌈0.2·n⌉`. */
  topCount: number;
  /** What those hold together. */
  topShare: number;
  gini: number;
  /** From 0 to 1: what the least k hold together. At most LORENZ_POINTS + 1 points, evenly spaced. */
  lorenz: number[];
  /** More than 40 % are needed for 80 %, or the Gini index is under .35: nobody stands out. */
  isFlat: boolean;
}

/** More points than a screen can show tell nothing. */
export const LORENZ_POINTS = 1000;
/** Sums may miss .8 by rounding. */
const TOLERANCE = 1e-12;

/**
 * @param descending scores >= 0, largest first
 * @see model.md §9, examples 13 and 16
 */
export function pareto(descending: Float64Array, constants: Constants): Pareto {
  const n = descending.length;
  let total = 0;
  for (let at = 0; at < n; at++) total += descending[at]!;
  const shares = new Float64Array(n);
  if (total > 0) for (let at = 0; at < n; at++) shares[at] = descending[at]! / total;
  const topCount = topCountOf(n, constants);
  let held = 0;
  let topShare = 0;
  let vitalSet = total > 0 ? n : 0;
  for (let at = 0; at < n; at++) {
    held += shares[at]!;
    if (at < topCount) topShare = held;
    if (held >= constants.vitalShare - TOLERANCE) {
      vitalSet = Math.min(vitalSet, at + 1);
      if (at + 1 >= topCount) break;
    }
  }
  const gini = giniOf(descending, total);
  const isFlat = n === 0 || vitalSet > constants.vitalMaximum * n || gini < constants.giniMinimum;
  return {
    shares,
    vitalSet,
    topCount,
    topShare: Math.min(1, topShare),
    gini,
    lorenz: lorenzOf(descending, total),
    isFlat,
  };
}

/** `⌈0.2·n⌉`. */
export function topCountOf(n: number, constants: Constants): number {
  return n === 0 ? 0 : Math.min(n, Math.ceil(constants.topShare * n - TOLERANCE));
}

/** `2Σ i·x₍ᵢ₎/(nΣx) − (n+1)/n`, x ascending; 0 when there is nothing to share. */
function giniOf(descending: Float64Array, total: number): number {
  const n = descending.length;
  if (n === 0 || total <= 0) return 0;
  let ranked = 0;
  for (let at = 0; at < n; at++) ranked += (n - at) * descending[at]!;
  return Math.min(1, Math.max(0, (2 * ranked) / (n * total) - (n + 1) / n));
}

function lorenzOf(descending: Float64Array, total: number): number[] {
  const n = descending.length;
  if (n === 0) return [0, 1];
  const points = Math.min(n, LORENZ_POINTS);
  const curve = [0];
  let held = 0;
  let taken = 0;
  for (let point = 1; point <= points; point++) {
    const until = Math.round((point * n) / points);
    for (; taken < until; taken++) held += total > 0 ? descending[n - 1 - taken]! / total : 1 / n;
    curve.push(point === points ? 1 : Math.min(1, held));
  }
  return curve;
}
