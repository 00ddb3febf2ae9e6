/** Evidence about one tie -> features in [0, 1] (model.md §3). A feature whose source is missing is null: unknown, never 0. */
import { DAYS_PER_YEAR } from '../model/dates.ts';
import { NO_CONTACT, type Owner, type TieEvidence } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';
import type { ContactSummary, LoggedContact } from './contact.ts';
import { summarizeContact } from './contact.ts';
import type { SharedPast } from './shared-past.ts';

/** In the order of the model's table; terms and sums keep it. */
export const FEATURE_NAMES = [
  'recency',
  'intensity',
  'reciprocity',
  'recommend',
  'shared',
  'duration',
  'note',
  'endorse',
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];
export type FeatureValues = Record<FeatureName, number | null>;

export interface FeatureInput {
  /** What the owner's export says about the alter; null when it says nothing. */
  evidence: TieEvidence | null;
  /** Which sources of the owner were imported. */
  has: Owner['has'];
  /** Calls and meetings the user logged; only for my own ties. */
  logged: readonly LoggedContact[];
  /** ties/shared-past.ts; null when the alter's employers and schools or the owner's past are not known. */
  shared: SharedPast | null;
}

export interface Features {
  values: FeatureValues;
  contact: ContactSummary;
  /** Earliest mutual evidence; null when none is dated. */
  since: Day | null;
  /** Recommendations in either direction, and the day of the latest dated one. */
  recommendations: number;
  lastRecommendation: Day | null;
  endorsementDays: number;
  lastEndorsement: Day | null;
  invitedOn: Day | null;
}

/**
 * 1 today, halved every 180 days of silence; 0 when they never wrote.
 *
 * @param silenceDays Δ, days since the last inbound day, call or meeting; null when there was none
 */
export function recency(silenceDays: number | null, constants: Constants): number {
  return silenceDays === null ? 0 : 2 ** (-silenceDays / constants.recencyHalfLifeDays);
}

/** @param faded n, ContactSummary.faded */
export function intensity(faded: number, constants: Constants): number {
  return Math.min(1, Math.log1p(faded) / Math.log1p(constants.intensitySaturationDays));
}

/** Balance of contact; 0 when either side is silent. Own days without an answer only lower it. */
export function reciprocity(outboundDays: number, answeredDays: number, inboundDays: number): number {
  return (2 * Math.min(answeredDays, inboundDays)) / (outboundDays + inboundDays + 2);
}

/** @param years since the earliest mutual evidence */
export function duration(years: number, constants: Constants): number {
  return Math.min(1, Math.log1p(Math.max(0, years)) / Math.log1p(constants.durationSaturationYears));
}

/**
 * Reads all features of one tie. Whatever is dated after `asOf` is ignored.
 *
 * A logged call or meeting makes recency and intensity known for that person also without messages: the user said when
 * contact was. Reciprocity stays unknown then, because a log holds only what went both ways.
 */
export function readFeatures(input: FeatureInput, asOf: Day, constants: Constants): Features {
  const { evidence, has, shared } = input;
  const contact = summarizeContact(evidence?.contact ?? NO_CONTACT, input.logged, asOf, constants);
  const isContactKnown = has.messages || contact.calls + contact.meetings > 0;
  const since = earliest(
    earliest(until(evidence?.acceptedOn ?? null, asOf), contact.firstInbound),
    shared?.since ?? null,
  );

  const given = countUntil(evidence?.recommendationGivenOn, asOf);
  const received = countUntil(evidence?.recommendationReceivedOn, asOf);
  const recommendations = given.count + received.count + (evidence?.recommendationsUndated ?? 0);
  const endorsements = countUntil(evidence?.endorsementDays, asOf);
  const silenceDays = contact.lastInbound === null ? null : asOf - contact.lastInbound;

  return {
    values: {
      recency: isContactKnown ? recency(silenceDays, constants) : null,
      intensity: isContactKnown ? intensity(contact.faded, constants) : null,
      reciprocity: has.messages ? reciprocity(contact.outboundDays, contact.answeredDays, contact.inboundDays) : null,
      recommend: has.recommendations ? Math.min(1, recommendations) : null,
      shared: shared === null ? null : shared.x,
      duration: since === null ? null : duration((asOf - since) / DAYS_PER_YEAR, constants),
      note: invitationNote(evidence, asOf),
      endorse: has.endorsements ? Math.min(1, endorsements.count / constants.endorseSaturationDays) : null,
    },
    contact,
    since,
    recommendations,
    lastRecommendation: latest(given.last, received.last),
    endorsementDays: endorsements.count,
    lastEndorsement: endorsements.last,
    invitedOn: until(evidence?.invitedOn ?? null, asOf),
  };
}

/** Invitations.csv holds only some invitations, so that a note is known only for a person who has a row there (settled 16). */
function invitationNote(evidence: TieEvidence | null, asOf: Day): number | null {
  if (evidence === null || evidence.invitationNote === null) return null;
  if (evidence.invitedOn !== null && evidence.invitedOn > asOf) return null;
  return evidence.invitationNote ? 1 : 0;
}

function countUntil(days: readonly Day[] | undefined, asOf: Day): { count: number; last: Day | null } {
  let count = 0;
  let last: Day | null = null;
  for (const day of days ?? []) {
    if (day > asOf) continue;
    count += 1;
    last = latest(last, day);
  }
  return { count, last };
}

function until(day: Day | null, asOf: Day): Day | null {
  return day !== null && day <= asOf ? day : null;
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function latest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
