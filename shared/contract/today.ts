import { z } from 'zod';
import { Goodwill, IsoDate, Judging, PersonQuery, PersonRef } from './common.ts';

export const TodayInput = Judging;

export const Today = z.object({
  asOf: IsoDate,
  sentence: z.string(),
  /** At most three; nobody twice within a week. */
  suggestions: z.array(
    z.object({
      person: PersonRef,
      kind: z.enum(['ask', 'congratulate', 'give', 'rekindle']),
      reason: z.string(),
      firstStep: z.string(),
      target: z.string().nullable(),
      goodwill: Goodwill,
    }),
  ),
  /** Why there are fewer than three; null when there are three. */
  suggestionsMissing: z.string().nullable(),
  /** Most overdue first, by lateness over interval. */
  followUps: z.array(
    z.object({
      person: PersonRef,
      target: z.string().nullable(),
      askedOn: IsoDate,
      outcome: z.enum(['none', 'reply']),
      dueOn: IsoDate,
      intervalDays: z.int(),
      daysLate: z.int(),
      lateness: z.number(),
      reason: z.string(),
    }),
  ),
  thanks: z.array(z.object({ person: PersonRef, on: IsoDate, reason: z.string() })),
  lastImport: z.object({
    sentence: z.string(),
    exportDate: IsoDate.nullable(),
    before: IsoDate.nullable(),
    added: z.int(),
    moved: z.array(PersonRef),
    vanished: z.array(PersonRef),
  }),
  targetsImproved: z.array(z.object({ target: z.string(), sentence: z.string() })),
  targetsStale: z.array(
    z.object({ target: z.string(), lastOn: IsoDate.nullable(), days: z.int(), sentence: z.string() }),
  ),
  /** Invitations that wait, with what to ask oneself. */
  invitations: z.array(
    z.object({
      person: PersonRef,
      invitedOn: IsoDate.nullable(),
      hasNote: z.boolean(),
      sharedCircle: z.array(PersonRef),
      questions: z.array(z.string()),
    }),
  ),
});
export type Today = z.infer<typeof Today>;

export const SuggestionAnswerInput = z.object({
  person: PersonQuery,
  /** `done`: not for four weeks; `snooze`: not for `days`; `not-this-one`: never again. */
  answer: z.enum(['done', 'snooze', 'not-this-one']),
  days: z.int().min(1).max(3650).default(7),
  on: IsoDate.optional(),
});

/** What could be given to whom, most telling first. */
export const GiveIdeas = z.object({
  sentence: z.string(),
  ideas: z.array(
    z.object({
      kind: z.enum(['introduce', 'congratulate', 'offer']),
      /** Whom it is for stands first. */
      people: z.array(PersonRef),
      reason: z.string(),
      firstStep: z.string(),
    }),
  ),
});
export type GiveIdeas = z.infer<typeof GiveIdeas>;

export const ReferralNode = z.object({
  person: PersonRef,
  /** The day they were named; null at a root. */
  on: IsoDate.nullable(),
  get named() {
    return z.array(ReferralNode);
  },
});
export type ReferralNode = z.infer<typeof ReferralNode>;

export const ReferralList = z.object({
  sentence: z.string(),
  /** Different people named. */
  total: z.int(),
  /** People by generation beside the ideal 3, 9, 27. */
  generations: z.array(z.int()),
  ideal: z.array(z.int()),
  /** Names brought by one person of each generation, on average. */
  branching: z.array(z.number()),
  namesEach: z.number().nullable(),
  tree: z.array(ReferralNode),
});
export type ReferralList = z.infer<typeof ReferralList>;
