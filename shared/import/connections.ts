/** Connections.csv of all four generations, the old Outlook and Yahoo exports, and any table with a name and a connection date. */
import type { ConnectionRecord } from '../model/records.ts';
import { countOf } from '../model/words.ts';
import { ALIASES, personColumns, writtenName } from './columns.ts';
import { emailsFromText } from './emails.ts';
import { headerKey } from './header.ts';
import { GONE, GONE_MEMBER_KEY } from './messages.ts';
import { cleanFullName, nameKey } from './names.ts';
import { slugFromUrl } from './profile-url.ts';
import { cellValue, type ReadContext, type RowReader } from './row-reader.ts';
import { rowHash } from './row-set.ts';

export function readConnections(context: ReadContext): RowReader {
  const { header, harvest, map } = context;
  const columns = personColumns(header, map);
  const email = map?.email === undefined ? header.find(...ALIASES.email) : header.find(headerKey(map.email));
  const dates = context.dateColumn(columns.date, 'dayMonthWord');
  let repeated = 0;
  let foreignUrls = 0;
  return {
    read(row) {
      const written = writtenName(row, columns);
      const name = cleanFullName(written.first, written.last);
      const url = cellValue(row, columns.url);
      const slug = url === null ? null : slugFromUrl(url);
      if (url !== null && slug === null) foreignUrls++;
      if (name.name === '' && slug === null) {
        const isDateOnly =
          row.isEmpty(email) && row.isEmpty(columns.company) && row.isEmpty(columns.position) && url === null;
        return isDateOnly ? 'hidden' : { skipped: 'no name and no profile address' };
      }
      if (slug === null && nameKey(name.name) === GONE_MEMBER_KEY) return GONE;
      const record: ConnectionRecord = {
        slug,
        url,
        name: name.name === '' ? (slug ?? '') : name.name,
        originalName: name.originalName,
        credentials: name.credentials,
        email: emailsFromText(row.text(email))[0] ?? null,
        company: cellValue(row, columns.company),
        position: cellValue(row, columns.position),
        connectedOn: null,
      };
      if (!harvest.connections.add(rowHash(row, context.kind), record)) {
        repeated++;
        return null;
      }
      harvest.names.learn(slug, name.name, 'connections');
      dates.read(row.text(columns.date), (day) => {
        record.connectedOn = day;
      });
      return null;
    },
    finish() {
      if (repeated > 0)
        context.notices.push(`${countOf(repeated, 'row')} stood there more than once and counted once.`);
      if (foreignUrls > 0) {
        context.notices.push(`${countOf(foreignUrls, 'link')} led to no LinkedIn profile and stayed plain text.`);
      }
    },
  };
}
