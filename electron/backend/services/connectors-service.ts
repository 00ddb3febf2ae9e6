/** Who connects my circles: ranked where ties between others are known, an honest "not known yet" where they are not. */
import type { CallContext, CheckedInputOf } from '../../../shared/contract/api.ts';
import type { CommunityList, Connector, ConnectorList } from '../../../shared/contract/connectors.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { tieCount } from '../../../shared/insight/brokerage-graph.ts';
import { expectedNewPeople } from '../../../shared/insight/expected-new-people.ts';
import { MEASURES } from '../../../shared/insight/measures.ts';
import { type Introductions, provenIntroductions } from '../../../shared/insight/proven-introductions.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { countOf, listNames } from '../../../shared/model/words.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { Session } from '../engine/session.ts';
import { type CommunityName, communitiesAround, communityNames, connectsInWords, labelFor } from './community-names.ts';
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
    known: howKnown(brokerage, seenOwners),
    measures: CARRIED,
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
  const standings = [...graph.personOf, ...unseen]
    .filter((person) => owners.has(person) === input.owners)
    .sort((a, b) => a - b)
    .map((person) => standingOf(brokerage, proven.get(person), person));
  const found = inOrder(standings, input.by);
  // Sentences and names are made for those who are asked for alone: thousands may stand behind them.
  const describe = (standing: Standing) => describeConnector(judged, brokerage, names, standing, input.owners);
  const first = input.by === 'index' ? found[0] : inOrder(standings, 'index')[0];
  return {
    ...base,
    status: 'ranked',
    sentence: sentenceOf(first && describe(first)),
    missing: seenOwners === 0 ? MISSING.slice(0, 1) : [],
    total: found.length,
    connectors: (input.limit === 0 ? found : found.slice(0, input.limit)).map(describe),
  };
}

/** Where the value of a measure stands in a connector; a measure without a place here is of ties, or of nobody in particular. */
const FIELDS: Partial<Record<(typeof MEASURES)[number]['id'], keyof Connector>> = {
  'connector-index': 'index',
  constraint: 'constraint',
  'effective-size': 'effectiveSize',
  betweenness: 'betweenness',
  participation: 'participation',
  'within-module-z': 'withinModuleZ',
  community: 'community',
  'gould-fernandez': 'roles',
  'proven-introductions': 'introductions',
  'expected-new-people': 'expectedNewPeople',
};

const CARRIED: ConnectorList['measures'] = MEASURES.flatMap((measure) => {
  const field = FIELDS[measure.id];
  return field === undefined ? [] : [{ ...measure, field }];
});

function howKnown({ graph, approximate }: Brokerage, owners: number): string {
  if (graph.size === 0) return 'No tie between two people of your network is known yet.';
  const seenIn = owners > 0 ? `${countOf(owners, 'export')}, threads` : 'threads';
  const from = `From ${countOf(tieCount(graph), 'tie')} between ${countOf(graph.size, 'person', 'people')}, as ${seenIn} and your own word show them.`;
  if (approximate === null) return from;
  return `${from} Betweenness is sampled: within ${approximate.epsilon} of the exact value.`;
}

/** Somebody with the numbers that an order may ask for. */
interface Standing
  extends Pick<
    Connector,
    'index' | 'betweenness' | 'constraint' | 'participation' | 'effectiveSize' | 'introductions' | 'employersReached'
  > {
  person: PersonIndex;
  /** Of the graph; -1 where none of their ties is known. */
  node: number;
}

function standingOf(brokerage: Brokerage, proven: Introductions | undefined, person: PersonIndex): Standing {
  const node = brokerage.graph.nodeOf[person] ?? -1;
  // Beyond the end of an array, too, nothing is known.
  const read = (values: Float64Array) => (Number.isNaN(values[node] ?? Number.NaN) ? null : values[node]!);
  return {
    person,
    node,
    index: read(brokerage.index.index),
    constraint: read(brokerage.constraint),
    effectiveSize: read(brokerage.effectiveSize.size),
    betweenness: read(brokerage.betweenness),
    participation: read(brokerage.participation),
    introductions: proven?.count ?? 0,
    employersReached: proven?.employers.size ?? 0,
  };
}

