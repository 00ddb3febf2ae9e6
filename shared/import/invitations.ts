/** Invitations.csv: who took the first step, and which address is the owner's. The message is not kept, only that there was one. */
import type { InvitationRecord, Mention } from '../model/records.ts';
import type { CsvRow } from './csv-reader.ts';
import { cleanName } from './names.ts';
import { slugFromUrl } from './profile-url.ts';
import { cellValue, type ReadContext, type RowReader } from './row-reader.ts';
import { rowHash } from './row-set.ts';

/** A person in a name cell and an address cell; null when neither says anybody. */
function mentionOf(row: CsvRow, nameColumn: number, urlColumn: number): Mention | null {
  return mentionFrom(row.text(nameColumn), row.text(urlColumn));
}

export function mentionFrom(writtenName: string, url: string): Mention | null {
  const slug = slugFromUrl(url);
  const name = cleanName(writtenName).name;
  return slug === null && name === '' ? null : { slug, name: name === '' ? null : name };
}

export function readInvitations(context: ReadContext): RowReader {
  const { header, harvest } = context;
  const at = {
    from: header.find('from'),
    to: header.find('to'),
    sentAt: header.find('sentat'),
    message: header.find('message'),
    direction: header.find('direction'),
    inviterUrl: header.find('inviterprofileurl'),
    inviteeUrl: header.find('inviteeprofileurl'),
  };
  const dates = context.dateColumn(at.sentAt, 'usWithTime');
  return {
    read(row) {
      const direction = row.text(at.direction).trim().toLowerCase();
      if (direction !== 'incoming' && direction !== 'outgoing')
        return { skipped: 'direction is neither INCOMING nor OUTGOING' };
      const inviter = mentionOf(row, at.from, at.inviterUrl);
      const invitee = mentionOf(row, at.to, at.inviteeUrl);
      if (inviter === null || invitee === null) return { skipped: 'one of the two people is missing' };
      const record: InvitationRecord = {
        inviter,
        invitee,
        direction,
        sentOn: null,
        hasNote: cellValue(row, at.message) !== null,
      };
      if (!harvest.invitations.add(rowHash(row, context.kind), record)) return null;
      harvest.names.learn(inviter.slug, inviter.name, 'elsewhere');
      harvest.names.learn(invitee.slug, invitee.name, 'elsewhere');
      dates.read(row.text(at.sentAt), (day) => {
        record.sentOn = day;
      });
      return null;
    },
    finish() {},
  };
}
