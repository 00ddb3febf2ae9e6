/** Into which regions the map parts everybody: communities where ties between others are known, circles and employers where not. */
import type { MapRegion } from '../../../shared/contract/map.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { degree } from '../../../shared/insight/brokerage-graph.ts';
import { structuralOrder } from '../../../shared/insight/structural-order.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import { communityNames } from './community-names.ts';

/** Communities that get a region of their own; the people of smaller ones stand together. */
const MOST_COMMUNITIES = 48;
/** Employers that get a region, beside communities and without any. */
const EMPLOYERS_BESIDE = 10;
const EMPLOYERS_ALONE = 22;
const LEAST_COLLEAGUES = 3;
const OWNER_SHARE = 0.55;

export interface Region {
  kind: MapRegion['kind'];
  label: string;
  /** The most important first. */
  members: PersonIndex[];
  /** Drawn only when unfolded: nothing is known of how its people hang together. */
  isClosed: boolean;
}

export interface MapPeople {
  regions: Region[];
  /** By person; -1 for whom the map leaves out. */
  regionOf: Int32Array;
  /** By person, 0 to 1. */
  importance: Float64Array;
  /** By person: the place in the order of importance, from 0. Does not depend on what people are called. */
  rank: Uint32Array;
}

/** By what was measured, which outlives what is said of my ties; regions do not, for they hold who is my contact, and how close. */
const PEOPLE = new WeakMap<Brokerage, { judged: Judged; people: MapPeople }>();

/** Me left out; everybody else who is my contact or has a known tie stands in one region. */
export function mapPeople(judged: Judged, brokerage: Brokerage): MapPeople {
  const kept = PEOPLE.get(brokerage);
  if (kept?.judged === judged) return kept.people;
  const people = partPeople(judged, brokerage);
  PEOPLE.set(brokerage, { judged, people });
  return people;
}

function partPeople(judged: Judged, brokerage: Brokerage): MapPeople {
  const { network, graph, employers } = judged;
  const { communities } = brokerage;
  const isKnown = brokerage.graph.size > 0;
  const importance = importanceOf(judged, brokerage);
  const rank = rankOf(judged, brokerage, importance);
  const regionOf = new Int32Array(graph.size).fill(-1);
  const regions: Region[] = [];
  const add = (region: Omit<Region, 'members'>, people: readonly PersonIndex[]): void => {
    if (people.length === 0) return;
    for (const person of people) regionOf[person] = regions.length;
    regions.push({ ...region, members: byRank(people, rank) });
  };

  const names = isKnown ? communityNames(judged, brokerage) : [];
  const members: PersonIndex[][] = Array.from(communities.sizes, () => []);
  for (let node = 0; node < brokerage.graph.size; node++) {
    members[communities.communityOf[node]!]!.push(brokerage.graph.personOf[node]!);
  }
  const firstOf = members.map((people) => people.reduce((first, one) => (rank[one]! < rank[first]! ? one : first)));
  // Communities of one size are numbered by who is in them; on the map they stand by how important their first one is.
  const order = [...members.keys()].sort(
    (a, b) => members[b]!.length - members[a]!.length || rank[firstOf[a]!]! - rank[firstOf[b]!]!,
  );
  for (const number of order.slice(0, MOST_COMMUNITIES)) {
    add(
      {
        kind: 'community',
        label: capital(names[number]!.label),
        isClosed: false,
      },
      members[number]!,
    );
  }
  const small = order.slice(MOST_COMMUNITIES).flatMap((number) => members[number]!);
  add({ kind: 'rest', label: 'Smaller circles', isClosed: true }, small);

  const isOpen = (person: PersonIndex) =>
    person !== network.ego && regionOf[person] === -1 && graph.egoTies.isTie[person] === 1;
  const taken = new Set(regions.map(({ label }) => label));
  for (const circle of judged.statements.circles) {
    const people = circle.members.filter(isOpen);
    if (people.length < 2) continue;
    // A community of that name holds those of the circle whose ties are known; these are the others.
    const label = taken.has(capital(circle.name)) ? `More of ${circle.name}` : circle.name;
    add({ kind: 'circle', label, isClosed: isKnown }, people);
  }
  const staffs = [...employers.byKey.values()]
    .map((employer) => ({ employer, people: employer.members.filter(isOpen) }))
    .filter(({ people }) => people.length >= LEAST_COLLEAGUES)
    .sort((a, b) => b.people.length - a.people.length || (a.employer.key < b.employer.key ? -1 : 1))
    .slice(0, isKnown ? EMPLOYERS_BESIDE : EMPLOYERS_ALONE);
  for (const { employer, people } of staffs) {
    add({ kind: 'employer', label: employer.name, isClosed: isKnown }, people);
  }
  const rest: PersonIndex[] = [];
  for (let person = 0; person < graph.size; person++) if (isOpen(person)) rest.push(person);
  const label = isKnown ? 'Others you know' : 'At other employers';
  add({ kind: 'rest', label, isClosed: isKnown || regions.length > 0 }, rest);
  return { regions, regionOf, importance, rank };
}