type Order = CheckedInputOf<'listConnectors'>['by'];

/** Smaller comes first; unknown comes last. Proven introductions rank above any index (model.md §7). */
const ORDERS: Record<Order, (standing: Standing) => number> = {
  index: ({ introductions, index }) => -(introductions * 2 + (index ?? -1)),
  betweenness: ({ betweenness }) => -(betweenness ?? -1),
  constraint: ({ constraint }) => constraint ?? Number.MAX_VALUE,
  participation: ({ participation }) => -(participation ?? -1),
  'effective-size': ({ effectiveSize }) => -(effectiveSize ?? -1),
  introductions: ({ introductions, employersReached }) => -(introductions * 1e6 + employersReached),
};

/** People who are alike keep the order they came in, that of their keys. */
function inOrder(standings: readonly Standing[], by: Order): Standing[] {
  const order = ORDERS[by];
  return [...standings].sort((a, b) => order(a) - order(b) || 0);
}

function describeConnector(
  judged: Judged,
  brokerage: Brokerage,
  names: readonly CommunityName[],
  { person, node, ...scores }: Standing,
  isOwner: boolean,
): Connector {
  const communities = node < 0 ? [] : communitiesAround(brokerage, node);
  const [own, ...others] = communities;
  const circles = communities.map((community) => labelFor(names[community]!, person));
  return {
    person: personRef(judged.network, person),
    view: isOwner ? 'own-export' : 'seen-from-outside',
    ...scores,
    parts: scores.index === null ? null : partsOf(brokerage, node),
    withinModuleZ: zOf(brokerage, node),
    roles: node < 0 ? null : rolesOf(brokerage, node),
    community: own === undefined ? null : own + 1,
    bridges: others.map((other) => other + 1),
    circles,
    expectedNewPeople: expectedNewPeople(judged.graph, person, judged.constants, judged.calibration),
    why: reasons(scores, circles, isOwner),
  };
}

function partsOf({ index: { parts } }: Brokerage, node: number): Connector['parts'] {
  return {
    constraint: parts.constraint[node]!,
    participation: parts.participation[node]!,
    betweenness: parts.betweenness[node]!,
  };
}

function zOf({ withinModuleZ }: Brokerage, node: number): number | null {
  const z = withinModuleZ[node] ?? Number.NaN;
  return Number.isNaN(z) ? null : z;
}

function rolesOf({ roles }: Brokerage, node: number): Connector['roles'] {
  return {
    coordinator: roles.coordinator[node]!,
    itinerant: roles.itinerant[node]!,
    gatekeeper: roles.gatekeeper[node]!,
    liaison: roles.liaison[node]!,
    unknown: roles.unknown[node]!,
  };
}

function reasons(
  { introductions, employersReached }: Pick<Connector, 'introductions' | 'employersReached'>,
  [own, ...others]: readonly string[],
  isOwner: boolean,
): string[] {
  const lines: string[] = [];
  if (introductions > 0) {
    lines.push(
      `Has already helped you ${times(introductions)}${employersReached > 0 ? `, towards ${countOf(employersReached, 'employer')}` : ''}.`,
    );
  }
  if (own === undefined) lines.push('Whom they know is not known.');
  else {
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

function sentenceOf(first: Connector | undefined): string {
  if (first === undefined) return 'Nobody stands out yet.';
  const { person, introductions, circles } = first;
  if (circles.length === 0) {
    return `${person.name} has already helped you ${times(introductions)}. Whom they know is not known yet.`;
  }
  if (circles.length < 2) return `${person.name} has the most open ties among those who are known.`;
  return connectsInWords(person.name, circles.slice(0, 3));
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
