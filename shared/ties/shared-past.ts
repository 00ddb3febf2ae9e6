/** My own employers and schools, past or present, that are also the alter's: the feature `shared` (model.md §3, §4). */
import { DAYS_PER_YEAR, dayFromYmd, isoFromDay } from '../model/dates.ts';
import type { JobSpell } from '../model/network.ts';
import type { PartialDate, PastRecord } from '../model/records.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';
import { matchFunctions, pKnow } from './p-know.ts';

/** What a title says about knowing one another; graph/title.ts reads it. */
export interface StayTitle {
  fn: string;
  /** Director or higher. */
  isSenior: boolean;
}

/** Time somebody spent with an employer or at a school. */
export interface Stay {
  kind: 'position' | 'education';
  /** Equal keys are one organization (graph/employers.ts). */
  key: string;
  /** As written, for the explanation. */
  organization: string;
  from: Day | null;
  /** Last day; null when not known, or when it is not over (`isOpen`). */
  to: Day | null;
  isOpen: boolean;
  /** null for schools. */
  title: StayTitle | null;
}

export interface OrganizationSize {
  /** Employees; null when not known. */
  size: number | null;
  /** People listed there. */
  listed: number;
}

export interface SharedPast {
  /** Value of the feature, 0 to 1. */
  x: number;
  /** The organization that gave it; null when none is shared. */
  organization: string | null;
  kind: 'position' | 'education' | null;
  /** My last day there; null while I am there, or when none is shared. */
  endedOn: Day | null;
  /** First day on which both are known to have been somewhere together; null when no overlap is known. */
  since: Day | null;
  /** pKnow before it fades. */
  know: number;
}

export type KeyOf = (organization: string | null) => string | null;
export type TitleOf = (position: string | null) => StayTitle;
/** Stays by key. */
export type OwnPast = ReadonlyMap<string, readonly Stay[]>;

const NOTHING_SHARED: SharedPast = { x: 0, organization: null, kind: null, endedOn: null, since: null, know: 0 };

/**
 * The stays that an owner's Positions and Education tell of, until a day. What began later is left out; what ended later is
 * not over. A school without an end has an unknown one, a position without an end is today's.
 */
export function staysFromPast(past: readonly PastRecord[], keyOf: KeyOf, titleOf: TitleOf, asOf: Day): Stay[] {
  const stays: Stay[] = [];
  for (const { kind, organization, role, startedOn, endedOn } of past) {
    const key = keyOf(organization);
    const from = startedOn?.day ?? null;
    if (key === null || (from !== null && from > asOf)) continue;
    const lastDay = endedOn === null ? null : endOf(endedOn);
    const isOpen = lastDay === null ? kind === 'position' : lastDay > asOf;
    const title = kind === 'position' ? titleOf(role) : null;
    stays.push({ kind, key, organization, from, to: isOpen ? null : lastDay, isOpen, title });
  }
  return stays;
}

/** The stays that exports show of somebody who is no owner: where, but not from when to when. */
export function staysFromJobs(jobs: readonly JobSpell[], keyOf: KeyOf, titleOf: TitleOf, asOf: Day): Stay[] {
  const stays: Stay[] = [];
  for (const { company, position, firstSeen } of jobs) {
    const key = keyOf(company);
    if (key === null || company === null || (firstSeen !== null && firstSeen > asOf)) continue;
    const title = titleOf(position);
    stays.push({ kind: 'position', key, organization: company, from: null, to: null, isOpen: false, title });
  }
  return stays;
}

/** Sorts an owner's stays by key, once for all alters. */
export function indexPast(stays: readonly Stay[]): OwnPast {
  const past = new Map<string, Stay[]>();
  for (const stay of stays) {
    const known = past.get(stay.key);
    if (known) known.push(stay);
    else past.set(stay.key, [stay]);
  }
  return past;
}

/**
 * The best of all shared employers and schools: pKnow, halved every five years since my own end there.
 *
 * @param own null when Positions and Education were not imported
 * @param theirs all stays of the alter that are known
 * @returns null when nothing is known of either side; x = 0 when both are known and nothing is shared
 */
export function sharedPast(
  own: OwnPast | null,
  theirs: readonly Stay[],
  sizeOf: (key: string) => OrganizationSize,
  asOf: Day,
  constants: Constants,
): SharedPast | null {
  if (own === null || theirs.length === 0) return null;
  let best = NOTHING_SHARED;
  let since: Day | null = null;
  for (const their of theirs) {
    for (const mine of own.get(their.key) ?? []) {
      if (mine.kind !== their.kind) continue;
      const overlap = overlapOf(mine, their, asOf);
      if (overlap !== null && overlap.days > 0 && (since === null || overlap.from < since)) since = overlap.from;
      const candidate = judge(mine, their, overlap?.days ?? null, sizeOf(mine.key), asOf, constants);
      if (isBetter(candidate, best)) best = candidate;
    }
  }
  return since === null ? best : { ...best, since };
}

function judge(
  mine: Stay,
  their: Stay,
  overlapDays: number | null,
  { size, listed }: OrganizationSize,
  asOf: Day,
  constants: Constants,
): SharedPast {
  // A school says something only if both were there at the same time; an employer of unknown dates says a little.
  if (mine.kind === 'education' && overlapDays === null) return NOTHING_SHARED;
  const know = pKnow(
    {
      size,
      listed,
      functions: mine.title && their.title ? matchFunctions(mine.title.fn, their.title.fn) : 'unknown',
      bothSenior: mine.title?.isSenior === true && their.title?.isSenior === true,
      overlapYears: overlapDays === null ? null : overlapDays / DAYS_PER_YEAR,
    },
    constants,
  );
  if (know === 0) return NOTHING_SHARED;
  const yearsSinceEnd = mine.to === null ? 0 : Math.max(0, asOf - mine.to) / DAYS_PER_YEAR;
  const x = know * 2 ** (-yearsSinceEnd / constants.sharedHalfLifeYears);
  return { x, organization: mine.organization, kind: mine.kind, endedOn: mine.to, since: null, know };
}

/** Larger first; of equal ones the name first in code order, so that the order of the files decides nothing. */
function isBetter(a: SharedPast, b: SharedPast): boolean {
  if (a.x !== b.x) return a.x > b.x;
  return a.organization !== null && b.organization !== null && a.organization < b.organization;
}

/** Days both were there and the first of them; null when either's dates are not known. 0 days when they missed each other. */
function overlapOf(a: Stay, b: Stay, asOf: Day): { from: Day; days: number } | null {
  const endA = a.isOpen ? asOf : a.to;
  const endB = b.isOpen ? asOf : b.to;
  if (a.from === null || b.from === null || endA === null || endB === null) return null;
  const from = Math.max(a.from, b.from);
  return { from, days: Math.max(0, Math.min(endA, endB) - from) };
}

/** Last day of what was written: `2021` ends on 31 December, `Mar 2021` on the 31st. */
function endOf({ day, precision }: PartialDate): Day {
  if (precision === 'day') return day;
  const [year, month] = isoFromDay(day).split('-').map(Number) as [number, number];
  const next = precision === 'year' || month === 12 ? dayFromYmd(year + 1, 1, 1) : dayFromYmd(year, month + 1, 1);
  return next === null ? day : next - 1;
}
