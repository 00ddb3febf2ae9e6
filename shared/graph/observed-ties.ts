/** What exports show about pairs of other people: lists of connections, and group threads they shared (model.md §4). */
import type { GroupThread, Network, Owner, PersonIndex, TieEvidence } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import { joinPresence, threadPresence } from '../ties/co-presence.ts';
import type { Constants } from '../ties/constants.ts';
import type { TiePairs } from './compressed-rows.ts';
import { Basis } from './tie-graph.ts';

/**
 * Threads with more known members are not taken apart into pairs: at 250 a pair gains less than .01 (model.md §4), and the
 * pairs of ten such threads would outnumber all connections.
 */
const LARGEST_PAIRED_THREAD = 250;

/** Whether an owner's export shows this person as a connection of theirs on that day. */
export function isConnectedOn(evidence: TieEvidence, asOf: Day): boolean {
  return evidence.isConnection && (evidence.acceptedOn === null || evidence.acceptedOn <= asOf);
}

/** How many of two members of a thread had written in it by then. */
export function writersOf(thread: GroupThread, atA: number, atB: number, asOf: Day): 0 | 1 | 2 {
  const a = thread.wroteOn[atA] ?? null;
  const b = thread.wroteOn[atB] ?? null;
  return ((a !== null && a <= asOf ? 1 : 0) + (b !== null && b <= asOf ? 1 : 0)) as 0 | 1 | 2;
}

/**
 * Pairs observed in exports, each once. Listed by an owner: q = 1 and the strength from that owner's view, of two owners the
 * mean; else by group threads: q of those together, s = .30. Pairs with me are no alter ties and left out.
 *
 * @param strengthFrom strength of an owner's tie from that owner's view
 */
export function observedTies(
  network: Network,
  asOf: Day,
  constants: Constants,
  strengthFrom: (owner: Owner, evidence: TieEvidence) => number,
): TiePairs {
  const threads = network.groupThreads.filter(
    (thread) => thread.firstDay <= asOf && thread.members.length <= LARGEST_PAIRED_THREAD,
  );
  let limit = 0;
  for (const owner of network.owners) if (!owner.isMe) limit += owner.ties.length;
  for (const { members } of threads) limit += (members.length * (members.length - 1)) / 2;
  const entries = new PairEntries(limit);
  for (const owner of network.owners) {
    if (owner.isMe) continue;
    for (const evidence of owner.ties) {
      if (evidence.alter === owner.person || evidence.alter === network.ego) continue;
      if (isConnectedOn(evidence, asOf))
        entries.addStrength(owner.person, evidence.alter, strengthFrom(owner, evidence));
    }
  }
  for (const thread of threads) {
    for (let a = 0; a < thread.members.length; a++) {
      if (thread.members[a] === network.ego) continue;
      for (let b = a + 1; b < thread.members.length; b++) {
        if (thread.members[b] === network.ego || thread.members[b] === thread.members[a]) continue;
        const presence = threadPresence(thread.size, writersOf(thread, a, b, asOf), constants);
        entries.addPresence(thread.members[a]!, thread.members[b]!, presence);
      }
    }
  }
  return entries.merged(network.people.length, constants);
}

/** Evidence about pairs in the order in which it was found, in typed arrays: half a million objects would be slow. */
class PairEntries {
  #count = 0;
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  /** A strength in (0, 1], or a probability from one thread, stored as its negative. */
  readonly #value: Float64Array;

  constructor(limit: number) {
    this.#low = new Uint32Array(limit);
    this.#high = new Uint32Array(limit);
    this.#value = new Float64Array(limit);
  }

  addStrength(a: PersonIndex, b: PersonIndex, s: number): void {
    this.#add(a, b, s);
  }

  addPresence(a: PersonIndex, b: PersonIndex, presence: number): void {
    this.#add(a, b, -presence);
  }

  #add(a: PersonIndex, b: PersonIndex, value: number): void {
    this.#low[this.#count] = Math.min(a, b);
    this.#high[this.#count] = Math.max(a, b);
    this.#value[this.#count] = value;
    this.#count++;
  }

  merged(people: number, constants: Constants): TiePairs {
    const order = this.#order(people);
    const low = new Uint32Array(this.#count);
    const high = new Uint32Array(this.#count);
    const q = new Float64Array(this.#count);
    const s = new Float64Array(this.#count);
    let pairs = 0;
    for (let from = 0; from < order.length; ) {
      const a = this.#low[order[from]!]!;
      const b = this.#high[order[from]!]!;
      let to = from;
      let owners = 0;
      let strength = 0;
      let presence = 0;
      for (; to < order.length && this.#low[order[to]!] === a && this.#high[order[to]!] === b; to++) {
        const value = this.#value[order[to]!]!;
        if (value > 0) {
          owners++;
          strength += value;
        } else presence = joinPresence(presence, -value, constants);
      }
      from = to;
      if (owners === 0 && presence === 0) continue;
      low[pairs] = a;
      high[pairs] = b;
      q[pairs] = owners > 0 ? 1 : presence;
      s[pairs] = owners > 0 ? strength / owners : constants.coPresenceStrength;
      pairs++;
    }
    return {
      low: low.subarray(0, pairs),
      high: high.subarray(0, pairs),
      q: q.subarray(0, pairs),
      s: s.subarray(0, pairs),
      basis: new Uint8Array(pairs).fill(Basis.observed),
    };
  }

  /** Positions by (low, high), found order within a pair: two stable counting sorts, the lesser key first. */
  #order(people: number): Uint32Array {
    const found = new Uint32Array(this.#count);
    for (let i = 0; i < found.length; i++) found[i] = i;
    return countingSort(countingSort(found, this.#high, people), this.#low, people);
  }
}

function countingSort(order: Uint32Array, keys: Uint32Array, keyCount: number): Uint32Array {
  const next = new Uint32Array(keyCount + 1);
  for (let i = 0; i < order.length; i++) next[keys[order[i]!]! + 1] = next[keys[order[i]!]! + 1]! + 1;
  for (let key = 0; key < keyCount; key++) next[key + 1] = next[key + 1]! + next[key]!;
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const key = keys[order[i]!]!;
    sorted[next[key]!] = order[i]!;
    next[key] = next[key]! + 1;
  }
  return sorted;
}
