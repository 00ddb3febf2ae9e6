import { z } from 'zod';
import { BasisName, Judging, PersonQuery, PersonRef, Text, Unit } from './common.ts';

export const RoutesInput = Judging.extend({
  to: Text.optional(),
  toPerson: PersonQuery.optional(),
  k: z.int().min(1).max(30).default(3),
}).refine((input) => (input.to === undefined) !== (input.toPerson === undefined), {
  message: 'name either a company or a person',
});

export const Hop = z.object({
  a: PersonRef,
  b: PersonRef,
  basis: BasisName,
  q: Unit,
  s: Unit,
  help: Unit,
  why: z.array(z.string()),
});

export const Route = z.object({
  probability: Unit,
  /** The same route if intermediaries pass it on as rarely (.37) or as readily (.73) as the two field studies found. */
  probabilityLow: Unit,
  probabilityHigh: Unit,
  people: z.array(PersonRef),
  hops: z.array(Hop),
  /** Index of the hop with the least q * help. */
  weakest: z.int().min(0),
  firstStep: z.string(),
  ask: z.enum(['introduction', 'name-use', 'advice', 'back-channel']),
});
export type Route = z.infer<typeof Route>;

export const RouteAnswer = z.object({
  target: z.object({
    kind: z.enum(['company', 'person']),
    name: z.string(),
    /** `proposed`: a similar name; nobody is routed to until the user says that it is the same. null: not known at all. */
    matchedBy: z.enum(['exact', 'alias', 'proposed']).nullable(),
    people: z.array(PersonRef),
  }),
  status: z.enum(['routes', 'no-route', 'unknown-target']),
  /** The answer as one sentence to act on. */
  sentence: z.string(),
  routes: z.array(Route),
  /** If independent: null where the routes share somebody. */
  atLeastOne: Unit.nullable(),
  calibrated: z.boolean(),
  nextSteps: z.array(z.string()),
});
export type RouteAnswer = z.infer<typeof RouteAnswer>;

/** One company or profile address a line; the answers keep the order. */
export const RoutesListInput = Judging.extend({
  lines: z.array(Text).min(1).max(10_000),
  k: z.int().min(1).max(30).default(3),
});
export const RouteAnswers = z.object({ answers: z.array(RouteAnswer) });
export type RouteAnswers = z.infer<typeof RouteAnswers>;

export const TargetRow = z.object({
  /** Number of the statement that made it a target. */
  id: z.int(),
  kind: z.enum(['company', 'person']),
  name: z.string(),
  person: PersonRef.nullable(),
  matchedBy: z.enum(['exact', 'alias', 'proposed']).nullable(),
  /** Known people there who are my contacts; whom one introduction reaches; whom nothing reaches within three steps. */
  direct: z.int(),
  oneStep: z.int(),
  none: z.int(),
  status: z.enum(['direct', 'one-step', 'two-steps', 'none']),
  sentence: z.string(),
});
export type TargetRow = z.infer<typeof TargetRow>;
export const TargetList = z.object({ total: z.int(), targets: z.array(TargetRow) });
export type TargetList = z.infer<typeof TargetList>;

export const TargetsAddInput = z.object({
  companies: z.array(Text).max(10_000).default([]),
  person: z
    .object({
      name: Text,
      url: Text.optional(),
      company: Text.optional(),
      title: Text.optional(),
      mutuals: z.array(PersonQuery).max(1000).default([]),
    })
    .optional(),
  on: z.string().optional(),
});
export const TargetsRemoveInput = z.object({ target: Text });
export const TargetSuggestions = z.object({
  suggestions: z.array(
    z.object({ company: z.string(), from: z.array(z.enum(['application', 'saved-job', 'follow'])), people: z.int() }),
  ),
});
export type TargetSuggestions = z.infer<typeof TargetSuggestions>;
