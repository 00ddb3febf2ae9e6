/** The ranking in sentences: what it says as a whole, why somebody stands where they stand, and what to do next. */

import { findTie } from '../graph/compressed-rows.ts';
import { jobOn } from '../graph/employers.ts';
import { BANDS } from '../graph/my-ties.ts';
import type { PersonIndex } from '../model/network.ts';
import { countOf, groupDigits } from '../model/words.ts';
import { countsInBrokerage } from './brokerage-graph.ts';
import { multipliersOf, type PartName } from './opportunity.ts';
import type { Ranking } from './opportunity-ranking.ts';

/** From here on a part is worth a sentence: it moves the score by a quarter. */
const NOTEWORTHY = Math.log(1.25);
const MAX_REASONS = 3;
const STRONG = 'strong';

/** Whether a vital few can be told apart, and by closeness. */
export function rankingStatus({ pareto, input }: Ranking): 'ranked' | 'no-vital-few-yet' {
  const isAllUnknown = input.contacts.every((person) => input.isUnknown[person] === 1);
  // Without closeness and without targets only titles differ, and a title is no opportunity.
  return pareto.isFlat || (isAllUnknown && !input.hasTargets) ? 'no-vital-few-yet' : 'ranked';
}

export function rankingSentence(ranking: Ranking): string {
  const { pareto, input } = ranking;
  const n = input.contacts.length;
  if (n === 0) return 'There is nobody to rank yet: import your LinkedIn export first.';
  if (n === 1) return 'You have one contact here, so there is nobody to compare.';
  if (rankingStatus(ranking) === 'no-vital-few-yet') {
    const why = isNothingKnown(ranking)
      ? 'Connections.csv alone does not say who is close to you'
      : pareto.gini === 0
        ? 'all of them look alike'
        : `it takes ${countOf(pareto.vitalSet, 'person', 'people')} of ${groupDigits(n)} to hold 80 %`;
    return `No vital few can be told apart yet among ${countOf(n, 'contact')}: ${why}.`;
  }
  const few = `${countOf(pareto.vitalSet, 'person', 'people').replace(/ .*/, '')} of ${groupDigits(n)} people`;
  const holds = pareto.vitalSet === 1 ? 'holds' : 'hold';
  const limit = isNothingKnown(ranking) ? ', by where they work: how close you are is not known' : '';
  return `${few} ${holds} 80 % of what your network could open${limit}.`;
}

/** What is missing for a better answer and which source would tell, most useful first. */
export function rankingMissing({ judged, input, targets }: Ranking): string[] {
  const missing: string[] = [];
  const me = judged.network.owners[0];
  const unknown = input.contacts.reduce((count, person) => count + input.isUnknown[person]!, 0);
  if (input.contacts.length === 0) return ['Connections.csv of your LinkedIn export lists your contacts.'];
  if (me?.has.messages !== true) {
    missing.push(
      'messages.csv of the full LinkedIn archive shows with whom you are in touch; without it nobody is ranked by closeness.',
    );
  }
  if (unknown > 0) {
    missing.push(
      `How close you are is not known for ${countOf(unknown, 'contact')}: say it under “Sort who you know” in the window, or with weft say closeness.`,
    );
  }
  if (!input.hasTargets)
    missing.push('Name the companies or people you want to reach: then it counts who leads there.');
  const nobody = targets.targets.filter(({ people }) => people.length === 0);
  if (nobody.length > 0) {
    missing.push(
      `Nobody is known at ${nobody
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', ')}${nobody.length > 3 ? ` and ${nobody.length - 3} more` : ''}.`,
    );
  }
  if (judged.network.owners.length <= 1)
    missing.push("A friend's own export, imported as theirs, shows whom they know.");
  return missing;
}

/** Nobody's closeness is known: Connections.csv alone. */
function isNothingKnown({ input }: Ranking): boolean {
  return input.contacts.length > 0 && input.contacts.every((person) => input.isUnknown[person] === 1);
}

/** The parts that move this contact most, in sentences; what lowers a score is said as well. */
export function contactReasons(ranking: Ranking, at: number): string[] {
  const logs = Object.entries(multipliersOf(ranking.opportunity, at)).map(([name, multiplier]) => ({
    name: name as PartName,
    log: Math.log(multiplier),
  }));
  const telling = logs.filter(
    ({ name, log }) => Math.abs(log) >= NOTEWORTHY || (name === 'reach' && isAbove(ranking, at)),
  );
  telling.sort((a, b) => Math.abs(b.log) - Math.abs(a.log));
  const reasons = telling.slice(0, MAX_REASONS).map(({ name, log }) => reasonOf(ranking, at, name, log >= 0));
  return reasons.length > 0 ? reasons : ['In the middle on every count.'];
}

function isAbove({ opportunity, input }: Ranking, at: number): boolean {
  return input.hasTargets && opportunity.parts.reach[at]! > input.constants.reachFloor;
}

