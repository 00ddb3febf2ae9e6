/** Who among my contacts could tell about an employer, or about one person: who was there, who knows them, who would be frank. */
import type { Judged } from '../graph/build-graph.ts';
import { jobOn } from '../graph/employers.ts';
import { BANDS } from '../graph/my-ties.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import { type Stay, staysFromPast } from '../ties/shared-past.ts';
import { countsInBrokerage } from './brokerage-graph.ts';

type SourceRelation = 'knows-them' | 'there-now' | 'was-there' | 'with-me';

export interface InsideSource {
  person: PersonIndex;
  /** In the order of the type above; at least one. */
  relations: SourceRelation[];
  vouch: boolean | null;
  /** A strong tie, or somebody who would vouch for me; never somebody who would not. */
  isFrank: boolean;
}

export interface BackChannelAbout {
  /** Canonical keys of the employers asked about. */
  employers: ReadonlySet<string>;
  /** The person asked about; null for an employer. */
  person: PersonIndex | null;
}

/** Contacts are taken as made there from so long before my start until so long after my end (model.md §4, circles). */
const BEFORE_START_DAYS = 30;
const AFTER_END_DAYS = 90;
const RELATIONS = ['knows-them', 'there-now', 'was-there', 'with-me'] as const;

/**
 * The frankest first: close ones before others, then who knows the person asked about, then the stronger tie, then key order.
 * Inferred ties make nobody a source: to ask "do you know them" is a route's question.
 */
export function backChannelSources(judged: Judged, about: BackChannelAbout): InsideSource[] {
  const { graph, statements } = judged;
  const knowing = knowers(judged, about.person);
  const own = ownStays(judged, about.employers);
  const found: InsideSource[] = [];
  for (let person = 0; person < graph.size; person++) {
    if (graph.egoTies.isTie[person] !== 1 || person === about.person) continue;
    const holds: Record<SourceRelation, boolean> = {
      'knows-them': knowing.has(person),
      ...employment(judged, person, about.employers),
      'with-me': isFromThatTime(judged, person, own),
    };
    const relations = RELATIONS.filter((relation) => holds[relation]);
    if (relations.length === 0) continue;
    const vouch = statements.vouches.get(person) ?? null;
    const isStrong = BANDS[judged.mySummaries.band[person]!] === 'strong';
    found.push({ person, relations, vouch, isFrank: vouch ?? isStrong });
  }
  const knows = (source: InsideSource) => Number(source.relations.includes('knows-them'));
  return found.sort(
    (a, b) =>
      Number(b.isFrank) - Number(a.isFrank) ||
      knows(b) - knows(a) ||
      graph.egoTies.s[b.person]! - graph.egoTies.s[a.person]! ||
      a.person - b.person,
  );
}

function knowers({ graph, constants }: Judged, person: PersonIndex | null): ReadonlySet<PersonIndex> {
  const found = new Set<PersonIndex>();
  if (person === null) return found;
  const { offsets, neighbors } = graph.alterTies;
  for (let tie = offsets[person]!; tie < offsets[person + 1]!; tie++) {
    if (countsInBrokerage(graph, person, tie, constants)) found.add(neighbors[tie]!);
  }
  return found;
}

function employment(
  { network, employers, asOf }: Judged,
  person: PersonIndex,
  wanted: ReadonlySet<string>,
): { 'there-now': boolean; 'was-there': boolean } {
  const isWanted = (company: string | null) => {
    const key = employers.names.keyOf(company);
    return key !== null && wanted.has(key);
  };
  const one = network.people[person]!;
  const isThere = isWanted(jobOn(one, asOf).company);
  const wasThere = one.jobs.some((job) => (job.firstSeen === null || job.firstSeen <= asOf) && isWanted(job.company));
  return { 'there-now': isThere, 'was-there': !isThere && wasThere };
}

function ownStays({ network, employers, asOf }: Judged, wanted: ReadonlySet<string>): Stay[] {
  const past = network.owners.find((owner) => owner.isMe)?.past ?? [];
  const stays = staysFromPast(past, employers.names.keyOf, () => ({ fn: 'unknown', isSenior: false }), asOf);
  return stays.filter(({ kind, key, from }) => kind === 'position' && wanted.has(key) && from !== null);
}

/** Accepted while I worked there. */
function isFromThatTime({ network, asOf }: Judged, person: PersonIndex, own: readonly Stay[]): boolean {
  const day: Day | null = network.people[person]!.connectedOn;
  if (day === null) return false;
  return own.some(({ from, to, isOpen }) => {
    const last = isOpen ? asOf : to;
    return from !== null && last !== null && day >= from - BEFORE_START_DAYS && day <= last + AFTER_END_DAYS;
  });
}
