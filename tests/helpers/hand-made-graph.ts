/** A judged graph written down by hand, without evidence behind it: me is person 0. */
import { rowsFromPairs } from '../../shared/graph/compressed-rows.ts';
import { Basis, type BasisName, type TieGraph } from '../../shared/graph/tie-graph.ts';

export interface HandMadeContact {
  person: number;
  help: number;
  s?: number;
  basis?: BasisName;
}

export interface HandMadeTie {
  a: number;
  b: number;
  q?: number;
  s: number;
  basis?: BasisName;
}

export function handMadeGraph(size: number, contacts: HandMadeContact[], ties: HandMadeTie[]): TieGraph {
  const egoTies = {
    isTie: new Uint8Array(size),
    basis: new Uint8Array(size),
    s: new Float64Array(size).fill(Number.NaN),
    help: new Float64Array(size).fill(Number.NaN),
  };
  for (const contact of contacts) {
    egoTies.isTie[contact.person] = 1;
    egoTies.basis[contact.person] = Basis[contact.basis ?? 'observed'];
    egoTies.s[contact.person] = contact.s ?? 0.5;
    egoTies.help[contact.person] = contact.help;
  }
  const ordered = ties
    .map((tie) => ({ ...tie, low: Math.min(tie.a, tie.b), high: Math.max(tie.a, tie.b) }))
    .sort((x, y) => x.low - y.low || x.high - y.high);
  const alterTies = rowsFromPairs(size, {
    low: Uint32Array.from(ordered, (tie) => tie.low),
    high: Uint32Array.from(ordered, (tie) => tie.high),
    q: Float64Array.from(ordered, (tie) => tie.q ?? 1),
    s: Float64Array.from(ordered, (tie) => tie.s),
    basis: Uint8Array.from(ordered, (tie) => Basis[tie.basis ?? 'observed']),
  });
  return { size, ego: 0, egoTies, alterTies };
}
