/**
 * Recommendations_Given.csv and Recommendations_Received.csv. Whether LinkedIn quotes the date is uncertain; unquoted, its comma
 * makes a cell more than the header has. Such a row is read from the right: status, then date, and the surplus belongs to the text.
 */
import type { RecommendationRecord } from '../model/records.ts';
import type { CsvRow } from './csv-reader.ts';
import { momentFromText } from './dates.ts';
import { cleanFullName } from './names.ts';
import { cellValue, type ReadContext, type RowReader } from './row-reader.ts';
import { rowHash } from './row-set.ts';

const STATUSES: Readonly<Record<string, RecommendationRecord['status']>> = {
  visible: 'visible',
  hidden: 'hidden',
  pending: 'pending',
};

function statusFrom(text: string): RecommendationRecord['status'] {
  const key = text.trim().toLowerCase();
  return Object.hasOwn(STATUSES, key) ? STATUSES[key]! : null;
}

interface Tail {
  date: string;
  status: RecommendationRecord['status'];
}

/** `…,06/15/21, 04:20 PM,VISIBLE`: the status is the last cell that is one; the date the one or two cells before it. */
function tailFromRight(row: CsvRow): Tail {
  let last = Math.min(row.width, 256) - 1;
  while (last > 0 && row.isEmpty(last)) last--;
  const status = statusFrom(row.text(last));
  const end = status === null ? last : last - 1;
  const joined = `${row.text(end - 1).trim()}, ${row.text(end).trim()}`;
  const isSplit = momentFromText(joined, 'usWithTime') !== null;
  return { date: isSplit ? joined : row.text(end), status };
}

export function readRecommendations(direction: RecommendationRecord['direction']): (context: ReadContext) => RowReader {
  return (context) => {
    const { header, harvest } = context;
    const at = {
      first: header.find('firstname'),
      last: header.find('lastname'),
      company: header.find('company'),
      position: header.find('jobtitle', 'title'),
      text: header.find('text', 'body'),
      date: header.find('creationdate', 'createddate'),
      status: header.find('status'),
    };
    const dates = context.dateColumn(at.date, 'usWithTime');
    return {
      read(row) {
        const name = cleanFullName(row.text(at.first), row.text(at.last)).name;
        if (name === '') return { skipped: 'no name' };
        const hasSurplus = row.width > header.names.length && at.date > at.text;
        const { date, status } = hasSurplus
          ? tailFromRight(row)
          : { date: row.text(at.date), status: statusFrom(row.text(at.status)) };
        const record: RecommendationRecord = {
          direction,
          name,
          company: cellValue(row, at.company),
          position: cellValue(row, at.position),
          writtenOn: null,
          status,
        };
        if (!harvest.recommendations.add(rowHash(row, context.kind), record)) return null;
        harvest.names.learn(null, name, 'elsewhere');
        dates.read(date, (day) => {
          record.writtenOn = day;
        });
        return null;
      },
      finish() {},
    };
  };
}
