/** Shapes that every method shares. Names are a promise to scripts (see the command's help); they may be added to, not changed. */
import { z } from 'zod';

/** A date without a zone, `YYYY-MM-DD`. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date reads YYYY-MM-DD');

/** A probability or strength; unknown is null, never 0. */
export const Unit = z.number().min(0).max(1);

export const PersonRef = z.object({
  id: z.int().positive(),
  name: z.string(),
  url: z.string().nullable(),
  company: z.string().nullable(),
  position: z.string().nullable(),
});
export type PersonRef = z.infer<typeof PersonRef>;

export const Band = z.enum(['weak', 'moderate', 'strong', 'unknown']);
export type Band = z.infer<typeof Band>;

export const StrengthSummary = z.object({ s: Unit, band: Band, coverage: Unit, sd: z.number().min(0) });
export type StrengthSummary = z.infer<typeof StrengthSummary>;

export const BasisName = z.enum(['observed', 'asserted', 'inferred']);

/** Longest name, note or search text taken from outside. */
export const MAX_TEXT = 20_000;
export const Text = z.string().trim().min(1, 'this needs some text').max(MAX_TEXT);

/** A person as people name them: profile address, number, or a name only one person has. */
export const PersonQuery = Text.describe('profile address, number or name');

/** What every question may carry. `asOf`: the day on which everything is judged; default: today. */
export const Judging = z.object({
  asOf: IsoDate.optional(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .optional(),
});

/** Rows at most; 0 = all. */
export const Limit = z.int().min(0).max(1_000_000).default(25);

/** A chance in a word, for as long as it is not calibrated (model.md 12.9). */
export const ChanceWord = z.enum(['good', 'fair', 'slim', 'remote']);
export type ChanceWord = z.infer<typeof ChanceWord>;

/** What has passed between me and somebody: asks of mine, and what I gave. */
export const Goodwill = z.object({
  asks: z.int().min(0),
  gives: z.int().min(0),
  lastAsk: z.object({ id: z.int(), on: IsoDate, target: z.string().nullable(), outcome: z.string() }).nullable(),
});
export type Goodwill = z.infer<typeof Goodwill>;

export const Flag = z.enum(['vanished', 'maybe-same', 'look-alike', 'moved', 'dormant']);
export type Flag = z.infer<typeof Flag>;
