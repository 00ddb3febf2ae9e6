import { z } from 'zod';
import { Judging, Limit, PersonRef, Unit } from './common.ts';
import { Measure } from './measures.ts';

export const CONNECTOR_ORDERS = [
  'index',
  'betweenness',
  'constraint',
  'participation',
  'effective-size',
  'introductions',
] as const;

export const ConnectorsInput = Judging.extend({
  by: z.enum(CONNECTOR_ORDERS).default('index'),
  /** People whose own export is here, who are seen whole; otherwise everybody else, who is seen from outside. */
  owners: z.boolean().default(false),
  limit: Limit,
});

export const Connector = z.object({
  person: PersonRef,
  view: z.enum(['own-export', 'seen-from-outside']),
  /** null under 3 ties. */
  index: Unit.nullable(),
  /** What the index is made of; the three add up to it. */
  parts: z.object({ constraint: z.number(), participation: z.number(), betweenness: z.number() }).nullable(),
  constraint: z.number().nullable(),
  effectiveSize: z.number().nullable(),
  betweenness: Unit.nullable(),
  participation: Unit.nullable(),
  withinModuleZ: z.number().nullable(),
  /** Open pairs of employers they stand between, by role; null, like all measures, where none of their ties is known. */
  roles: z
    .object({
      coordinator: z.int(),
      itinerant: z.int(),
      gatekeeper: z.int(),
      liaison: z.int(),
      unknown: z.int(),
    })
    .nullable(),
  /** Number of the community, from 1, the largest first; null where none of their ties is known. */
  community: z.int().nullable(),
  /** Other communities in which they have ties, most ties first. */
  bridges: z.array(z.int()),
  /** What to call `community` and then each of `bridges`, as a sentence calls them; empty where none of their ties is known. */
  circles: z.array(z.string()),
  /** Logged introductions and asks that helped, and how many employers they reached. */
  introductions: z.int(),
  employersReached: z.int(),
  /** How many people they would bring me to know; null where whom they know is not known. */
  expectedNewPeople: z.number().nullable(),
  why: z.array(z.string()),
});
export type Connector = z.infer<typeof Connector>;

/** A measure, and the field of a connector that carries its value. */
const CarriedMeasure = Measure.extend({ field: Connector.keyof() });

export const ConnectorList = z.object({
  status: z.enum(['ranked', 'not-known-yet']),
  /** Who connects my circles, by the index, whatever the order of the list. */
  sentence: z.string(),
  /** How it is known: ties, people and exports behind it, and how exact it is. */
  known: z.string(),
  missing: z.array(z.string()),
  /** What the numbers of a connector mean, in the order in which a list of columns offers them. */
  measures: z.array(CarriedMeasure),
  graph: z.object({ people: z.int(), ties: z.int(), owners: z.int() }),
  /** Bound of the sampled betweenness; null when it is exact. */
  approximate: z.object({ epsilon: z.number(), delta: z.number(), samples: z.int() }).nullable(),
  total: z.int(),
  connectors: z.array(Connector),
});
export type ConnectorList = z.infer<typeof ConnectorList>;

export const CommunitiesInput = Judging.extend({ limit: Limit });
export const CommunityList = z.object({
  status: z.enum(['found', 'not-known-yet']),
  missing: z.array(z.string()),
  method: z.object({ algorithm: z.string(), resolution: z.number(), seed: z.int() }),
  modularity: z.number().nullable(),
  total: z.int(),
  communities: z.array(
    z.object({
      community: z.int(),
      size: z.int(),
      /** The circle most of them were put in by the user; null without one. */
      name: z.string().nullable(),
      /** What most of them share; null where nothing stands out. */
      suggestedName: z.string().nullable(),
      members: z.array(PersonRef),
    }),
  ),
});
export type CommunityList = z.infer<typeof CommunityList>;
