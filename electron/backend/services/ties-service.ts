/** Who knows whom: my ties and those between others, strongest first, each with its evidence. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { Tie, TieList } from '../../../shared/contract/people.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { BANDS } from '../../../shared/graph/my-ties.ts';
import { BASIS_NAMES, Basis } from '../../../shared/graph/tie-graph.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { bandOf } from '../../../shared/ties/strength.ts';
import type { Session } from '../engine/session.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { evidenceLines } from './tie-words.ts';

/** A tie before it is put into words. */
interface Found {
  a: PersonIndex;
  b: PersonIndex;
  basis: number;
  q: number;
  s: number;
}

export function listTies(session: Session, input: CheckedInputOf<'listTies'>): TieList {
  const { judged } = session.judge(input.asOf);
  const of = input.of === undefined ? null : findPerson(judged.network, input.of);
  const found = tiesOf(judged, of, !input.betweenContacts);
  const wanted = input.basis === undefined ? found : found.filter((tie) => tie.basis === Basis[input.basis!]);
  wanted.sort(input.betweenContacts ? byProbability : byStrength);
  return {
    total: wanted.length,
    ties: wanted.slice(0, input.limit === 0 ? undefined : input.limit).map((tie) => describeTie(judged, tie)),
  };
}

/** All ties of one person, or of everybody; each once. `a` is me, else the one asked about, else the first in key order. */
export function tiesOf(judged: Judged, of: PersonIndex | null, withMine: boolean): Found[] {
  const { ego, egoTies, alterTies, size } = judged.graph;
  const found: Found[] = [];
  if (withMine) {
    for (let person = 0; person < size; person++) {
      if (egoTies.isTie[person] !== 1 || (of !== null && of !== ego && of !== person)) continue;
      found.push({ a: ego, b: person, basis: egoTies.basis[person]!, q: 1, s: egoTies.s[person]! });
    }
  }
  const { offsets, neighbors, q, s, basis } = alterTies;
  const rows = of === null ? { from: 0, to: size } : { from: of, to: of + 1 };
  for (let a = rows.from; a < rows.to; a++) {
    for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
      const b = neighbors[at]!;
      if (of === null && b < a) continue;
      found.push({ a, b, basis: basis[at]!, q: q[at]!, s: s[at]! });
    }
  }
  return found;
}

export function describeTie(judged: Judged, { a, b, basis, q, s }: Found): Tie {
  const isMine = a === judged.graph.ego;
  return {
    a: personRef(judged.network, a),
    b: personRef(judged.network, b),
    basis: BASIS_NAMES[basis]!,
    q,
    s,
    band: isMine ? BANDS[judged.mySummaries.band[b]!]! : bandOf(s, judged.constants),
    coverage: isMine ? judged.mySummaries.coverage[b]! : null,
    evidence: evidenceLines(judged, a, b),
  };
}

/** Strongest first; equal ones by certainty, then in key order. */
export function byStrength(x: Found, y: Found): number {
  return y.s - x.s || y.q - x.q || x.a - y.a || x.b - y.b;
}

function byProbability(x: Found, y: Found): number {
  return y.q - x.q || y.s - x.s || x.a - y.a || x.b - y.b;
}
