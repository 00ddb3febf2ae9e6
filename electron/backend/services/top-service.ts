/** Which few people are worth the next conversations, with the reasons, and the shortlist that opens most targets. */
import type { CallContext, CheckedInputOf, OutputOf } from '../../../shared/contract/api.ts';
import type { TopContact, TopList } from '../../../shared/contract/top.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { asksSeen, reportCalibration } from '../../../shared/insight/calibration.ts';
import { multipliersOf, PART_NAMES, positionOf } from '../../../shared/insight/opportunity.ts';
import { type Ranking, rankOpportunities } from '../../../shared/insight/opportunity-ranking.ts';
import { namedTargets, statedTargets } from '../../../shared/insight/opportunity-targets.ts';
import {
  contactReasons,
  contactStep,
  rankingMissing,
  rankingSentence,
  rankingStatus,
} from '../../../shared/insight/opportunity-words.ts';
import { markRobust, ROBUST_RUNS, robustRuns } from '../../../shared/insight/robust.ts';
import { coverChances, coverShortlist, type Pick, replacementFor } from '../../../shared/insight/shortlist.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf } from '../../../shared/model/words.ts';
import type { Session } from '../engine/session.ts';
import { personRef } from './person-ref.ts';
import { strengthOf } from './strength-view.ts';

/** Up to so many contacts the runs take less than a glance (about .2 s), so that nobody needs to ask for them. */
const ROBUST_AT_ONCE = 1000;

interface Kept {
  ranking: Ranking;
  /** By seed. */
  robust: Map<number, Uint8Array>;
}

const kept = new WeakMap<Judged, Map<string, Kept>>();

/** The ranking of a day, made once for each list of targets. */
export function rankingOf(session: Session, asOf: string | undefined, companies: readonly string[]): Ranking {
  return keptRanking(session, asOf, companies).ranking;
}

function keptRanking(session: Session, asOf: string | undefined, companies: readonly string[]): Kept {
  const { judged } = session.judge(asOf);
  const byTargets = kept.get(judged) ?? new Map<string, Kept>();
  kept.set(judged, byTargets);
  const name = JSON.stringify(companies);
  let found = byTargets.get(name);
  if (found === undefined) {
    const statements = session.statements();
    const targets = companies.length > 0 ? namedTargets(judged, companies) : statedTargets(judged, statements);
    found = { ranking: rankOpportunities(judged, statements, targets), robust: new Map() };
    byTargets.set(name, found);
  }
  return found;
}

export function listTop(session: Session, input: CheckedInputOf<'listTop'>): TopList {
  const one = keptRanking(session, input.asOf, input.targets);
  const { ranking } = one;
  const { judged, opportunity, pareto, targets } = ranking;
  const seed = input.seed ?? 1;
  if (ranking.input.contacts.length <= ROBUST_AT_ONCE && !one.robust.has(seed)) {
    one.robust.set(seed, markRobust(judged, ranking.input, seed));
  }
  const marks = one.robust.get(seed) ?? null;
  const { calibration: _, ...calibration } = reportCalibration(asksSeen(judged), judged.constants);
  const rankOf = new Map(Array.from(opportunity.order, (at, rank) => [at, rank]));
  const viewOf = (at: number) => describeContact(ranking, marks, at, rankOf.get(at)!);
  const limit = input.limit === 0 ? opportunity.order.length : input.limit;
  const base = {
    status: rankingStatus(ranking),
    missing: rankingMissing(ranking),
    vitalSet: pareto.vitalSet,
    topShare: pareto.topShare,
    gini: pareto.gini,
    lorenz: pareto.lorenz,
    targets: targets.targets.map(({ name }) => name),
    medians: { ...opportunity.medians },
    calibration,
  };
  if (!input.cover) {
    const contacts = Array.from(opportunity.order.subarray(0, limit), viewOf);
    return { ...base, sentence: rankingSentence(ranking), total: opportunity.order.length, contacts };
  }
  const cover = coverChances(ranking.input, targets.targets);
  const picks = coverShortlist(cover, limit, judged.constants);
  const list = picks.map(({ person }) => person);
  const contacts = picks.map((pick): TopContact => {
    const replacement = replacementFor(cover, list, pick.person, judged.constants);
    return {
      ...viewOf(positionOf(opportunity.contacts, pick.person)),
      covers: pick.opens.map(({ target }) => targets.targets[target]!.name),
      coverage: Math.min(1, pick.covered / cover.targetCount),
      replacement: replacement === null ? null : personRef(judged.network, replacement),
    };
  });
  return { ...base, sentence: coverSentence(ranking, picks), total: contacts.length, contacts };
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

function coverSentence({ targets, judged }: Ranking, picks: readonly Pick[]): string {
  const all = targets.targets.length;
  if (all === 0)
    return 'Name the companies or people you want to reach: then the fewest who open most of them can be found.';
  const opened = new Set(picks.flatMap(({ opens }) => opens.map(({ target }) => target))).size;
  if (opened === 0)
    return `Nobody you know is known to lead to ${all === 1 ? targets.targets[0]!.name : 'any of your targets'} yet.`;
  const first = judged.network.people[picks[0]!.person]!.name;
  const who =
    picks.length === 1 ? `${first} alone opens` : `${countOf(picks.length, 'person', 'people')}, ${first} first, open`;
  return `${who} ${opened === all ? (all === 1 ? 'your one target' : `all ${all} targets`) : `${opened} of ${all} targets`}.`;
}

/** Runs the 64 runs with progress, so that a large list gets its marks too. */
export async function markRobustContacts(
  session: Session,
  input: CheckedInputOf<'markRobust'>,
  { onProgress, signal }: CallContext,
): Promise<OutputOf<'markRobust'>> {
  const one = keptRanking(session, input.asOf, input.targets);
  const { judged, input: scored } = one.ranking;
  const seed = input.seed ?? 1;
  let marks = one.robust.get(seed);
  if (marks === undefined) {
    const runs = robustRuns(judged, scored, seed);
    while (runs.next()) {
      onProgress?.({ step: 'Trying other assumptions', done: runs.done(), total: ROBUST_RUNS });
      // Lets a cancel through between two runs.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw new WeftError('cancelled', 'cancelled', 'Stopped. Nothing changed.');
    }
    marks = runs.marks();
    one.robust.set(seed, marks);
  }
  const robust = [...scored.contacts].filter((_, at) => marks[at] === 1);
  return { runs: ROBUST_RUNS, robust: robust.map((person) => judged.network.people[person]!.id) };
}
