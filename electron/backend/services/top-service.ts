/** Which few people are worth the next conversations, with the reasons, and the shortlist that opens most targets. */
import type { CallContext, CheckedInputOf, OutputOf } from '../../../shared/contract/api.ts';
import type { TopContact, TopList } from '../../../shared/contract/top.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import type { StatedCircle } from '../../../shared/graph/statements-index.ts';
import { asksSeen, reportCalibration } from '../../../shared/insight/calibration.ts';
import { multipliersOf, type Opportunity, PART_NAMES, positionOf } from '../../../shared/insight/opportunity.ts';
import type { Ranking } from '../../../shared/insight/opportunity-ranking.ts';
import {
  contactReasons,
  contactStep,
  rankingMissing,
  rankingSentence,
  rankingStatus,
} from '../../../shared/insight/opportunity-words.ts';
import { markRobust, ROBUST_RUNS, robustRuns } from '../../../shared/insight/robust.ts';
import { coverChances, coverShortlist, type Pick, replacementsFor } from '../../../shared/insight/shortlist.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf } from '../../../shared/model/words.ts';
import type { Session } from '../engine/session.ts';
import { personRef } from './person-ref.ts';
import { strengthOf } from './strength-view.ts';

/** Up to so many contacts the runs take less than a glance (about .2 s), so that nobody needs to ask for them. */
const ROBUST_AT_ONCE = 1000;

/** Marks by seed; they go with the scores they were made for. */
const marksOf = new WeakMap<Opportunity, Map<number, Uint8Array>>();

function keptMarks({ opportunity }: Ranking): Map<number, Uint8Array> {
  const kept = marksOf.get(opportunity) ?? new Map<number, Uint8Array>();
  marksOf.set(opportunity, kept);
  return kept;
}

export function listTop(session: Session, input: CheckedInputOf<'listTop'>): TopList {
  const ranking = session.judge(input.asOf).ranking(input.targets);
  const { judged, opportunity, pareto, targets } = ranking;
  const seed = input.seed ?? 1;
  const kept = keptMarks(ranking);
  if (ranking.input.contacts.length <= ROBUST_AT_ONCE && !kept.has(seed)) {
    kept.set(seed, markRobust(judged, ranking.input, seed));
  }
  const marks = kept.get(seed) ?? null;
  const { calibration: _, ...calibration } = reportCalibration(asksSeen(judged), judged.constants);
  const limit = input.limit === 0 ? opportunity.order.length : input.limit;
  const base = {
    status: rankingStatus(ranking),
    missing: rankingMissing(ranking),
    vitalSet: pareto.vitalSet,
    topShare: pareto.topShare,
    gini: pareto.gini,
    lorenz: pareto.lorenz,
    targets: targets.targets.map(({ name }) => name),
    circles: openCircles(judged).map(({ name }) => name),
    medians: { ...opportunity.medians },
    calibration,
  };
  if (!input.cover) {
    const contacts = Array.from(opportunity.order.subarray(0, limit), (at, rank) =>
      describeContact(ranking, marks, at, rank),
    );
    return { ...base, sentence: rankingSentence(ranking), total: opportunity.order.length, contacts };
  }
  const circles = input.circles ? openCircles(judged) : [];
  const goals = [...targets.targets, ...circles.map(({ members }) => ({ people: members }))];
  const cover = coverChances(ranking.input, goals);
  const picks = coverShortlist(cover, limit, judged.constants);
  const list = picks.map(({ person }) => person);
  const replacements = replacementsFor(cover, list, judged.constants);
  const places = list.map((person) => positionOf(opportunity.contacts, person));
  const ranks = ranksOf(opportunity, places);
  const named = targets.targets.length;
  const contacts = picks.map((pick, place): TopContact => {
    const replacement = replacements[place] ?? null;
    const opened = pick.opens.map(({ target }) => target);
    const at = places[place]!;
    return {
      ...describeContact(ranking, marks, at, ranks.get(at)!),
      covers: opened.flatMap((goal) => targets.targets[goal]?.name ?? []),
      coversCircles: opened.flatMap((goal) => circles[goal - named]?.name ?? []),
      coverage: Math.min(1, pick.covered / cover.targetCount),
      replacement: replacement === null ? null : personRef(judged.network, replacement),
    };
  });
  const sentence = coverSentence(judged, goalNames(targets.targets, circles), named, picks);
  return { ...base, sentence, total: contacts.length, contacts };
}

