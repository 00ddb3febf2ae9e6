/**
 * Takes everything about certain people out of an export: to forget them, to keep a later import from bringing them back, and to
 * hand out what is known about one of them. People are meant by marks (marks-of-person.ts), so that whoever keeps only keyed hashes of
 * the marks can still ask.
 */

import { emailKey } from '../import/emails.ts';
import type {
  AddressBookRecord,
  ConnectionRecord,
  ExportContent,
  FileKind,
  FileReport,
  Mention,
  RecommendationRecord,
  ThreadRecord,
} from '../model/records.ts';
import type { StatementBody } from '../model/statement.ts';
import { packThreadDays, unpackThreadDays } from '../model/thread-days.ts';
import { contentOf, isGone } from './export-view.ts';
import { keyOfMail, keyOfSlug, matchingName } from './person-key.ts';
import { keysOfStatement } from './statement-keys.ts';

/** Whether a mark belongs to somebody who is meant. */
export type IsMeant = (mark: string) => boolean;

/** Marks beside the keys of person-key.ts, which are marks as well. None of them is a key. */
export const markOfName = (name: string): string => `named ${matchingName(name)}`;
export const markOfRow = (row: ConnectionRecord | AddressBookRecord): string => `row ${contentOf(row)}`;
export const markOfPraise = (row: RecommendationRecord): string =>
  `praise ${JSON.stringify([row.direction, matchingName(row.name), row.company, row.position, row.writtenOn])}`;
/**
 * Name and day of a connection; null without a day.
 *
 * @param ownerSlug null in my own exports: the date says when that owner accepted
 */
export const markOfDay = (row: ConnectionRecord, ownerSlug: string | null): string | null =>
  row.connectedOn === null ? null : `day ${row.connectedOn} ${ownerSlug ?? ''} ${matchingName(row.name)}`;
/** Name and day of an address book entry that has no profile address; null if it has one. */
export const markOfEntry = (row: AddressBookRecord, ownerSlug: string | null): string | null =>
  row.slug !== null ? null : `entry ${row.createdOn ?? '-'} ${ownerSlug ?? ''} ${matchingName(row.name)}`;

export interface Separated {
  /** The content without them. The same object if nothing was about them. */
  rest: ExportContent;
  /** What was about them; a group conversation holds them alone, with their days. */
  about: ExportContent;
  /** Rows of files that are gone from the content, by kind; messages count one by one. */
  rows: Map<FileKind, number>;
}

/**
 * @param ownerSlug of an export that is not mine
 */
export function separateRows(content: ExportContent, ownerSlug: string | null, isMeant: IsMeant): Separated {
  const asked = new Map<string, boolean>();
  const means = (mark: string): boolean => {
    let answer = asked.get(mark);
    if (answer === undefined) {
      answer = isMeant(mark);
      asked.set(mark, answer);
    }
    return answer;
  };
  const meansMention = (mention: Mention): boolean => {
    if (mention.slug !== null) return means(keyOfSlug(mention.slug));
    return (
      mention.name !== null && !isGone(mention.name, matchingName(mention.name)) && means(markOfName(mention.name))
    );
  };
  const meansMail = (mail: string): boolean => {
    const key = emailKey(mail);
    return key !== null && means(keyOfMail(key));
  };
  const meansAny = (mark: string | null): boolean => mark !== null && means(mark);
  const meansContact = (row: ConnectionRecord): boolean =>
    (row.slug !== null && means(keyOfSlug(row.slug))) ||
    (row.email !== null && meansMail(row.email)) ||
    meansAny(markOfDay(row, ownerSlug)) ||
    (row.slug === null && means(markOfRow(row)));
  const meansCard = (row: AddressBookRecord): boolean =>
    (row.slug !== null && means(keyOfSlug(row.slug))) ||
    row.emails.some(meansMail) ||
    meansAny(markOfEntry(row, ownerSlug));

  const rows = new Map<FileKind, number>();
  const count = (kind: FileKind, more: number): void => {
    if (more > 0) rows.set(kind, (rows.get(kind) ?? 0) + more);
  };
  const part = <Row>(list: readonly Row[], isAbout: (row: Row) => boolean, kindOf: (row: Row) => FileKind) => {
    const rest: Row[] = [];
    const about: Row[] = [];
    for (const row of list) {
      if (isAbout(row)) {
        about.push(row);
        count(kindOf(row), 1);
      } else rest.push(row);
    }
    return { rest, about };
  };
  const connections = part(content.connections, meansContact, () => 'connections');
  const contacts = part(content.contacts, meansCard, () => 'contacts');
  const invitations = part(
    content.invitations,
    (row) => meansMention(row.inviter) || meansMention(row.invitee),
    () => 'invitations',
  );
  const recommendations = part(
    content.recommendations,
    (row) => means(markOfName(row.name)) || means(markOfPraise(row)),
    (row) => (row.direction === 'given' ? 'recommendations-given' : 'recommendations-received'),
  );
  const endorsements = part(
    content.endorsements,
    (row) => meansMention(row.other),
    (row) => (row.direction === 'given' ? 'endorsements-given' : 'endorsements-received'),
  );
  const notes = part(
    content.notes,
    (row) => meansMention(row.about),
    () => 'notes',
  );
  const restThreads: ThreadRecord[] = [];
  const aboutThreads: ThreadRecord[] = [];
  for (const thread of content.threads) {
    const { rest, about } = separateThread(thread, meansMention);
    if (rest !== null) restThreads.push(rest);
    if (about === null) continue;
    aboutThreads.push(about);
    count(
      'messages',
      unpackThreadDays(about.days).reduce((sum, day) => sum + day.count, 0),
    );
  }
  const { past, profile, interests } = content;
  const about: ExportContent = {
    connections: connections.about,
    contacts: contacts.about,
    threads: aboutThreads,
    invitations: invitations.about,
    recommendations: recommendations.about,
    endorsements: endorsements.about,
    past: [],
    profile: null,
    interests: [],
    notes: notes.about,
  };
  const isUntouched = aboutThreads.length === 0 && rows.size === 0;
  const rest: ExportContent = isUntouched
    ? content
    : {
        connections: connections.rest,
        contacts: contacts.rest,
        threads: restThreads,
        invitations: invitations.rest,
        recommendations: recommendations.rest,
        endorsements: endorsements.rest,
        past,
        profile,
        interests,
        notes: notes.rest,
      };
  return { rest, about, rows };
}

