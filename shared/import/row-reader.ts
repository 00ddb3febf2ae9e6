import type {
  AddressBookRecord,
  ConnectionRecord,
  EndorsementRecord,
  FileKind,
  InterestRecord,
  InvitationRecord,
  MAPPABLE_FIELDS,
  NoteRecord,
  PastRecord,
  ProfileRecord,
  RecommendationRecord,
} from '../model/records.ts';
import type { Day } from '../model/units.ts';
import type { CsvRow } from './csv-reader.ts';
import { DateColumn, type DateForm } from './dates.ts';
import type { Header } from './header.ts';
import type { MessageTally } from './message-tally.ts';
import { NameBook } from './name-book.ts';
import { RowSet } from './row-set.ts';

/** Field to header name as the user wrote it. */
export type ColumnMap = Partial<Record<(typeof MAPPABLE_FIELDS)[number], string>>;

/** What one file brought. Kept apart per file, so that a file can be read again from its start. */
export class Harvest {
  readonly connections = new RowSet<ConnectionRecord>();
  readonly contacts = new RowSet<AddressBookRecord>();
  readonly invitations = new RowSet<InvitationRecord>();
  readonly recommendations = new RowSet<RecommendationRecord>();
  readonly endorsements = new RowSet<EndorsementRecord>();
  readonly past = new RowSet<PastRecord>();
  readonly interests = new RowSet<InterestRecord>();
  readonly notes = new RowSet<NoteRecord>();
  readonly names = new NameBook();
  profile: ProfileRecord | null = null;
  messages: MessageTally | null = null;
  /** Newest date of evidence inside the file. */
  newest: Day | null = null;

  sawDay(day: Day | null): void {
    if (day !== null && (this.newest === null || day > this.newest)) this.newest = day;
  }
}

/** `null`: the row is kept. `hidden`: a member who closed their profile. Else the reason why it was skipped. */
export type RowOutcome = null | 'hidden' | { skipped: string };

/** Reads the rows of one kind of file, the header excluded. */
export interface RowReader {
  read(row: CsvRow): RowOutcome;
  /** After the last row. */
  finish(): void;
}

/** What a reader works with. */
export class ReadContext {
  readonly kind: FileKind;
  readonly header: Header;
  readonly harvest = new Harvest();
  readonly notices: string[];
  readonly map: ColumnMap | null;
  readonly withNotes: boolean;
  /** Later days are in the future. */
  readonly lastDay: Day;
  readonly #dateColumns: { column: DateColumn; name: string }[] = [];

  constructor(options: {
    kind: FileKind;
    header: Header;
    notices: string[];
    map: ColumnMap | null;
    withNotes: boolean;
    lastDay: Day;
  }) {
    this.kind = options.kind;
    this.header = options.header;
    this.notices = options.notices;
    this.map = options.map;
    this.withNotes = options.withNotes;
    this.lastDay = options.lastDay;
  }

  /** A reader for the dates of the column at `position`; settled and reported by {@link finishDates}. */
  dateColumn(position: number, form: DateForm): DateColumn {
    const column = new DateColumn(form, this.lastDay);
    this.#dateColumns.push({ column, name: this.header.names[position] ?? 'date' });
    return column;
  }

  finishDates(): void {
    for (const { column, name } of this.#dateColumns) {
      column.finish();
      this.notices.push(...column.notices(name));
      this.harvest.sawDay(column.newest);
    }
  }
}

/** A cell as a value: NFC, trimmed, null when nothing is left. Line breaks inside stay. */
export function cellValue(row: CsvRow, column: number): string | null {
  if (row.isEmpty(column)) return null;
  const text = row.text(column).normalize('NFC').trim();
  return text === '' ? null : text;
}
