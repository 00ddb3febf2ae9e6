import { z } from 'zod';
import { Band, IsoDate, Judging, PersonQuery, PersonRef, Text, Unit } from './common.ts';
import { KeptText } from './statements.ts';

/** Who could tell about an employer, or about one person there. */
export const BackChannelInput = Judging.extend({ to: Text.optional(), toPerson: PersonQuery.optional() }).refine(
  (input) => (input.to === undefined) !== (input.toPerson === undefined),
  { message: 'name either a company or a person' },
);

/**
 * `there-now`, `was-there`: by the jobs that exports show. `with-me`: a contact from the time I was there myself. `knows-them`:
 * a tie to the person asked about, observed or stated.
 */
export const BackChannelRelation = z.enum(['there-now', 'was-there', 'with-me', 'knows-them']);
export type BackChannelRelation = z.infer<typeof BackChannelRelation>;

export const BackChannelSource = z.object({
  person: PersonRef,
  relations: z.array(BackChannelRelation).min(1),
  /** How they know, in words, one sentence a relation. */
  how: z.array(z.string()),
  s: Unit,
  band: Band,
  /** What the user said; null when not said. */
  vouch: z.boolean().nullable(),
  /** Close enough to speak frankly: a strong tie, or somebody who would vouch for me. */
  isFrank: z.boolean(),
  /** May be asked about me in turn: works there now, or knows the person. */
  mayBeAsked: z.boolean(),
});
export type BackChannelSource = z.infer<typeof BackChannelSource>;

export const BackChannel = z.object({
  name: z.string(),
  kind: z.enum(['company', 'person']),
  /** The answer as one sentence to act on. */
  sentence: z.string(),
  /** The frankest first. */
  sources: z.array(BackChannelSource),
  /** People to hang private notes on: the person asked about, or null for a company. */
  person: PersonRef.nullable(),
  /** My private notes on the people listed and the person asked about. */
  notes: z.array(z.object({ id: z.int(), person: PersonRef, on: IsoDate, text: z.string() })),
  /** My own question sheet about them; null while none is written. */
  questions: KeptText.nullable(),
});
export type BackChannel = z.infer<typeof BackChannel>;
