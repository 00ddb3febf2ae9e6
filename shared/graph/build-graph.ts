/**
 * Everything known about people and what the user said, judged on one day: the tie graph that answers run on, and what it
 * takes to explain each tie. Pure and complete: the same network, statements and settings give the same arrays.
 */
import { DAYS_PER_YEAR } from '../model/dates.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import { assertedTie } from '../ties/asserted.ts';
import type { Constants } from '../ties/constants.ts';
import type { Calibration } from '../ties/help.ts';
import { findPair, indexPairs, mergePairs, rowsFromPairs, type TiePairs } from './compressed-rows.ts';
import type { Employers } from './employers.ts';
import { buildEmployers, jobOn, readEmployerNames } from './employers.ts';
import type { Hub } from './hubs.ts';
import { inferTies } from './hubs.ts';
import type { MyTieSources, MyTieSummaries } from './my-ties.ts';
import { judgeMyTies, myTieSources } from './my-ties.ts';
import { observedTies } from './observed-ties.ts';
import type { OwnerViews } from './owner-views.ts';
import { ownerViews } from './owner-views.ts';
import type { StatedCircle, StatementsIndex } from './statements-index.ts';
import { indexStatements } from './statements-index.ts';
import type { TieGraph } from './tie-graph.ts';
import { Basis } from './tie-graph.ts';
import type { TitleReading } from './title.ts';
import { classifyTitle } from './title.ts';

export interface JudgeSettings {
  asOf: Day;
  constants: Constants;
  calibration: Calibration | null;
}

/** A pair that the user says do not know each other although an export shows them. */
export interface TieConflict {
  low: PersonIndex;
  high: PersonIndex;
}

export interface Judged extends JudgeSettings {
  network: Network;
  /** Typed arrays alone; may be handed to a worker. */
  graph: TieGraph;
  /** What is shown of my ties beside s. */
  mySummaries: MyTieSummaries;
  /** For explaining my ties one at a time (my-ties.ts). */
  mySources: MyTieSources;
  statements: StatementsIndex;
  employers: Employers;
  /** By person, of the job on that day. */
  titles: readonly TitleReading[];
  /** Employers of known size and stated circles. */
  hubs: readonly Hub[];
  views: OwnerViews;
  /** Ascending; my own pairs included. */
  conflicts: readonly TieConflict[];
}

/**
 * Judges the network. Evidence and statements dated after `asOf` are ignored.
 *
 * A stored tie carries its strongest basis, observed before asserted before inferred. Where an export shows little (a large
 * group thread) and the user says "A knows B", q and s are those of the larger q, so that saying more never closes a route;
 * `explainTie` shows all. Stated not to know each other: no
 * asserted or inferred tie; an observed one stays, as a conflict.
 *
 * @see model.md §1, §4
 */
export function judgeNetwork(network: Network, statements: readonly Statement[], settings: JudgeSettings): Judged {
  const { asOf, constants, calibration } = settings;
  const people = network.people.length;
  const index = indexStatements(network, statements, asOf);
  const employers = buildEmployers(network.people, readEmployerNames(statements, asOf), asOf);
  const titleOf = titleReader(constants);
  const titles = network.people.map((person) => titleOf(jobOn(person, asOf).position));
  const views = ownerViews(network, employers, titleOf, asOf, constants);

  const mySources = myTieSources(network, index, views, asOf, constants, calibration);
  const { ties: egoTies, summaries } = judgeMyTies(mySources);

  const observed = observedTies(network, asOf, constants, (owner, evidence) => views.strengthOf(owner, evidence));
  const { asserted, denied } = judgeSaidPairs(network, index, asOf, constants);
  const known = mergePairs(observed, asserted);
  const pairIndex = indexPairs(people, known);
  const hubs = [...employerHubs(network, employers), ...circleHubs(index.circles, asOf, constants)];
  const deniedKeys = new Set(denied.map(({ low, high }) => low * people + high));
  const isSettled = (a: PersonIndex, b: PersonIndex): boolean =>
    findPair(pairIndex, a, b) || (deniedKeys.size > 0 && deniedKeys.has(Math.min(a, b) * people + Math.max(a, b)));
  const inferred = inferTies(people, hubs, titles, isSettled, constants);
  const alterTies = rowsFromPairs(people, mergePairs(known, inferred));

  const isShown = ({ low, high }: TieConflict): boolean => {
    if (low === network.ego || high === network.ego) {
      return egoTies.isTie[low === network.ego ? high : low] === 1;
    }
    return findPair(pairIndex, low, high);
  };
  return {
    ...settings,
    network,
    graph: { size: people, ego: network.ego, egoTies, alterTies },
    mySummaries: summaries,
    mySources,
    statements: index,
    employers,
    titles,
    hubs,
    views,
    conflicts: denied.filter(isShown),
  };
}

/** Titles are read once per wording; equal wordings share one reading. */
function titleReader(constants: Constants): (position: string | null) => TitleReading {
  const readings = new Map<string, TitleReading>();
  return (position) => {
    const wording = position ?? '';
    let reading = readings.get(wording);
    if (reading === undefined) {
      reading = classifyTitle(position, constants);
      readings.set(wording, reading);
    }
    return reading;
  };
}

/** Pairs of others that the user stated, and all pairs that the user denied (mine included). Both ascend. */
function judgeSaidPairs(
  network: Network,
  index: StatementsIndex,
  asOf: Day,
  constants: Constants,
): { asserted: TiePairs; denied: TieConflict[] } {
  const denied: TieConflict[] = [];
  const stated: { low: number; high: number; q: number; s: number }[] = [];
  for (const { low, high, statements } of index.pairs) {
    const tie = assertedTie(statements, asOf, constants);
    if (tie === null) continue;
    if (tie.isDenied) denied.push({ low, high });
    else if (low !== network.ego && high !== network.ego) stated.push({ low, high, q: tie.q, s: tie.s });
  }
  const asserted = {
    low: Uint32Array.from(stated, (pair) => pair.low),
    high: Uint32Array.from(stated, (pair) => pair.high),
    q: Float64Array.from(stated, (pair) => pair.q),
    s: Float64Array.from(stated, (pair) => pair.s),
    basis: new Uint8Array(stated.length).fill(Basis.asserted),
  };
  return { asserted, denied };
}

/** Employers as hubs. One of unknown size only ever gives reason to ask (model.md §4), but is listed for that. */
function employerHubs(network: Network, employers: Employers): Hub[] {
  const hubs: Hub[] = [];
  for (const { name, members, size } of employers.byKey.values()) {
    const others = members.filter((person) => person !== network.ego);
    if (others.length < 2) continue;
    hubs.push({ kind: 'employer', name, members: others, size, listed: members.length, overlapYears: null });
  }
  return hubs;
}

/** A stated circle works like an employer whose size is known: said, or at least 30, and never below its members. */
function circleHubs(circles: readonly StatedCircle[], asOf: Day, constants: Constants): Hub[] {
  return circles.map(({ name, members, size, from, to }) => ({
    kind: 'circle' as const,
    name,
    members,
    size: size ?? constants.circleMinimumSize,
    listed: members.length,
    overlapYears: from === null ? null : Math.max(0, Math.min(to ?? asOf, asOf) - from) / DAYS_PER_YEAR,
  }));
}
