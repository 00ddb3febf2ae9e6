/** Places for a picture: the plain picture of a map keeps its places in the store, every other question starts from them. */
import type { Judged } from '../../../shared/graph/build-graph.ts';
import {
  isPlaced,
  type Layout,
  type LayoutQuestion,
  type LayoutRegion,
  layOutMap,
} from '../../../shared/insight/map-layout.ts';
import { type KeptPlaces, noPlaces } from '../../../shared/insight/map-places.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { MeasureRun } from '../engine/measure-workers.ts';
import type { Session } from '../engine/session.ts';
import { sizeOf } from './map-nodes.ts';
import type { MapPeople } from './map-regions.ts';
import type { RegionTies } from './map-ties.ts';

/** The seed of the picture that is kept. */
export const PLAIN_SEED = 1;
/** So many of a region's folded people are enough to know the region again. */
const MARKERS = 12;
const ROOM_FOR_ME = 40;

/** Who is drawn, by region. */
export type Drawn = readonly (readonly PersonIndex[])[];

/**
 * @param plain who is drawn when nothing is asked for
 * @param drawn who is drawn now
 */
export async function placesFor(
  session: Session,
  question: {
    judged: Judged;
    brokerage: Brokerage;
    people: MapPeople;
    between: readonly RegionTies[];
    seed: number;
    plain: Drawn;
    drawn: Drawn;
  },
  run: MeasureRun,
): Promise<Layout['regions']> {
  const { judged, brokerage, people, between, seed, plain, drawn } = question;
  const middle = brokerage.graph.size > 0 ? 0 : ROOM_FOR_ME;
  const ask = (who: Drawn, kept: KeptPlaces): LayoutQuestion => ({
    regions: layoutRegions(judged, brokerage, people, who),
    links: between.map(({ a, b, ties }) => ({ a, b, ties })),
    seed,
    middle,
    kept,
  });
  const layOut = (asked: LayoutQuestion): Layout | Promise<Layout> =>
    // Finding everybody where they were is no work.
    isPlaced(asked) ? layOutMap(asked) : session.workers.layOut(asked, run);

  const isPlainSeed = seed === PLAIN_SEED;
  const base = await layOut(ask(plain, isPlainSeed ? session.places.kept(middle) : noPlaces(middle)));
  if (isPlainSeed && base.isNew) session.places.keep(base.kept);
  const isPlain = drawn.every(
    (some, at) => some.length === plain[at]!.length && some.every((p, i) => p === plain[at]![i]),
  );
  return isPlain ? base.regions : (await layOut(ask(drawn, base.kept))).regions;
}

function layoutRegions(judged: Judged, brokerage: Brokerage, people: MapPeople, drawn: Drawn): LayoutRegion[] {
  const idOf = (person: PersonIndex) => judged.network.people[person]!.id;
  return people.regions.map(({ members }, at): LayoutRegion => {
    const some = drawn[at]!;
    return {
      hasFold: some.length < members.length,
      people: some.map((person) => ({
        id: idOf(person),
        size: sizeOf(people.importance[person]!),
        towards: bridgedRegions(brokerage, people.regionOf, person)[0] ?? null,
        company: judged.employers.keyOfPerson[person] ?? '',
      })),
      others: some.length > 0 ? [] : members.slice(0, MARKERS).map(idOf),
    };
  });
}

/** Regions beside their own in which somebody has ties: most ties first, then by number. */
export function bridgedRegions({ graph }: Brokerage, regionOf: Int32Array, person: PersonIndex): number[] {
  const node = graph.nodeOf[person] ?? -1;
  if (node < 0) return [];
  const ties = new Map<number, number>();
  for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
    const other = regionOf[graph.personOf[graph.neighbors[at]!]!]!;
    if (other !== regionOf[person] && other >= 0) ties.set(other, (ties.get(other) ?? 0) + 1);
  }
  return [...ties].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([region]) => region);
}
