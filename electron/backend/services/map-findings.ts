/** What the map shows, in plain sentences; each leads to the picture behind it. */
import type { MapPicture } from '../../../shared/contract/map.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { singleLinks } from '../../../shared/insight/map-single-links.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { Session } from '../engine/session.ts';
import { communitiesAround, communityNames, connectsInWords, labelFor } from './community-names.ts';
import type { MapPeople } from './map-regions.ts';
import { targetStatements } from './targets-service.ts';

/** A page of findings is read; a list of them is not. */
const MOST_LINKS = 4;
const MOST_TARGETS = 3;
const MOST_CONNECTORS = 2;
/** A person is worth a sentence who has ties in this many communities beside their own. */
const LEAST_CIRCLES = 2;

export function mapFindings(
  session: Session,
  judged: Judged,
  brokerage: Brokerage,
  { rank }: MapPeople,
): MapPicture['findings'] {
  const found: MapPicture['findings'] = [];
  const { graph, communities } = brokerage;
  const { people } = judged.network;
  if (graph.size > 0) {
    const names = communityNames(judged, brokerage);
    const owners = new Set(judged.network.owners.map((owner) => owner.person));
    const ranked = [...graph.personOf].filter((person) => !owners.has(person)).sort((a, b) => rank[a]! - rank[b]!);
    for (const person of ranked.slice(0, MOST_CONNECTORS)) {
      const circles = communitiesAround(brokerage, graph.nodeOf[person]!);
      if (circles.length < LEAST_CIRCLES) continue;
      const labels = circles.slice(0, 3).map((circle) => labelFor(names[circle]!, person));
      const { id, name } = people[person]!;
      found.push({ text: connectsInWords(name, labels), view: { mode: 'connectors', focus: id } });
    }
    // Owners are seen whole and so join everything to themselves: only links through others are news (model.md §7, owner bias).
    const links = singleLinks(graph, communities.communityOf, communities.sizes).filter(
      ({ a, b, through }) =>
        !owners.has(graph.personOf[through]!) ||
        (names[a]!.center !== graph.personOf[through] && names[b]!.center !== graph.personOf[through]),
    );
    for (const { a, b, through } of links.slice(0, MOST_LINKS)) {
      const person = graph.personOf[through]!;
      const { id, name } = people[person]!;
      const [one, other] = names[a]!.center === person ? [b, a] : [a, b];
      const isOwn = names[other!]!.center === person;
      const text = isOwn
        ? `${capital(names[one!]!.label)} is joined to the people around ${name} by nobody else.`
        : `${capital(names[one!]!.label)} and ${names[other!]!.label} meet only through ${name}.`;
      found.push({ text, view: { mode: 'without', without: id } });
    }
    const thin = [...communities.sizes].map((size, circle) => ({ circle, size, mine: 0 }));
    for (let node = 0; node < graph.size; node++) {
      if (judged.graph.egoTies.isTie[graph.personOf[node]!] === 1) thin[communities.communityOf[node]!]!.mine++;
    }
    const [thinnest] = thin.filter(({ size, mine }) => size >= 5 && mine <= size / 10);
    if (thinnest !== undefined) {
      const known = thinnest.mine === 0 ? 'none' : groupDigits(thinnest.mine);
      found.push({
        text: `You know ${known} of the ${countOf(thinnest.size, 'person', 'people')} in ${names[thinnest.circle]!.label}.`,
        view: { mode: 'thin' },
      });
    }
  }
  for (const { body } of targetStatements(session.statements()).slice(0, MOST_TARGETS)) {
    if (body.kind === 'target-company') {
      found.push({ text: `How you get to ${body.company}.`, view: { mode: 'route', toCompany: body.company } });
      continue;
    }
    const person = judged.network.indexOfKey.get(body.person);
    if (person === undefined) continue;
    const { id, name } = people[person]!;
    found.push({ text: `How you get to ${name}.`, view: { mode: 'route', toPerson: id } });
  }
  return found;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
