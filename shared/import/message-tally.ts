/**
 * Counts messages per thread, sender and day while they stream by. What grows is the number of threads, people and days on which
 * somebody wrote, never the number or the length of messages.
 */
import type { Day, EpochSeconds } from '../model/units.ts';
import { TripleTable } from './triple-table.ts';

const SECONDS_PER_DAY = 86_400;

/** Somebody in a message file: by address, else by name alone. */
export interface Party {
  slug: string | null;
  /** Display name without credentials. */
  name: string | null;
}

export interface ThreadTally {
  conversationId: string;
  /** Who takes part, as numbers of pairs: parties with a tally of their own, and recipients given by address. Distinct. */
  pairs: number[];
  /** TO cells of rows without recipient addresses. Several names may stand in one. */
  namedRecipients: Set<string> | null;
  hasGoneMember: boolean;
  /** Whether any row of it was kept. */
  isKept: boolean;
}

export class MessageTally {
  readonly threads: ThreadTally[] = [];
  readonly parties: Party[] = [];
  /** Times sent, by party: tells the owner. */
  readonly sentBy: number[] = [];
  repeated = 0;
  /** Recipients given by several addresses, with the TO cell that names them in the same order. */
  readonly namedTogether: { slugs: string[]; to: string }[] = [];
  readonly #threadOfId = new Map<string, number>();
  readonly #partyOfKey = new Map<string, number>();
  /** By pair: a thread, and a party who takes part in it. */
  readonly threadOfPair: number[] = [];
  readonly partyOfPair: number[] = [];
  readonly #pairs = new TripleTable();
  readonly #days = new TripleTable();
  readonly #messages = new TripleTable();
  #pairOfDay: number[] = [];
  #dayOfDay: number[] = [];
  readonly #counts: number[] = [];
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];

  threadOf(conversationId: string): number {
    let thread = this.#threadOfId.get(conversationId);
    if (thread === undefined) {
      thread = this.threads.length;
      this.#threadOfId.set(conversationId, thread);
      this.threads.push({
        conversationId,
        pairs: [],
        namedRecipients: null,
        hasGoneMember: false,
        isKept: false,
      });
    }
    return thread;
  }

  /** @param key `s:` and slug, or `n:` and name key */
  partyOf(key: string, slug: string | null, name: string | null): number {
    let party = this.#partyOfKey.get(key);
    if (party === undefined) {
      party = this.parties.length;
      this.#partyOfKey.set(key, party);
      this.parties.push({ slug, name });
      this.sentBy.push(0);
    } else if (slug === null && name !== null && name < (this.parties[party]!.name ?? '\uffff')) {
      // Two spellings with one key: the choice must not hang on the order of rows.
      this.parties[party]!.name = name;
    }
    return party;
  }

  /** @returns the number of the pair */
  addMember(thread: number, party: number): number {
    const pair = this.#pairs.idOf(thread, party, 0);
    if (pair === this.threadOfPair.length) {
      this.threadOfPair.push(thread);
      this.partyOfPair.push(party);
      this.threads[thread]!.pairs.push(pair);
    }
    return pair;
  }

  /** A recipient without an address. */
  addNamedRecipients(thread: number, to: string): void {
    const tally = this.threads[thread]!;
    tally.namedRecipients ??= new Set();
    tally.namedRecipients.add(to);
  }

  /**
   * Counts a message.
   *
   * @param at null when its date cannot be read: the people are kept, the day is not
   * @param fingerprint of the whole row; a row that repeats another counts once
   */
  add(thread: number, party: number, at: EpochSeconds | null, fingerprint: number): void {
    const pair = this.addMember(thread, party);
    const known = this.#messages.size;
    if (this.#messages.idOf(pair, at ?? -1, fingerprint) !== known) {
      this.repeated++;
      return;
    }
    this.sentBy[party]!++;
    if (at === null) return;
    const day = Math.floor(at / SECONDS_PER_DAY);
    const entry = this.#days.idOf(pair, day, 0);
    if (entry === this.#counts.length) {
      this.#pairOfDay.push(pair);
      this.#dayOfDay.push(day);
      this.#counts.push(1);
      this.#firsts.push(at);
      this.#lasts.push(at);
      return;
    }
    this.#counts[entry]!++;
    if (at < this.#firsts[entry]!) this.#firsts[entry] = at;
    if (at > this.#lasts[entry]!) this.#lasts[entry] = at;
  }

  /** Messages of one party on one day in one thread; `pair` is the thread and the party in it. No object per day: there are many. */
  eachDay(take: (pair: number, day: Day, count: number, first: EpochSeconds, last: EpochSeconds) => void): void {
    for (let entry = 0; entry < this.#counts.length; entry++) {
      take(
        this.#pairOfDay[entry]!,
        this.#dayOfDay[entry]!,
        this.#counts[entry]!,
        this.#firsts[entry]!,
        this.#lasts[entry]!,
      );
    }
  }
}
