/** The kinds of file in an export: how each is recognised, by name and by header, and what reads it. Listed once, here. */
import type { FileKind } from '../model/records.ts';
import { readInterests, readPast, readProfile } from './about-owner.ts';
import { readAddressBook } from './address-book.ts';
import { ALIASES } from './columns.ts';
import { readConnections } from './connections.ts';
import { readEndorsements } from './endorsements.ts';
import type { Header } from './header.ts';
import { readInvitations } from './invitations.ts';
import { readMessages } from './messages.ts';
import { readNotes } from './notes.ts';
import { readRecommendations } from './recommendations.ts';
import type { ReadContext, RowReader } from './row-reader.ts';

export interface ExportKind {
  kind: Exclude<FileKind, 'ignored' | 'unknown'>;
  /** Base names without `.csv`, as {@link baseNameKey} makes them. */
  names: readonly string[];
  /** Whether a header is one of this kind, whatever the file is called. */
  fits(header: Header): boolean;
  /** Enough of a header when the file has the kind's name and no telling header. */
  fitsByName?(header: Header): boolean;
  read(context: ReadContext): RowReader;
  /** Further documented columns that nothing is read from, as header keys; any other column is named in the report. */
  unused: readonly string[];
}

const hasName = (header: Header) =>
  (header.hasAny(ALIASES.first) && header.hasAny(ALIASES.last)) || header.hasAny(ALIASES.full);

const isRecommendation = (header: Header) =>
  header.has('firstname', 'lastname') &&
  header.hasAny(['text', 'body']) &&
  header.hasAny(['creationdate', 'createddate']);

/** One of these beside a name makes a table an address book. */
const CONTACT_COLUMNS = [
  ...ALIASES.url,
  ...ALIASES.email,
  ...ALIASES.company,
  ...ALIASES.position,
  'mobilephone',
  'phonenumbers',
];

const ADDRESS_BOOK_UNUSED = [
  'source',
  'middlename',
  'maidenname',
  'nickname',
  'nameprefix',
  'namesuffix',
  'phonenumbers',
  'updatedat',
  'countrycode',
  'regioncode',
  'thirdpartyverified',
  'location',
  'addresses',
  'instantmessagehandles',
  'birthday',
  'bookmarkedat',
];

/** More telling headers first: the header of a recommendation has every column of a contact. */
export const EXPORT_KINDS: readonly ExportKind[] = [
  {
    kind: 'messages',
    names: ['messages'],
    fits: (header) => header.has('from', 'to', 'date', 'content') || header.has('conversationid', 'from', 'date'),
    read: readMessages,
    unused: ['attachments', 'direction'],
  },
  {
    kind: 'connections',
    names: ['connections', 'linkedinconnectionsexportmicrosoftoutlook', 'linkedinconnectionsexportyahoo'],
    fits: (header) => hasName(header) && header.hasAny(ALIASES.date),
    // The old instant exports had no date, and people drop columns in spreadsheets.
    fitsByName: (header) => hasName(header) && header.hasAny(CONTACT_COLUMNS),
    read: readConnections,
    unused: ['address', 'websites', 'instantmessengers'],
  },
  {
    kind: 'invitations',
    names: ['invitations'],
    fits: (header) => header.has('from', 'to', 'sentat', 'direction'),
    read: readInvitations,
    unused: [],
  },
  {
    kind: 'recommendations-received',
    names: ['recommendationsreceived'],
    fits: isRecommendation,
    read: readRecommendations('received'),
    unused: [],
  },
  {
    kind: 'recommendations-given',
    names: ['recommendationsgiven'],
    fits: isRecommendation,
    read: readRecommendations('given'),
    unused: [],
  },
  {
    kind: 'endorsements-received',
    names: ['endorsementreceivedinfo'],
    fits: (header) => header.has('endorsementdate', 'skillname', 'endorserfirstname'),
    read: readEndorsements('received'),
    unused: [],
  },
  {
    kind: 'endorsements-given',
    names: ['endorsementgiveninfo'],
    fits: (header) => header.has('endorsementdate', 'skillname', 'endorseefirstname'),
    read: readEndorsements('given'),
    unused: [],
  },
  {
    kind: 'positions',
    names: ['positions'],
    fits: (header) => header.has('companyname', 'title', 'startedon'),
    read: readPast('position'),
    unused: ['description', 'location'],
  },
  {
    kind: 'education',
    names: ['education'],
    fits: (header) => header.has('schoolname', 'startdate'),
    read: readPast('education'),
    unused: ['notes', 'activities'],
  },
  {
    kind: 'profile',
    names: ['profile'],
    fits: (header) => header.has('firstname', 'lastname', 'headline'),
    read: readProfile,
    unused: [
      'maidenname',
      'address',
      'birthdate',
      'summary',
      'industry',
      'zipcode',
      'geolocation',
      'twitterhandles',
      'websites',
      'instantmessengers',
      'createddate',
      'contactinstructions',
      'maritalstatus',
      'association',
    ],
  },
  {
    kind: 'company-follows',
    names: ['companyfollows'],
    fits: (header) => header.has('organization', 'followedon'),
    read: readInterests('follow'),
    unused: [],
  },
  {
    kind: 'job-applications',
    names: ['jobapplications'],
    fits: (header) => header.has('applicationdate', 'companyname'),
    read: readInterests('application'),
    unused: ['contactemail', 'contactphonenumber', 'joburl', 'resumename', 'questionandanswers'],
  },
  {
    kind: 'saved-jobs',
    names: ['savedjobs'],
    fits: (header) => header.has('saveddate', 'companyname'),
    read: readInterests('saved-job'),
    unused: ['joburl'],
  },
  {
    kind: 'notes',
    names: ['notes'],
    fits: (header) => header.has('connectionfirstname', 'note'),
    read: readNotes,
    unused: ['editedon'],
  },
  {
    kind: 'contacts',
    names: ['contacts', 'importedcontacts'],
    fits: (header) => hasName(header) && header.hasAny(CONTACT_COLUMNS),
    read: readAddressBook,
    unused: ADDRESS_BOOK_UNUSED,
  },
];

