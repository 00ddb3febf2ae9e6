/** How likely two people of one employer, school or circle know each other (model.md §4). */
import type { Constants } from './constants.ts';

/** Sizes a user may pick instead of typing a number, each represented by one number of employees. */
export const SIZE_BANDS = [
  { label: '1–10', from: 1, representative: 5 },
  { label: '11–50', from: 11, representative: 24 },
  { label: '51–200', from: 51, representative: 101 },
  { label: '201–500', from: 201, representative: 317 },
  { label: '501–1000', from: 501, representative: 708 },
  { label: '1001–5000', from: 1001, representative: 2237 },
  { label: '5001–10000', from: 5001, representative: 7072 },
  { label: '10001+', from: 10001, representative: 25000 },
] as const;

export type FunctionMatch = 'same' | 'different' | 'unknown';

/** Whether two people work in one function, for μ; `other` says as little as `unknown` (settled 19). */
export function matchFunctions(a: string, b: string): FunctionMatch {
  if (a === 'other' || a === 'unknown' || b === 'other' || b === 'unknown') return 'unknown';
  return a === b ? 'same' : 'different';
}

export interface KnowInput {
  /** Employees: what the user typed, or the representative of a band; null when unknown. */
  size: number | null;
  /** People listed there; an employer is never smaller. */
  listed: number;
  functions: FunctionMatch;
  /** Both director or higher. */
  bothSenior: boolean;
  /** Years both were there; null when unknown, as with Connections.csv alone. */
  overlapYears: number | null;
}

/** Representative size of the band with this label (`51–200`, also with a hyphen); null for any other text. */
export function sizeOfBand(label: string): number | null {
  const wanted = label.replaceAll('-', '–').replaceAll(/\s/g, '');
  return SIZE_BANDS.find((band) => band.label === wanted)?.representative ?? null;
}

/**
 * Chance that two people picked at random among N know each other; (N-1)·p₀ tends to K, the number of people one knows.
 *
 * @param size N; taken for 2 when smaller
 */
export function p0(size: number, constants: Constants): number {
  const others = Math.max(2, size) - 1;
  return (constants.sizeScale * -Math.expm1(-others / constants.sizeScale)) / others;
}

/** Size the formula uses: the known one, or the assumed one, never below the number of people listed. */
export function effectiveSize(size: number | null, listed: number, constants: Constants): number {
  return Math.max(size ?? constants.unknownSize, listed, 2);
}

/**
 * Probability that the two know each other. With unknown size at most .09, which is reason to ask and never a tie; with
 * known size at most .90.
 */
export function pKnow(input: KnowInput, constants: Constants): number {
  const base = p0(effectiveSize(input.size, input.listed, constants), constants);
  let odds = base / (1 - base);
  if (input.functions === 'same') odds *= constants.sameFunctionOdds;
  else if (input.functions === 'different') odds *= constants.differentFunctionOdds;
  if (input.bothSenior) odds *= constants.bothSeniorOdds;
  const overlap =
    input.overlapYears === null ? constants.overlapUnknown : -Math.expm1(-Math.max(0, input.overlapYears));
  const cap = input.size === null ? constants.unknownSizeCap : constants.knowCap;
  return Math.min(cap, overlap * (odds / (1 + odds)));
}
