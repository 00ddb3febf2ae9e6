/**
 * Three people worth writing to on a day, each with one sentence of reason and a first step that is not always an ask
 * (product.md, Today). Pure: the same map and day give the same three.
 */
import { jobOn } from '../graph/employers.ts';
import { BANDS } from '../graph/my-ties.ts';
import type { JobSpell, PersonIndex } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import { countOf, spokenDay } from '../model/words.ts';
import { lastContactDay, thanksOwed } from './follow-ups.ts';
import { findIntroPaths } from './intro-paths.ts';
import type { Ranking } from './opportunity-ranking.ts';
import type { PreparedRoutes } from './prepare-routes.ts';
import { answerSentence, firstStep } from './route-words.ts';

type SuggestionKind = 'ask' | 'congratulate' | 'give' | 'rekindle';

export interface Suggestion {
  person: PersonIndex;
  kind: SuggestionKind;
  reason: string;
  firstStep: string;
  /** Name of the target an ask is about. */
  target: string | null;
}

const SUGGESTIONS_A_DAY = 3;
/**
 * Each person has one day in eight, by a number made of their key: so nobody is suggested twice within a week whether or not
 * anybody looked, and those who look once a week see others each time.
 */
const TURN_DAYS = 8;
/** A change of job is news for half a year after an export showed it (J). */
export const NEWS_DAYS = 180;
/** Silence after which one may write again without a reason (J). */
const SILENCE_DAYS = 120;
/** Somebody just written to or asked is left alone (J): a week after anything, four weeks after an ask. */
const REST_DAYS = 7;
const ASK_REST_DAYS = 28;
/** Kinds take turns, so that not everything is an ask. */
const KIND_ORDER: readonly SuggestionKind[] = ['congratulate', 'ask', 'give', 'rekindle'];

/** At most three people, of different kinds where there are. Empty where nothing is known that gives a reason. */
export function suggestToday(ranking: Ranking, prepared: PreparedRoutes): Suggestion[] {
  const { judged } = ranking;
  const resting = restingPeople(ranking);
  const { network, asOf } = judged;
  const isOpen = (person: PersonIndex) =>
    !resting.has(person) &&
    isTurn(network.people[person]!.key, asOf) &&
    !isWithin(lastContactDay(judged, person), REST_DAYS, asOf);
  // Whose day it is, best first; looked up once for all kinds.
  const open: PersonIndex[] = [];
  for (const at of ranking.opportunity.order) {
    const person = ranking.opportunity.contacts[at]!;
    if (isOpen(person)) open.push(person);
  }
  const byKind: Record<SuggestionKind, Suggestion[]> = {
    congratulate: congratulations(ranking, open),
    ask: asks(ranking, prepared, new Set(open)),
    give: gives(ranking, open),
    rekindle: rekindlings(ranking, open),
  };
  const chosen = new Map<PersonIndex, Suggestion>();
  for (let place = 0; chosen.size < SUGGESTIONS_A_DAY; place++) {
    const before = chosen.size;
    let isLeft = false;
    for (const kind of KIND_ORDER) {
      const one = byKind[kind][place];
      isLeft ||= one !== undefined;
      if (one !== undefined && chosen.size < SUGGESTIONS_A_DAY && !chosen.has(one.person)) chosen.set(one.person, one);
    }
    if (!isLeft && chosen.size === before) break;
  }
  return [...chosen.values()];
}

/** Whether it is this person's day. */
export function isTurn(key: string, day: Day): boolean {
  // FNV-1a: spreads keys that differ in one digit over all turns.
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (((day - (hash >>> 0)) % TURN_DAYS) + TURN_DAYS) % TURN_DAYS === 0;
}

function isWithin(last: Day | null, days: number, asOf: Day): boolean {
  return last !== null && asOf - last < days;
}

/** People whom the user put off, or was in touch with lately by the log. */
function restingPeople({ judged, statements }: Ranking): Set<PersonIndex> {
  const { network, asOf } = judged;
  const resting = new Set<PersonIndex>([network.ego]);
  const snoozes = new Map<PersonIndex, { id: number; on: Day; until: Day | null }>();
  for (const { id, on, body } of statements) {
    if (on > asOf || !('person' in body)) continue;
    const person = network.indexOfKey.get(body.person);
    if (person === undefined) continue;
    if (body.kind === 'snooze') {
      const before = snoozes.get(person);
      if (before === undefined || before.on < on || (before.on === on && before.id < id)) {
        snoozes.set(person, { id, on, until: body.until });
      }
    } else if (body.kind === 'ask' && asOf - on < ASK_REST_DAYS) resting.add(person);
    else if (body.kind === 'give' && asOf - on < REST_DAYS) resting.add(person);
  }
  for (const [person, { until }] of snoozes) if (until === null || until > asOf) resting.add(person);
  return resting;
}

