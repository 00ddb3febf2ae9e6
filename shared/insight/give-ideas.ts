/**
 * What I could give: two of my contacts who should know each other, good news to congratulate on, and help that one of them can
 * give and another was looking for. Made of what is known for sure; a guess is no gift.
 */

import type { Judged } from '../graph/build-graph.ts';
import { jobOn } from '../graph/employers.ts';
import { BANDS } from '../graph/my-ties.ts';
import type { TitleFunction } from '../graph/title.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import { spokenDay } from '../model/words.ts';
import type { Ranking } from './opportunity-ranking.ts';
import { lastMove, NEWS_DAYS } from './suggestions.ts';

export interface GiveIdea {
  kind: 'introduce' | 'congratulate' | 'offer';
  /** Whom the gift is for first. */
  people: PersonIndex[];
  reason: string;
  firstStep: string;
}

const MOST_OF_A_KIND = 3;
/** So many of the first who are known well are looked at for pairs. */
const PAIRED = 120;
/** Words that say nothing about what somebody needs. */
const LEAST_LETTERS = 4;
const NEED = /\b(?:look(?:s|ing)? for|needs?|ask(?:s|ed) for|wants?|search(?:es|ing)? for)\b(.*)/i;

/** At most three of each kind: help first, then introductions, then congratulations. */
export function giveIdeas(ranking: Ranking, statements: readonly Statement[]): GiveIdea[] {
  return [...offers(ranking, statements), ...introductions(ranking), ...congratulations(ranking)];
}

/** "Needs X", by my own note, and somebody who, as I said, can help with X. */
function offers({ judged }: Ranking, statements: readonly Statement[]): GiveIdea[] {
  const { network, asOf } = judged;
  const helpers: { person: PersonIndex; text: string; words: Set<string> }[] = [];
  const needs: { person: PersonIndex; text: string; words: Set<string> }[] = [];
  const notes = [...network.saidInFiles, ...statements].filter(({ on }) => on === null || on <= asOf);
  for (const { body } of notes) {
    if (body.kind !== 'helps-with' && body.kind !== 'note') continue;
    const person = network.indexOfKey.get(body.person);
    if (person === undefined || person === network.ego) continue;
    if (body.kind === 'helps-with') helpers.push({ person, text: body.text, words: wordsOf(body.text) });
    else {
      const need = NEED.exec(body.text)?.[1]?.trim();
      if (need !== undefined && need !== '') needs.push({ person, text: need, words: wordsOf(need) });
    }
  }
  const found: GiveIdea[] = [];
  for (const need of needs) {
    const helper = helpers.find(
      ({ person, words }) => person !== need.person && [...words].some((word) => need.words.has(word)),
    );
    if (helper === undefined || found.length === MOST_OF_A_KIND) continue;
    const [who, other] = [nameOf(judged, need.person), nameOf(judged, helper.person)];
    found.push({
      kind: 'offer',
      people: [need.person, helper.person],
      reason: `By your note ${who} is looking for ${short(need.text)}, and ${other} can help with ${short(helper.text)}.`,
      firstStep: `Ask ${other} whether you may bring ${who} to them.`,
    });
  }
  return found;
}

/** Functions whose names are no field one works in. */
const FIELDS: Partial<Record<TitleFunction, string>> = { people: 'human resources', executive: 'leadership' };

/** Two whom I know well, of one field, at different employers, of whom nothing says that they know each other. */
function introductions({ judged, opportunity }: Ranking): GiveIdea[] {
  const { mySummaries, titles, employers } = judged;
  const known: PersonIndex[] = [];
  for (const at of opportunity.order) {
    const person = opportunity.contacts[at]!;
    const band = BANDS[mySummaries.band[person]!];
    if (band === 'moderate' || band === 'strong') known.push(person);
    if (known.length === PAIRED) break;
  }
  const found: GiveIdea[] = [];
  const used = new Set<PersonIndex>();
  for (const [place, a] of known.entries()) {
    const { fn } = titles[a]!;
    if (used.has(a) || fn === 'other' || fn === 'unknown' || employers.keyOfPerson[a] === null) continue;
    const b = known.slice(place + 1).find((other) => {
      const isElsewhere =
        employers.keyOfPerson[other] !== null && employers.keyOfPerson[other] !== employers.keyOfPerson[a];
      return !used.has(other) && titles[other]!.fn === fn && isElsewhere && !areTied(judged, a, other);
    });
    if (b === undefined) continue;
    used.add(a).add(b);
    found.push({
      kind: 'introduce',
      people: [a, b],
      reason: `You know both well, both work in ${FIELDS[fn] ?? fn} (${placeOf(judged, a)}; ${placeOf(judged, b)}), and nothing here says they know each other.`,
      firstStep: `Ask each of them first, then write two lines to both.`,
    });
    if (found.length === MOST_OF_A_KIND) break;
  }
  return found;
}

function congratulations({ judged, opportunity }: Ranking): GiveIdea[] {
  const { network, asOf } = judged;
  const found: GiveIdea[] = [];
  for (const at of opportunity.order) {
    const person = opportunity.contacts[at]!;
    const move = lastMove(network.people[person]!.jobs, asOf);
    if (move === null || asOf - move.seen > NEWS_DAYS) continue;
    const name = nameOf(judged, person);
    const what =
      move.before.company === move.now.company
        ? `is now ${move.now.position ?? 'in a new role'}`
        : `moved to ${move.now.company ?? 'something new'}`;
    found.push({
      kind: 'congratulate',
      people: [person],
      reason: `${name} ${what}: your export showed it ${spokenDay(move.seen, asOf)}.`,
      firstStep: `Congratulate ${name}, and ask for nothing.`,
    });
    if (found.length === MOST_OF_A_KIND) break;
  }
  return found;
}

function areTied({ graph }: Judged, a: PersonIndex, b: PersonIndex): boolean {
  const { offsets, neighbors } = graph.alterTies;
  for (let tie = offsets[a]!; tie < offsets[a + 1]!; tie++) if (neighbors[tie] === b) return true;
  return false;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= LEAST_LETTERS),
  );
}

function nameOf({ network }: Judged, person: PersonIndex): string {
  return network.people[person]!.name;
}

function placeOf(judged: Judged, person: PersonIndex): string {
  const { company } = jobOn(judged.network.people[person]!, judged.asOf);
  return `${nameOf(judged, person)} at ${company ?? 'another place'}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/[.;,]+$/, '');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
