/** Who bridges my circles, as a picture that can be drawn, listed and read aloud: a sentence, regions, people, ties and findings. */
import type { CallContext, CheckedInputOf } from '../../../shared/contract/api.ts';
import type { MapNode, MapPicture, MapRegion, MapView, WhatIf } from '../../../shared/contract/map.ts';
import { MAP_LIMIT } from '../../../shared/contract/map-limit.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { EXACT_BETWEENNESS_PEOPLE } from '../../../shared/insight/betweenness.ts';
import { tieCount } from '../../../shared/insight/brokerage-graph.ts';
import { chooseDrawn, type FoldQuestion } from '../../../shared/insight/map-fold.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import type { Session } from '../engine/session.ts';
import { mapFindings } from './map-findings.ts';
import { foldNode, meNode, personNode, sizeOf } from './map-nodes.ts';
import { bridgedRegions, PLAIN_SEED, placesFor } from './map-places.ts';
import { type MapPeople, mapPeople } from './map-regions.ts';
import { routePicture } from './map-routes.ts';
import { edgesAmong, linksOf, tiesBetween } from './map-ties.ts';
import { whatIfWithout } from './map-what-if.ts';

const MISSING = [
  'One export shows whom you know, not whom they know. A friend’s export, imported as theirs, shows all ties of that friend.',
  'Group threads in messages.csv show who was in one conversation with whom.',
  'What you know yourself counts too: say who knows whom.',
];
const COLORS = 8;
const LEAST_COLORED = 6;
/** A circle is thin where at most one in ten of its people, or one, is my contact. */
const THIN_SHARE = 0.1;
const LEAST_THIN = 5;

export async function getMap(
  session: Session,
  input: CheckedInputOf<'getMap'>,
  context: CallContext,
): Promise<MapPicture> {
  // Threads take longer to start than some networks to judge.
  if (session.network().people.length > EXACT_BETWEENNESS_PEOPLE) session.workers.warmUp();
  const day = session.judge(input.asOf);
  const { judged } = day;
  const brokerage = await day.brokerage(input.seed ?? PLAIN_SEED, context);
  const people = mapPeople(judged, brokerage);
  const isKnown = brokerage.graph.size > 0;
  const findings = mapFindings(session, judged, brokerage, people);
  const base = {
    mode: input.mode,
    isApproximate: isKnown && brokerage.approximate !== null,
    // Where nobody is seen to join circles, what would show it is the news.
    missing: findings.some(isAboutConnecting) ? [] : MISSING,
    findings,
  };
  if (input.mode === 'route') return { ...routePicture(day, input, brokerage, people), ...base };
  if (people.regions.length === 0) return { ...NOTHING, ...base };

  const focus = input.focus === undefined ? null : personNumbered(judged, input.focus);
  const gone = input.mode === 'without' && isKnown ? goneOf(judged, brokerage, people, input.without) : null;
  const apart = gone === null ? null : whatIfWithout(session, day, brokerage, people, gone);
  const wanted = [...(gone === null ? [] : [gone]), ...(focus === null ? [] : around(brokerage, focus, input.depth))];
  const cutOff = new Set(apart?.apart ?? []);
  const picture = await drawRegions(session, judged, brokerage, people, input, wanted, cutOff, context);
  return {
    ...picture,
    ...base,
    status: isKnown ? 'drawn' : 'not-known-yet',
    sentence: sentenceOf(picture.regions, input.mode, isKnown, apart?.whatIf ?? null, base.findings),
    whatIf: apart?.whatIf ?? null,
  };
}

const NOTHING: Pick<MapPicture, 'status' | 'sentence' | 'counts' | 'regions' | 'nodes' | 'edges' | 'links' | 'whatIf'> =
  {
    status: 'empty',
    sentence: 'Nobody is here yet. Import your export, and your circles will stand here.',
    counts: { people: 0, drawn: 0, folded: 0, ties: 0, tiesDrawn: 0 },
    regions: [],
    nodes: [],
    edges: [],
    links: [],
    whatIf: null,
  };

