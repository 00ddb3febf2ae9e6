/** A resolved network written down by hand. People are sorted by key, as identity/resolve.ts leaves them; me is `me-zt1`. */
import type { GroupThread, Network, Owner, Person, TieEvidence } from '../../shared/model/network.ts';
import { CONTACT_STRIDE } from '../../shared/model/network.ts';
import type { PastRecord } from '../../shared/model/records.ts';
import type { Statement, StatementBody } from '../../shared/model/statement.ts';
import type { Day } from '../../shared/model/units.ts';

export const ME = 'me-zt1';

export interface HandMadePerson {
  company?: string;
  position?: string;
  isInAddressBook?: boolean;
  /** My contact since that day. */
  connectedOn?: Day;
}

export interface HandMadeTieEvidence {
  acceptedOn?: Day | null;
  isConnection?: boolean;
  /** [day, inbound, outbound, ownerFirst] */
  contact?: [Day, number, number, number][];
}

export interface HandMadeOwner {
  has?: Partial<Owner['has']>;
  past?: PastRecord[];
  ties: Record<string, HandMadeTieEvidence>;
}

export interface HandMadeThread {
  size: number;
  /** Key to the day on which they first wrote. */
  members: Record<string, Day | null>;
  firstDay: Day;
}

export interface HandMadeNetwork {
  people: Record<string, HandMadePerson>;
  owners?: Record<string, HandMadeOwner>;
  threads?: HandMadeThread[];
}

export function handMadeNetwork({ people, owners = {}, threads = [] }: HandMadeNetwork): Network {
  const all: Record<string, HandMadePerson> = { [ME]: {}, ...people };
  const keys = Object.keys(all).sort();
  const indexOfKey = new Map(keys.map((key, index) => [key, index]));
  const at = (key: string): number => {
    const index = indexOfKey.get(key);
    if (index === undefined) throw new Error(`No person ${key} in this network.`);
    return index;
  };
  const ego = at(ME);
  return {
    people: keys.map((key, index) => person(key, index + 1, all[key]!)),
    ego,
    owners: Object.entries({ [ME]: { ties: {} }, ...owners })
      .map(([key, owner]) => ownerOf(at(key), at(key) === ego, owner, at))
      .sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.person - b.person),
    groupThreads: threads.map((thread, i) => threadOf(`thread-${i}`, thread, at)),
    proposals: [],
    unjoined: [],
    interests: [],
    saidInFiles: [],
    indexOfKey,
  };
}

export function statementsOn(on: Day, ...bodies: StatementBody[]): Statement[] {
  return bodies.map((body, i) => ({ id: i + 1, on, body, batch: null }));
}

function person(
  key: string,
  id: number,
  { company, position, connectedOn, isInAddressBook = false }: HandMadePerson,
): Person {
  const job = { company: company ?? null, position: position ?? null };
  return {
    id,
    key,
    name: key,
    originalName: key,
    credentials: null,
    slug: key,
    url: null,
    emails: [],
    ...job,
    connectedOn: connectedOn ?? null,
    isContact: connectedOn !== undefined,
    isInAddressBook,
    isPending: false,
    isInvitedByMe: false,
    isVanished: false,
    isLookAlike: false,
    isMaybeSame: false,
    jobs: company === undefined && position === undefined ? [] : [{ ...job, firstSeen: null, lastSeen: null }],
  };
}

function ownerOf(person: number, isMe: boolean, owner: HandMadeOwner, at: (key: string) => number): Owner {
  const ties = Object.entries(owner.ties).map(([key, tie]) => evidence(at(key), tie));
  return {
    person,
    isMe,
    has: { messages: false, recommendations: false, endorsements: false, past: false, ...owner.has },
    exportDate: null,
    ties: ties.sort((a, b) => a.alter - b.alter),
    past: owner.past ?? [],
  };
}

function evidence(
  alter: number,
  { acceptedOn = null, isConnection = true, contact = [] }: HandMadeTieEvidence,
): TieEvidence {
  const days = new Int32Array(contact.length * CONTACT_STRIDE);
  for (const [i, row] of contact.entries()) days.set(row, i * CONTACT_STRIDE);
  return {
    alter,
    isConnection,
    acceptedOn,
    contact: days,
    recommendationGivenOn: [],
    recommendationReceivedOn: [],
    recommendationsUndated: 0,
    endorsementDays: [],
    endorsedFor: [],
    invitationNote: null,
    invitedOn: null,
  };
}

function threadOf(
  conversationId: string,
  { size, members, firstDay }: HandMadeThread,
  at: (key: string) => number,
): GroupThread {
  const ordered = Object.entries(members)
    .map(([key, wroteOn]) => ({ member: at(key), wroteOn }))
    .sort((a, b) => a.member - b.member);
  return {
    conversationId,
    size,
    members: ordered.map(({ member }) => member),
    wroteOn: ordered.map(({ wroteOn }) => wroteOn),
    firstDay,
  };
}
