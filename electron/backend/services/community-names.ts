/** What to call a community: the circle the user named, else what most of its members share. */
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { type BrokerageGraph, degree } from '../../../shared/insight/brokerage-graph.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { listNames } from '../../../shared/model/words.ts';
import type { Brokerage } from '../engine/brokerage.ts';

export interface CommunityName {
  /** The circle that at least half of the members were put in, or half of my contacts among them. */
  name: string | null;
  /** The employer of the largest share of members, where that is at least a fifth. */
  suggestedName: string | null;
  /** How sentences call it: by its name, its employer, or its best connected person. */
  label: string;
  /** Set where the label is made from the name of its best connected person. */
  center: PersonIndex | null;
}

/** What a sentence about somebody calls the circle around them. */
const OWN = 'their own circle';

/** What a sentence about somebody calls a community. */
export function labelFor({ label, center }: CommunityName, person: PersonIndex): string {
  return center === person ? OWN : label;
}

/** Which circles somebody connects, in a sentence. @param circles two or more, as `labelFor` calls them */
export function connectsInWords(name: string, circles: readonly string[]): string {
  const others = circles.filter((circle) => circle !== OWN);
  return others.length < circles.length
    ? `${name} connects ${OWN} with ${listNames(others)}.`
    : `${name} connects ${listNames(others)}.`;
}

/** The community of a node, then others in which it has ties, most ties first, then by number. */
export function communitiesAround({ graph, communities }: Brokerage, node: number): number[] {
  const own = communities.communityOf[node]!;
  const ties = new Map<number, number>();
  for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
    const other = communities.communityOf[graph.neighbors[at]!]!;
    if (other !== own) ties.set(other, (ties.get(other) ?? 0) + 1);
  }
  return [own, ...[...ties].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community)];
}

const NAMED_SHARE = 0.5;
/** Whom a friend's export brought is not mine to put into circles, but one or two contacts of mine name no crowd of strangers. */
const FEWEST_NAMING = 3;
const SUGGESTED_SHARE = 0.2;

/** Names last as long as what was measured: both belong to one judged day. */
const NAMES = new WeakMap<Brokerage, CommunityName[]>();

/** By number of the community. */
export function communityNames(judged: Judged, brokerage: Brokerage): CommunityName[] {
  let names = NAMES.get(brokerage);
  if (names === undefined) {
    names = nameCommunities(judged, brokerage);
    NAMES.set(brokerage, names);
  }
  return names;
}

function nameCommunities(judged: Judged, { graph, communities }: Brokerage): CommunityName[] {
  const employers = Array.from(communities.sizes, () => new Map<string, number>());
  const circles = Array.from(communities.sizes, () => new Map<string, number>());
  const contacts = new Uint32Array(communities.sizes.length);
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (let node = 0; node < graph.size; node++) {
    if (judged.network.people[graph.personOf[node]!]!.isContact) contacts[communities.communityOf[node]!]!++;
    const key = judged.employers.keyOfPerson[graph.personOf[node]!] ?? null;
    if (key !== null) add(employers[communities.communityOf[node]!]!, judged.employers.byKey.get(key)!.name);
  }
  for (const { name, members } of judged.statements.circles) {
    for (const person of members) {
      const node = graph.nodeOf[person] ?? -1;
      if (node >= 0) add(circles[communities.communityOf[node]!]!, name);
    }
  }
  const centers = bestConnected(graph, communities.communityOf, communities.sizes.length);
  const used = new Set<string>();
  return Array.from(communities.sizes, (size, at) => {
    const ofContacts = Math.max(FEWEST_NAMING, NAMED_SHARE * contacts[at]!);
    const name = mostCommon(circles[at]!, Math.min(NAMED_SHARE * size, ofContacts));
    const suggestedName = mostCommon(employers[at]!, SUGGESTED_SHARE * size);
    const center = centers[at]!;
    const around = `${judged.network.people[center]!.name}’s circle`;
    const wanted = name ?? (suggestedName === null ? around : `the ${suggestedName.replace(/^the /i, '')} circle`);
    const label = used.has(wanted) ? around : wanted;
    used.add(label);
    return { name, suggestedName, label, center: label === around ? center : null };
  });
}

/** The member with the most ties, by community; of equal ones the first in key order. */
function bestConnected(graph: BrokerageGraph, communityOf: Uint32Array, count: number): PersonIndex[] {
  const best = new Int32Array(count).fill(-1);
  for (let node = 0; node < graph.size; node++) {
    const community = communityOf[node]!;
    const before = best[community]!;
    if (before < 0 || degree(graph, node) > degree(graph, before)) best[community] = node;
  }
  return Array.from(best, (node) => graph.personOf[node]!);
}

/** The most frequent entry with at least `least`; of equally frequent ones the first in code order. */
function mostCommon(counts: ReadonlyMap<string, number>, least: number): string | null {
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best !== undefined && best[1] >= least ? best[0] : null;
}
