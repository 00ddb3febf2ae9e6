/** Every piece of evidence about one pair, of whatever basis, found when it is asked for (model.md §1, §11). */
import type { PersonIndex } from '../model/network.ts';
import type { Closeness } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import { threadPresence } from '../ties/co-presence.ts';
import { effectiveSize } from '../ties/p-know.ts';
import type { TieStrength } from '../ties/strength.ts';
import { tieStrength } from '../ties/strength.ts';
import type { Judged } from './build-graph.ts';
import { findTie } from './compressed-rows.ts';
import { knowThroughHub } from './hubs.ts';
import { explainMyTie, type MyTie } from './my-ties.ts';
import { isConnectedOn, writersOf } from './observed-ties.ts';
import { saidPair } from './statements-index.ts';
import type { BasisName } from './tie-graph.ts';
import { BASIS_NAMES } from './tie-graph.ts';
import { isSenior, matchFunctions } from './title.ts';

/** One piece of evidence, with what a sentence about it needs. `date` is null where none is known. */
export type TieFact =
  /** An owner's export lists the other one; the terms of the strength carry dates and counts. */
  | { kind: 'connection'; basis: 'observed'; date: Day | null; owner: PersonIndex; strength: TieStrength }
  | {
      kind: 'group-thread';
      basis: 'observed';
      date: Day;
      /** k, all participants. */
      size: number;
      /** How many of the two wrote. */
      writers: 0 | 1 | 2;
      /** Probability from this thread alone. */
      q: number;
    }
  | {
      kind: 'knows' | 'introduced' | 'not-knows';
      basis: 'asserted';
      date: Day;
      statement: number;
      how: string | null;
      closeness: Closeness | null;
    }
  | {
      kind: 'employer' | 'circle';
      basis: 'inferred';
      /** Connections.csv does not say since when. */
      date: null;
      name: string;
      /** N the probability rests on, and whether the user gave it. */
      size: number;
      isSizeKnown: boolean;
      functions: 'same' | 'different' | 'unknown';
      bothSenior: boolean;
      /** Probability from this hub alone. */
      q: number;
    };

export interface TieExplanation {
  a: PersonIndex;
  b: PersonIndex;
  /** null: no tie is drawn between them, though facts may give reason to ask. */
  basis: BasisName | null;
  q: number | null;
  s: number | null;
  /** The user says that they do not know each other, an export shows them. */
  isConflict: boolean;
  /** Set when one of the two is me. */
  mine: MyTie | null;
  /** Observed, then asserted, then inferred; each by date, undated last. */
  facts: TieFact[];
}

/** Explains the pair in either order. */
export function explainTie(judged: Judged, a: PersonIndex, b: PersonIndex): TieExplanation {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  const facts = [
    ...byDate(connectionFacts(judged, low, high)),
    ...byDate(threadFacts(judged, low, high)),
    ...saidFacts(judged, low, high),
    ...hubFacts(judged, low, high),
  ];
  const isConflict = judged.conflicts.some((pair) => pair.low === low && pair.high === high);
  const { graph } = judged;
  if (a === graph.ego || b === graph.ego) {
    const mine = explainMyTie(judged.mySources, a === graph.ego ? b : a);
    const basis = mine?.basis ?? null;
    return { a, b, basis, q: mine === null ? null : 1, s: mine?.strength.s ?? null, isConflict, mine, facts };
  }
  const tie = findTie(graph.alterTies, a, b);
  if (tie < 0) return { a, b, basis: null, q: null, s: null, isConflict, mine: null, facts };
  const { q, s, basis } = graph.alterTies;
  return { a, b, basis: BASIS_NAMES[basis[tie]!]!, q: q[tie]!, s: s[tie]!, isConflict, mine: null, facts };
}

function connectionFacts(judged: Judged, low: PersonIndex, high: PersonIndex): TieFact[] {
  const facts: TieFact[] = [];
  for (const owner of judged.network.owners) {
    if (owner.person !== low && owner.person !== high) continue;
    const alter = owner.person === low ? high : low;
    const evidence = owner.ties.find((one) => one.alter === alter);
    if (evidence === undefined || !isConnectedOn(evidence, judged.asOf)) continue;
    // My own view also holds what I said and logged.
    const mine = owner.isMe ? explainMyTie(judged.mySources, alter) : null;
    const strength =
      mine?.strength ?? tieStrength(judged.views.inputOf(owner, evidence), judged.asOf, judged.constants);
    facts.push({ kind: 'connection', basis: 'observed', date: evidence.acceptedOn, owner: owner.person, strength });
  }
  return facts;
}

function threadFacts({ network, asOf, constants }: Judged, low: PersonIndex, high: PersonIndex): TieFact[] {
  const facts: TieFact[] = [];
  for (const thread of network.groupThreads) {
    if (thread.firstDay > asOf) continue;
    const atLow = thread.members.indexOf(low);
    const atHigh = thread.members.indexOf(high);
    if (atLow < 0 || atHigh < 0) continue;
    const writers = writersOf(thread, atLow, atHigh, asOf);
    const q = threadPresence(thread.size, writers, constants);
    facts.push({ kind: 'group-thread', basis: 'observed', date: thread.firstDay, size: thread.size, writers, q });
  }
  return facts;
}

function saidFacts({ statements }: Judged, low: PersonIndex, high: PersonIndex): TieFact[] {
  return (saidPair(statements, low, high)?.statements ?? []).map(({ kind, on, id, how, closeness }) => ({
    kind,
    basis: 'asserted' as const,
    date: on,
    statement: id,
    how,
    closeness,
  }));
}

function hubFacts({ hubs, titles, constants }: Judged, low: PersonIndex, high: PersonIndex): TieFact[] {
  const a = titles[low]!;
  const b = titles[high]!;
  return hubs
    .filter(({ members }) => members.includes(low) && members.includes(high))
    .map((hub) => ({
      kind: hub.kind,
      basis: 'inferred' as const,
      date: null,
      name: hub.name,
      size: effectiveSize(hub.size, hub.listed, constants),
      isSizeKnown: hub.size !== null,
      functions: matchFunctions(a.fn, b.fn),
      bothSenior: isSenior(a.level) && isSenior(b.level),
      q: knowThroughHub(hub, a, b, constants),
    }));
}

function byDate(facts: TieFact[]): TieFact[] {
  return facts.sort((x, y) => (x.date ?? Number.MAX_SAFE_INTEGER) - (y.date ?? Number.MAX_SAFE_INTEGER));
}
