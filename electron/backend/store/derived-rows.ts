/** How the derived layer's records lie in their tables: used to write, to read and to notice changes and damage. */
import {
  type JobSpell,
  NOTHING,
  type Person,
  type SaidInFile,
  type TieEvidence,
} from '../../../shared/model/network.ts';
import type { Cell } from './raw-tables.ts';

/** Columns of `person`, without `said`, which search.ts keeps. */
export const PERSON_COLUMNS =
  'id, key, name, original_name, credentials, slug, url, emails, company, position, connected_on, flags, jobs';

const PROFILE_URL = 'https://www.linkedin.com/in/';
/** Instead of a text that follows from others of the row: most do, and texts are what reading a network takes its time for. */
const FOLLOWS = 1;

/** PERSON_COLUMNS as personOfCells takes them. */
export const SHORT_PERSON_COLUMNS = `id, key, name,
  CASE original_name WHEN name THEN ${FOLLOWS} ELSE original_name END, credentials,
  CASE slug WHEN key THEN ${FOLLOWS} ELSE slug END,
  CASE url WHEN '${PROFILE_URL}' || slug THEN ${FOLLOWS} ELSE url END,
  emails, company, position, connected_on, flags,
  CASE jobs WHEN json_array(json_array(company, position, NULL, NULL)) THEN ${FOLLOWS} ELSE jobs END`;

// Columns are always named: a later step may add one, and these rows and their digests must stay what they were.
export const OWNER_COLUMNS =
  'person_id, place, is_me, has_messages, has_recommendations, has_endorsements, has_past, export_date';
export const GROUP_COLUMNS = 'place, conversation_id, size, first_day';
export const MEMBER_COLUMNS = 'thread_place, person_id, wrote_on';
export const PROPOSAL_COLUMNS = 'place, a, b, reason';
export const UNJOINED_COLUMNS = 'place, source, name, candidates';
export const INTEREST_COLUMNS = 'place, kind, company, title, on_day';
export const SAID_COLUMNS = 'place, person_key, on_day, body';

const IS_CONTACT = 1;
const IS_IN_ADDRESS_BOOK = 2;
const IS_PENDING = 4;
const IS_VANISHED = 8;
const IS_LOOK_ALIKE = 16;
const IS_MAYBE_SAME = 32;
const IS_INVITED_BY_ME = 64;

export function cellsOfPerson(person: Person): Cell[] {
  const flags =
    (person.isContact ? IS_CONTACT : 0) |
    (person.isInAddressBook ? IS_IN_ADDRESS_BOOK : 0) |
    (person.isPending ? IS_PENDING : 0) |
    (person.isVanished ? IS_VANISHED : 0) |
    (person.isLookAlike ? IS_LOOK_ALIKE : 0) |
    (person.isMaybeSame ? IS_MAYBE_SAME : 0) |
    (person.isInvitedByMe ? IS_INVITED_BY_ME : 0);
  return [
    person.id,
    person.key,
    person.name,
    person.originalName,
    person.credentials,
    person.slug,
    person.url,
    person.emails.length === 0 ? null : JSON.stringify(person.emails),
    person.company,
    person.position,
    person.connectedOn,
    flags,
    person.jobs.length === 0 ? null : JSON.stringify(person.jobs.map(listOfJob)),
  ];
}

type JobList = [company: string | null, position: string | null, firstSeen: number | null, lastSeen: number | null];

function listOfJob(job: JobSpell): JobList {
  return [job.company, job.position, job.firstSeen, job.lastSeen];
}

export function jobsOfCell(cell: Cell | undefined): JobSpell[] {
  if (typeof cell !== 'string') return [];
  return (JSON.parse(cell) as JobList[]).map(([company, position, firstSeen, lastSeen]) => ({
    company,
    position,
    firstSeen,
    lastSeen,
  }));
}

export function emailsOfCell(cell: Cell | undefined): string[] {
  return typeof cell === 'string' ? (JSON.parse(cell) as string[]) : [];
}

