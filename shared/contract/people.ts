import { z } from 'zod';
import {
  Band,
  BasisName,
  ChanceWord,
  Flag,
  Goodwill,
  IsoDate,
  Judging,
  Limit,
  MAX_TEXT,
  PersonQuery,
  PersonRef,
  StrengthSummary,
  Text,
  Unit,
} from './common.ts';

export const PeopleInput = Judging.extend({
  query: z.string().max(MAX_TEXT).optional(),
  company: Text.optional(),
  circle: Text.optional(),
  /** A role that the user gave them, such as `mentor`. */
  role: Text.optional(),
  band: Band.optional(),
  dormant: z.boolean().optional(),
  flag: Flag.optional(),
  /** Works at one of my targets, is one, or can bring me to one with a single introduction; false: nobody of those. */
  hasRoute: z.boolean().optional(),
  /** Also people of other exports, pending invitations and those who only wrote. */
  all: z.boolean().default(false),
  sort: z.enum(['name', 'company', 'connectedOn', 'strength']).default('name'),
  descending: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: Limit,
});

export const PersonRow = PersonRef.extend({
  connectedOn: IsoDate.nullable(),
  strength: StrengthSummary.nullable(),
  /** Names of the circles the user stated. */
  communities: z.array(z.string()),
  flags: z.array(Flag),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const PeopleList = z.object({ total: z.int(), people: z.array(PersonRow) });
export type PeopleList = z.infer<typeof PeopleList>;

/** One fact that speaks for a tie, in words. `term`: its part of the strength's logit; null where it has none. */
export const EvidenceLine = z.object({
  kind: z.string(),
  text: z.string(),
  date: IsoDate.nullable(),
  count: z.int().nullable(),
  term: z.number().nullable(),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

export const Tie = z.object({
  a: PersonRef,
  b: PersonRef,
  basis: BasisName,
  q: Unit,
  s: Unit,
  band: Band,
  /** null where strength does not come from traces (said, shared threads, inferred). */
  coverage: Unit.nullable(),
  evidence: z.array(EvidenceLine),
});
export type Tie = z.infer<typeof Tie>;

export const TiesInput = Judging.extend({
  of: PersonQuery.optional(),
  basis: BasisName.optional(),
  betweenContacts: z.boolean().default(false),
  limit: Limit,
});
export const TieList = z.object({ total: z.int(), ties: z.array(Tie) });
export type TieList = z.infer<typeof TieList>;

export const PersonInput = Judging.extend({ person: PersonQuery });

/** What the user said or logged about somebody. */
export const LoopEntry = z.object({
  /** Number of the statement, for taking it back. */
  id: z.int(),
  kind: z.string(),
  on: IsoDate,
  text: z.string(),
});

export const PersonPage = z.object({
  person: PersonRef,
  originalName: z.string(),
  credentials: z.string().nullable(),
  emails: z.array(z.string()),
  connectedOn: IsoDate.nullable(),
  isContact: z.boolean(),
  flags: z.array(Flag),
  strength: StrengthSummary.extend({
    isDormant: z.boolean(),
    /** z before the self-report; s without it is 1 / (1 + e^-z). */
    logit: z.number(),
    evidence: z.array(EvidenceLine),
    unknown: z.array(z.string()),
  }).nullable(),
  /** What the user last said of them; null where nothing. */
  said: z.object({ closeness: z.int().min(0).max(4).nullable(), vouch: z.boolean().nullable() }),
  help: z.object({ probability: Unit, calibrated: z.boolean(), why: z.array(z.string()) }).nullable(),
  /** What to do next with them, as one sentence; null for me. */
  nextStep: z.string().nullable(),
  /** Also with somebody who is no contact of mine; null for me. */
  goodwill: Goodwill.nullable(),
  /** Targets to which they are the way, the surest first. `via`: whom they know there; null where they are there themselves. */
  opens: z.array(
    z.object({
      target: z.string(),
      kind: z.enum(['company', 'person']),
      via: PersonRef.nullable(),
      basis: BasisName,
      chance: ChanceWord,
    }),
  ),
  title: z.object({ level: z.string(), function: z.string(), power: z.number() }),
  jobs: z.array(
    z.object({
      company: z.string().nullable(),
      position: z.string().nullable(),
      firstSeen: IsoDate.nullable(),
      lastSeen: IsoDate.nullable(),
    }),
  ),
  months: z.array(z.object({ month: z.string(), inbound: z.int(), outbound: z.int() })),
  circles: z.array(z.string()),
  roles: z.array(z.string()),
  helpsWith: z.array(z.string()),
  /** `id` is null for a note that came with an import. */
  notes: z.array(z.object({ id: z.int().nullable(), on: IsoDate.nullable(), text: z.string() })),
  loop: z.array(LoopEntry),
  ties: z.array(Tie),
  maybeSame: z.array(z.object({ person: PersonRef, reason: z.string() })),
});
export type PersonPage = z.infer<typeof PersonPage>;

export const ProposalList = z.object({
  people: z.array(z.object({ a: PersonRef, b: PersonRef, reason: z.string() })),
  companies: z.array(
    z.object({ a: z.string(), b: z.string(), peopleA: z.int(), peopleB: z.int(), reason: z.string() }),
  ),
  unjoined: z.array(z.object({ source: z.string(), name: z.string(), candidates: z.array(PersonRef) })),
});
export type ProposalList = z.infer<typeof ProposalList>;
