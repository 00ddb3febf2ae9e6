/** Files about the owner: Profile, Positions, Education, and the companies they look at. */
import type { InterestRecord, PartialDate, PastRecord, ProfileRecord } from '../model/records.ts';
import type { Day } from '../model/units.ts';
import { countOf } from '../model/words.ts';
import type { CsvRow } from './csv-reader.ts';
import { partialDateFromText } from './dates.ts';
import { cleanFullName } from './names.ts';
import { cellValue, type ReadContext, type RowReader } from './row-reader.ts';
import { rowHash } from './row-set.ts';

export function readProfile(context: ReadContext): RowReader {
  const { header, harvest } = context;
  const at = { first: header.find('firstname'), last: header.find('lastname'), headline: header.find('headline') };
  return {
    read(row) {
      const name = cleanFullName(row.text(at.first), row.text(at.last)).name;
      if (name === '') return { skipped: 'no name' };
      const profile: ProfileRecord = { name, headline: cellValue(row, at.headline) };
      if (harvest.profile !== null) return { skipped: 'a second profile; the first row is yours' };
      harvest.profile = profile;
      return null;
    },
    finish() {},
  };
}

export function readPast(kind: PastRecord['kind']): (context: ReadContext) => RowReader {
  return (context) => {
    const { header, harvest } = context;
    const isJob = kind === 'position';
    const at = {
      organization: isJob ? header.find('companyname') : header.find('schoolname'),
      role: isJob ? header.find('title') : header.find('degreename'),
      start: isJob ? header.find('startedon') : header.find('startdate'),
      end: isJob ? header.find('finishedon') : header.find('enddate'),
    };
    let odd = 0;
    const dateOf = (row: CsvRow, column: number): PartialDate | null => {
      const text = row.text(column).trim();
      // Made-up samples write `Present` where a real export leaves the end blank.
      if (text === '' || /^present$/i.test(text)) return null;
      const date = partialDateFromText(text);
      if (date === null || (date.day > context.lastDay && !isPlanned(kind))) odd++;
      return date !== null && date.day > context.lastDay && !isPlanned(kind) ? null : date;
    };
    return {
      read(row) {
        const organization = cellValue(row, at.organization);
        if (organization === null) return { skipped: isJob ? 'no company' : 'no school' };
        const record: PastRecord = {
          kind,
          organization,
          role: cellValue(row, at.role),
          startedOn: dateOf(row, at.start),
          endedOn: dateOf(row, at.end),
        };
        harvest.past.add(rowHash(row, context.kind), record);
        return null;
      },
      finish() {
        if (odd > 0)
          context.notices.push(
            `${countOf(odd, 'date')} could not be read or would lie in the future; the field was left empty.`,
          );
      },
    };
  };
}

/** The end of a course of study may well lie ahead. */
function isPlanned(kind: PastRecord['kind']): boolean {
  return kind === 'education';
}

export function readInterests(kind: InterestRecord['kind']): (context: ReadContext) => RowReader {
  return (context) => {
    const { header, harvest } = context;
    const at = {
      company: kind === 'follow' ? header.find('organization') : header.find('companyname'),
      title: kind === 'follow' ? -1 : header.find('jobtitle'),
      date: header.find('followedon', 'applicationdate', 'saveddate'),
    };
    const dates = context.dateColumn(at.date, kind === 'follow' ? 'javaStyle' : 'usWithTime');
    return {
      read(row) {
        const company = cellValue(row, at.company);
        if (company === null) return { skipped: 'no company' };
        const record: InterestRecord = { kind, company, title: cellValue(row, at.title), on: null };
        if (!harvest.interests.add(rowHash(row, context.kind), record)) return null;
        dates.read(row.text(at.date), (day: Day) => {
          record.on = day;
        });
        return null;
      },
      finish() {},
    };
  };
}
