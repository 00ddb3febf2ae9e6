/**
 * What the user said and logged until a day, looked up by person and pair. People are named by key in statements
 * and by position here; a statement about somebody who is in no import any more waits, it is not an error.
 */
import { foldCircles } from '../identity/said-circles.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import type { Statement, StatementBody } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { PairStatement } from '../ties/asserted.ts';
import type { LoggedContact } from '../ties/contact.ts';
import type { LoggedAsk } from '../ties/help.ts';
import type { DatedReport } from '../ties/strength.ts';
import { latestSelfReport } from '../ties/strength.ts';

/** Everything said about whether two people know each other. */
export interface SaidPair {
  low: PersonIndex;
  high: PersonIndex;
  /** By day, then by number. */
  statements: (PairStatement & { how: string | null })[];
}

/** A named group the user stated, as identity/said-circles.ts puts it together. */
export interface StatedCircle {
  /** As written last. */
  name: string;
  /** Sorted, me left out. */
  members: PersonIndex[];
  size: number | null;
  from: Day | null;
  to: Day | null;
}

export interface StatementsIndex {
  /** All that was said until that day, in any order; read them with `selfReportOn`. */
  selfReports: ReadonlyMap<PersonIndex, readonly DatedReport[]>;
  vouches: ReadonlyMap<PersonIndex, boolean>;
  logged: ReadonlyMap<PersonIndex, readonly LoggedContact[]>;
  asks: ReadonlyMap<PersonIndex, readonly LoggedAsk[]>;
  /** Ascending by (low, high). */
  pairs: readonly SaidPair[];
  /** In order of their names. */
  circles: readonly StatedCircle[];
}

const NO_LOG: readonly LoggedContact[] = [];
const NO_ASKS: readonly LoggedAsk[] = [];

export function loggedWith(index: StatementsIndex, person: PersonIndex): readonly LoggedContact[] {
  return index.logged.get(person) ?? NO_LOG;
}

export function asksTo(index: StatementsIndex, person: PersonIndex): readonly LoggedAsk[] {
  return index.asks.get(person) ?? NO_ASKS;
}

/** The self-report that holds on a day, at most that of the index; null where nothing was said by then. */
export function selfReportOn(index: StatementsIndex, person: PersonIndex, asOf: Day): DatedReport | null {
  const reports = index.selfReports.get(person);
  return reports === undefined ? null : latestSelfReport(reports, asOf);
}

/** Everything said about one pair; null when nothing was. */
export function saidPair(index: StatementsIndex, a: PersonIndex, b: PersonIndex): SaidPair | null {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  let first = 0;
  let last = index.pairs.length - 1;
  while (first <= last) {
    const middle = (first + last) >>> 1;
    const pair = index.pairs[middle]!;
    if (pair.low === low && pair.high === high) return pair;
    if (pair.low < low || (pair.low === low && pair.high < high)) first = middle + 1;
    else last = middle - 1;
  }
  return null;
}

/**
 * Sorts statements by what they are about. Those about a later day than `asOf` are left out; where only one can hold, the
 * later day does, and on one day the larger number.
 */
export function indexStatements(network: Network, statements: readonly Statement[], asOf: Day): StatementsIndex {
  const said = statements.filter((one) => one.on <= asOf).sort((a, b) => a.on - b.on || a.id - b.id);
  const place = (key: string): PersonIndex | undefined => network.indexOfKey.get(key);

  const reports = new Map<PersonIndex, DatedReport[]>();
  const vouches = new Map<PersonIndex, boolean>();
  const logged = new Map<PersonIndex, LoggedContact[]>();
  const asks = new Map<PersonIndex, LoggedAsk[]>();
  const pairs = new Map<number, SaidPair>();

  const undatedReports = new Map<PersonIndex, DatedReport[]>();
  for (const { on, body } of network.saidInFiles) {
    const person = body.kind === 'closeness' ? place(body.person) : undefined;
    if (body.kind !== 'closeness' || person === undefined || (on !== null && on > asOf)) continue;
    if (on === null) undatedReports.set(person, [{ value: body.value, on: asOf, id: 0 }]);
    else gather(reports, person, { value: body.value, on, id: 0 });
  }
  for (const { id, on, body } of said) {
    switch (body.kind) {
      case 'closeness': {
        const person = place(body.person);
        if (person !== undefined) gather(reports, person, { value: body.value, on, id });
        break;
      }
      case 'vouch': {
        const person = place(body.person);
        if (person !== undefined) vouches.set(person, body.would);
        break;
      }
      case 'meeting':
      case 'call': {
        const person = place(body.person);
        if (person !== undefined) gather(logged, person, { day: on, kind: body.kind });
        break;
      }
      case 'ask': {
        const person = place(body.person);
        if (person !== undefined) gather(asks, person, { on, outcome: body.outcome });
        break;
      }
      case 'knows':
      case 'not-knows':
      case 'introduced':
        addPair(pairs, network, place(body.a), place(body.b), id, on, body);
        break;
      default:
        // Spellings and sizes of employers are read in employers.ts, circles below; what remains (roles, notes, gives, targets …)
        // speaks about no tie.
        break;
    }
  }

  // A column without any date counts as said today, but only where nothing dated speaks.
  return {
    selfReports: new Map([...undatedReports, ...reports]),
    vouches,
    logged,
    asks,
    pairs: [...pairs.values()].sort((a, b) => a.low - b.low || a.high - b.high),
    circles: statedCircles(said, place, network.ego),
  };
}

/** In order of their names; a circle whose people have all left it, or are in no import any more, is none. */
function statedCircles(
  said: readonly Statement[],
  place: (key: string) => PersonIndex | undefined,
  ego: PersonIndex,
): StatedCircle[] {
  const circles = foldCircles(
    said.map(({ body }) => body),
    (key) => {
      const person = place(key);
      return person === ego ? undefined : person;
    },
  );
  return [...circles.entries()]
    .filter(([, { members }]) => members.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, circle]) => ({ ...circle, members: [...circle.members].sort((a, b) => a - b) }));
}

function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function addPair(
  pairs: Map<number, SaidPair>,
  network: Network,
  a: PersonIndex | undefined,
  b: PersonIndex | undefined,
  id: number,
  on: Day,
  body: Extract<StatementBody, { kind: 'knows' | 'not-knows' | 'introduced' }>,
): void {
  // The same person twice: two records that were merged later.
  if (a === undefined || b === undefined || a === b) return;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  const key = low * network.people.length + high;
  const pair = pairs.get(key) ?? { low, high, statements: [] };
  pair.statements.push({
    kind: body.kind,
    id,
    on,
    closeness: body.kind === 'knows' ? body.closeness : null,
    how: body.kind === 'knows' ? body.how : null,
  });
  pairs.set(key, pair);
}
