/** From tallies to conversations: who took part, resolved against every name learned in the export, and who wrote on which day. */
import type { Mention, ThreadDay, ThreadRecord } from '../model/records.ts';
import type { DayTally, MessageTally, ThreadTally } from './message-tally.ts';
import { GONE_MEMBER_KEY } from './messages.ts';
import { NameBook } from './name-book.ts';
import { cleanName, nameKey } from './names.ts';

/**
 * Splits a TO cell, which joins names by `, ` although names hold `, ` too, into names known from elsewhere in the export.
 * What no known name explains stays together as one name: a wrong cut would invent people.
 *
 * @returns display names without credentials; nobody for `LinkedIn Member`
 */
export function splitRecipients(to: string, names: NameBook): string[] {
  const parts = to.split(', ').map((part) => part.trim());
  if (parts.length > MAX_PARTS_OF_CELL) return [cleanName(to).name].filter((name) => name !== '');
  const found: string[] = [];
  let unexplained: string[] = [];
  const flush = () => {
    const { name } = cleanName(unexplained.join(', '));
    if (name !== '') found.push(name);
    unexplained = [];
  };
  for (let at = 0; at < parts.length; ) {
    if (nameKey(parts[at]!) === GONE_MEMBER_KEY) {
      flush();
      at++;
      continue;
    }
    const taken = longestKnown(parts, at, names);
    if (taken === 0) {
      unexplained.push(parts[at]!);
      at++;
      continue;
    }
    flush();
    found.push(cleanName(parts.slice(at, at + taken).join(', ')).name);
    at += taken;
  }
  flush();
  return found;
}

/** A LinkedIn group holds 50 people; a cell with more parts than their titles explain is not a list of names. */
const MAX_PARTS_OF_CELL = 400;
/** A name with its titles rarely has more parts; also keeps a hostile cell from taking quadratic time. */
const MAX_PARTS_OF_NAME = 8;

function longestKnown(parts: readonly string[], at: number, names: NameBook): number {
  for (let taken = Math.min(MAX_PARTS_OF_NAME, parts.length - at); taken > 0; taken--) {
    // No known name has that many commas, and only titles at the end would be taken off.
    if (taken - 1 > names.mostCommas && !mayBeTitles(parts[at + taken - 1]!)) continue;
    const { name } = cleanName(parts.slice(at, at + taken).join(', '));
    if (name !== '' && names.isKnown(nameKey(name))) return taken;
  }
  return 0;
}

/** Whether a part could be credentials after any name: judged after the kind of name that allows most. */
function mayBeTitles(part: string): boolean {
  return part === '' || cleanName(`Any Name, ${part}`).credentials !== null;
}

/**
 * Learns who is called what from recipients named together: only when the names can be told apart, are as many as the addresses,
 * and agree with every name already known.
 */
export function learnFromRecipients(tallies: readonly MessageTally[], names: NameBook): void {
  const learned = new NameBook();
  for (const { slugs, to } of tallies.flatMap((tally) => tally.namedTogether)) {
    const found = splitRecipients(to, names);
    const parts = found.length === slugs.length ? found : to.split(', ');
    if (parts.length !== slugs.length) continue;
    const written = parts.map((part) => cleanName(part).name);
    const agrees = slugs.every((slug, i) => names.nameOf(slug) === null || names.isNameOf(slug, nameKey(written[i]!)));
    if (!agrees) continue;
    for (const [i, slug] of slugs.entries())
      if (names.nameOf(slug) === null) learned.learn(slug, written[i]!, 'elsewhere');
  }
  names.learnAll(learned);
}

interface ThreadDraft {
  conversationId: string;
  goneMembers: number;
  /** Key (slug or name key) to mention. */
  members: Map<string, Mention>;
  days: { member: string; day: number; count: number; first: number; last: number }[];
}

/**
 * All conversations of one export.
 *
 * @param tallies one per messages file
 * @param names everything the export's files said about names
 */
export function buildThreads(tallies: readonly MessageTally[], names: NameBook): ThreadRecord[] {
  const drafts = new Map<string, ThreadDraft>();
  for (const tally of tallies) addTally(tally, names, drafts);
  const records = [...drafts.values()].map(toRecord);
  return records.sort((a, b) => compareText(a.conversationId, b.conversationId));
}

