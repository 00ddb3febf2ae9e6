import { z } from 'zod';

/** A measure described as data: what a script or a page needs to explain a number it is given. */
export const Measure = z.object({
  /** Stable, kebab-case. */
  id: z.string(),
  /** The field's term. */
  name: z.string(),
  /** What it answers, in words for people who do not know the term. */
  question: z.string(),
  /** What one unit of it is; `none` for a bare number. */
  unit: z.enum(['none', 'people', 'pairs', 'share', 'standard deviations', 'introductions']),
  /** Values it can take, and where it is not defined, in words. */
  range: z.string(),
  /** Which end marks a connector; `neither` where the number only describes. */
  better: z.enum(['high', 'low', 'neither']),
  /** Where it was defined. */
  source: z.string(),
});
