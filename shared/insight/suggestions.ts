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
  const eligible = eligiblePeople(ranking);
  const byKind: Record<SuggestionKind, Suggestion[]> = {
    congratulate: congratulations(ranking, eligible),
    ask: asks(ranking, prepared, eligible),
    give: gives(ranking, eligible),
    rekindle: rekindlings(ranking, eligible),
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

interface Eligible {
  /** All contacts, best first. */
  contacts: PersonIndex[];
  /** Whether it is their day and they are not left alone. Asked last: few have a reason, and this takes longer to tell. */
  isOpen: (person: PersonIndex) => boolean;
}

function eligiblePeople(ranking: Ranking): Eligible {
  const { judged, opportunity } = ranking;
  const { network, asOf } = judged;
  const resting = restingPeople(ranking);
  return {
    contacts: Array.from(opportunity.order, (at) => opportunity.contacts[at]!),
    isOpen: (person) =>
      !resting.has(person) &&
      isTurn(network.people[person]!.key, asOf) &&
      !isWithin(lastContactDay(judged, person), REST_DAYS, asOf),
  };
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
function asks(ranking: Ranking, prepared: PreparedRoutes, { isOpen }: Eligible): Suggestion[] {
  const { judged, targets } = ranking;
  const best = new Map<PersonIndex, { probability: number; suggestion: Suggestion }>();
  for (const target of targets.targets) {
    if (target.people.length === 0) continue;
    for (const path of findIntroPaths(prepared, target.people)) {
      const person = path.people[1]!;
      if (path.probability <= (best.get(person)?.probability ?? 0) || !isOpen(person)) continue;
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
function congratulations(ranking: Ranking, eligible: Eligible): Suggestion[] {
  const { network, asOf } = ranking.judged;
  const newMove = (person: PersonIndex) => {
    const move = lastMove(network.people[person]!.jobs, asOf);
    return move === null || asOf - move.seen > NEWS_DAYS ? null : move;
  };
  return best(eligible, 'congratulate', newMove, (person, move) => {
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
function gives(ranking: Ranking, eligible: Eligible): Suggestion[] {
  const { judged, input, statements } = ranking;
  const owed = new Map(thanksOwed(judged, statements).map((thanks) => [thanks.person, thanks]));
  const mine = (person: PersonIndex) => {
    const thanks = owed.get(person) ?? null;
    const balance = input.balance[person]!;
    return thanks !== null || balance < 0 ? { thanks, balance } : null;
  };
  return best(eligible, 'give', mine, (person, { thanks, balance }) => {
    const { name } = judged.network.people[person]!;
    if (thanks !== null) {
      return {
        reason: `${name} helped you ${spokenDay(thanks.on, judged.asOf)}, and has heard nothing back.`,
        firstStep: `Tell ${name} what came of it, and thank them.`,
      };
    }
    return {
      reason: `You have asked ${name} ${balance === -1 ? 'once' : `${-balance} times`} more than you gave.`,
      firstStep: `Send ${name} something useful: an article, a name, an event. Ask for nothing.`,
    };
  });
}

/** Former strong ties first, then whoever was close and has gone quiet. */
function rekindlings(ranking: Ranking, eligible: Eligible): Suggestion[] {
  const { judged } = ranking;
  const { network, asOf, mySummaries } = judged;
  const isDormant = (person: PersonIndex) => mySummaries.isDormant[person] === 1;
  const silentSince = (person: PersonIndex) => (isDormant(person) ? lastContactDay(judged, person) : null);
  const dormant = best(eligible, 'rekindle', silentSince, (person, last) => {
    const { name } = network.people[person]!;
    return {
      reason: `You and ${name} were close and were last in touch ${spokenDay(last, asOf)}.`,
      firstStep: `Write ${name} three lines: what reminded you of them, and how they are.`,
    };
  });
  const quietSince = (person: PersonIndex) => {
    const band = BANDS[mySummaries.band[person]!];
    if (isDormant(person) || (band !== 'moderate' && band !== 'strong')) return null;
    const last = lastContactDay(judged, person);
    return isWithin(last, SILENCE_DAYS, asOf) ? null : { last };
  };
  const quiet = best(eligible, 'rekindle', quietSince, (person, { last }) => {
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

/** Those for whom there is a reason, best first. */
function best<Reason>(
  { contacts, isOpen }: Eligible,
  kind: SuggestionKind,
  reasonFor: (person: PersonIndex) => Reason | null,
  words: (person: PersonIndex, reason: Reason) => { reason: string; firstStep: string },
): Suggestion[] {
  const found: Suggestion[] = [];
  for (const person of contacts) {
    const reason = reasonFor(person);
    if (reason === null || !isOpen(person)) continue;
    found.push({ person, kind, ...words(person, reason), target: null });
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
