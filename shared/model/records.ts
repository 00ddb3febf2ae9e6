/**
 * What the rows of an export say, after reading and cleaning, before anybody decides who is who.
 * Everything here is plain data that the store can write and read back unchanged. Message text is never part of it.
 */
import type { ThreadDays } from './thread-days.ts';
import type { Day } from './units.ts';

export type FileKind =
  | 'connections'
  | 'messages'
  | 'invitations'
  | 'recommendations-given'
  | 'recommendations-received'
  | 'endorsements-given'
  | 'endorsements-received'
  | 'positions'
  | 'education'
  | 'profile'
  | 'company-follows'
  | 'job-applications'
  | 'saved-jobs'
  | 'contacts'
  | 'notes'
  | 'ignored'
  | 'unknown';

/** Fields that the user may map a column of any CSV to (settled.md 8). */
export const MAPPABLE_FIELDS = [
  'first',
  'last',
  'full',
  'url',
  'email',
  'company',
  'position',
  'date',
  'closeness',
  'note',
] as const;

/** A person as one row names them. At least one of the two is set. */
export interface Mention {
  /** Profile slug: percent-decoded, NFC, lowercased (import/profile-url.ts). */
  slug: string | null;
  /** Display name, cleaned, without trailing credentials (import/names.ts). */
  name: string | null;
}

/** A row of Connections.csv, of whatever generation. */
export interface ConnectionRecord {
  slug: string | null;
  /** The address as it stood in the file, for opening; null without one. */
  url: string | null;
  name: string;
  /** First and last name as written, before credentials and invisible marks were taken off. */
  originalName: string;
  credentials: string | null;
  email: string | null;
  company: string | null;
  position: string | null;
  connectedOn: Day | null;
}

/** A card of an address book: LinkedIn's imported contacts, vCard, Google, Outlook or a mapped CSV. No phone numbers. */
export interface AddressBookRecord {
  slug: string | null;
  url: string | null;
  name: string;
  originalName: string;
  credentials: string | null;
  emails: string[];
  company: string | null;
  position: string | null;
  /** Day the entry was made, if the file says so. */
  createdOn: Day | null;
  /** 0-4, only from a CSV whose columns the user mapped with `closeness`. */
  closeness: number | null;
  note: string | null;
}

/** A conversation without its text. */
export interface ThreadRecord {
  /** CONVERSATION ID as written. */
  conversationId: string;
  /** Everybody who wrote or received, the owner included; distinct; sorted by slug, then name. */
  members: Mention[];
  /** Members whose account is gone ("LinkedIn Member"), at most 1: they count for the size of the thread only. */
  goneMembers: number;
  /** Who wrote on which day. */
  days: ThreadDays;
}

export interface InvitationRecord {
  inviter: Mention;
  invitee: Mention;
  direction: 'incoming' | 'outgoing';
  sentOn: Day | null;
  /** Whether a personal message came with it. The text is not kept. */
  hasNote: boolean;
}

export interface RecommendationRecord {
  direction: 'given' | 'received';
  name: string;
  company: string | null;
  position: string | null;
  writtenOn: Day | null;
  status: 'visible' | 'hidden' | 'pending' | null;
}

export interface EndorsementRecord {
  direction: 'given' | 'received';
  other: Mention;
  skill: string;
  endorsedOn: Day | null;
  status: 'accepted' | 'pending' | 'hidden' | null;
}

/** A start or end as precise as it was written: `2021` is { day: 1 Jan 2021, precision: 'year' }. */
export interface PartialDate {
  day: Day;
  precision: 'day' | 'month' | 'year';
}

/** A job or a school of the owner. */
export interface PastRecord {
  kind: 'position' | 'education';
  /** Employer or school. */
  organization: string;
  /** Title or degree. */
  role: string | null;
  startedOn: PartialDate | null;
  /** null: not said, which for a position means current. */
  endedOn: PartialDate | null;
}

export interface ProfileRecord {
  name: string;
  headline: string | null;
}

/** A company the owner follows, applied to or saved a job at. */
export interface InterestRecord {
  kind: 'follow' | 'application' | 'saved-job';
  company: string;
  title: string | null;
  on: Day | null;
}

/** A private note about a contact; read only when the user agreed. */
export interface NoteRecord {
  about: Mention;
  text: string;
  writtenOn: Day | null;
}

/** Everything one import brought, cleaned and aggregated. Arrays keep no row order: they are sorted by content. */
export interface ExportContent {
  connections: ConnectionRecord[];
  contacts: AddressBookRecord[];
  threads: ThreadRecord[];
  invitations: InvitationRecord[];
  recommendations: RecommendationRecord[];
  endorsements: EndorsementRecord[];
  past: PastRecord[];
  profile: ProfileRecord | null;
  interests: InterestRecord[];
  notes: NoteRecord[];
}

export interface SkippedRow {
  /** Line of the file on which the row begins; the first line is 1. */
  line: number;
  reason: string;
}

/** What became of one file. rows = kept + hidden + skippedCount. */
export interface FileReport {
  /** Path inside the archive with `_\d+` before `.csv` removed, or the file's own name. */
  name: string;
  kind: FileKind;
  rows: number;
  kept: number;
  hidden: number;
  /** The first 1,000 skipped rows. */
  skipped: SkippedRow[];
  skippedCount: number;
  notices: string[];
}

export type OwnerFoundBy = 'invitations' | 'messages' | 'profile' | 'option' | 'none';

/** One import: whose view it is, when it was made, and what it read. */
export interface BatchMeta {
  /** Number of the import in this store, from 1; never reused. */
  id: number;
  role: 'me' | 'circle';
  /** Whose export it is; null for a bare Connections.csv of mine. */
  owner: { slug: string; url: string; name: string | null } | null;
  ownerFoundBy: OwnerFoundBy;
  exportDate: Day | null;
  /** Instant of the import, ISO 8601, UTC. Plays no part in any computation. */
  importedAt: string;
  /** SHA-256 (hex) over role, owner, export date and content: the same input has the same digest. */
  digest: string;
  files: FileReport[];
}

/** A batch as the store gives it back. */
export interface Batch {
  meta: BatchMeta;
  content: ExportContent;
}
