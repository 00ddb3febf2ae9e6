import { z } from 'zod';
import {
  Band,
  BasisName,
  ChanceWord,
  Goodwill,
  IsoDate,
  Judging,
  PersonQuery,
  PersonRef,
  Text,
  Unit,
} from './common.ts';
import { LoopEntry } from './people.ts';

export const RoutesInput = Judging.extend({
  to: Text.optional(),
  toPerson: PersonQuery.optional(),
  k: z.int().min(1).max(30).default(3),
  /** Also what a window shows beside the routes. */
  details: z.boolean().default(false),
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
  /** Of my own ties `unknown` where too little was seen to tell. */
  band: Band,
  why: z.array(z.string()),
  /** What the user said last about these two and may take back: how close I am to `b`, or whether `a` and `b` know each other. */
  said: z
    .object({
      id: z.int(),
      kind: z.enum(['closeness', 'knows', 'not-knows', 'introduced']),
      closeness: z.int().min(0).max(4).nullable(),
      on: IsoDate,
    })
    .nullable(),
});
export type Hop = z.infer<typeof Hop>;

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
  /** The chance as said to people, as judged and at both ends of attrition. */
  chance: z.object({ word: ChanceWord, low: ChanceWord, high: ChanceWord }),
  /** With whom the route begins. */
  goodwill: Goodwill,
});
export type Route = z.infer<typeof Route>;

/** What a window shows beside the routes. */
export const RouteDetails = z.object({
  /** People known there (a target person alone), the nearest first. `band` is null where they are no contact of mine. */
  known: z.array(
    z.object({
      person: PersonRef,
      near: z.enum(['direct', 'one-step', 'two-steps', 'none']),
      s: Unit.nullable(),
      band: Band.nullable(),
    }),
  ),
  knownTotal: z.int(),
  /** Employees as the user said; null when not said, or for a person without an employer. */
  size: z.int().nullable(),
  /** The employer that `size` is about. */
  employer: z.string().nullable(),
  /** Similar names nobody is routed to before the user says that they are the same. */
  proposals: z.array(z.object({ name: z.string(), people: z.int() })),
  /** What the user said that bears on this target; taking it back changes the answer. */
  corrections: z.array(LoopEntry),
});
export type RouteDetails = z.infer<typeof RouteDetails>;

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
  /** Only when asked for. */
  details: RouteDetails.optional(),
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
  /** Whom only two introductions reach. */
  twoSteps: z.int(),
  none: z.int(),
  status: z.enum(['direct', 'one-step', 'two-steps', 'none']),
  sentence: z.string(),
  /** Similar names that are known; only with `proposed`. */
  proposals: z.array(z.object({ name: z.string(), people: z.int() })),
});
export type TargetRow = z.infer<typeof TargetRow>;
export const TargetList = z.object({
  total: z.int(),
  targets: z.array(TargetRow),
  /** Numbers of the statements just written, for taking them back; only after adding. */
  added: z.array(z.int()).optional(),
  /** Numbers of the statements taken back, for letting them hold again; only after removing. */
  removed: z.array(z.int()).optional(),
});
export type TargetList = z.infer<typeof TargetList>;

export const TargetsAddInput = z.object({
  companies: z.array(Text).max(10_000).default([]),
  /** People who are known already. */
  people: z.array(PersonQuery).max(10_000).default([]),
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
/** `id`: number of the statement that made it a target. */
export const TargetsRemoveInput = z
  .object({ target: Text.optional(), id: z.int().positive().optional() })
  .refine((input) => (input.target === undefined) !== (input.id === undefined), {
    message: 'name a target, or give its number',
  });
export const TargetSuggestions = z.object({
  suggestions: z.array(
    z.object({ company: z.string(), from: z.array(z.enum(['application', 'saved-job', 'follow'])), people: z.int() }),
  ),
});
export type TargetSuggestions = z.infer<typeof TargetSuggestions>;

/** Employers that are known, by the beginning of a word of their name. */
export const CompanySearchInput = Judging.extend({
  query: z.string().max(500),
  limit: z.int().min(1).max(100).default(8),
});
export const CompanySearch = z.object({
  companies: z.array(z.object({ name: z.string(), people: z.int(), contacts: z.int() })),
});
export type CompanySearch = z.infer<typeof CompanySearch>;

/** What each line of a pasted list means, before anything is added. */
export const TargetLinesInput = Judging.extend({ lines: z.array(Text).min(1).max(10_000) });
export const TargetLine = z.object({
  text: z.string(),
  kind: z.enum(['company', 'person', 'unknown-address', 'no-employer']),
  person: PersonRef.nullable(),
  /** People known there; of a person null. */
  people: z.int().nullable(),
  /** Stands among the targets already, or further up in the list. */
  isRepeated: z.boolean(),
});
export type TargetLine = z.infer<typeof TargetLine>;
export const TargetLines = z.object({ lines: z.array(TargetLine) });

/** Whom each pasted name may mean. */
export const NamesInput = Judging.extend({ names: z.array(Text).min(1).max(1_000) });
export const NameMatches = z.object({
  matches: z.array(
    z.object({
      text: z.string(),
      /** One: clear. Several: the user chooses. None: nobody of that name is known. */
      candidates: z.array(PersonRef),
      /** Whether the candidates bear that name, or only a similar one. */
      isExact: z.boolean(),
    }),
  ),
});
export type NameMatches = z.infer<typeof NameMatches>;