async function drawRegions(
  session: Session,
  judged: Judged,
  brokerage: Brokerage,
  people: MapPeople,
  input: CheckedInputOf<'getMap'>,
  wanted: readonly PersonIndex[],
  apart: ReadonlySet<PersonIndex>,
  { signal }: CallContext,
): Promise<Pick<MapPicture, 'counts' | 'regions' | 'nodes' | 'edges' | 'links'>> {
  const { network } = judged;
  const { regions, regionOf, importance, rank } = people;
  const choose = (asked: Pick<FoldQuestion, 'wanted' | 'unfold' | 'limit'>) =>
    chooseDrawn({
      regions: regions.map(({ members }) => members),
      isClosed: regions.map(({ isClosed }) => isClosed),
      rank,
      ...asked,
    });
  const drawn = choose({ wanted, unfold: input.unfold, limit: input.limit });
  const isDrawn = new Uint8Array(judged.graph.size);
  for (const some of drawn) for (const person of some) isDrawn[person] = 1;
  const between = tiesBetween(judged, brokerage, people, (person) => isDrawn[person] === 1);
  const plain = choose({ wanted: [], unfold: [], limit: MAP_LIMIT });
  const seed = input.seed ?? PLAIN_SEED;
  const placed = await placesFor(
    session,
    { judged, brokerage, people, between, seed, plain, drawn },
    signal === undefined ? {} : { signal },
  );
  const bridgesOf = (person: PersonIndex) => bridgedRegions(brokerage, regionOf, person);
  const isKnown = brokerage.graph.size > 0;
  const owners = new Set(network.owners.map((owner) => owner.person));
  const nodes: MapNode[] = [];
  const shown: MapRegion[] = [];
  let colored = 0;
  for (const [at, region] of regions.entries()) {
    const { x, y, radius, places, fold } = placed[at]!;
    const size = region.members.length;
    const contacts = region.members.filter((person) => judged.graph.egoTies.isTie[person] === 1).length;
    const isColored =
      region.kind !== 'rest' && size >= LEAST_COLORED && colored < COLORS && !(region.isClosed && isKnown);
    shown.push({
      region: at,
      kind: region.kind,
      label: region.label,
      color: isColored ? colored++ : null,
      x,
      y,
      radius,
      people: size,
      drawn: drawn[at]!.length,
      contacts,
      isThin: region.kind === 'community' && size >= LEAST_THIN && contacts <= Math.max(1, THIN_SHARE * size),
    });
    for (const [place, person] of drawn[at]!.entries()) {
      nodes.push({
        ...personNode(judged, brokerage, person, owners.has(person)),
        region: at,
        ...places[place]!,
        size: sizeOf(importance[person]!),
        importance: importance[person]!,
        bridges: bridgesOf(person),
        isApart: apart.has(person),
      });
    }
    const count = size - drawn[at]!.length;
    if (count > 0) nodes.push(foldNode(at, region.label, count, drawn[at]!.length === 0, fold));
  }
  if (!isKnown) nodes.push(meNode(judged));
  nodes.sort((a, b) => b.importance - a.importance);
  const edges = edgesAmong(judged, brokerage, people, drawn.flat());
  const total = regions.reduce((sum, { members }) => sum + members.length, 0);
  const drawnCount = drawn.reduce((sum, some) => sum + some.length, 0);
  return {
    counts: {
      people: total,
      drawn: drawnCount,
      folded: total - drawnCount,
      ties: tieCount(brokerage.graph),
      tiesDrawn: edges.length,
    },
    regions: shown,
    nodes,
    edges,
    links: linksOf(between),
  };
}

