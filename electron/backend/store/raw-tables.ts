/** How each record of an export lies in its table: one description per record, used to write, to read and to digest. */
import type {
  AddressBookRecord,
  ConnectionRecord,
  EndorsementRecord,
  ExportContent,
  InterestRecord,
  InvitationRecord,
  NoteRecord,
  PartialDate,
  PastRecord,
  RecommendationRecord,
} from '../../../shared/model/records.ts';

export type Cell = string | number | null;

export interface RecordTable<R> {
  table: string;
  columns: readonly string[];
  toCells(record: R): Cell[];
  /** `cells` begins with the first of `columns` at `at`. */
  fromCells(cells: readonly Cell[], at: number): R;
}

// The tables are STRICT and written by toCells only, so a cell has the type that its column says.
const text = (cell: Cell | undefined) => cell as string;
const textOrNull = (cell: Cell | undefined) => cell as string | null;
const wholeOrNull = (cell: Cell | undefined) => cell as number | null;
const word = <W extends string>(cell: Cell | undefined) => cell as W;
const wordOrNull = <W extends string>(cell: Cell | undefined) => cell as W | null;

const connectionTable: RecordTable<ConnectionRecord> = {
  table: 'connection',
  columns: ['slug', 'url', 'name', 'original_name', 'credentials', 'email', 'company', 'position', 'connected_on'],
  toCells: (r) => [r.slug, r.url, r.name, r.originalName, r.credentials, r.email, r.company, r.position, r.connectedOn],
  fromCells: (c, at) => ({
    slug: textOrNull(c[at]),
    url: textOrNull(c[at + 1]),
    name: text(c[at + 2]),
    originalName: text(c[at + 3]),
    credentials: textOrNull(c[at + 4]),
    email: textOrNull(c[at + 5]),
    company: textOrNull(c[at + 6]),
    position: textOrNull(c[at + 7]),
    connectedOn: wholeOrNull(c[at + 8]),
  }),
};

const addressCardTable: RecordTable<AddressBookRecord> = {
  table: 'address_card',
  columns: [
    'slug',
    'url',
    'name',
    'original_name',
    'credentials',
    'emails',
    'company',
    'position',
    'created_on',
    'closeness',
    'note',
  ],
  toCells: (r) => [
    r.slug,
    r.url,
    r.name,
    r.originalName,
    r.credentials,
    JSON.stringify(r.emails),
    r.company,
    r.position,
    r.createdOn,
    r.closeness,
    r.note,
  ],
  fromCells: (c, at) => ({
    slug: textOrNull(c[at]),
    url: textOrNull(c[at + 1]),
    name: text(c[at + 2]),
    originalName: text(c[at + 3]),
    credentials: textOrNull(c[at + 4]),
    emails: JSON.parse(text(c[at + 5])) as string[],
    company: textOrNull(c[at + 6]),
    position: textOrNull(c[at + 7]),
    createdOn: wholeOrNull(c[at + 8]),
    closeness: wholeOrNull(c[at + 9]),
    note: textOrNull(c[at + 10]),
  }),
};

const invitationTable: RecordTable<InvitationRecord> = {
  table: 'invitation',
  columns: ['inviter_slug', 'inviter_name', 'invitee_slug', 'invitee_name', 'direction', 'sent_on', 'has_note'],
  toCells: (r) => [
    r.inviter.slug,
    r.inviter.name,
    r.invitee.slug,
    r.invitee.name,
    r.direction,
    r.sentOn,
    r.hasNote ? 1 : 0,
  ],
  fromCells: (c, at) => ({
    inviter: { slug: textOrNull(c[at]), name: textOrNull(c[at + 1]) },
    invitee: { slug: textOrNull(c[at + 2]), name: textOrNull(c[at + 3]) },
    direction: word<InvitationRecord['direction']>(c[at + 4]),
    sentOn: wholeOrNull(c[at + 5]),
    hasNote: c[at + 6] === 1,
  }),
};

const recommendationTable: RecordTable<RecommendationRecord> = {
  table: 'recommendation',
  columns: ['direction', 'name', 'company', 'position', 'written_on', 'status'],
  toCells: (r) => [r.direction, r.name, r.company, r.position, r.writtenOn, r.status],
  fromCells: (c, at) => ({
    direction: word<RecommendationRecord['direction']>(c[at]),
    name: text(c[at + 1]),
    company: textOrNull(c[at + 2]),
    position: textOrNull(c[at + 3]),
    writtenOn: wholeOrNull(c[at + 4]),
    status: wordOrNull<NonNullable<RecommendationRecord['status']>>(c[at + 5]),
  }),
};

