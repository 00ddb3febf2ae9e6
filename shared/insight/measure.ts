/** A measure described as data, so that a list, a legend or a column heading needs no code of its own. */
export interface Measure {
  /** Stable, kebab-case. */
  id: string;
  /** The field's term. */
  name: string;
  /** What it answers, in words for people who do not know the term. */
  question: string;
  /** What one unit of it is: `people`, `pairs`, `share`; `none` for a bare number. */
  unit: 'none' | 'people' | 'pairs' | 'share' | 'standard deviations' | 'introductions';
  /** Values it can take, and where it is not defined, in words. */
  range: string;
  /** Which end marks a connector; `neither` where the number only describes. */
  better: 'high' | 'low' | 'neither';
  /** Where it was defined. */
  source: string;
}
