import { z } from 'zod';
import { Band, BasisName, Judging, PersonRef, Text, Unit } from './common.ts';
import { MAP_LIMIT } from './map-limit.ts';

/** The questions a picture answers. */
const MAP_MODES = ['connectors', 'route', 'without', 'thin'] as const;
const MapMode = z.enum(MAP_MODES);

const PersonNumber = z.int().positive();

export const MapInput = Judging.extend({
  mode: MapMode.default('connectors'),
  /** Is drawn with everybody within `depth` ties, as far as the limit allows. */
  focus: PersonNumber.optional(),
  depth: z.int().min(1).max(2).default(1),
  /** Where a route is to lead: `route` alone. */
  toCompany: Text.optional(),
  toPerson: PersonNumber.optional(),
  /** Who is thought away: `without` alone. Left out: the first connector. */
  without: PersonNumber.optional(),
  /** Regions to draw as whole as the limit allows, the first first. */
  unfold: z.array(z.int().min(0).max(100_000)).max(50).default([]),
  limit: z.int().min(20).max(MAP_LIMIT).default(MAP_LIMIT),
});

/** Where a sentence leads: a picture, or the list of targets. */
export const MapView = z.object({
  mode: MapMode,
  focus: PersonNumber.optional(),
  without: PersonNumber.optional(),
  toCompany: z.string().optional(),
  toPerson: PersonNumber.optional(),
});
export type MapView = z.infer<typeof MapView>;

export const MapRegion = z.object({
  /** Number to unfold it by. */
  region: z.int().min(0),
  kind: z.enum(['community', 'circle', 'employer', 'rest']),
  label: z.string(),
  /** Which of eight colours; null for the many small ones. */
  color: z.int().min(0).max(7).nullable(),
  x: z.number(),
  y: z.number(),
  radius: z.number(),
  people: z.int(),
  drawn: z.int(),
  /** How many of them are my contacts. */
  contacts: z.int(),
  /** Few or no contacts of mine among many. */
  isThin: z.boolean(),
});
export type MapRegion = z.infer<typeof MapRegion>;

export const MapNode = z.object({
  /** A person's number, or `f` and the number of a region whose other people are folded here. */
  id: z.string(),
  kind: z.enum(['person', 'fold', 'me']),
  /** null for a fold. */
  person: PersonRef.nullable(),
  label: z.string(),
  /** null: in none, as on a route. */
  region: z.int().nullable(),
  x: z.number(),
  y: z.number(),
  /** Diameter at scale 1. */
  size: z.number(),
  /** 0 to 1; orders labels and the list. */
  importance: Unit,
  /** Of my own tie; null without one. */
  s: Unit.nullable(),
  band: Band.nullable(),
  isContact: z.boolean(),
  /** Their own export is here, so that they are seen whole. */
  isOwner: z.boolean(),
  /** Folded people; 0 for a person. */
  count: z.int(),
  /** Ties to people without me, drawn or not. */
  ties: z.int(),
  /** Regions beside their own in which they have ties. */
  bridges: z.array(z.int()),
  /** Without the person thought away, nothing known joins them to the rest any more. */
  isApart: z.boolean(),
});
export type MapNode = z.infer<typeof MapNode>;

export const MapEdge = z.object({
  a: z.string(),
  b: z.string(),
  basis: BasisName,
  q: Unit,
  s: Unit,
  /** Its ends share no neighbour. */
  isLocalBridge: z.boolean(),
  /** Its ends lie in two regions. */
  isBetween: z.boolean(),
});
export type MapEdge = z.infer<typeof MapEdge>;

/** Ties between two regions for which the picture has no line, since their people are folded. */
export const MapLink = z.object({
  /** Regions, a < b. */
  a: z.int().min(0),
  b: z.int().min(0),
  ties: z.int().positive(),
  /** `asserted` only if all of them are; inferred ties are never counted. */
  basis: BasisName,
});
export type MapLink = z.infer<typeof MapLink>;

export const WhatIf = z.object({
  person: PersonRef,
  /** Targets whose routes are lost or grow longer; hops of the best route, null: none. */
  targets: z.array(z.object({ name: z.string(), before: z.int(), after: z.int().nullable() })),
  /** Circles of which nothing known joins anybody to the largest part any more. */
  circles: z.array(z.string()),
  /** People whom nothing known joins to the largest part any more. */
  people: z.int(),
});
export type WhatIf = z.infer<typeof WhatIf>;

export const MapPicture = z.object({
  /** `not-known-yet`: nothing says who knows whom; regions show where my contacts work, and no ties. */
  status: z.enum(['drawn', 'not-known-yet', 'empty']),
  mode: MapMode,
  sentence: z.string(),
  missing: z.array(z.string()),
  findings: z.array(z.object({ text: z.string(), view: MapView })),
  counts: z.object({ people: z.int(), drawn: z.int(), folded: z.int(), ties: z.int(), tiesDrawn: z.int() }),
  /** Sizes rest on a sample. */
  isApproximate: z.boolean(),
  regions: z.array(MapRegion),
  /** The most important first. */
  nodes: z.array(MapNode),
  edges: z.array(MapEdge),
  /** The most ties first. */
  links: z.array(MapLink),
  whatIf: WhatIf.nullable(),
});
export type MapPicture = z.infer<typeof MapPicture>;

/** A picture made by a window, for a file the user chose. */
export const PictureInput = z.object({
  /** An opaque handle. */
  file: z.string().min(1),
  format: z.enum(['svg', 'png']),
  /** The text of an SVG; a PNG in base64. */
  content: z.string().max(40_000_000),
});
export const PictureReport = z.object({ file: z.string(), bytes: z.int() });
export type PictureReport = z.infer<typeof PictureReport>;