function addTally(tally: MessageTally, names: NameBook, drafts: Map<string, ThreadDraft>): void {
  const keysOfThread: Map<number, string>[] = tally.threads.map(() => new Map());
  for (const [index, thread] of tally.threads.entries()) {
    if (!thread.isKept) continue;
    let draft = drafts.get(thread.conversationId);
    if (draft === undefined) {
      draft = { conversationId: thread.conversationId, goneMembers: 0, members: new Map(), days: [] };
      drafts.set(thread.conversationId, draft);
    }
    if (thread.hasGoneMember) draft.goneMembers = 1;
    addMembers(tally, thread, names, draft, keysOfThread[index]!);
  }
  for (const entry of tally.days()) addDay(entry, tally, drafts, keysOfThread[entry.thread]!);
}

function addMembers(
  tally: MessageTally,
  thread: ThreadTally,
  names: NameBook,
  draft: ThreadDraft,
  keys: Map<number, string>,
): void {
  const slugsOfName = new Map<string, Set<string>>();
  for (const party of thread.parties) {
    const { slug } = tally.parties[party]!;
    if (slug === null) continue;
    const name = names.nameOf(slug);
    draft.members.set(slug, { slug, name });
    keys.set(party, slug);
    if (name === null) continue;
    const key = nameKey(name);
    const slugs = slugsOfName.get(key) ?? new Set();
    slugsOfName.set(key, slugs.add(slug));
  }
  const byName = (name: string): string => {
    const key = nameKey(name);
    // Inside one thread a name with one address is that person, whoever else in the export shares the name.
    const inThread = slugsOfName.get(key);
    const slug = inThread?.size === 1 ? [...inThread][0]! : inThread === undefined ? names.onlySlugOf(key) : null;
    const memberKey = slug ?? `\u0000${key}`;
    const known = draft.members.get(memberKey);
    if (known === undefined)
      draft.members.set(memberKey, { slug, name: slug === null ? name : (names.nameOf(slug) ?? name) });
    else if (slug === null && name < (known.name ?? '\uffff')) known.name = name;
    return memberKey;
  };
  for (const party of thread.parties) {
    const { slug, name } = tally.parties[party]!;
    if (slug === null && name !== null) keys.set(party, byName(name));
  }
  for (const to of thread.namedRecipients) for (const name of splitRecipients(to, names)) byName(name);
}

function addDay(
  entry: DayTally,
  tally: MessageTally,
  drafts: Map<string, ThreadDraft>,
  keys: Map<number, string>,
): void {
  const draft = drafts.get(tally.threads[entry.thread]!.conversationId);
  const member = keys.get(entry.party);
  if (draft === undefined || member === undefined) return;
  draft.days.push({ member, day: entry.day, count: entry.count, first: entry.first, last: entry.last });
}

function toRecord(draft: ThreadDraft): ThreadRecord {
  const keyed = [...draft.members].sort(
    ([, a], [, b]) => compareText(a.slug ?? '\uffff', b.slug ?? '\uffff') || compareText(a.name ?? '', b.name ?? ''),
  );
  const indexOf = new Map(keyed.map(([key], index) => [key, index]));
  const days = draft.days
    .map(({ member, ...rest }): ThreadDay => ({ sender: indexOf.get(member)!, ...rest }))
    .sort((a, b) => a.day - b.day || a.sender - b.sender);
  return {
    conversationId: draft.conversationId,
    members: keyed.map(([, mention]) => mention),
    goneMembers: draft.goneMembers,
    days: mergedDays(days),
  };
}

/** Two spellings of one sender on one day become one entry. */
function mergedDays(days: readonly ThreadDay[]): ThreadDay[] {
  const merged: ThreadDay[] = [];
  for (const entry of days) {
    const last = merged.at(-1);
    if (last === undefined || last.day !== entry.day || last.sender !== entry.sender) {
      merged.push(entry);
      continue;
    }
    last.count += entry.count;
    last.first = Math.min(last.first, entry.first);
    last.last = Math.max(last.last, entry.last);
  }
  return merged;
}

/** Order by code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
