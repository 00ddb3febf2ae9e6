/** Notes.csv: the member's own notes about contacts. Private, so the reader exists only for those who said yes. */
import type { NoteRecord } from '../model/records.ts';
import { mentionFrom } from './invitations.ts';
import { cellValue, type ReadContext, type RowReader } from './row-reader.ts';
import { rowHash } from './row-set.ts';

export function readNotes(context: ReadContext): RowReader {
  const { header, harvest } = context;
  const at = {
    first: header.find('connectionfirstname'),
    last: header.find('connectionlastname'),
    url: header.find('connectionprofileurl'),
    note: header.find('note'),
    createdOn: header.find('createdon'),
  };
  const dates = context.dateColumn(at.createdOn, 'yearFirst');
  if (!context.withNotes)
    context.notices.push('Your private notes were not read. Import again with --with-notes to take them in.');
  return {
    read(row) {
      if (!context.withNotes) return { skipped: 'private note, not asked for' };
      const about = mentionFrom(`${row.text(at.first)} ${row.text(at.last)}`, row.text(at.url));
      const text = cellValue(row, at.note);
      if (about === null) return { skipped: 'no name and no profile address' };
      if (text === null) return { skipped: 'empty note' };
      const record: NoteRecord = { about, text, writtenOn: null };
      if (!harvest.notes.add(rowHash(row, context.kind), record)) return null;
      harvest.names.learn(about.slug, about.name, 'elsewhere');
      dates.read(row.text(at.createdOn), (day) => {
        record.writtenOn = day;
      });
      return null;
    },
    finish() {},
  };
}
