/** From tallies to conversations: who took part, resolved against every name learned in the export, and who wrote on which day. */
import type { Mention, ThreadRecord } from '../model/records.ts';
import { THREAD_DAY_STRIDE, ThreadDayColumn, type ThreadDays } from '../model/thread-days.ts';
import type { MessageTally, ThreadTally } from './message-tally.ts';
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

const SECONDS_PER_DAY = 86_400;
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
  /** Key (slug, or mark and name key) to position in `members`. */
  slots: Map<string, number>;
  members: Mention[];
  /** As ThreadDays, in the order of the file; `sender` is a position in `members` as they stand here. */
  days: number[];
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
  // One array for all: 30,000 small ones would each take an ArrayBuffer of their own as soon as they are stored.
  const numbers = [...drafts.values()].reduce((sum, { days }) => sum + days.length, 0);
  const packed = new Int32Array(numbers);
  let filled = 0;
  const records: ThreadRecord[] = [];
  for (const draft of drafts.values()) {
    const record = toRecord(draft, packed.subarray(filled, filled + draft.days.length));
    filled += draft.days.length;
    records.push(record);
  }
  return records.sort((a, b) => compareText(a.conversationId, b.conversationId));
}

function addTally(tally: MessageTally, names: NameBook, drafts: Map<string, ThreadDraft>): void {
  // By pair of thread and party: position of the party among the members of the thread; -1 for threads that were not kept.
  const slotOfPair = new Int32Array(tally.threadOfPair.length).fill(-1);
  const draftOf: (ThreadDraft | null)[] = [];
  for (const thread of tally.threads) {
    if (!thread.isKept) {
      draftOf.push(null);
      continue;
    }
    let draft = drafts.get(thread.conversationId);
    if (draft === undefined) {
      draft = { conversationId: thread.conversationId, goneMembers: 0, slots: new Map(), members: [], days: [] };
      drafts.set(thread.conversationId, draft);
    }
    draftOf.push(draft);
    if (thread.hasGoneMember) draft.goneMembers = 1;
    addMembers(tally, thread, names, draft, slotOfPair);
  }
  tally.eachDay((pair, day, count, first, last) => {
    const sender = slotOfPair[pair]!;
    const midnight = day * SECONDS_PER_DAY;
    if (sender >= 0)
      draftOf[tally.threadOfPair[pair]!]?.days.push(day, sender, count, first - midnight, last - midnight);
  });
}

function addMembers(
  tally: MessageTally,
  thread: ThreadTally,
  names: NameBook,
  draft: ThreadDraft,
  slotOfPair: Int32Array,
): void {
  let hasNameOnly = thread.namedRecipients !== null;
  for (const pair of thread.pairs) {
    const { slug } = tally.parties[tally.partyOfPair[pair]!]!;
    if (slug === null) hasNameOnly = true;
    else slotOfPair[pair] = draft.slots.get(slug) ?? addMember(draft, slug, { slug, name: names.nameOf(slug) });
  }
  if (!hasNameOnly) return;
  const slugsOfName = new Map<string, Set<string>>();
  for (const pair of thread.pairs) {
    const { slug } = tally.parties[tally.partyOfPair[pair]!]!;
    const name = slug === null ? null : names.nameOf(slug);
    if (slug === null || name === null) continue;
    const key = nameKey(name);
    const slugs = slugsOfName.get(key) ?? new Set();
    slugsOfName.set(key, slugs.add(slug));
  }
  const byName = (name: string): number => {
    const key = nameKey(name);
    // Inside one thread a name with one address is that person, whoever else in the export shares the name.
    const inThread = slugsOfName.get(key);
    const slug = inThread?.size === 1 ? [...inThread][0]! : inThread === undefined ? names.onlySlugOf(key) : null;
    const memberKey = slug ?? `\u0000${key}`;
    const slot = draft.slots.get(memberKey);
    if (slot === undefined)
      return addMember(draft, memberKey, { slug, name: slug === null ? name : (names.nameOf(slug) ?? name) });
    const known = draft.members[slot]!;
    if (slug === null && name < (known.name ?? '\uffff')) known.name = name;
    return slot;
  };
  for (const pair of thread.pairs) {
    const { slug, name } = tally.parties[tally.partyOfPair[pair]!]!;
    if (slug === null && name !== null) slotOfPair[pair] = byName(name);
  }
  for (const to of thread.namedRecipients ?? []) for (const name of splitRecipients(to, names)) byName(name);
}

function addMember(draft: ThreadDraft, key: string, member: Mention): number {
  const slot = draft.members.length;
  draft.slots.set(key, slot);
  draft.members.push(member);
  return slot;
}

/** @param place as large as the days of the thread */
function toRecord({ conversationId, goneMembers, members, days }: ThreadDraft, place: ThreadDays): ThreadRecord {
  const order = [...members.keys()].sort((a, b) => compareMembers(members[a]!, members[b]!));
  const rank = new Int32Array(order.length);
  for (const [index, slot] of order.entries()) rank[slot] = index;
  for (let at: number = ThreadDayColumn.sender; at < days.length; at += THREAD_DAY_STRIDE) days[at] = rank[days[at]!]!;
  return { conversationId, members: order.map((slot) => members[slot]!), goneMembers, days: sortInto(place, days) };
}

function compareMembers(a: Mention, b: Mention): number {
  return compareText(a.slug ?? '\uffff', b.slug ?? '\uffff') || compareText(a.name ?? '', b.name ?? '');
}

/** By day and sender; two spellings of one sender on one day become one entry. */
function sortInto(place: ThreadDays, days: readonly number[]): ThreadDays {
  const compare = (a: number, b: number): number => days[a]! - days[b]! || days[a + 1]! - days[b + 1]!;
  const starts: number[] = [];
  let isSorted = true;
  for (let at = 0; at < days.length; at += THREAD_DAY_STRIDE) {
    if (at > 0 && compare(at - THREAD_DAY_STRIDE, at) >= 0) isSorted = false;
    starts.push(at);
  }
  if (isSorted) {
    place.set(days);
    return place;
  }
  starts.sort(compare);
  const { count, first, last } = ThreadDayColumn;
  let row = -THREAD_DAY_STRIDE;
  for (const [index, at] of starts.entries()) {
    if (index > 0 && compare(starts[index - 1]!, at) === 0) {
      place[row + count]! += days[at + count]!;
      place[row + first] = Math.min(place[row + first]!, days[at + first]!);
      place[row + last] = Math.max(place[row + last]!, days[at + last]!);
      continue;
    }
    row += THREAD_DAY_STRIDE;
    for (let column = 0; column < THREAD_DAY_STRIDE; column++) place[row + column] = days[at + column]!;
  }
  return place.subarray(0, row + THREAD_DAY_STRIDE);
}

/** Order by code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
