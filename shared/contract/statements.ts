import { z } from 'zod';
import { IsoDate, MAX_TEXT, PersonQuery, PersonRef, Text } from './common.ts';

/** May be emptied again. */
const Written = z.string().max(MAX_TEXT);
const Closeness = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** How much each part of a score counts, over the model's own order; 1: as the model has it. */
const Weight = z.number().min(0).max(2);
const Weights = z.object({ reach: Weight, novelty: Weight, power: Weight });

export const ASK_OUTCOMES = ['none', 'reply', 'helped', 'opportunity'] as const;
export const GIVE_KINDS = ['intro', 'article', 'job', 'event', 'advice', 'praise'] as const;

/** What the user says. People are named as people name them and stored by key. */
export const Said = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('knows'),
    a: PersonQuery,
    b: PersonQuery,
    how: Text.optional(),
    closeness: Closeness.optional(),
  }),
  z.object({ kind: z.literal('not-knows'), a: PersonQuery, b: PersonQuery }),
  z.object({ kind: z.literal('closeness'), person: PersonQuery, value: Closeness }),
  z.object({ kind: z.literal('vouch'), person: PersonQuery, would: z.boolean() }),
  z.object({ kind: z.literal('introduced'), a: PersonQuery, b: PersonQuery }),
  z.object({
    kind: z.literal('circle'),
    name: Text,
    members: z.array(PersonQuery).min(1).max(50_000),
    size: z.int().min(1).max(10_000_000).optional(),
    from: IsoDate.optional(),
    to: IsoDate.optional(),
  }),
  z.object({ kind: z.literal('circle-leave'), name: Text, members: z.array(PersonQuery).min(1).max(50_000) }),
  /** Where a circle of the new name stands, the two become one. */
  z.object({ kind: z.literal('circle-rename'), name: Text, to: Text }),
  z.object({ kind: z.literal('circle-remove'), name: Text }),
  z.object({ kind: z.literal('employer-size'), company: Text, size: z.int().min(1).max(10_000_000) }),
  z.object({ kind: z.literal('alias'), company: Text, other: Text }),
  z.object({ kind: z.literal('same'), a: PersonQuery, b: PersonQuery }),
  z.object({ kind: z.literal('role'), person: PersonQuery, role: Text }),
  z.object({ kind: z.literal('helps-with'), person: PersonQuery, text: Text }),
  z.object({ kind: z.literal('note'), person: PersonQuery, text: Text }),
  z.object({ kind: z.literal('network-until'), person: PersonQuery, until: IsoDate }),
  z.object({ kind: z.literal('mutuals'), person: PersonQuery, count: z.int().min(0).max(100_000) }),
  z.object({ kind: z.literal('company-questions'), company: Text, text: Written }),
  z.object({ kind: z.literal('person-questions'), person: PersonQuery, text: Written }),
  z.object({ kind: z.literal('pitch'), text: Written }),
  z.object({ kind: z.literal('people-filter'), name: Text, words: z.record(z.string().max(20), Written) }),
  z.object({ kind: z.literal('weights'), name: Text, weights: Weights }),
  z.object({ kind: z.literal('setting'), name: z.enum(['colours', 'single-keys']), value: z.string().max(20) }),
]);

/** What was written to be looked at again. `ids`: every statement of it that stands, for taking all of it back. */
export const KeptText = z.object({ text: z.string(), ids: z.array(z.int()) });
export type KeptText = z.infer<typeof KeptText>;

export const KeptList = z.object({
  /** What I say about myself; null while nothing is written. */
  pitch: KeptText.nullable(),
  /** Ways to narrow the list of people, by name. */
  filters: z.array(z.object({ name: z.string(), words: z.record(z.string(), z.string()), ids: z.array(z.int()) })),
  /** What matters now among the top contacts, by name. */
  weights: z.array(z.object({ name: z.string(), weights: Weights, ids: z.array(z.int()) })),
  /** How the window is; only what was chosen. */
  settings: z.object({ colours: z.string().optional(), 'single-keys': z.string().optional() }),
  /** Roles that the user gave somebody, each once, in order. */
  roles: z.array(z.string()),
});
export type KeptList = z.infer<typeof KeptList>;

/** What happened. */
export const Logged = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), person: PersonQuery, target: Text.optional(), outcome: z.enum(ASK_OUTCOMES) }),
  z.object({ kind: z.literal('give'), person: PersonQuery, give: z.enum(GIVE_KINDS) }),
  /** A conversation to come: who, what, why, where, when. */
  z.object({
    kind: z.literal('plan'),
    person: PersonQuery,
    target: Text.optional(),
    what: Text.optional(),
    why: Text.optional(),
    where: Text.optional(),
    when: IsoDate.optional(),
  }),
  z.object({ kind: z.literal('meeting'), person: PersonQuery }),
  z.object({ kind: z.literal('call'), person: PersonQuery }),
  z.object({ kind: z.literal('referral'), person: PersonQuery, named: PersonQuery }),
]);

export const SayInput = z.object({ said: Said, on: IsoDate.optional(), asOf: IsoDate.optional() });
export const LogInput = z.object({ logged: Logged, on: IsoDate.optional(), asOf: IsoDate.optional() });

export const StatementReceipt = z.object({
  /** Number of the statement, for `withdraw`. */
  id: z.int(),
  kind: z.string(),
  on: IsoDate,
  /** What was noted, as a sentence. */
  text: z.string(),
});
export type StatementReceipt = z.infer<typeof StatementReceipt>;

export const WithdrawInput = z.object({ id: z.int().positive() });

/** Several at once: all are written, or none. */
export const SayManyInput = z.object({
  said: z.array(Said).min(1).max(1_000),
  on: IsoDate.optional(),
  asOf: IsoDate.optional(),
});
export const StatementIdsInput = z.object({ ids: z.array(z.int().positive()).min(1).max(1_000) });
export const StatementReceipts = z.object({ receipts: z.array(StatementReceipt) });
export type StatementReceipts = z.infer<typeof StatementReceipts>;

/** What happened between you and others, newest first: asks, gives, meetings, calls, referrals; and what is planned. */
export const LogList = z.object({
  entries: z.array(
    z.object({
      /** Number of the statement, for `withdraw`. */
      id: z.int(),
      on: IsoDate,
      kind: z.enum(['ask', 'give', 'plan', 'meeting', 'call', 'referral']),
      person: PersonRef,
      text: z.string(),
      target: z.string().nullable(),
      outcome: z.enum(ASK_OUTCOMES).nullable(),
      give: z.enum(GIVE_KINDS).nullable(),
      plan: z
        .object({
          what: z.string().nullable(),
          why: z.string().nullable(),
          where: z.string().nullable(),
          when: IsoDate.nullable(),
        })
        .nullable(),
    }),
  ),
});
export type LogList = z.infer<typeof LogList>;
