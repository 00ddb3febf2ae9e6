/**
 * Who is who, and what is known between them: the result of identity/resolve.ts, kept in the store, and the input of
 * everything that judges. People are sorted by key and named by their position in `people`, so that no answer depends on
 * the order in which files were imported.
 */
import type { InterestRecord, PastRecord } from './records.ts';
import type { StatementBody } from './statement.ts';
import type { Day } from './units.ts';

/** Index into Network.people. */
export type PersonIndex = number;

/** A stay with an employer as seen in exports: first and last export date on which it stood there. Null: export date unknown. */
export interface JobSpell {
  company: string | null;
  position: string | null;
  firstSeen: Day | null;
  lastSeen: Day | null;
}

export interface Person {
  /** Stable number in this store, kept over re-imports and undo. Never used to order or break ties. */
  id: number;
  /** Strongest key: the slug, else `mail:…`, `name:…`, `said:…` (identity/person-key.ts). Orders everything. */
  key: string;
  name: string;
  originalName: string;
  credentials: string | null;
  slug: string | null;
  /** Address to open; built from the slug when no file had one. */
  url: string | null;
  emails: string[];
  company: string | null;
  position: string | null;
  /** Earliest date on which they stand as my connection. */
  connectedOn: Day | null;
  /** In a Connections.csv of mine. */
  isContact: boolean;
  /** In an address book of mine. */
  isInAddressBook: boolean;
  /** Sent me an invitation, or got one from me, and is no contact. */
  isPending: boolean;
  /** Pending, and all its invitations are mine: there is nothing for me to answer. */
  isInvitedByMe: boolean;
  /** Was once in an export of mine, and not in the newest. */
  isVanished: boolean;
  /** Shares a name that only looks the same (identity/look-alike.ts) or exactly the same with somebody else. */
  isLookAlike: boolean;
  isMaybeSame: boolean;
  /** Oldest first; the last one is today's. At most one unless exports differ. */
  jobs: JobSpell[];
}

/** Columns of one contact day inside TieEvidence.contact. */
export const CONTACT_STRIDE = 5;
export const ContactColumn = {
  day: 0,
  /** Messages from the alter, 1:1 threads. */
  inbound: 1,
  /** Messages from the owner, 1:1 threads. */
  outbound: 2,
  /** 1 if the owner wrote first on that day, 1:1 threads. */
  ownerFirst: 3,
  /** Sum over group threads in which the alter wrote of 1/(k-1), at most 1, in millionths. */
  groupMicro: 4,
} as const;

/** All that one owner's export says about one alter. */
export interface TieEvidence {
  alter: PersonIndex;
  /** Stands in the owner's Connections.csv. Without it the alter only wrote, was invited or is in the address book: no tie by itself. */
  isConnection: boolean;
  acceptedOn: Day | null;
  /** Contact days, sorted, CONTACT_STRIDE numbers each. */
  contact: Int32Array;
  recommendationGivenOn: readonly Day[];
  recommendationReceivedOn: readonly Day[];
  /** Number of recommendations without a readable date, both directions. */
  recommendationsUndated: number;
  /** Distinct days with an endorsement, both directions, sorted. */
  endorsementDays: readonly Day[];
  /** Skills the owner endorsed them for, sorted. */
  endorsedFor: readonly string[];
  /** null: no row in Invitations, so nothing is known; else whether either invitation carried a note. */
  invitationNote: boolean | null;
  invitedOn: Day | null;
}

/** What most ties have of most evidence: nothing. Shared, since there may be 30,000 of them. */
export const NO_CONTACT = new Int32Array(0);
export const NOTHING: readonly never[] = [];

/** A person whose export is here, and their view. */
export interface Owner {
  person: PersonIndex;
  isMe: boolean;
  /** Which sources were imported: a feature is 0 only if its source is here and shows nothing. */
  has: { messages: boolean; recommendations: boolean; endorsements: boolean; past: boolean };
  /** Newest export date; null when unknown. */
  exportDate: Day | null;
  /** Sorted by alter. */
  ties: TieEvidence[];
  past: PastRecord[];
}

/** Co-presence in a thread of more than two. */
export interface GroupThread {
  conversationId: string;
  /** k: all participants, owners and gone members included. */
  size: number;
  /** Known people, sorted. */
  members: PersonIndex[];
  /** Parallel to members: first day on which they wrote; null when they never did. */
  wroteOn: (Day | null)[];
  firstDay: Day;
}

/** Two records that might be one person; never merged without consent. */
export interface SameProposal {
  a: PersonIndex;
  b: PersonIndex;
  reason: string;
}

/** A row of a file that names somebody who could not be told apart. */
export interface UnjoinedMention {
  /** What the row was, in words: `recommendation`, `message`, `endorsement`, `invitation`, `note`, `address book`. */
  source: string;
  name: string;
  candidates: PersonIndex[];
}

/** A note or closeness that came with a file; `on`: its date there, else the export date, else null. */
export interface SaidInFile {
  on: Day | null;
  body: Extract<StatementBody, { kind: 'note' | 'closeness' }>;
}

export interface Network {
  people: Person[];
  /** Me. Always present, also in an empty store. */
  ego: PersonIndex;
  /** Me first, then by person. */
  owners: Owner[];
  groupThreads: GroupThread[];
  proposals: SameProposal[];
  unjoined: UnjoinedMention[];
  /** Companies I follow, applied to or saved jobs at; distinct; sorted by company, kind, day. */
  interests: InterestRecord[];
  /**
   * What imported files say in the user's own voice: private notes (Notes.csv, when allowed) and mapped `closeness` and `note`
   * columns. They come and go with their import, so they are derived, not statements. Sorted by person, kind, day, text.
   */
  saidInFiles: SaidInFile[];
  /** Every key ever given to somebody (weaker keys, merged slugs), to their position. */
  indexOfKey: Map<string, PersonIndex>;
}
