/** Who connects my circles: ranked where ties between others are known, an honest "not known yet" where they are not. */
import type { CallContext, CheckedInputOf } from '../../../shared/contract/api.ts';
import type { CommunityList, Connector, ConnectorList } from '../../../shared/contract/connectors.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { tieCount } from '../../../shared/insight/brokerage-graph.ts';
import { expectedNewPeople } from '../../../shared/insight/expected-new-people.ts';
import { type Introductions, provenIntroductions } from '../../../shared/insight/proven-introductions.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { countOf, listNames } from '../../../shared/model/words.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { Session } from '../engine/session.ts';
import { type CommunityName, communityNames, labelFor } from './community-names.ts';
import { personRef } from './person-ref.ts';

const MISSING = [
  'One export shows whom you know, not whom they know. A friend’s export, imported as theirs, shows all ties of that friend.',
  'Group threads in messages.csv show who was in one conversation with whom.',
  'What you know yourself counts too: say who knows whom.',
];

export async function listConnectors(
  session: Session,
  input: CheckedInputOf<'listConnectors'>,
  context: CallContext,
): Promise<ConnectorList> {
  const day = session.judge(input.asOf);
  const { judged } = day;
  const brokerage = await day.brokerage(input.seed ?? 1, context);
  const { graph } = brokerage;
  const owners = new Set(judged.network.owners.map((owner) => owner.person));
  const seenOwners = [...owners].filter((person) => (graph.nodeOf[person] ?? -1) >= 0).length;
  const base = {
    graph: { people: graph.size, ties: tieCount(graph), owners: seenOwners },
    approximate: brokerage.approximate,
  };
  const proven = provenIntroductions(judged, session.statements());
  // Who has brought me to others connects, whether or not it is known whom they know.
  const unseen = [...proven.keys()].filter((person) => (graph.nodeOf[person] ?? -1) < 0);
  if (graph.size + unseen.length === 0) {
    return {
      ...base,
      status: 'not-known-yet',
      sentence: 'Who connects your circles is not known yet: nothing here says who knows whom among your contacts.',
      missing: MISSING,
      total: 0,
      connectors: [],
    };
  }
  const names = communityNames(judged, brokerage);
  const people = [...graph.personOf, ...unseen]
    .filter((person) => owners.has(person) === input.owners)
    .sort((a, b) => a - b);
  const found = people.map((person) =>
    describeConnector(judged, brokerage, names, proven.get(person), person, owners.has(person)),
  );
  const order = ORDERS[input.by];
  found.sort((a, b) => order(a) - order(b) || 0);
  return {
    ...base,
    status: 'ranked',
    sentence: sentenceOf(judged, found[0], names),
    missing: seenOwners === 0 ? MISSING.slice(0, 1) : [],
    total: found.length,
    connectors: input.limit === 0 ? found : found.slice(0, input.limit),
  };
}

/** Smaller comes first; unknown comes last. Proven introductions rank above any index (model.md §7). */
const ORDERS: Record<CheckedInputOf<'listConnectors'>['by'], (connector: Connector) => number> = {
  index: ({ introductions, index }) => -(introductions * 2 + (index ?? -1)),
  betweenness: ({ betweenness }) => -(betweenness ?? -1),
  constraint: ({ constraint }) => constraint ?? Number.MAX_VALUE,
  participation: ({ participation }) => -(participation ?? -1),
  'effective-size': ({ effectiveSize }) => -(effectiveSize ?? -1),
  introductions: ({ introductions, employersReached }) => -(introductions * 1e6 + employersReached),
};

function describeConnector(
  judged: Judged,
  brokerage: Brokerage,
  names: readonly CommunityName[],
  proven: Introductions | undefined,
  person: PersonIndex,
  isOwner: boolean,
): Connector {
  const node = brokerage.graph.nodeOf[person]!;
  return {
    person: personRef(judged.network, person),
    view: isOwner ? 'own-export' : 'seen-from-outside',
    ...(node < 0 ? NOTHING_SEEN : measuresOf(brokerage, node)),
    introductions: proven?.count ?? 0,
    employersReached: proven?.employers.size ?? 0,
    expectedNewPeople: expectedNewPeople(judged.graph, person, judged.constants, judged.calibration),
    why: reasons(brokerage, node, person, names, proven, isOwner),
  };
}

type Measured = Omit<Connector, 'person' | 'view' | 'introductions' | 'employersReached' | 'expectedNewPeople' | 'why'>;

