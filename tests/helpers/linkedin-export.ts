/**
 * Files of a LinkedIn export with invented rows, in the exact shapes of linkedin-export.md, sections 2 to 5. Dates go in as
 * `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SSZ` and come out in the spelling of each file; other text stays as it is. Everything a row
 * does not say is empty. `zipOf` (write-zip.ts) puts the files together.
 */
import { type CsvTextOptions, csvText } from './csv-text.ts';
import {
  connectedOnText,
  endorsementDateText,
  followedOnText,
  messageDateText,
  monthText,
  recommendationDateText,
  sentAtText,
} from './export-dates.ts';
import type { NamedPerson } from './invented-people.ts';

export { csvText } from './csv-text.ts';
export { LINKEDIN_MEMBER, people, person } from './invented-people.ts';
export { tempFolder, writeTemp } from './temp-files.ts';
export { zipOf } from './write-zip.ts';

/** The sentence above Connections.csv since mid-2021, word for word. */
export const CONNECTIONS_PREAMBLE = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

`;

export interface ConnectionRow {
  first?: string;
  last?: string;
  url?: string;
  email?: string;
  company?: string;
  position?: string;
  connectedOn?: string;
}

/** `2016`: nine columns; `2020`: six columns; `2022`: those after the preamble; `2026`: with the URL column (default). */
type ConnectionsEra = '2016' | '2020' | '2022' | '2026';

export interface ConnectionsOptions extends CsvTextOptions {
  era?: ConnectionsEra;
}

const CONNECTION_COLUMNS: Record<ConnectionsEra, readonly string[]> = {
  '2016': [
    'First Name',
    'Last Name',
    'Address',
    'Email Address',
    'Company',
    'Position',
    'Connected On',
    'Websites',
    'Instant Messengers',
  ],
  '2020': ['First Name', 'Last Name', 'Email Address', 'Company', 'Position', 'Connected On'],
  '2022': ['First Name', 'Last Name', 'Email Address', 'Company', 'Position', 'Connected On'],
  '2026': ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'],
};

/** Connections.csv. A row with nothing but `connectedOn` is a hidden member. */
export function connectionsCsv(rows: readonly ConnectionRow[], options: ConnectionsOptions = {}): string {
  const { era = '2026', ...csv } = options;
  const preamble = era === '2022' || era === '2026' ? CONNECTIONS_PREAMBLE : '';
  return preamble + table(CONNECTION_COLUMNS[era], rows.map(connectionCells), csv);
}

function connectionCells(row: ConnectionRow): Cells {
  return {
    'First Name': row.first,
    'Last Name': row.last,
    URL: row.url,
    'Email Address': row.email,
    Company: row.company,
    Position: row.position,
    'Connected On': connectedOnText(row.connectedOn ?? ''),
  };
}

export interface MessageRow {
  /** CONVERSATION ID, as written. */
  thread: string;
  title?: string;
  from: NamedPerson;
  to: readonly NamedPerson[];
  at: string;
  subject?: string;
  content?: string;
  /** Default INBOX, for sent messages too. */
  folder?: string;
  attachments?: string;
  isDraft?: boolean;
  isConversationDraft?: boolean;
}

/**
 * `2016`: seven columns; `2022`: no recipient URLs; `2023`: with them; `2024`: and the first draft column; `2025`: and
 * ATTACHMENTS; `2026`: every field quoted, ATTACHMENTS and both draft columns (default).
 */
type MessagesEra = '2016' | '2022' | '2023' | '2024' | '2025' | '2026';

export interface MessagesOptions extends CsvTextOptions {
  era?: MessagesEra;
  /** The owner's name: only the shape of 2016 needs it, for its Direction column. */
  owner?: NamedPerson;
}

const MESSAGES_2022 = 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER'.split(
  ',',
);
const MESSAGES_2023 =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER'.split(
    ',',
  );
const MESSAGE_COLUMNS: Record<MessagesEra, readonly string[]> = {
  '2016': ['From', 'To', 'Date', 'Subject', 'Content', 'Direction', 'Folder'],
  '2022': MESSAGES_2022,
  '2023': MESSAGES_2023,
  '2024': [...MESSAGES_2023, 'IS MESSAGE DRAFT'],
  '2025': [...MESSAGES_2023, 'ATTACHMENTS', 'IS MESSAGE DRAFT'],
  '2026': [...MESSAGES_2023, 'ATTACHMENTS', 'IS MESSAGE DRAFT', 'IS CONVERSATION DRAFT'],
};

/** messages.csv. */
export function messagesCsv(rows: readonly MessageRow[], options: MessagesOptions = {}): string {
  const { era = '2026', owner, ...csv } = options;
  const cells = rows.map((row) => messageCells(row, owner));
  return table(MESSAGE_COLUMNS[era], cells, { quoteAll: era === '2026', ...csv });
}

function messageCells(row: MessageRow, owner: NamedPerson | undefined): Cells {
  const to = row.to.map((one) => one.name).join(', ');
  const date = messageDateText(row.at);
  const folder = row.folder ?? 'INBOX';
  return {
    'CONVERSATION ID': row.thread,
    'CONVERSATION TITLE': row.title,
    FROM: row.from.name,
    'SENDER PROFILE URL': row.from.url,
    TO: to,
    'RECIPIENT PROFILE URLS': row.to
      .map((one) => one.url)
      .filter((url) => url !== '')
      .join(','),
    DATE: date,
    SUBJECT: row.subject,
    CONTENT: row.content,
    FOLDER: folder,
    ATTACHMENTS: row.attachments,
    'IS MESSAGE DRAFT': row.isDraft === true ? 'Yes' : 'No',
    'IS CONVERSATION DRAFT': row.isConversationDraft === true ? 'Yes' : 'No',
    From: row.from.name,
    To: to,
    Date: date,
    Subject: row.subject,
    Content: row.content,
    Direction: row.from.name === owner?.name ? 'OUTGOING' : 'INCOMING',
    Folder: folder,
  };
}

export interface InvitationRow {
  from: NamedPerson;
  to: NamedPerson;
  sentAt: string;
  message?: string;
  direction: 'OUTGOING' | 'INCOMING';
}

/** `2023`: without the two URL columns; `2026`: with them (default). */
export interface InvitationsOptions extends CsvTextOptions {
  era?: '2023' | '2026';
}

/** Invitations.csv. */
export function invitationsCsv(rows: readonly InvitationRow[], options: InvitationsOptions = {}): string {
  const { era = '2026', ...csv } = options;
  const columns = ['From', 'To', 'Sent At', 'Message', 'Direction'];
  if (era === '2026') columns.push('inviterProfileUrl', 'inviteeProfileUrl');
  const cells = rows.map((row) => ({
    From: row.from.name,
    To: row.to.name,
    'Sent At': sentAtText(row.sentAt),
    Message: row.message,
    Direction: row.direction,
    inviterProfileUrl: row.from.url,
    inviteeProfileUrl: row.to.url,
  }));
  return table(columns, cells, csv);
}

export interface RecommendationRow {
  first: string;
  last: string;
  company?: string;
  title?: string;
  text?: string;
  writtenOn: string;
  /** Default VISIBLE. */
  status?: string;
}

/** Recommendations_Given.csv or Recommendations_Received.csv. `bareDate` leaves the date unquoted: its comma makes an eighth cell. */
export function recommendationsCsv(
  rows: readonly RecommendationRow[],
  options: CsvTextOptions & { bareDate?: boolean } = {},
): string {
  const { bareDate = false, ...csv } = options;
  const columns = ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status'];
  const lines = rows.map((row) => {
    const date = recommendationDateText(row.writtenOn);
    const before = [row.first, row.last, row.company ?? '', row.title ?? '', row.text ?? ''];
    return [...before, ...(bareDate ? date.split(',') : [date]), row.status ?? 'VISIBLE'];
  });
  return csvText([columns, ...lines], csv);
}

export interface EndorsementRow {
  on: string;
  skill: string;
  first: string;
  last: string;
  /** Written without scheme, as in the export; give a full URL. */
  url?: string;
  /** Default ACCEPTED. */
  status?: string;
}

/** Endorsement_Received_Info.csv (default) or Endorsement_Given_Info.csv. `era: '2022'` has no URL column. */
export function endorsementsCsv(
  rows: readonly EndorsementRow[],
  options: CsvTextOptions & { direction?: 'given' | 'received'; era?: '2022' | '2026' } = {},
): string {
  const { direction = 'received', era = '2026', ...csv } = options;
  const who = direction === 'received' ? 'Endorser' : 'Endorsee';
  const columns = ['Endorsement Date', 'Skill Name', `${who} First Name`, `${who} Last Name`];
  if (era === '2026') columns.push(`${who} Public Url`);
  columns.push('Endorsement Status');
  const cells = rows.map((row) => ({
    'Endorsement Date': endorsementDateText(row.on),
    'Skill Name': row.skill,
    [`${who} First Name`]: row.first,
    [`${who} Last Name`]: row.last,
    [`${who} Public Url`]: row.url?.replace(/^https?:\/\//, ''),
    'Endorsement Status': row.status ?? 'ACCEPTED',
  }));
  return table(columns, cells, csv);
}

export interface PositionRow {
  company: string;
  title?: string;
  description?: string;
  location?: string;
  /** `2021-03` or `2021`. */
  startedOn?: string;
  /** Empty: current. */
  finishedOn?: string;
}

/** Positions.csv. */
export function positionsCsv(rows: readonly PositionRow[], csv: CsvTextOptions = {}): string {
  const columns = ['Company Name', 'Title', 'Description', 'Location', 'Started On', 'Finished On'];
  const cells = rows.map((row) => ({
    'Company Name': row.company,
    Title: row.title,
    Description: row.description,
    Location: row.location,
    'Started On': monthText(row.startedOn ?? ''),
    'Finished On': monthText(row.finishedOn ?? ''),
  }));
  return table(columns, cells, csv);
}

export interface EducationRow {
  school: string;
  /** `2014` or `2014-08`. */
  startDate?: string;
  endDate?: string;
  notes?: string;
  degree?: string;
  activities?: string;
}

/** Education.csv. */
export function educationCsv(rows: readonly EducationRow[], csv: CsvTextOptions = {}): string {
  const columns = ['School Name', 'Start Date', 'End Date', 'Notes', 'Degree Name', 'Activities'];
  const cells = rows.map((row) => ({
    'School Name': row.school,
    'Start Date': monthText(row.startDate ?? ''),
    'End Date': monthText(row.endDate ?? ''),
    Notes: row.notes,
    'Degree Name': row.degree,
    Activities: row.activities,
  }));
  return table(columns, cells, csv);
}

/** Profile.csv: one row, the owner, never with their own URL. */
export function profileCsv(
  owner: { first: string; last: string; headline?: string; summary?: string },
  csv: CsvTextOptions = {},
): string {
  const columns =
    'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers'.split(
      ',',
    );
  const cells = {
    'First Name': owner.first,
    'Last Name': owner.last,
    Headline: owner.headline,
    Summary: owner.summary,
  };
  return table(columns, [cells], csv);
}

/** Company Follows.csv. */
export function companyFollowsCsv(
  rows: readonly { organization: string; followedOn: string }[],
  csv: CsvTextOptions = {},
): string {
  const cells = rows.map((row) => ({ Organization: row.organization, 'Followed On': followedOnText(row.followedOn) }));
  return table(['Organization', 'Followed On'], cells, csv);
}

interface JobRow {
  on: string;
  company: string;
  title?: string;
  url?: string;
}

/** Jobs/Saved Jobs.csv. */
export function savedJobsCsv(rows: readonly JobRow[], csv: CsvTextOptions = {}): string {
  const cells = rows.map((row) => ({
    'Saved Date': sentAtText(row.on),
    'Job Url': row.url,
    'Job Title': row.title,
    'Company Name': row.company,
  }));
  return table(['Saved Date', 'Job Url', 'Job Title', 'Company Name'], cells, csv);
}

/** Jobs/Job Applications.csv. */
export function jobApplicationsCsv(rows: readonly JobRow[], csv: CsvTextOptions = {}): string {
  const columns =
    'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers'.split(
      ',',
    );
  const cells = rows.map((row) => ({
    'Application Date': sentAtText(row.on),
    'Company Name': row.company,
    'Job Title': row.title,
    'Job Url': row.url,
  }));
  return table(columns, cells, csv);
}

interface NoteRow {
  about: NamedPerson & { first: string; last: string };
  note: string;
  createdOn?: string;
}

/** Notes.csv: the owner's private notes. */
export function notesCsv(rows: readonly NoteRow[], csv: CsvTextOptions = {}): string {
  const columns = 'Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On'.split(
    ',',
  );
  const cells = rows.map((row) => ({
    'Connection First Name': row.about.first,
    'Connection Last Name': row.about.last,
    'Connection Profile URL': row.about.url,
    Note: row.note,
    'Created On': row.createdOn,
  }));
  return table(columns, cells, csv);
}

type Cells = Readonly<Record<string, string | undefined>>;

function table(columns: readonly string[], rows: readonly Cells[], csv: CsvTextOptions): string {
  return csvText([columns, ...rows.map((cells) => columns.map((column) => cells[column] ?? ''))], csv);
}