function reasonOf(ranking: Ranking, at: number, part: PartName, isUp: boolean): string {
  const { input, opportunity } = ranking;
  const person = opportunity.contacts[at]!;
  const via = opportunity.via[at]!;
  switch (part) {
    case 'warmth':
      return warmthReason(ranking, person, isUp);
    case 'responsiveness':
      return isUp ? 'Has answered or helped more often than most.' : 'Has answered or helped less often than most.';
    case 'reach':
      return reachReason(ranking, person, via, isUp);
    case 'power':
      return `${via < 0 ? 'Has' : `${nameOf(ranking, via)} has`} ${isUp ? 'much' : 'little'} say in hiring${titleOf(ranking, via < 0 ? person : via)}.`;
    case 'reciprocity':
      return isUp ? 'You have given more than you asked for.' : 'You have asked more than you gave.';
    case 'novelty':
      return noveltyReason(input.mutuals[person]!, isUp);
  }
}

function warmthReason({ judged, input }: Ranking, person: PersonIndex, isUp: boolean): string {
  const vouch = judged.statements.vouches.get(person);
  if (vouch === isUp) return `You said they would ${vouch ? '' : 'not '}vouch for you.`;
  const band = BANDS[judged.mySummaries.band[person]!]!;
  if (input.isUnknown[person] === 1 || band === 'unknown') return 'How close you are is not known.';
  return `Your tie is ${band}${isUp ? ', closer than most' : ', less close than most'}.`;
}

function noveltyReason(mutuals: number, isUp: boolean): string {
  if (Number.isNaN(mutuals))
    return isUp ? 'Seems to move in other circles than you.' : 'Probably knows many whom you know.';
  const known = `You have ${countOf(mutuals, 'mutual connection')}`;
  if (isUp) return `${known}: enough to be trusted, few enough to bring news.`;
  return mutuals < 10 ? `${known}: little that would vouch for you.` : `${known}: much of what they know, you know.`;
}

function reachReason(ranking: Ranking, person: PersonIndex, via: PersonIndex, isUp: boolean): string {
  const { judged, input } = ranking;
  if (input.isAtTarget[person] === 1) {
    const company = jobOn(judged.network.people[person]!, judged.asOf).company;
    const target = ranking.targets.targets.find(({ people }) => people.includes(person));
    return target?.kind === 'person'
      ? 'Is one of your targets.'
      : `Works at ${company ?? target?.name ?? 'a target'}, one of your targets.`;
  }
  if (via < 0) return 'Is not known to lead to a target.';
  const knows = tieWord(ranking, person, via);
  if (!isUp)
    return `${knows === 'Knows' ? 'Leads' : 'May lead'} to ${nameOf(ranking, via)}, less surely than others do.`;
  const { company } = jobOn(judged.network.people[via]!, judged.asOf);
  return `${knows} ${nameOf(ranking, via)}${company === null ? '' : ` at ${company}`}.`;
}

/** What is inferred, or more likely not there, is never worded as fact (model.md §12). */
function tieWord({ judged }: Ranking, person: PersonIndex, via: PersonIndex): 'Knows' | 'May know' {
  const { graph, constants } = judged;
  const tie = findTie(graph.alterTies, person, via);
  return tie >= 0 && countsInBrokerage(graph, person, tie, constants) ? 'Knows' : 'May know';
}

/** What to do next with this contact, as one sentence. */
export function contactStep(ranking: Ranking, at: number): string {
  const { judged, input, opportunity } = ranking;
  const person = opportunity.contacts[at]!;
  const name = nameOf(ranking, person);
  if (input.isUnknown[person] === 1) return `Say how well you know ${name}: that would tell most.`;
  if (judged.mySummaries.isDormant[person] === 1) return `Write to ${name} again before you ask for anything.`;
  if (input.balance[person]! < 0) return `Give ${name} something first: you have asked more than you gave.`;
  const via = opportunity.via[at]!;
  if (input.isAtTarget[person] === 1) {
    return BANDS[judged.mySummaries.band[person]!] === STRONG
      ? `Ask ${name} for a frank word on the place and on who decides.`
      : `Write to ${name} and ask for fifteen minutes of advice, not for a job.`;
  }
  if (via >= 0) {
    return tieWord(ranking, person, via) === 'Knows'
      ? `Ask ${name} to introduce you to ${nameOf(ranking, via)}.`
      : `Ask ${name} whether they know ${nameOf(ranking, via)}.`;
  }
  return input.hasTargets
    ? `Ask ${name} whom they know at your targets.`
    : `Tell ${name} what you are looking for, and ask what they need.`;
}

function nameOf({ judged }: Ranking, person: PersonIndex): string {
  return judged.network.people[person]!.name;
}

function titleOf({ judged }: Ranking, person: PersonIndex): string {
  const { position } = jobOn(judged.network.people[person]!, judged.asOf);
  return position === null ? '' : ` (${position.replace(/\s+/g, ' ')})`;
}