const endorsementTable: RecordTable<EndorsementRecord> = {
  table: 'endorsement',
  columns: ['direction', 'other_slug', 'other_name', 'skill', 'endorsed_on', 'status'],
  toCells: (r) => [r.direction, r.other.slug, r.other.name, r.skill, r.endorsedOn, r.status],
  fromCells: (c, at) => ({
    direction: word<EndorsementRecord['direction']>(c[at]),
    other: { slug: textOrNull(c[at + 1]), name: textOrNull(c[at + 2]) },
    skill: text(c[at + 3]),
    endorsedOn: wholeOrNull(c[at + 4]),
    status: wordOrNull<NonNullable<EndorsementRecord['status']>>(c[at + 5]),
  }),
};

function partialDate(day: Cell | undefined, precision: Cell | undefined): PartialDate | null {
  return typeof day === 'number' ? { day, precision: word<PartialDate['precision']>(precision) } : null;
}

/** Used for a batch's rows and, in the derived layer, for an owner's past. */
export const pastTable: RecordTable<PastRecord> = {
  table: 'past',
  columns: ['kind', 'organization', 'role', 'started_on', 'started_precision', 'ended_on', 'ended_precision'],
  toCells: (r) => [
    r.kind,
    r.organization,
    r.role,
    r.startedOn?.day ?? null,
    r.startedOn?.precision ?? null,
    r.endedOn?.day ?? null,
    r.endedOn?.precision ?? null,
  ],
  fromCells: (c, at) => ({
    kind: word<PastRecord['kind']>(c[at]),
    organization: text(c[at + 1]),
    role: textOrNull(c[at + 2]),
    startedOn: partialDate(c[at + 3], c[at + 4]),
    endedOn: partialDate(c[at + 5], c[at + 6]),
  }),
};

const profileTable: RecordTable<NonNullable<ExportContent['profile']>> = {
  table: 'profile',
  columns: ['name', 'headline'],
  toCells: (r) => [r.name, r.headline],
  fromCells: (c, at) => ({ name: text(c[at]), headline: textOrNull(c[at + 1]) }),
};

/** Used for a batch's rows and, in the derived layer, for my interests. */
export const interestTable: RecordTable<InterestRecord> = {
  table: 'interest',
  columns: ['kind', 'company', 'title', 'on_day'],
  toCells: (r) => [r.kind, r.company, r.title, r.on],
  fromCells: (c, at) => ({
    kind: word<InterestRecord['kind']>(c[at]),
    company: text(c[at + 1]),
    title: textOrNull(c[at + 2]),
    on: wholeOrNull(c[at + 3]),
  }),
};

const noteTable: RecordTable<NoteRecord> = {
  table: 'private_note',
  columns: ['about_slug', 'about_name', 'note', 'written_on'],
  toCells: (r) => [r.about.slug, r.about.name, r.text, r.writtenOn],
  fromCells: (c, at) => ({
    about: { slug: textOrNull(c[at]), name: textOrNull(c[at + 1]) },
    text: text(c[at + 2]),
    writtenOn: wholeOrNull(c[at + 3]),
  }),
};

/** Arrays of ExportContent that lie in one table each; threads have two tables (threads.ts). */
type ListName = Exclude<keyof ExportContent, 'threads' | 'profile'>;

/** SQLite writes half a surrogate pair as U+FFFD; doing the same here keeps digests true. */
function writable(cells: Cell[]): Cell[] {
  for (const [at, cell] of cells.entries()) if (typeof cell === 'string') cells[at] = cell.toWellFormed();
  return cells;
}

/** One table with the list of a content that goes into it, whatever its record is. */
export interface RawLayer {
  table: string;
  columns: readonly string[];
  /** The records of a content as cells, in their order; one at a time, since there may be very many. */
  cellsOf(content: ExportContent): IteratorObject<Cell[]>;
  /** Puts one row back into a content. */
  addTo(content: ExportContent, cells: readonly Cell[], at: number): void;
}

function listLayer<N extends ListName>(list: N, described: RecordTable<ExportContent[N][number]>): RawLayer {
  return {
    table: described.table,
    columns: described.columns,
    cellsOf: (content) => {
      const records: readonly ExportContent[N][number][] = content[list];
      return records.values().map((record) => writable(described.toCells(record)));
    },
    addTo: (content, cells, at) => {
      const records: ExportContent[N][number][] = content[list];
      records.push(described.fromCells(cells, at));
    },
  };
}

const profileLayer: RawLayer = {
  table: profileTable.table,
  columns: profileTable.columns,
  cellsOf: ({ profile }) => (profile === null ? [] : [writable(profileTable.toCells(profile))]).values(),
  addTo: (content, cells, at) => {
    content.profile = profileTable.fromCells(cells, at);
  },
};

/** In the order in which their rows enter a digest; never reorder. */
export const rawLayers: readonly RawLayer[] = [
  listLayer('connections', connectionTable),
  listLayer('contacts', addressCardTable),
  listLayer('invitations', invitationTable),
  listLayer('recommendations', recommendationTable),
  listLayer('endorsements', endorsementTable),
  listLayer('past', pastTable),
  profileLayer,
  listLayer('interests', interestTable),
  listLayer('notes', noteTable),
];

export function emptyContent(): ExportContent {
  return {
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
}
