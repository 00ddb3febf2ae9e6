/** Invented evidence for tests of ties: what one export says about one alter. */
import fc from 'fast-check';
import { CONTACT_STRIDE, type Owner, type TieEvidence } from '../../../shared/model/network.ts';
import type { StrengthInput } from '../../../shared/ties/strength.ts';

/** 1 March 2026. */
export const AS_OF = 20_513;

export interface ContactDay {
  day: number;
  inbound?: number;
  outbound?: number;
  ownerFirst?: boolean;
  group?: number;
}

/** Packs contact days as the store does; two entries of one day join. */
export function contactOf(days: readonly ContactDay[]): Int32Array {
  const rows = new Map<number, number[]>();
  for (const one of days) {
    const row = rows.get(one.day) ?? [one.day, 0, 0, 0, 0];
    row[1]! += one.inbound ?? 0;
    row[2]! += one.outbound ?? 0;
    row[3] = row[2]! > 0 && (one.ownerFirst ?? row[1] === 0) ? 1 : 0;
    row[4] = Math.min(1e6, row[4]! + Math.round((one.group ?? 0) * 1e6));
    rows.set(one.day, row);
  }
  const sorted = [...rows.values()].sort((a, b) => a[0]! - b[0]!);
  const contact = new Int32Array(sorted.length * CONTACT_STRIDE);
  for (const [at, row] of sorted.entries()) contact.set(row, at * CONTACT_STRIDE);
  return contact;
}

export function evidenceOf(parts: Partial<TieEvidence> = {}): TieEvidence {
  return {
    alter: 1,
    isConnection: true,
    acceptedOn: null,
    contact: new Int32Array(0),
    recommendationGivenOn: [],
    recommendationReceivedOn: [],
    recommendationsUndated: 0,
    endorsementDays: [],
    endorsedFor: [],
    invitationNote: null,
    invitedOn: null,
    ...parts,
  };
}

export const NOTHING_IMPORTED: Owner['has'] = {
  messages: false,
  recommendations: false,
  endorsements: false,
  past: false,
};
export const MESSAGES_IMPORTED: Owner['has'] = { ...NOTHING_IMPORTED, messages: true };

export function inputOf(parts: Partial<StrengthInput> = {}): StrengthInput {
  return { evidence: evidenceOf(), has: MESSAGES_IMPORTED, logged: [], selfReport: null, shared: null, ...parts };
}

/** Random contact days around AS_OF, some of them later. */
export const anyContactDays = fc.array(
  fc.record({
    day: fc.integer({ min: AS_OF - 1500, max: AS_OF + 40 }),
    inbound: fc.nat({ max: 2 }),
    outbound: fc.nat({ max: 2 }),
    ownerFirst: fc.boolean(),
    group: fc.constantFrom(0, 0, 0.25, 0.5, 1),
  }),
  { maxLength: 40 },
);

export const anyInput = fc.record({
  evidence: fc.option(
    fc
      .record({
        days: anyContactDays,
        acceptedOn: fc.option(fc.integer({ min: AS_OF - 6000, max: AS_OF + 100 })),
        recommendationGivenOn: fc.array(fc.integer({ min: AS_OF - 3000, max: AS_OF + 100 }), { maxLength: 2 }),
        endorsementDays: fc.uniqueArray(fc.integer({ min: AS_OF - 3000, max: AS_OF + 100 }), { maxLength: 8 }),
        invitationNote: fc.option(fc.boolean()),
      })
      .map(({ days, ...rest }) => evidenceOf({ ...rest, contact: contactOf(days) })),
  ),
  has: fc.record({
    messages: fc.boolean(),
    recommendations: fc.boolean(),
    endorsements: fc.boolean(),
    past: fc.boolean(),
  }),
  logged: fc.array(
    fc.record({ day: fc.integer({ min: AS_OF - 3000, max: AS_OF + 40 }), kind: fc.constantFrom('call', 'meeting') }),
    { maxLength: 4 },
  ),
  selfReport: fc.option(
    fc.record({
      value: fc.constantFrom(0, 1, 2, 3, 4),
      on: fc.integer({ min: AS_OF - 3000, max: AS_OF + 40 }),
    }),
  ),
  shared: fc.constant(null),
}) satisfies fc.Arbitrary<StrengthInput>;