/** Somebody and everybody within one or two ties, the nearest first. */
function around({ graph }: Brokerage, focus: PersonIndex, depth: number): PersonIndex[] {
  const start = graph.nodeOf[focus] ?? -1;
  if (start < 0) return [focus];
  const found = new Set([start]);
  let edge = [start];
  for (let step = 0; step < depth; step++) {
    const next: number[] = [];
    for (const node of edge) {
      for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
        const other = graph.neighbors[at]!;
        if (found.has(other)) continue;
        found.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return [...found].map((node) => graph.personOf[node]!);
}

function personNumbered(judged: Judged, id: number): PersonIndex {
  const found = judged.network.people.findIndex((person) => person.id === id);
  if (found === -1) throw new WeftError('arguments', 'person-unknown', 'Nobody has that number.');
  return found;
}

/** Who is thought away: as asked, else the first connector. */
function goneOf(judged: Judged, brokerage: Brokerage, people: MapPeople, asked: number | undefined): PersonIndex {
  if (asked !== undefined) return personNumbered(judged, asked);
  // Owners come out largest because they alone are seen whole: somebody else is the better question.
  const owners = new Set(judged.network.owners.map((owner) => owner.person));
  const seen = [...brokerage.graph.personOf];
  const others = seen.filter((person) => !owners.has(person));
  const all = others.length > 0 ? others : seen;
  return all.reduce((best, person) => (people.rank[person]! < people.rank[best]! ? person : best), all[0]!);
}

function sentenceOf(
  regions: readonly MapRegion[],
  mode: MapView['mode'],
  isKnown: boolean,
  whatIf: WhatIf | null,
  findings: MapPicture['findings'],
): string {
  if (!isKnown) {
    const staffed = regions.filter(({ kind }) => kind !== 'rest');
    const shown =
      staffed.length === 0
        ? ''
        : ` Here is where they work: ${countOf(staffed.length, 'place')} where you know three or more.`;
    return `Who connects your circles is not known yet: nothing here says who among your contacts knows whom.${shown}`;
  }
  if (whatIf !== null) return whatIfSentence(whatIf);
  if (mode === 'thin') {
    const thin = regions.filter(({ isThin }) => isThin).sort((a, b) => b.people - a.people);
    const [first] = thin;
    if (first === undefined) return 'You know more than one in ten people of every circle here.';
    return `You are thinnest in ${lower(first.label)}: you know ${groupDigits(first.contacts)} of ${countOf(first.people, 'person', 'people')} there${thin.length > 1 ? `, and few in ${countOf(thin.length - 1, 'other circle')}` : ''}.`;
  }
  const circles = regions.filter(({ kind }) => kind === 'community').length;
  if (circles === 1)
    return `Only ${lower(regions[0]!.label)} is known so far: who joins it to others is not known yet.`;
  const found = findings.find(isAboutConnecting);
  return found?.text ?? 'Several circles are known, and nobody is seen to join one to another yet.';
}

function isAboutConnecting({ view }: MapPicture['findings'][number]): boolean {
  return view.mode === 'connectors' || view.mode === 'without';
}

function whatIfSentence({ person, targets, circles, people }: WhatIf): string {
  const lost = targets.filter(({ after }) => after === null).length;
  const longer = targets.length - lost;
  const among = circles.length > 0 ? `, among them ${countOf(circles.length, 'whole circle')}` : '';
  const parts = [
    ...(people > 0 ? [`${countOf(people, 'person', 'people')} would be cut off from the rest${among}`] : []),
    ...(lost > 0 ? [`you would lose every route to ${countOf(lost, 'target')}`] : []),
    ...(longer > 0 ? [`the way to ${countOf(longer, 'target')} would grow longer`] : []),
  ];
  if (parts.length === 0) return `Without ${person.name}, everything known here would still hang together.`;
  return `Without ${person.name}, ${parts.join('; ')}.`;
}

function lower(label: string): string {
  return label.startsWith('The ') ? `the ${label.slice(4)}` : label;
}
