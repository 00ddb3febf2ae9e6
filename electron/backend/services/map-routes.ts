/** The routes to one target as a picture: me on the left, each introduction one step to the right. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { MapEdge, MapNode, MapPicture } from '../../../shared/contract/map.ts';
import { matchCompany } from '../../../shared/graph/match-company.ts';
import { findIntroPaths } from '../../../shared/insight/intro-paths.ts';
import { answerSentence } from '../../../shared/insight/route-words.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import { meNode, personNode } from './map-nodes.ts';
import type { MapPeople } from './map-regions.ts';
import { personRef } from './person-ref.ts';

const ROUTES = 5;
const STEP = 230;
const LANE = 92;

type RoutePicture = Pick<
  MapPicture,
  'status' | 'sentence' | 'counts' | 'regions' | 'nodes' | 'edges' | 'links' | 'whatIf'
>;

export function routePicture(
  day: JudgedDay,
  input: CheckedInputOf<'getMap'>,
  brokerage: Brokerage,
  { importance }: MapPeople,
): RoutePicture {
  const { judged } = day;
  const { network } = judged;
  const goal = goalOf(day, input);
  const empty = {
    counts: { people: 0, drawn: 0, folded: 0, ties: 0, tiesDrawn: 0 },
    regions: [],
    links: [],
    whatIf: null,
  };
  if (goal === null) {
    return {
      ...empty,
      status: 'empty',
      sentence: 'Name a company or a person you want to reach.',
      nodes: [],
      edges: [],
    };
  }
  const paths = findIntroPaths(day.routes(), goal.people, { k: ROUTES });
  if (paths.length === 0) {
    const sentence =
      goal.people.length === 0
        ? `Nobody at ${goal.name} is known.`
        : `No route of three introductions or fewer to ${goal.name} is known.`;
    return { ...empty, status: 'empty', sentence, nodes: [], edges: [] };
  }
  const owners = new Set(network.owners.map((owner) => owner.person));
  const column = new Map<PersonIndex, number>();
  const lanes = new Map<PersonIndex, number[]>();
  const edges = new Map<string, MapEdge>();
  for (const [lane, path] of paths.entries()) {
    for (const [step, person] of path.people.entries()) {
      column.set(person, Math.max(column.get(person) ?? 0, step));
      lanes.set(person, [...(lanes.get(person) ?? []), lane]);
    }
    for (const { a, b, basis, q, s } of path.hops) {
      edges.set(`${a} ${b}`, {
        a: String(network.people[a]!.id),
        b: String(network.people[b]!.id),
        basis,
        q,
        s,
        isLocalBridge: false,
        isBetween: false,
      });
    }
  }
  const taken = new Set<string>();
  const nodes = [...column].map(([person, step]): MapNode => {
    // The best route runs straight, the next ones beside it on either side by turns, so that no line runs through somebody.
    const [lane = 0] = lanes.get(person)!;
    let y = person === network.ego ? 0 : Math.ceil(lane / 2) * (lane % 2 === 1 ? 1 : -1) * LANE;
    while (taken.has(`${step} ${Math.round(y / (LANE / 2))}`)) y += LANE / 2;
    taken.add(`${step} ${Math.round(y / (LANE / 2))}`);
    const place = { x: step * STEP, y };
    if (person === network.ego) return { ...meNode(judged), ...place };
    const isGoal = goal.people.includes(person);
    return {
      ...personNode(judged, brokerage, person, owners.has(person)),
      region: null,
      ...place,
      size: isGoal ? 30 : 24,
      importance: Math.max(0.5, importance[person]!),
      bridges: [],
      isApart: false,
    };
  });
  return {
    ...empty,
    status: 'drawn',
    sentence: answerSentence(judged, goal.name, paths),
    counts: { people: nodes.length - 1, drawn: nodes.length - 1, folded: 0, ties: edges.size, tiesDrawn: edges.size },
    nodes,
    edges: [...edges.values()],
  };
}

function goalOf(
  { judged }: JudgedDay,
  { toCompany, toPerson }: CheckedInputOf<'getMap'>,
): { name: string; people: PersonIndex[] } | null {
  if (toPerson !== undefined) {
    const person = judged.network.people.findIndex(({ id }) => id === toPerson);
    if (person === -1 || person === judged.network.ego) {
      throw new WeftError('arguments', 'person-unknown', 'Nobody else has that number.');
    }
    return { name: personRef(judged.network, person).name, people: [person] };
  }
  if (toCompany === undefined) return null;
  const match = matchCompany(judged, toCompany);
  const name = judged.employers.byKey.get(match.key ?? '')?.name ?? toCompany;
  return { name, people: match.people };
}
