/** "Who would I lose if Ana left?": routes and circles, with her and without. */
import type { WhatIf } from '../../../shared/contract/map.ts';
import { matchCompany } from '../../../shared/graph/match-company.ts';
import { findIntroPaths } from '../../../shared/insight/intro-paths.ts';
import { comesApart, withoutPerson } from '../../../shared/insight/map-without.ts';
import { prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import type { Session } from '../engine/session.ts';
import type { MapPeople } from './map-regions.ts';
import { personRef } from './person-ref.ts';
import { targetStatements } from './targets-service.ts';

/** Targets looked at; a longer list would keep the window waiting. */
const MOST_TARGETS = 200;
/** Smaller groups are counted as people alone. */
const LEAST_NAMED = 4;

export function whatIfWithout(
  session: Session,
  day: JudgedDay,
  brokerage: Brokerage,
  { regions, regionOf }: MapPeople,
  person: PersonIndex,
): { whatIf: WhatIf; apart: PersonIndex[] } {
  const { judged } = day;
  const { graph, communities } = brokerage;
  const without = prepareRoutes(withoutPerson(judged.graph, person), judged.constants, judged.calibration);
  const targets: WhatIf['targets'] = [];
  for (const { body } of targetStatements(session.statements()).slice(0, MOST_TARGETS)) {
    const goal = goalOf(day, body);
    if (goal === null) continue;
    const [before] = findIntroPaths(day.routes(), goal.people, { k: 1 });
    if (before === undefined) continue;
    const [after] = findIntroPaths(
      without,
      goal.people.filter((one) => one !== person),
      { k: 1 },
    );
    const hops = after?.hops.length ?? null;
    if (hops === null || hops > before.hops.length) {
      targets.push({ name: goal.name, before: before.hops.length, after: hops });
    }
  }
  const node = graph.nodeOf[person] ?? -1;
  const { communities: cut, nodes } =
    node < 0 ? { communities: [], nodes: [] } : comesApart(graph, communities.communityOf, node);
  const labelOf = communityLabels(brokerage, regions, regionOf);
  const worthNaming = cut.filter((community) => communities.sizes[community]! >= LEAST_NAMED);
  const circles = [...new Set(worthNaming.map((community) => labelOf[community]!))];
  return {
    whatIf: { person: personRef(judged.network, person), targets, circles, people: nodes.length },
    apart: nodes.map((one) => graph.personOf[one]!),
  };
}

function goalOf(
  { judged }: JudgedDay,
  body: ReturnType<typeof targetStatements>[number]['body'],
): { name: string; people: PersonIndex[] } | null {
  if (body.kind === 'target-company') {
    const { people } = matchCompany(judged, body.company);
    return people.length === 0 ? null : { name: body.company, people };
  }
  const found = judged.network.indexOfKey.get(body.person);
  return found === undefined ? null : { name: judged.network.people[found]!.name, people: [found] };
}

/** By community. */
function communityLabels(
  { graph, communities }: Brokerage,
  regions: MapPeople['regions'],
  regionOf: Int32Array,
): string[] {
  const labels: string[] = [];
  for (let node = 0; node < graph.size; node++) {
    labels[communities.communityOf[node]!] ??= regions[regionOf[graph.personOf[node]!]!]!.label;
  }
  return labels;
}