/** The connector index where it is defined; people with fewer ties, or none that is known, stand far below. */
function importanceOf({ graph, network }: Judged, brokerage: Brokerage): Float64Array {
  const { index } = brokerage.index;
  const importance = new Float64Array(graph.size);
  const owners = new Set(network.owners.map((owner) => owner.person));
  let bestOther = 0;
  let bestOwner = 0;
  for (const [node, value] of index.entries()) {
    if (Number.isNaN(value)) continue;
    if (owners.has(brokerage.graph.personOf[node]!)) bestOwner = Math.max(bestOwner, value);
    else bestOther = Math.max(bestOther, value);
  }
  for (let person = 0; person < graph.size; person++) {
    const node = brokerage.graph.nodeOf[person] ?? -1;
    const mine = graph.egoTies.isTie[person] === 1 ? graph.egoTies.s[person]! : 0;
    if (node < 0) {
      importance[person] = (brokerage.graph.size === 0 ? 0.3 : 0.08) * mine;
      continue;
    }
    const value = index[node]!;
    const isOwner = owners.has(person);
    const best = isOwner ? bestOwner : bestOther;
    // Owners are seen whole and everybody else is not: two scales, and no owner outranks the best of the others (owner bias).
    const share = isOwner ? OWNER_SHARE : 1;
    // The square parts the few who connect from the many who hardly do.
    importance[person] =
      Number.isNaN(value) || best === 0
        ? 0.02 + 0.04 * Math.min(1, degree(brokerage.graph, node) / 3) + 0.01 * mine
        : 0.1 + 0.9 * share * (value / best) ** 2;
  }
  return importance;
}

/**
 * Who comes first wherever there is no room for all: by importance, then by how they stand among ties, then by what is known of them,
 * and only those who are alike in all of this by their key.
 */
function rankOf(judged: Judged, { graph }: Brokerage, importance: Float64Array): Uint32Array {
  const { size, egoTies } = judged.graph;
  const place = new Uint32Array(size).fill(graph.size);
  for (const [at, node] of structuralOrder(graph).entries()) place[graph.personOf[node]!] = at;
  // Sums over neighbours differ in their last bits with the order of people.
  const rounded = importance.map((value) => Math.round(value * 1e9));
  const strength = Float64Array.from(egoTies.s, (s, at) => (egoTies.isTie[at] === 1 ? Math.round(s * 1e9) : -1));
  const order = Uint32Array.from({ length: size }, (_, person) => person).sort(
    (a, b) => rounded[b]! - rounded[a]! || place[a]! - place[b]! || strength[b]! - strength[a]! || a - b,
  );
  const rank = new Uint32Array(size);
  for (const [at, person] of order.entries()) rank[person] = at;
  return rank;
}

function byRank(people: readonly PersonIndex[], rank: Uint32Array): PersonIndex[] {
  return [...people].sort((a, b) => rank[a]! - rank[b]!);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
