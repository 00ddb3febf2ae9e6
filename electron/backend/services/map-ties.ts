/** The ties of a picture: lines between those who are drawn, and what runs between circles beside them. */
import type { MapEdge, MapLink } from '../../../shared/contract/map.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { BASIS_NAMES, Basis } from '../../../shared/graph/tie-graph.ts';
import { countsInBrokerage } from '../../../shared/insight/brokerage-graph.ts';
import { localBridges } from '../../../shared/insight/local-bridges.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { MapPeople } from './map-regions.ts';

/** More lines than this hide one another; ties between circles are kept first. */
const MOST_EDGES = 1500;
/** More bands than this are a haze; the widest are kept. */
const MOST_LINKS = 120;

/** Known ties between two regions. */
export interface RegionTies {
  a: number;
  b: number;
  ties: number;
  /** How many of them the picture has no line for. */
  hidden: number;
  /** How many of those were observed; the others were stated. */
  observed: number;
}

/** Ties among the drawn people as G⁻ has them: observed and stated ones, never inferred. */
export function edgesAmong(
  judged: Judged,
  brokerage: Brokerage,
  { regionOf, rank }: MapPeople,
  drawn: readonly PersonIndex[],
): MapEdge[] {
  const { network, graph, constants } = judged;
  const { offsets, neighbors, q, s, basis } = graph.alterTies;
  const isDrawn = new Uint8Array(graph.size);
  for (const person of drawn) isDrawn[person] = 1;
  const bridges = bridgesOf(judged, brokerage);
  const edges: { edge: MapEdge; worth: number; first: number; second: number }[] = [];
  for (const one of [...drawn].sort((x, y) => x - y)) {
    if ((brokerage.graph.nodeOf[one] ?? -1) < 0) continue;
    for (let at = offsets[one]!; at < offsets[one + 1]!; at++) {
      const other = neighbors[at]!;
      if (other <= one || isDrawn[other] !== 1 || !countsInBrokerage(graph, one, at, constants)) continue;
      const isBetween = regionOf[one] !== regionOf[other];
      const isLocalBridge = bridges.has(one * graph.size + other);
      const [first, second] = rank[one]! < rank[other]! ? [one, other] : [other, one];
      edges.push({
        edge: {
          a: String(network.people[first]!.id),
          b: String(network.people[second]!.id),
          basis: BASIS_NAMES[basis[at]!]!,
          q: q[at]!,
          s: s[at]!,
          isLocalBridge,
          isBetween,
        },
        worth: (isBetween ? 4 : 0) + (isLocalBridge ? 2 : 0) + Math.round(q[at]! * s[at]! * 1e9) / 1e9,
        first: rank[first]!,
        second: rank[second]!,
      });
    }
  }
  return edges
    .sort((x, y) => y.worth - x.worth || x.first - y.first || x.second - y.second)
    .slice(0, MOST_EDGES)
    .map(({ edge }) => edge);
}

/** Every pair of regions between which a tie is known, in the order of regions. */
export function tiesBetween(
  { graph, constants }: Judged,
  brokerage: Brokerage,
  { regions, regionOf }: MapPeople,
  isDrawn: (person: PersonIndex) => boolean,
): RegionTies[] {
  const { offsets, neighbors, basis } = graph.alterTies;
  const found = new Map<number, RegionTies>();
  for (const person of brokerage.graph.personOf) {
    const region = regionOf[person]!;
    const isSeen = isDrawn(person);
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) {
      const other = neighbors[at]!;
      const there = regionOf[other]!;
      if (region < 0 || there <= region || !countsInBrokerage(graph, person, at, constants)) continue;
      const key = region * regions.length + there;
      let ties = found.get(key);
      if (ties === undefined) {
        ties = { a: region, b: there, ties: 0, hidden: 0, observed: 0 };
        found.set(key, ties);
      }
      ties.ties++;
      if (isSeen && isDrawn(other)) continue;
      ties.hidden++;
      if (basis[at] === Basis.observed) ties.observed++;
    }
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** What a picture draws between discs, since it has no lines for it: the widest bands first. */
export function linksOf(between: readonly RegionTies[]): MapLink[] {
  return between
    .filter(({ hidden }) => hidden > 0)
    .sort((x, y) => y.hidden - x.hidden || x.a - y.a || x.b - y.b)
    .slice(0, MOST_LINKS)
    .map(({ a, b, hidden, observed }) => ({
      a,
      b,
      ties: hidden,
      basis: observed > 0 ? ('observed' as const) : ('asserted' as const),
    }));
}

/** Local bridges last as long as what was measured. */
const BRIDGES = new WeakMap<Brokerage, ReadonlySet<number>>();

/** As smaller person × people + larger person. */
function bridgesOf({ graph }: Judged, brokerage: Brokerage): ReadonlySet<number> {
  let bridges = BRIDGES.get(brokerage);
  if (bridges === undefined) {
    bridges = new Set(localBridges(brokerage.graph).map(({ a, b }) => a * graph.size + b));
    BRIDGES.set(brokerage, bridges);
  }
  return bridges;
}
