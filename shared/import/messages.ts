/**
 * messages.csv of all generations. Only who, when and in which thread is read; of CONTENT a few bytes are compared, and only
 * where a row may be an advertisement.
 */

import { countOf } from '../model/words.ts';
import { ByteInterner, hashRange } from './byte-interner.ts';
import type { CsvRow } from './csv-reader.ts';
import { momentFromText, secondsFromUtcBytes } from './dates.ts';
import { LIMITS } from './limits.ts';
import { MessageTally } from './message-tally.ts';
import { cleanName, nameKey } from './names.ts';
import { slugFromUrl, slugsFromText } from './profile-url.ts';
import type { ReadContext, RowOutcome, RowReader } from './row-reader.ts';
import { TripleTable } from './triple-table.ts';

const SECONDS_PER_DAY = 86_400;
/** What LinkedIn writes in place of an account that is gone; it never names the same person twice. */
export const GONE_MEMBER_KEY = 'linkedin member';

const ENCODER = new TextEncoder();
const SPINMAIL = ENCODER.encode('spinmail-quill-editor');
const UNFILLED = ENCODER.encode('%FIRSTNAME%');

const DRAFT: RowOutcome = { skipped: 'draft' };
const SPAM: RowOutcome = { skipped: 'spam' };
const SPONSORED: RowOutcome = { skipped: 'sponsored message' };
/** Also a row of another file that stands for such an account. */
export const GONE: RowOutcome = { skipped: 'LinkedIn Member (account is gone)' };
const NO_SENDER: RowOutcome = { skipped: 'no sender' };

interface Sender {
  /** null: nobody a tally can be kept for. */
  party: number | null;
  isGone: boolean;
  hasAddress: boolean;
  isCompany: boolean;
}

