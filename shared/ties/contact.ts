/** What contact days and logged conversations add up to on a day (model.md §3, settled 16). */
import { CONTACT_STRIDE, ContactColumn } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';

export interface LoggedContact {
  day: Day;
  kind: 'call' | 'meeting';
}

export interface ContactSummary {
  /** n: inbound days, calls and meetings, each with its weight and its fading. */
  faded: number;
  /** Calendar days behind `faded`: they wrote, 1:1 or in a group, or we called or met. */
  contactDays: number;
  /** i: days on which they wrote 1:1, or we called or met. */
  inboundDays: number;
  /** o: days on which the owner wrote 1:1, or we called or met. */
  outboundDays: number;
  /** o⁺: those outbound days that an inbound day followed within 14 days, the same day included. */
  answeredDays: number;
  firstInbound: Day | null;
  lastInbound: Day | null;
  lastOutbound: Day | null;
  /** What the last inbound contact was; of two on one day the closer kind. */
  lastInboundKind: 'message' | 'call' | 'meeting' | null;
  /** Days on which they wrote in a group thread. */
  groupDays: number;
  lastGroupDay: Day | null;
  calls: number;
  meetings: number;
}

const MILLION = 1e6;

/**
 * Adds up contact until `asOf`; later days are ignored. A day with their 1:1 message counts 1, a group day its share, both
 * together at most 1. A logged call counts 2 and a meeting 3 beside it, in both directions. Group days count in `faded` alone.
 *
 * @param contact TieEvidence.contact, sorted by day
 */
export function summarizeContact(
  contact: Int32Array,
  logged: readonly LoggedContact[],
  asOf: Day,
  constants: Constants,
): ContactSummary {
  const summary = emptySummary();
  const heard = logged.length > 0 ? new Set<Day>() : null;
  let inbound: Day[] = [];
  let outbound: Day[] = [];
  for (let row = 0; row < contact.length; row += CONTACT_STRIDE) {
    const day = contact[row + ContactColumn.day]!;
    if (day > asOf) break;
    const group = contact[row + ContactColumn.groupMicro]! / MILLION;
    const isInbound = contact[row + ContactColumn.inbound]! > 0;
    if (isInbound) inbound.push(day);
    if (contact[row + ContactColumn.outbound]! > 0) outbound.push(day);
    if (group > 0) {
      summary.groupDays += 1;
      summary.lastGroupDay = day;
    }
    const dayWeight = Math.min(1, (isInbound ? 1 : 0) + group);
    if (dayWeight > 0) {
      summary.faded += dayWeight * fading(day, asOf, constants);
      summary.contactDays += 1;
      heard?.add(day);
    }
  }
  if (inbound.length > 0) {
    summary.lastInbound = inbound.at(-1)!;
    summary.lastInboundKind = 'message';
  }
  if (logged.length > 0) {
    const days = addLogged(summary, logged, asOf, constants);
    for (const day of days) heard?.add(day);
    summary.contactDays = heard?.size ?? summary.contactDays;
    inbound = distinctDays(inbound, days);
    outbound = distinctDays(outbound, days);
  }
  summary.inboundDays = inbound.length;
  summary.outboundDays = outbound.length;
  summary.answeredDays = countAnswered(outbound, inbound, constants.answerWindowDays);
  summary.firstInbound = inbound[0] ?? null;
  summary.lastOutbound = outbound.at(-1) ?? null;
  return summary;
}

/** One of the days that `faded` adds up, before its fading. */
export interface FadedDay {
  ageDays: number;
  kind: 'message' | 'call' | 'meeting';
  /** Weight of a message day; calls and meetings have theirs from the constants. */
  share: number;
}

/** The days behind `faded` in the order in which it adds them up, for judging with other numbers. */
export function fadedDays(contact: Int32Array, logged: readonly LoggedContact[], asOf: Day): FadedDay[] {
  const days: FadedDay[] = [];
  for (let row = 0; row < contact.length; row += CONTACT_STRIDE) {
    const day = contact[row + ContactColumn.day]!;
    if (day > asOf) break;
    const group = contact[row + ContactColumn.groupMicro]! / MILLION;
    const share = Math.min(1, (contact[row + ContactColumn.inbound]! > 0 ? 1 : 0) + group);
    if (share > 0) days.push({ ageDays: asOf - day, kind: 'message', share });
  }
  for (const { day, kind } of inOrder(logged, asOf)) days.push({ ageDays: asOf - day, kind, share: 1 });
  return days;
}

/** Sums do not depend on the order given. */
function inOrder(logged: readonly LoggedContact[], asOf: Day): LoggedContact[] {
  return logged
    .filter((one) => one.day <= asOf)
    .sort((a, b) => a.day - b.day || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

function emptySummary(): ContactSummary {
  return {
    faded: 0,
    contactDays: 0,
    inboundDays: 0,
    outboundDays: 0,
    answeredDays: 0,
    firstInbound: null,
    lastInbound: null,
    lastOutbound: null,
    lastInboundKind: null,
    groupDays: 0,
    lastGroupDay: null,
    calls: 0,
    meetings: 0,
  };
}

function fading(day: Day, asOf: Day, constants: Constants): number {
  return 2 ** ((day - asOf) / constants.intensityHalfLifeDays);
}

/** Adds calls and meetings to the summary and returns their days. */
function addLogged(
  summary: ContactSummary,
  logged: readonly LoggedContact[],
  asOf: Day,
  constants: Constants,
): readonly Day[] {
  const entries = inOrder(logged, asOf);
  for (const { day, kind } of entries) {
    const dayWeight = kind === 'call' ? constants.callDayWeight : constants.meetingDayWeight;
    summary.faded += dayWeight * fading(day, asOf, constants);
    if (kind === 'call') summary.calls += 1;
    else summary.meetings += 1;
    if (summary.lastInbound === null || day >= summary.lastInbound) {
      summary.lastInbound = day;
      summary.lastInboundKind = kind;
    }
  }
  return entries.map((one) => one.day);
}

function distinctDays(sorted: readonly Day[], added: readonly Day[]): Day[] {
  return [...new Set([...sorted, ...added])].sort((a, b) => a - b);
}

/** How many of `asked` have a day of `answers` on them or within `window` days after them. Both sorted. */
function countAnswered(asked: readonly Day[], answers: readonly Day[], window: number): number {
  let count = 0;
  let next = 0;
  for (const day of asked) {
    while (next < answers.length && answers[next]! < day) next += 1;
    if (next < answers.length && answers[next]! <= day + window) count += 1;
  }
  return count;
}