/** The part of a path that names the kind: base name, lowercased, without spaces, underscores, `_123` and `.csv`. */
export function baseNameKey(path: string): string {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return reportName(base)
    .toLowerCase()
    .replace(/\.(?:csv|tsv|txt)$/, '')
    .replace(/[\s_]+/g, '');
}

/** The name shown to people: 2026 archives put the member's number before `.csv`, which is nobody's business (settled.md 5). */
export function reportName(path: string): string {
  return path.replace(/_\d+(?=\.csv$)/i, '');
}

export function isVcard(path: string): boolean {
  return /\.(?:vcf|vcard)$/i.test(path);
}

/** What a path promises to be. Only the exact base name counts: coaching files end in `messages.csv` too. */
export function classifyPath(path: string): FileKind {
  if (isVcard(path)) return 'contacts';
  const key = baseNameKey(path);
  if (!/\.(?:csv|tsv|txt)$/i.test(path)) return 'unknown';
  return (
    EXPORT_KINDS.find((kind) => kind.names.includes(key))?.kind ?? (IGNORED_NAMES.has(key) ? 'ignored' : 'unknown')
  );
}

/** Files of an export that Weft has no use for, or must not open (linkedin-export.md, 4.8 and 5). */
const IGNORED_NAMES: ReadonlySet<string> = new Set([
  'comments',
  'shares',
  'reactions',
  'votes',
  'memberfollows',
  'instantreposts',
  'saveditems',
  'events',
  'emailaddresses',
  'phonenumbers',
  'whatsappphonenumbers',
  'registration',
  'savedjobalerts',
  'searchqueries',
  'skills',
  'languages',
  'projects',
  'publications',
  'certifications',
  'learning',
  'guidemessages',
  'coachmessages',
  'learningcoachmessages',
  'learningroleplaymessages',
  'adtargeting',
  'inferencesaboutyou',
  'logins',
  'securitychallenges',
  'receipts',
  'receiptsv2',
  'privateidentityasset',
  'richmedia',
  'adsclicked',
  'lanadsengagement',
  'jobapplicantsavedscreeningquestionresponses',
  'jobseekerpreferences',
  'onlinejobpostings',
  'hashtagfollows',
  'groups',
  'courses',
  'patents',
  'organizations',
  'honors',
  'testscores',
  'volunteering',
  'volunteeringexperiences',
  'causesyoucareabout',
  'profilesummary',
  'services',
  'publishedarticles',
]);
