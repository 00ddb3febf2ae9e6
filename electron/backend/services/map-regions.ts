/** Into which regions the map parts everybody: communities where ties between others are known, circles and employers where not. */
import type { MapRegion } from '../../../shared/contract/map.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { degree } from '../../../shared/insight/brokerage-graph.ts';
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
  key: string;
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
}

/** Me left out; everybody else who is my contact or has a known tie stands in one region. */
export function mapPeople(judged: Judged, brokerage: Brokerage): MapPeople {
  const { network, graph, employers } = judged;
  const { communities } = brokerage;
  const isKnown = brokerage.graph.size > 0;
  const importance = importanceOf(judged, brokerage);
  const regionOf = new Int32Array(graph.size).fill(-1);
  const regions: Region[] = [];
  const add = (region: Omit<Region, 'members'>, people: readonly PersonIndex[]): void => {
    if (people.length === 0) return;
    for (const person of people) regionOf[person] = regions.length;
    regions.push({ ...region, members: byImportance(people, importance) });
  };

  const names = isKnown ? communityNames(judged, brokerage) : [];
  const members: PersonIndex[][] = Array.from(communities.sizes, () => []);
  for (let node = 0; node < brokerage.graph.size; node++) {
    members[communities.communityOf[node]!]!.push(brokerage.graph.personOf[node]!);
  }
  for (const [number, people] of members.slice(0, MOST_COMMUNITIES).entries()) {
    const [first] = byImportance(people, importance);
    add(
      {
        key: `c${network.people[first!]!.id}`,
        kind: 'community',
        label: capital(names[number]!.label),
        isClosed: false,
      },
      people,
    );
  }
  const small = members.slice(MOST_COMMUNITIES).flat();
  add({ key: 'small', kind: 'rest', label: 'Smaller circles', isClosed: true }, small);

  const isOpen = (person: PersonIndex) =>
    person !== network.ego && regionOf[person] === -1 && graph.egoTies.isTie[person] === 1;
  if (!isKnown) {
    for (const circle of judged.statements.circles) {
      const people = circle.members.filter(isOpen);
      if (people.length > 1) {
        add({ key: `s${circle.name}`, kind: 'circle', label: circle.name, isClosed: false }, people);
      }
    }
  }
  const staffs = [...employers.byKey.values()]
    .map((employer) => ({ employer, people: employer.members.filter(isOpen) }))
    .filter(({ people }) => people.length >= LEAST_COLLEAGUES)
    .sort((a, b) => b.people.length - a.people.length || (a.employer.key < b.employer.key ? -1 : 1))
    .slice(0, isKnown ? EMPLOYERS_BESIDE : EMPLOYERS_ALONE);
  for (const { employer, people } of staffs) {
    add({ key: `e${employer.key}`, kind: 'employer', label: employer.name, isClosed: isKnown }, people);
  }
  const rest: PersonIndex[] = [];
  for (let person = 0; person < graph.size; person++) if (isOpen(person)) rest.push(person);
  const label = isKnown ? 'Others you know' : 'At other employers';
  add({ key: 'rest', kind: 'rest', label, isClosed: isKnown || regions.length > 0 }, rest);
  return { regions, regionOf, importance };
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

function byImportance(people: readonly PersonIndex[], importance: Float64Array): PersonIndex[] {
  return [...people].sort((a, b) => importance[b]! - importance[a]! || a - b);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
