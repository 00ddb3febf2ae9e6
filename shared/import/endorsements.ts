/** Endorsement_Given_Info.csv and Endorsement_Received_Info.csv: one row per skill. */
import type { EndorsementRecord } from '../model/records.ts';
import { cleanFullName } from './names.ts';
import { slugFromUrl } from './profile-url.ts';
import { cellValue, type ReadContext, type RowReader } from './row-reader.ts';
import { rowHash } from './row-set.ts';

const STATUSES: ReadonlyMap<string, EndorsementRecord['status']> = new Map([
  ['accepted', 'accepted'],
  ['pending', 'pending'],
  ['hidden', 'hidden'],
]);

export function readEndorsements(direction: EndorsementRecord['direction']): (context: ReadContext) => RowReader {
  return (context) => {
    const { header, harvest } = context;
    const other = direction === 'received' ? 'endorser' : 'endorsee';
    const at = {
      date: header.find('endorsementdate'),
      skill: header.find('skillname'),
      first: header.find(`${other}firstname`),
      last: header.find(`${other}lastname`),
      url: header.find(`${other}publicurl`),
      status: header.find('endorsementstatus'),
    };
    const dates = context.dateColumn(at.date, 'yearFirst');
    return {
      read(row) {
        const name = cleanFullName(row.text(at.first), row.text(at.last)).name;
        const slug = slugFromUrl(row.text(at.url));
        if (name === '' && slug === null) return { skipped: 'no name and no profile address' };
        const record: EndorsementRecord = {
          direction,
          other: { slug, name: name === '' ? null : name },
          skill: cellValue(row, at.skill) ?? '',
          endorsedOn: null,
          status: STATUSES.get(row.text(at.status).trim().toLowerCase()) ?? null,
        };
        if (!harvest.endorsements.add(rowHash(row, context.kind), record)) return null;
        harvest.names.learn(slug, name, 'elsewhere');
        dates.read(row.text(at.date), (day) => {
          record.endorsedOn = day;
        });
        return null;
      },
      finish() {},
    };
  };
}
