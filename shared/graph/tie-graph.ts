/**
 * The judged network on one day, as compressed rows over typed arrays: what routes, measures and rankings run on.
 * Person i's ties stand at positions offsets[i] .. offsets[i+1]-1. Me (ego) has no rows here; my own ties are in `ego`.
 */
import type { PersonIndex } from '../model/network.ts';

/** Order of trust: the strongest basis of a tie wins. */
export const Basis = { observed: 0, asserted: 1, inferred: 2 } as const;
export type BasisCode = (typeof Basis)[keyof typeof Basis];
export const BASIS_NAMES = ['observed', 'asserted', 'inferred'] as const;
export type BasisName = (typeof BASIS_NAMES)[number];

/** Ties between people other than me. Each tie stands twice, once in the row of either end, with equal values. */
export interface AlterTies {
  /** Length: people + 1. */
  offsets: Uint32Array;
  /** The other end, ascending within a row. */
  neighbors: Uint32Array;
  /** Probability that the tie exists, 0 < q <= 1. */
  q: Float64Array;
  /** Strength if it exists, 0 < s <= 1. */
  s: Float64Array;
  /** Basis codes. */
  basis: Uint8Array;
}

/** My own ties, by person; arrays are as long as `people`. */
export interface EgoTies {
  /** 1 where I have a tie to them. */
  isTie: Uint8Array;
  /** Basis code where isTie. */
  basis: Uint8Array;
  /** Strength in (0, 1]; NaN where isTie is 0. */
  s: Float64Array;
  /** Probability that they help when asked (ties/help.ts); NaN where isTie is 0. */
  help: Float64Array;
}

export interface TieGraph {
  /** Number of people, me included. */
  size: number;
  ego: PersonIndex;
  egoTies: EgoTies;
  alterTies: AlterTies;
}
