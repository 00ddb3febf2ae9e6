/** Imports as the resolver receives them, from rows that say only what matters to a test. */

import { createHash } from 'node:crypto';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, Person, TieEvidence } from '../../../shared/model/network.ts';
import type {
  AddressBookRecord,
  Batch,
  BatchMeta,
  ConnectionRecord,
  EndorsementRecord,
  ExportContent,
  InvitationRecord,
  Mention,
  RecommendationRecord,
  ThreadRecord,
} from '../../../shared/model/records.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import { packThreadDays } from '../../../shared/model/thread-days.ts';
import type { Day } from '../../../shared/model/units.ts';

export const ME = 'noor-example-zt1';
export const ME_NAME = 'Noor Example';
export const FRIEND = 'bram-oakhollow-zt2';

export function day(iso: string): Day {
  const read = dayFromIso(iso);
  if (read === null) throw new Error(`no date: ${iso}`);
  return read;
}

export function connection(name: string, row: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    slug: null,
    url: row.slug ? `https://www.linkedin.com/in/${row.slug}` : null,
    name,
    originalName: name,
    credentials: null,
    email: null,
    company: null,
    position: null,
    connectedOn: day('2020-01-01'),
    ...row,
  };
}

export function card(name: string, row: Partial<AddressBookRecord> = {}): AddressBookRecord {
  return {
    slug: null,
    url: null,
    name,
    originalName: name,
    credentials: null,
    emails: [],
    company: null,
    position: null,
    createdOn: null,
    closeness: null,
    note: null,
    ...row,
  };
}

export function mention(name: string | null, slug: string | null = null): Mention {
  return { slug, name };
}

export const meMention = mention(ME_NAME, ME);

/** `['2024-05-01', 0, 2]`: on that day member 0 wrote two messages; `first` is seconds after midnight. */
export type DayRow = [iso: string, sender: number, count?: number, first?: number];

export function thread(conversationId: string, members: Mention[], days: DayRow[], goneMembers = 0): ThreadRecord {
  return {
    conversationId,
    members,
    goneMembers,
    days: packThreadDays(
      days.map(([iso, sender, count = 1, first = sender]) => {
        const midnight = day(iso) * 86_400;
        return { sender, day: day(iso), count, first: midnight + first, last: midnight + first + count };
      }),
    ),
  };
}

export function invitation(other: Mention, row: Partial<InvitationRecord> = {}): InvitationRecord {
  const isOutgoing = row.direction !== 'incoming';
  return {
    inviter: isOutgoing ? meMention : other,
    invitee: isOutgoing ? other : meMention,
    direction: 'outgoing',
    sentOn: day('2024-02-02'),
    hasNote: false,
    ...row,
  };
}

export function recommendation(name: string, row: Partial<RecommendationRecord> = {}): RecommendationRecord {
  return {
    direction: 'received',
    name,
    company: null,
    position: null,
    writtenOn: day('2021-06-15'),
    status: 'visible',
    ...row,
  };
}

export function endorsement(other: Mention, row: Partial<EndorsementRecord> = {}): EndorsementRecord {
  return {
    direction: 'received',
    other,
    skill: 'Mentoring',
    endorsedOn: day('2024-04-18'),
    status: 'accepted',
    ...row,
  };
}

const EMPTY: ExportContent = {
  connections: [],
  contacts: [],
  threads: [],
  invitations: [],
  recommendations: [],
  endorsements: [],
  past: [],
  profile: null,
  interests: [],
  notes: [],
};

let lastId = 0;

export function batch(content: Partial<ExportContent>, meta: Partial<BatchMeta> = {}): Batch {
  const full = { ...EMPTY, ...content };
  const { role = 'me', owner = null, exportDate = null } = meta;
  const canonical = Object.entries(full).map(([kind, rows]) =>
    Array.isArray(rows) ? [kind, rows.map((row) => JSON.stringify(row)).sort()] : [kind, rows],
  );
  const digest = createHash('sha256')
    .update(JSON.stringify([role, owner, exportDate, canonical]))
    .digest('hex');
  return {
    meta: {
      id: ++lastId,
      role,
      owner,
      ownerFoundBy: 'none',
      exportDate,
      importedAt: '2026-05-01T00:00:00Z',
      digest,
      files: [],
      ...meta,
    },
    content: full,
  };
}

export function owner(slug: string, name: string | null): NonNullable<BatchMeta['owner']> {
  return { slug, name, url: `https://www.linkedin.com/in/${slug}` };
}

/** An export of mine with my address known. */
export function myExport(iso: string | null, content: Partial<ExportContent>): Batch {
  return batch(content, { owner: owner(ME, ME_NAME), exportDate: iso === null ? null : day(iso) });
}

export function friendsExport(iso: string | null, content: Partial<ExportContent>): Batch {
  const exportDate = iso === null ? null : day(iso);
  return batch(content, { role: 'circle', owner: owner(FRIEND, 'Bram Oakhollow'), exportDate });
}

export function statement(id: number, body: StatementBody, from: number | null = null): Statement {
  return { id, on: day('2026-05-01'), body, batch: from };
}

export function byKey(network: Network, key: string): Person {
  const index = network.indexOfKey.get(key);
  const person = index === undefined ? undefined : network.people[index];
  if (person === undefined) throw new Error(`nobody has the key ${key}; there are ${keys(network).join(', ')}`);
  return person;
}

/** Keys of everybody but me. */
export function keys(network: Network): string[] {
  return network.people.filter((_, index) => index !== network.ego).map((person) => person.key);
}

/** What an owner's export says about somebody. */
export function tie(network: Network, alterKey: string, ownerKey = 'me'): TieEvidence | undefined {
  const person = network.indexOfKey.get(ownerKey);
  const alter = network.indexOfKey.get(alterKey);
  return network.owners.find((each) => each.person === person)?.ties.find((each) => each.alter === alter);
}

/** Contact days as rows: date, inbound, outbound, owner first, group weight in millionths. */
export function contactRows(evidence: TieEvidence | undefined): [string, number, number, number, number][] {
  const rows: [string, number, number, number, number][] = [];
  const contact = evidence?.contact ?? [];
  for (let at = 0; at < contact.length; at += 5) {
    const [on, inbound, outbound, first, group] = contact.slice(at, at + 5);
    rows.push([isoFromDay(on!), inbound!, outbound!, first!, group!]);
  }
  return rows;
}

/** Pairs of keys, for comparing proposals. */
export function proposedPairs(network: Network): [string, string][] {
  return network.proposals.map(({ a, b }) => [network.people[a]!.key, network.people[b]!.key]);
}