/**
 * A conversation between two is about them as a whole. A larger one goes on without them and keeps its size: they count as members
 * whose account is gone.
 */
function separateThread(
  thread: ThreadRecord,
  isAbout: (mention: Mention) => boolean,
): { rest: ThreadRecord | null; about: ThreadRecord | null } {
  const isMeant = thread.members.map(isAbout);
  const meant = isMeant.filter(Boolean).length;
  if (meant === 0) return { rest: thread, about: null };
  if (thread.members.length + thread.goneMembers <= 2 || meant === thread.members.length) {
    return { rest: null, about: thread };
  }
  const only = (wanted: boolean): ThreadRecord => {
    const place = new Map<number, number>();
    const members = thread.members.filter((_, at) => {
      if (isMeant[at] !== wanted) return false;
      place.set(at, place.size);
      return true;
    });
    const days = unpackThreadDays(thread.days).flatMap((day) => {
      const sender = place.get(day.sender);
      return sender === undefined ? [] : [{ ...day, sender }];
    });
    return { ...thread, members, days: packThreadDays(days), goneMembers: thread.goneMembers + (wanted ? 0 : meant) };
  };
  return { rest: only(false), about: only(true) };
}

/** Reports in which the rows taken out count as skipped, so that the sums still hold (safety.md I7). */
export function reportsWithout(files: readonly FileReport[], rows: ReadonlyMap<FileKind, number>): FileReport[] {
  const left = new Map(rows);
  return files.map((file) => {
    const out = Math.min(left.get(file.kind) ?? 0, file.kept);
    if (out === 0) return file;
    left.set(file.kind, (left.get(file.kind) ?? 0) - out);
    // Which lines they were is not written down: the line would lead back to them.
    const notice = `${out === 1 ? '1 row was' : `${out} rows were`} left out: forgotten at your wish.`;
    return {
      ...file,
      kept: file.kept - out,
      skippedCount: file.skippedCount + out,
      notices: [...file.notices, notice],
    };
  });
}

/** Whether a key names somebody who is meant, or somebody who is known by it only from their export. */
export function meansKey(key: string, isMeant: IsMeant): boolean {
  if (isMeant(key)) return true;
  const owner = /\|of (.+)$/s.exec(key)?.[1];
  return owner !== undefined && isMeant(keyOfSlug(owner));
}

/** What is left of a statement: all of it, a circle without them, or null when it was about them. */
export function statementWithout(body: StatementBody, isMeant: IsMeant): StatementBody | null {
  const isAbout = (key: string): boolean => meansKey(key, isMeant);
  if (!keysOfStatement(body).some(isAbout)) return body;
  if (body.kind !== 'circle' && body.kind !== 'circle-leave' && body.kind !== 'circle-asked') return null;
  const members = body.members.filter((key) => !isAbout(key));
  return members.length === 0 ? null : { ...body, members };
}
