import { z } from 'zod';
import { Band, IsoDate, Judging, Limit, PersonQuery, PersonRef, StrengthSummary, Text, Unit } from './common.ts';

/** Companies in place of the stated targets; empty: those. */
const Targets = z.array(Text).max(1000).default([]);

export const TopInput = Judging.extend({
  targets: Targets,
  /** The diverse shortlist: the fewest people who open most targets. */
  cover: z.boolean().default(false),
  /** With `cover`: circles that the user stated are to be opened as well. */
  circles: z.boolean().default(false),
  limit: Limit,
});

const Parts = z.object({
  warmth: z.number(),
  responsiveness: z.number(),
  reach: z.number(),
  power: z.number(),
  reciprocity: z.number(),
  novelty: z.number(),
});

export const TopContact = z.object({
  rank: z.int().min(1),
  person: PersonRef,
  /** Relative units, no probability. */
  score: z.number().min(0),
  share: Unit,
  inVitalSet: z.boolean(),
  inTop20: z.boolean(),
  /** In the top 20 % in at least 80 % of 64 runs with other judged constants; null: not run yet (`markRobust`). */
  robust: z.boolean().nullable(),
  parts: Parts,
  /** Each part over its median; the logarithms add up to that of the score over the product of medians. */
  multipliers: Parts,
  /** null where it cannot be known. */
  strength: StrengthSummary.nullable(),
  why: z.array(z.string()),
  nextStep: z.string(),
  /** With `cover`: targets this person opens, best first; share of all targets opened so far; who comes in if they leave. */
  covers: z.array(z.string()).optional(),
  coversCircles: z.array(z.string()).optional(),
  coverage: Unit.optional(),
  replacement: PersonRef.nullable().optional(),
});
export type TopContact = z.infer<typeof TopContact>;

const CalibrationView = z.object({
  status: z.enum(['calibrated', 'not-calibrated']),
  sentence: z.string(),
  asks: z.int(),
  helped: z.int(),
  brier: z.number().nullable(),
  skill: z.number().nullable(),
  bands: z.array(z.object({ band: Band, n: z.int(), predicted: Unit, observed: Unit })),
});

export const TopList = z.object({
  status: z.enum(['ranked', 'no-vital-few-yet']),
  sentence: z.string(),
  /** What would make the answer better, most useful first. */
  missing: z.array(z.string()),
  total: z.int(),
  vitalSet: z.int(),
  topShare: Unit,
  gini: Unit,
  /** From 0 to 1, evenly spaced over the contacts, least first; at most 1,001 points. */
  lorenz: z.array(Unit),
  targets: z.array(z.string()),
  /** Stated circles with somebody in them, in order of their names. */
  circles: z.array(z.string()),
  medians: Parts,
  calibration: CalibrationView,
  contacts: z.array(TopContact),
});
export type TopList = z.infer<typeof TopList>;

/** The 64 runs for a large network, with progress and cancel. `robust`: numbers of the people who earn the mark. */
export const RobustInput = Judging.extend({ targets: Targets });
export const RobustReport = z.object({ runs: z.int(), robust: z.array(z.int().positive()) });

const TRIAGE_ANSWERS = ['introduce', 'know', 'collected', 'skip'] as const;

export const CardsInput = Judging.extend({ targets: Targets, limit: Limit.default(50) });
export const TriageCards = z.object({
  sentence: z.string(),
  /** Open cards, and those answered or passed over. */
  total: z.int(),
  done: z.int(),
  cards: z.array(
    z.object({
      person: PersonRef,
      connectedOn: IsoDate.nullable(),
      lastContactOn: IsoDate.nullable(),
      strength: StrengthSummary.nullable(),
      helpsWith: z.array(z.string()),
      /** How much an answer would change: of the share of the top 20 %, and of the chance at the average target. */
      expectedChange: z.number().min(0),
      ofTop: z.number().min(0),
      ofRoutes: z.number().min(0),
      why: z.string(),
    }),
  ),
});
export type TriageCards = z.infer<typeof TriageCards>;

export const CardAnswerInput = z.object({
  person: PersonQuery,
  answer: z.enum(TRIAGE_ANSWERS),
  helpsWith: Text.optional(),
  on: IsoDate.optional(),
});
/** `ids`: statements to withdraw, which is the undo. */
export const CardAnswer = z.object({ ids: z.array(z.int()), texts: z.array(z.string()) });

/** Statements of a batch of cards; what holds is compared with what would without them. */
export const TriageSummaryInput = Judging.extend({
  targets: Targets,
  statements: z.array(z.int().positive()).max(100_000),
});
export const TriageSummary = z.object({
  sentence: z.string(),
  answered: z.int(),
  entered: z.array(PersonRef),
  left: z.array(PersonRef),
  targetsUp: z.array(z.string()),
  targetsDown: z.array(z.string()),
});
export type TriageSummary = z.infer<typeof TriageSummary>;
