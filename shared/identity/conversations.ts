/**
 * Puts the parts of one conversation together (one owner, several exports) and says who took part. A thread that an older export holds
 * without addresses and a newer one with them is one thread of the same people.
 */
import type { PersonIndex } from '../model/network.ts';
import type { ThreadRecord } from '../model/records.ts';
import { THREAD_DAY_STRIDE, ThreadDayColumn } from '../model/thread-days.ts';
import type { Day, EpochSeconds } from '../model/units.ts';
import { isGone } from './export-view.ts';
import type { NamesOfExport, Unjoined } from './join-names.ts';

/** Messages of one person on one day in one conversation. */
export interface WrittenDay {
  person: PersonIndex;
  day: Day;
  count: number;
  first: EpochSeconds;
}

export interface Conversation {
  id: string;
  /** k: owner, known people, people who could not be told apart and gone members. */
  size: number;
  /** Known people, the owner included. */
  members: Set<PersonIndex>;
  /** Sorted as the parts are; each person and day once. */
  written: WrittenDay[];
}

export interface ThreadPart {
  names: NamesOfExport;
  thread: ThreadRecord;
}

const SECONDS_PER_DAY = 86_400;

/** A member nobody knows yet; UNKNOWN never leaves this file. */
const UNKNOWN = -1;
const GONE = -2;

/** The conversations of one owner, by content: parts with one conversation id are one conversation. */
export function partsByConversation(exports: readonly NamesOfExport[]): ThreadPart[][] {
  const conversations = new Map<string, ThreadPart[]>();
  for (const names of exports) {
    for (const thread of names.view.batch.content.threads) {
      // Exports of about 2016 have no ids: then the members are the conversation.
      const key = thread.conversationId === '' ? JSON.stringify(thread.members) : thread.conversationId;
      const parts = conversations.get(key);
      if (parts === undefined) conversations.set(key, [{ names, thread }]);
      else parts.push({ names, thread });
    }
  }
  return [...conversations.values()];
}

export function joinConversation(parts: readonly ThreadPart[], owner: PersonIndex, unjoined: Unjoined): Conversation {
  const peopleOfParts = parts.map(({ names, thread }) =>
    thread.members.map((member) => (member.slug === null ? UNKNOWN : names.personOfSlug(member.slug))),
  );
  let strangers = 0;
  if (peopleOfParts.some((people) => people.includes(UNKNOWN))) {
    strangers = nameMembers(parts, peopleOfParts, owner, unjoined);
  }
  const members = new Set<PersonIndex>([owner]);
  for (const people of peopleOfParts) for (const person of people) if (person >= 0) members.add(person);
  let gone = 0;
  parts.forEach(({ thread }, index) => {
    const named = peopleOfParts[index]!.filter((person) => person === GONE).length;
    gone = Math.max(gone, thread.goneMembers + named);
  });
  return {
    id: parts[0]!.thread.conversationId,
    size: members.size + strangers + gone,
    members,
    written: writtenDays(parts, peopleOfParts),
  };
}

/**
 * Finds the members who stand there by name only: somebody with an address in the same conversation, else the owner, else the one
 * person of the export with that name.
 *
 * @returns how many could not be told
 */
function nameMembers(
  parts: readonly ThreadPart[],
  peopleOfParts: PersonIndex[][],
  owner: PersonIndex,
  unjoined: Unjoined,
): number {
  const peopleHere = new Map<string, Set<PersonIndex>>();
  parts.forEach(({ names, thread }, index) => {
    thread.members.forEach((member, at) => {
      if (member.slug === null || member.name === null) return;
      const matching = names.matching(member.name);
      peopleHere.set(matching, (peopleHere.get(matching) ?? new Set()).add(peopleOfParts[index]![at]!));
    });
  });
  const strangers = new Map<string, { name: string; candidates: PersonIndex[]; hasWritten: boolean }>();
  parts.forEach(({ names, thread }, index) => {
    const people = peopleOfParts[index]!;
    thread.members.forEach(({ name }, at) => {
      if (people[at] !== UNKNOWN) return;
      const matching = name === null ? '' : names.matching(name);
      if (name === null || isGone(name, matching)) {
        people[at] = GONE;
        return;
      }
      const here = peopleHere.get(matching);
      const candidates = here?.size === 1 ? [...here] : names.candidates(matching);
      if (here?.size !== 1 && names.view.ownerNames.has(matching)) people[at] = owner;
      else if (candidates.length === 1) people[at] = candidates[0]!;
      else {
        const hasWritten = hasWrittenIn(thread, at) || (strangers.get(matching)?.hasWritten ?? false);
        strangers.set(matching, { name, candidates, hasWritten });
      }
    });
  });
  // The owner took part in every conversation. Where they are not to be seen, a single unknown recipient is the owner.
  const [stranger, ...others] = strangers.values();
  const isOwnerSeen = peopleOfParts.some((people) => people.includes(owner));
  if (!isOwnerSeen && stranger !== undefined && others.length === 0 && isLikelyOwner(stranger)) return 0;
  for (const [matching, { name, candidates }] of strangers) unjoined.add('message', name, matching, candidates);
  return strangers.size;
}

function hasWrittenIn({ days }: ThreadRecord, member: number): boolean {
  for (let at = ThreadDayColumn.sender; at < days.length; at += THREAD_DAY_STRIDE) if (days[at] === member) return true;
  return false;
}

function isLikelyOwner(stranger: { candidates: PersonIndex[]; hasWritten: boolean }): boolean {
  return stranger.candidates.length === 0 && !stranger.hasWritten;
}

/** Per person and day: within one export messages add up; across exports the same messages come again, so the larger count holds. */
function writtenDays(parts: readonly ThreadPart[], peopleOfParts: PersonIndex[][]): WrittenDay[] {
  const merged = new Map<string, WrittenDay>();
  const all: WrittenDay[] = [];
  const isPlain = parts.length === 1 && new Set(peopleOfParts[0]).size === peopleOfParts[0]!.length;
  parts.forEach(({ thread }, index) => {
    const people = peopleOfParts[index]!;
    const within = new Map<string, WrittenDay>();
    const { days } = thread;
    for (let at = 0; at < days.length; at += THREAD_DAY_STRIDE) {
      const person = people[days[at + ThreadDayColumn.sender]!];
      if (person === undefined || person < 0) continue;
      const day = days[at + ThreadDayColumn.day]!;
      const first = day * SECONDS_PER_DAY + days[at + ThreadDayColumn.first]!;
      const written = { person, day, count: days[at + ThreadDayColumn.count]!, first };
      if (isPlain) all.push(written);
      else combine(within, written, (a, b) => a + b);
    }
    for (const written of within.values()) combine(merged, written, Math.max);
  });
  return isPlain ? all : [...merged.values()];
}

function combine(
  days: Map<string, WrittenDay>,
  added: WrittenDay,
  combineCounts: (a: number, b: number) => number,
): void {
  const key = `${added.person}|${added.day}`;
  const known = days.get(key);
  if (known === undefined) {
    days.set(key, added);
    return;
  }
  known.count = combineCounts(known.count, added.count);
  known.first = Math.min(known.first, added.first);
}