export function readMessages(context: ReadContext): RowReader {
  const { header, harvest } = context;
  const tally = new MessageTally();
  harvest.messages = tally;
  const at = {
    conversation: header.find('conversationid'),
    title: header.find('conversationtitle'),
    from: header.find('from'),
    senderUrl: header.find('senderprofileurl'),
    to: header.find('to'),
    recipientUrls: header.find('recipientprofileurls', 'recipientprofileurl'),
    date: header.find('date'),
    subject: header.find('subject'),
    content: header.find('content'),
    folder: header.find('folder'),
    messageDraft: header.find('ismessagedraft'),
    conversationDraft: header.find('isconversationdraft'),
  };
  const lastSecond = (context.lastDay + 1) * SECONDS_PER_DAY - 1;
  const conversations = new ByteInterner();
  const threadOfConversation: number[] = [];
  const names = new ByteInterner();
  const urls = new ByteInterner();
  const recipients = new ByteInterner();
  const recipientParties: number[][] = [];
  const senderPairs = new TripleTable();
  const senders: Sender[] = [];
  const recipientCells = new TripleTable();
  let oddDates = 0;
  let newest = -1;

  function senderOf(row: CsvRow): Sender {
    const name = names.intern(row, at.from);
    const url = urls.intern(row, at.senderUrl);
    const pair = senderPairs.idOf(name, url, 0);
    if (pair === senders.length) senders.push(newSender(row.text(at.from), row.text(at.senderUrl)));
    return senders[pair]!;
  }

  function newSender(writtenName: string, url: string): Sender {
    const { name } = cleanName(writtenName);
    const slug = slugFromUrl(url);
    const key = nameKey(name);
    const isGone = slug === null && key === GONE_MEMBER_KEY;
    if (slug !== null && key !== GONE_MEMBER_KEY) harvest.names.learn(slug, name, 'elsewhere');
    let party: number | null = null;
    if (slug !== null) party = tally.partyOf(`s:${slug}`, slug, null);
    else if (name !== '' && !isGone) {
      party = tally.partyOf(`n:${key}`, null, name);
      harvest.names.learn(null, name, 'elsewhere');
    }
    return {
      party,
      isGone,
      hasAddress: slug !== null,
      isCompany: slug === null && /linkedin\.com\/(?:company|showcase|school)\//i.test(url),
    };
  }

  function threadOf(row: CsvRow): number {
    if (row.isEmpty(at.conversation)) return tally.threadOf(syntheticConversation(row.text(at.from), row.text(at.to)));
    const id = conversations.intern(row, at.conversation);
    if (id === threadOfConversation.length) threadOfConversation.push(tally.threadOf(row.text(at.conversation)));
    return threadOfConversation[id]!;
  }

  function addRecipients(row: CsvRow, thread: number): void {
    // Both cells count: the addresses say who, the names say whether somebody is gone.
    const id = recipients.intern(row, at.recipientUrls);
    const toId = names.intern(row, at.to);
    const known = recipientCells.size;
    if (recipientCells.idOf(thread, id, toId) !== known) return;
    const members = tally.threads[thread]!;
    if (id === recipientParties.length)
      recipientParties.push(slugsFromText(row.text(at.recipientUrls)).map(partyOfSlug));
    const parties = recipientParties[id]!;
    const to = row.text(at.to);
    if (/linkedin/i.test(to) && to.split(',').some((part) => nameKey(part) === GONE_MEMBER_KEY))
      members.hasGoneMember = true;
    for (const party of parties) tally.addMember(thread, party);
    if (parties.length === 0) {
      if (to.trim() !== '') tally.addNamedRecipients(thread, to);
    } else {
      learnRecipients(parties, to);
    }
  }

  function partyOfSlug(slug: string): number {
    return tally.partyOf(`s:${slug}`, slug, null);
  }

  /** One address: the whole cell is the name. Several are sorted out when every name of the export is known. */
  function learnRecipients(parties: readonly number[], to: string): void {
    const slugs = parties.map((party) => tally.parties[party]!.slug ?? '');
    if (slugs.length > 1) {
      tally.namedTogether.push({ slugs, to });
      return;
    }
    const { name } = cleanName(to);
    if (nameKey(name) !== GONE_MEMBER_KEY) harvest.names.learn(slugs[0]!, name, 'elsewhere');
  }

  function isSponsored(row: CsvRow, sender: Sender): boolean {
    if (sender.isCompany) return true;
    const hasSubject = !row.isEmpty(at.subject);
    if (sender.hasAddress) return hasSubject && contains(row.bytes(at.content), SPINMAIL);
    if (contains(row.bytes(at.content), SPINMAIL) || contains(row.bytes(at.content), UNFILLED)) return true;
    // Files from before 2017 have no sender addresses at all, and people wrote subjects then.
    return at.senderUrl >= 0 && (hasSubject || row.text(at.title).trim().toLowerCase().startsWith('sponsored'));
  }

  function sentAt(row: CsvRow): number | null {
    let seconds = secondsFromUtcBytes(row.buffer, row.start(at.date), row.end(at.date));
    if (seconds === null) {
      const moment = momentFromText(row.text(at.date), 'yearFirst');
      seconds = moment === null ? null : moment.day * SECONDS_PER_DAY + (moment.second ?? 0);
    }
    if (seconds === null || seconds < 0 || seconds > lastSecond) {
      oddDates++;
      return null;
    }
    if (seconds > newest) newest = seconds;
    return seconds;
  }

  return {
    read(row) {
      if (isYes(row, at.messageDraft) || isYes(row, at.conversationDraft) || isFolder(row, at.folder, 'DRAFT'))
        return DRAFT;
      if (isFolder(row, at.folder, 'SPAM')) return SPAM;
      const sender = senderOf(row);
      if (sender.isGone) {
        tally.threads[threadOf(row)]!.hasGoneMember = true;
        return GONE;
      }
      if (isSponsored(row, sender)) return SPONSORED;
      if (sender.party === null) return NO_SENDER;
      const thread = threadOf(row);
      tally.threads[thread]!.isKept = true;
      addRecipients(row, thread);
      tally.add(thread, sender.party, sentAt(row), fingerprint(row));
      return null;
    },
    finish() {
      if (newest >= 0) harvest.sawDay(Math.floor(newest / SECONDS_PER_DAY));
      if (oddDates > 0) {
        context.notices.push(
          `${countOf(oddDates, 'date')} in "DATE" could not be read or would lie in the future; the people were kept, the day was not.`,
        );
      }
      if (tally.repeated > 0)
        context.notices.push(`${countOf(tally.repeated, 'row')} stood there more than once and counted once.`);
    },
  };
}

/** Files from before 2017 have no conversations: the same people make one. */
function syntheticConversation(from: string, to: string): string {
  const pair = [nameKey(cleanName(from).name), nameKey(cleanName(to).name)].sort();
  return `between ${pair.join(' and ')}`;
}

function isYes(row: CsvRow, column: number): boolean {
  const first = row.buffer[row.start(column)]! | 0x20;
  // y(es), t(rue), 1
  return !row.isEmpty(column) && (first === 0x79 || first === 0x74 || first === 0x31);
}

function isFolder(row: CsvRow, column: number, name: string): boolean {
  const start = row.start(column);
  if (row.end(column) - start < name.length) return false;
  for (let i = 0; i < name.length; i++) if ((row.buffer[start + i]! & 0xdf) !== name.charCodeAt(i)) return false;
  return true;
}

function contains(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const last = bytes.length - wanted.length;
  for (let at = bytes.indexOf(wanted[0]!); at >= 0 && at <= last; at = bytes.indexOf(wanted[0]!, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return true;
  }
  return false;
}

/** Tells rows of one sender, thread and second apart: only a row equal in every cell is a repetition. */
function fingerprint(row: CsvRow): number {
  return hashRange(row.view, row.start(0), row.end(Math.min(row.width, LIMITS.columns) - 1), 0);
}