/** @param cells the SHORT_PERSON_COLUMNS */
export function personOfCells(cells: readonly Cell[]): Person {
  const flags = cells[11] as number;
  const key = cells[1] as string;
  const name = cells[2] as string;
  const slug = cells[5] === FOLLOWS ? key : (cells[5] as string | null);
  const company = cells[8] as string | null;
  const position = cells[9] as string | null;
  return {
    id: cells[0] as number,
    key,
    name,
    originalName: cells[3] === FOLLOWS ? name : (cells[3] as string),
    credentials: cells[4] as string | null,
    slug,
    url: cells[6] === FOLLOWS ? PROFILE_URL + slug : (cells[6] as string | null),
    emails: emailsOfCell(cells[7]),
    company,
    position,
    connectedOn: cells[10] as number | null,
    isContact: (flags & IS_CONTACT) !== 0,
    isInAddressBook: (flags & IS_IN_ADDRESS_BOOK) !== 0,
    isPending: (flags & IS_PENDING) !== 0,
    isInvitedByMe: (flags & IS_INVITED_BY_ME) !== 0,
    isVanished: (flags & IS_VANISHED) !== 0,
    isLookAlike: (flags & IS_LOOK_ALIKE) !== 0,
    isMaybeSame: (flags & IS_MAYBE_SAME) !== 0,
    jobs: cells[12] === FOLLOWS ? [{ company, position, firstSeen: null, lastSeen: null }] : jobsOfCell(cells[12]),
  };
}

export const TIE_COLUMNS = 'alter_id, is_connection, accepted_on, contact, praise, invitation_note, invited_on';

export type TieCells = TieCellsWith<Buffer>;

/** TIE_COLUMNS with the length of the contact instead of its bytes. */
export const SHORT_TIE_COLUMNS = TIE_COLUMNS.replace('contact', 'length(contact)');

export type ShortTieCells = TieCellsWith<number>;

type TieCellsWith<Contact> = [
  alterId: number,
  isConnection: number,
  acceptedOn: number | null,
  contact: Contact | null,
  praise: string | null,
  invitationNote: number | null,
  invitedOn: number | null,
];

type Praise = [
  given: readonly number[],
  received: readonly number[],
  undated: number,
  endorsedOn: readonly number[],
  endorsedFor: readonly string[],
];
const NO_PRAISE: Praise = [NOTHING, NOTHING, 0, NOTHING, NOTHING];

export function cellsOfTie(tie: TieEvidence, alterId: number): TieCells {
  const praise: Praise = [
    tie.recommendationGivenOn,
    tie.recommendationReceivedOn,
    tie.recommendationsUndated,
    tie.endorsementDays,
    tie.endorsedFor,
  ];
  const hasPraise = praise.some((part) => (typeof part === 'number' ? part > 0 : part.length > 0));
  const { buffer, byteOffset, byteLength } = tie.contact;
  return [
    alterId,
    tie.isConnection ? 1 : 0,
    tie.acceptedOn,
    byteLength === 0 ? null : Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength),
    hasPraise ? JSON.stringify(praise) : null,
    tie.invitationNote === null ? null : tie.invitationNote ? 1 : 0,
    tie.invitedOn,
  ];
}

export function tieOfCells(cells: ShortTieCells, alter: number, contact: Int32Array): TieEvidence {
  const [, isConnection, acceptedOn, , praise, invitationNote, invitedOn] = cells;
  const [given, received, undated, endorsedOn, endorsedFor]: Praise =
    praise === null ? NO_PRAISE : (JSON.parse(praise) as Praise);
  return {
    alter,
    isConnection: isConnection === 1,
    acceptedOn,
    contact,
    recommendationGivenOn: given,
    recommendationReceivedOn: received,
    recommendationsUndated: undated,
    endorsementDays: endorsedOn,
    endorsedFor,
    invitationNote: invitationNote === null ? null : invitationNote === 1,
    invitedOn,
  };
}

export function cellsOfSaid({ on, body }: SaidInFile, place: number): Cell[] {
  return [place, body.person, on, JSON.stringify(body)];
}

export function saidOfCells(cells: readonly Cell[]): SaidInFile {
  return { on: cells[2] as number | null, body: JSON.parse(cells[3] as string) as SaidInFile['body'] };
}
