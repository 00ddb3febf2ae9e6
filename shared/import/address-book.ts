/**
 * Address books as tables: LinkedIn's imported contacts (three generations), Google (two), Outlook, and any table with a name,
 * by alias or by the columns the user named. Phone numbers are never read.
 */
import type { AddressBookRecord } from '../model/records.ts';
import { countOf } from '../model/words.ts';
import { personColumns, writtenName } from './columns.ts';
import type { CsvRow } from './csv-reader.ts';
import { emailKey, emailsFromText } from './emails.ts';
import { headerKey } from './header.ts';
import { cleanFullName, cleanName } from './names.ts';
import { slugFromUrl, slugsFromText, urlFromSlug } from './profile-url.ts';
import { cellValue, type ReadContext, type RowReader } from './row-reader.ts';
import { rowHash } from './row-set.ts';

const IS_EMAIL_COLUMN = /^(?:emails?|email\d{0,2}(?:address|value)?|emailaddress|emailadresse|adresseemail)$/;
const IS_LINK_COLUMN = /^(?:website\d{1,2}value|websites?|sites|profiles|webpage|personalwebpage)$/;

export function readAddressBook(context: ReadContext): RowReader {
  const { header, harvest, map } = context;
  const columns = personColumns(header, map);
  const mapped = (name: string | undefined) => (name === undefined ? -1 : header.find(headerKey(name)));
  const emailColumns =
    map?.email === undefined ? header.findAll((key) => IS_EMAIL_COLUMN.test(key)) : [mapped(map.email)];
  const linkColumns = [columns.url, ...header.findAll((key) => IS_LINK_COLUMN.test(key))];
  const closeness = mapped(map?.closeness);
  const note = mapped(map?.note);
  const createdOn = columns.date >= 0 ? columns.date : header.find('createdat');
  const dates = context.dateColumn(createdOn, 'usWithTime');
  let oddCloseness = 0;

  function closenessOf(row: CsvRow): number | null {
    const text = row.text(closeness).trim();
    if (text === '') return null;
    if (/^[0-4]$/.test(text)) return Number(text);
    oddCloseness++;
    return null;
  }

  return {
    read(row) {
      const written = writtenName(row, columns);
      let name = cleanFullName(written.first, written.last);
      const emails = new Set<string>();
      for (const column of emailColumns) for (const email of emailsFromText(row.text(column))) emails.add(email);
      // Google fills the name with the address when it has nothing better.
      if (emailKey(name.name) !== null) {
        emails.add(emailKey(name.name) ?? '');
        name = cleanName('');
      }
      const profile = profileIn(row, linkColumns);
      if (name.name === '' && profile === null && emails.size === 0) return { skipped: 'no name, address or email' };
      const fallback = profile?.slug ?? [...emails][0] ?? '';
      const record: AddressBookRecord = {
        slug: profile?.slug ?? null,
        url: profile?.url ?? null,
        name: name.name === '' ? fallback : name.name,
        originalName: name.originalName === '' ? fallback : name.originalName,
        credentials: name.credentials,
        emails: [...emails].sort(),
        company: cellValue(row, columns.company),
        position: cellValue(row, columns.position),
        createdOn: null,
        closeness: closenessOf(row),
        note: cellValue(row, note),
      };
      if (!harvest.contacts.add(rowHash(row, context.kind), record)) return null;
      harvest.names.learn(record.slug, name.name, 'elsewhere');
      dates.read(row.text(createdOn), (day) => {
        record.createdOn = day;
      });
      return null;
    },
    finish() {
      if (oddCloseness > 0) {
        context.notices.push(
          `${countOf(oddCloseness, 'closeness value is', 'closeness values are')} not a whole number from 0 to 4; the field was left empty.`,
        );
      }
    },
  };
}

/** The first profile in any of the columns that hold links. */
function profileIn(row: CsvRow, columns: readonly number[]): { slug: string; url: string } | null {
  for (const column of columns) {
    if (row.isEmpty(column)) continue;
    const text = row.text(column).trim();
    const whole = slugFromUrl(text);
    if (whole !== null) return { slug: whole, url: text };
    const slug = slugsFromText(text)[0];
    if (slug !== undefined) return { slug, url: urlOf(text) ?? urlFromSlug(slug) };
  }
  return null;
}

/** The one link with a profile in a cell of several. */
function urlOf(text: string): string | null {
  return text.split(/[\s,;|]+/).find((part) => slugFromUrl(part) !== null) ?? null;
}