/** Circles that somebody of mine can open. */
function openCircles({ statements }: Judged): readonly StatedCircle[] {
  return statements.circles.filter(({ members }) => members.length > 0);
}

/** Ranks of a few positions. */
function ranksOf({ order }: Opportunity, places: readonly number[]): Map<number, number> {
  const wanted = new Set(places);
  const ranks = new Map<number, number>();
  for (let rank = 0; rank < order.length && ranks.size < wanted.size; rank++) {
    if (wanted.has(order[rank]!)) ranks.set(order[rank]!, rank);
  }
  return ranks;
}

function describeContact(ranking: Ranking, marks: Uint8Array | null, at: number, rank: number): TopContact {
  const { judged, opportunity, pareto } = ranking;
  const person = opportunity.contacts[at]!;
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, opportunity.parts[name][at]!]));
  return {
    rank: rank + 1,
    person: personRef(judged.network, person),
    score: opportunity.scores[at]!,
    share: pareto.shares[rank]!,
    inVitalSet: rank < pareto.vitalSet,
    inTop20: rank < pareto.topCount,
    robust: marks === null ? null : marks[at] === 1,
    parts: parts as TopContact['parts'],
    multipliers: multipliersOf(opportunity, at),
    strength: strengthOf(judged, person),
    why: contactReasons(ranking, at),
    nextStep: contactStep(ranking, at),
  };
}

function goalNames(targets: readonly { name: string }[], circles: readonly { name: string }[]): string[] {
  return [...targets, ...circles].map(({ name }) => name);
}

/** @param named how many of the goals are targets; the others are circles */
function coverSentence({ network }: Judged, goals: readonly string[], named: number, picks: readonly Pick[]): string {
  const all = goals.length;
  if (all === 0)
    return 'Name the companies or people you want to reach: then the fewest who open most of them can be found.';
  const opened = new Set(picks.flatMap(({ opens }) => opens.map(({ target }) => target)));
  if (opened.size === 0) return `Nobody you know is known to lead to ${all === 1 ? goals[0]! : 'any of these'} yet.`;
  const first = network.people[picks[0]!.person]!.name;
  const who =
    picks.length === 1 ? `${first} alone opens` : `${countOf(picks.length, 'person', 'people')}, ${first} first, open`;
  const parts = [
    partWords([...opened].filter((goal) => goal < named).length, named, 'target'),
    partWords([...opened].filter((goal) => goal >= named).length, all - named, 'circle'),
  ];
  return `${who} ${parts.filter((part) => part !== null).join(' and ')}.`;
}

function partWords(opened: number, all: number, word: 'target' | 'circle'): string | null {
  if (all === 0) return null;
  if (opened < all) return `${opened} of ${countOf(all, word)}`;
  return all === 1 ? `your one ${word}` : `all ${countOf(all, word)}`;
}

/** Runs the 64 runs with progress, so that a large list gets its marks too. */
export async function markRobustContacts(
  session: Session,
  input: CheckedInputOf<'markRobust'>,
  { onProgress, signal }: CallContext,
): Promise<OutputOf<'markRobust'>> {
  const ranking = session.judge(input.asOf).ranking(input.targets);
  const { judged, input: scored } = ranking;
  const kept = keptMarks(ranking);
  const seed = input.seed ?? 1;
  let marks = kept.get(seed);
  if (marks === undefined) {
    const runs = robustRuns(judged, scored, seed);
    while (runs.next()) {
      onProgress?.({ step: 'Trying other assumptions', done: runs.done(), total: ROBUST_RUNS });
      // Lets a cancel through between two runs.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw new WeftError('cancelled', 'cancelled', 'Stopped. Nothing changed.');
    }
    marks = runs.marks();
    kept.set(seed, marks);
  }
  const robust = [...scored.contacts].filter((_, at) => marks[at] === 1);
  return { runs: ROBUST_RUNS, robust: robust.map((person) => judged.network.people[person]!.id) };
}