/** The best first person to ask, target by target. */
function asks(ranking: Ranking, prepared: PreparedRoutes, open: ReadonlySet<PersonIndex>): Suggestion[] {
  const { judged, targets } = ranking;
  const best = new Map<PersonIndex, { probability: number; suggestion: Suggestion }>();
  for (const target of targets.targets) {
    if (target.people.length === 0) continue;
    for (const path of findIntroPaths(prepared, target.people)) {
      const person = path.people[1]!;
      if (!open.has(person) || path.probability <= (best.get(person)?.probability ?? 0)) continue;
      best.set(person, {
        probability: path.probability,
        suggestion: {
          person,
          kind: 'ask',
          reason: answerSentence(judged, target.name, [path]),
          firstStep: firstStep(judged, path),
          target: target.name,
        },
      });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.probability - a.probability || a.suggestion.person - b.suggestion.person)
    .map(({ suggestion }) => suggestion);
}

/** A new employer or title, seen between two exports. */
function congratulations(ranking: Ranking, open: readonly PersonIndex[]): Suggestion[] {
  const { network, asOf } = ranking.judged;
  return best(open, 'congratulate', (person) => {
    const move = lastMove(network.people[person]!.jobs, asOf);
    if (move === null || asOf - move.seen > NEWS_DAYS) return null;
    const { name } = network.people[person]!;
    const isMove = move.before.company !== move.now.company;
    const what = isMove
      ? `moved from ${move.before.company ?? 'elsewhere'} to ${move.now.company ?? 'something new'}`
      : `is now ${move.now.position ?? 'in a new role'}${move.now.company === null ? '' : ` at ${move.now.company}`}`;
    return {
      reason: `${name} ${what}: your export showed it ${spokenDay(move.seen, asOf)}.`,
      firstStep: `Congratulate ${name}, and ask how the first weeks are. Ask for nothing else.`,
    };
  });
}

/** The last change of employer or title until a day; null without one. */
export function lastMove(jobs: readonly JobSpell[], asOf: Day): { before: JobSpell; now: JobSpell; seen: Day } | null {
  if (jobs.length < 2) return null;
  const seen = jobs.filter(({ firstSeen }) => firstSeen === null || firstSeen <= asOf);
  const [before, now] = seen.slice(-2);
  if (before === undefined || now?.firstSeen == null) return null;
  const isNews = now.company !== null && (before.company !== now.company || before.position !== now.position);
  return isNews ? { before, now, seen: now.firstSeen } : null;
}

/** Where the balance asks for something in return. */
function gives(ranking: Ranking, open: readonly PersonIndex[]): Suggestion[] {
  const { judged, input, statements } = ranking;
  const owed = new Map(thanksOwed(judged, statements).map((thanks) => [thanks.person, thanks]));
  return best(open, 'give', (person) => {
    const { name } = judged.network.people[person]!;
    const thanks = owed.get(person);
    if (thanks !== undefined) {
      return {
        reason: `${name} helped you ${spokenDay(thanks.on, judged.asOf)}, and has heard nothing back.`,
        firstStep: `Tell ${name} what came of it, and thank them.`,
      };
    }
    const balance = input.balance[person]!;
    if (balance >= 0) return null;
    return {
      reason: `You have asked ${name} ${balance === -1 ? 'once' : `${-balance} times`} more than you gave.`,
      firstStep: `Send ${name} something useful: an article, a name, an event. Ask for nothing.`,
    };
  });
}

/** Former strong ties first, then whoever was close and has gone quiet. */
function rekindlings(ranking: Ranking, open: readonly PersonIndex[]): Suggestion[] {
  const { judged } = ranking;
  const { network, asOf, mySummaries } = judged;
  const dormant = best(open, 'rekindle', (person) => {
    const last = lastContactDay(judged, person);
    if (mySummaries.isDormant[person] !== 1 || last === null) return null;
    const { name } = network.people[person]!;
    return {
      reason: `You and ${name} were close and were last in touch ${spokenDay(last, asOf)}.`,
      firstStep: `Write ${name} three lines: what reminded you of them, and how they are.`,
    };
  });
  const quiet = best(open, 'rekindle', (person) => {
    const last = lastContactDay(judged, person);
    const band = BANDS[mySummaries.band[person]!];
    const isKnownWell = band === 'moderate' || band === 'strong';
    if (mySummaries.isDormant[person] === 1 || !isKnownWell || (last !== null && asOf - last < SILENCE_DAYS))
      return null;
    const { name } = network.people[person]!;
    const { company } = jobOn(network.people[person]!, asOf);
    return {
      reason:
        last === null
          ? `You know ${name}${company === null ? '' : ` (${company})`} well, and no contact between you is on record.`
          : `You and ${name} know each other well and were last in touch ${spokenDay(last, asOf)}.`,
      firstStep: `Ask ${name} what they are working on, and offer one thing that may help.`,
    };
  });
  return [...dormant, ...quiet];
}

/** Those for whom there is a reason, in the order given. */
function best(
  open: readonly PersonIndex[],
  kind: SuggestionKind,
  reasonFor: (person: PersonIndex) => { reason: string; firstStep: string } | null,
): Suggestion[] {
  const found: Suggestion[] = [];
  for (const person of open) {
    const words = reasonFor(person);
    if (words !== null) found.push({ person, kind, ...words, target: null });
    // Three of a kind are all that one day can show.
    if (found.length === SUGGESTIONS_A_DAY) break;
  }
  return found;
}

/** Why there are fewer than three; null when there are three. */
export function suggestionsMissing(ranking: Ranking, found: number): string | null {
  if (found >= SUGGESTIONS_A_DAY) return null;
  const { input, judged } = ranking;
  if (input.contacts.length === 0) return 'Nobody is known yet: import your LinkedIn export.';
  if (judged.network.owners[0]?.has.messages !== true && found === 0) {
    return 'Connections.csv alone gives no reason to write to one rather than another. messages.csv of the full archive, or a few answers under “Sort who you know” in the window, would.';
  }
  return found === 0
    ? 'Nobody is due today. Nobody is suggested twice within a week.'
    : `${countOf(found, 'person', 'people')} for today; nobody is suggested twice within a week.`;
}