const NOTHING_SEEN: Measured = {
  index: null,
  parts: null,
  constraint: null,
  effectiveSize: null,
  betweenness: null,
  participation: null,
  withinModuleZ: null,
  roles: null,
  community: null,
  bridges: [],
};

function measuresOf(brokerage: Brokerage, node: number): Measured {
  const read = (values: Float64Array) => (Number.isNaN(values[node]) ? null : values[node]!);
  const index = read(brokerage.index.index);
  const { parts } = brokerage.index;
  const { roles, communities } = brokerage;
  return {
    index,
    parts:
      index === null
        ? null
        : {
            constraint: parts.constraint[node]!,
            participation: parts.participation[node]!,
            betweenness: parts.betweenness[node]!,
          },
    constraint: read(brokerage.constraint),
    effectiveSize: read(brokerage.effectiveSize.size),
    betweenness: read(brokerage.betweenness),
    participation: read(brokerage.participation),
    withinModuleZ: read(brokerage.withinModuleZ),
    roles: {
      coordinator: roles.coordinator[node]!,
      itinerant: roles.itinerant[node]!,
      gatekeeper: roles.gatekeeper[node]!,
      liaison: roles.liaison[node]!,
      unknown: roles.unknown[node]!,
    },
    community: communities.communityOf[node]! + 1,
    bridges: bridgedCommunities(brokerage, node).map((other) => other + 1),
  };
}

/** Communities other than their own in which a node has ties, by number of ties, then by number. */
function bridgedCommunities({ graph, communities }: Brokerage, node: number): number[] {
  const own = communities.communityOf[node]!;
  const ties = new Map<number, number>();
  for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
    const other = communities.communityOf[graph.neighbors[at]!]!;
    if (other !== own) ties.set(other, (ties.get(other) ?? 0) + 1);
  }
  return [...ties].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community);
}

function reasons(
  brokerage: Brokerage,
  node: number,
  person: PersonIndex,
  names: readonly CommunityName[],
  proven: Introductions | undefined,
  isOwner: boolean,
): string[] {
  const lines: string[] = [];
  if (proven !== undefined) {
    lines.push(
      `Has already helped you ${times(proven.count)}${proven.employers.size > 0 ? `, towards ${countOf(proven.employers.size, 'employer')}` : ''}.`,
    );
  }
  if (node < 0) lines.push('Whom they know is not known.');
  else {
    const own = labelFor(names[brokerage.communities.communityOf[node]!]!, person);
    const others = bridgedCommunities(brokerage, node).map((other) => labelFor(names[other]!, person));
    lines.push(
      others.length > 0
        ? `Belongs to ${own} and also knows people in ${listNames(others, 4)}.`
        : `All of their known ties are inside ${own}.`,
    );
  }
  if (!isOwner) lines.push('Seen from outside: their own export would show more.');
  return lines;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function sentenceOf(judged: Judged, first: Connector | undefined, names: readonly CommunityName[]): string {
  if (first === undefined) return 'Nobody stands out yet.';
  if (first.community === null) {
    return `${first.person.name} has already helped you ${times(first.introductions)}. Whom they know is not known yet.`;
  }
  const person = judged.network.people.findIndex(({ id }) => id === first.person.id);
  const circles = [first.community, ...first.bridges]
    .slice(0, 3)
    .map((community) => labelFor(names[community - 1]!, person));
  if (circles.length < 2) return `${first.person.name} has the most open ties among those who are known.`;
  return `${first.person.name} connects ${listNames(circles)}.`;
}

export async function listCommunities(
  session: Session,
  input: CheckedInputOf<'listCommunities'>,
  context: CallContext,
): Promise<CommunityList> {
  const day = session.judge(input.asOf);
  const { judged } = day;
  const brokerage = await day.brokerage(input.seed ?? 1, context);
  const { graph, communities } = brokerage;
  const names = communityNames(judged, brokerage);
  const members: PersonIndex[][] = Array.from(communities.sizes, () => []);
  for (let node = 0; node < graph.size; node++) members[communities.communityOf[node]!]!.push(graph.personOf[node]!);
  const found = members.map((people, at) => ({
    community: at + 1,
    size: people.length,
    name: names[at]!.name,
    suggestedName: names[at]!.suggestedName,
    members: people.map((person) => personRef(judged.network, person)),
  }));
  return {
    status: graph.size === 0 ? 'not-known-yet' : 'found',
    missing: graph.size === 0 ? MISSING : [],
    method: communities.method,
    modularity: graph.size === 0 ? null : communities.modularity,
    total: found.length,
    communities: input.limit === 0 ? found : found.slice(0, input.limit),
  };
}
