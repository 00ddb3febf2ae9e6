/** Evidence about one tie -> how strong it is, how sure that is, and why (model.md §3). */
import { DAYS_PER_YEAR } from '../model/dates.ts';
import type { Closeness } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';
import { closenessAnchor } from './constants.ts';
import type { ContactSummary } from './contact.ts';
import type { FeatureInput, FeatureName, Features, FeatureValues } from './features.ts';
import { FEATURE_NAMES, readFeatures } from './features.ts';
import type { SharedPast } from './shared-past.ts';

export type StrengthBand = 'weak' | 'moderate' | 'strong' | 'unknown';

/** How close the user says they are. */
export interface SelfReport {
  value: Closeness;
  on: Day;
}

/** `id`: number of the statement; 0 where a file says so. */
export interface DatedReport extends SelfReport {
  id: number;
}

export interface StrengthInput extends FeatureInput {
  selfReport: SelfReport | null;
}

export interface StrengthSummary {
  /** Logit of the traces alone, before the self-report. */
  z: number;
  /** Strength, 0 < s <= 1. */
  s: number;
  /** Spread of s. */
  sd: number;
  /** Share of the evidence that could be seen, 0 to 1. */
  coverage: number;
  band: StrengthBand;
  /** Three years of silence after what was a strong tie. */
  isDormant: boolean;
}

/** One feature that could be seen: product = weight · x is its part of z. */
export interface Term {
  feature: FeatureName;
  x: number;
  weight: number;
  product: number;
  /** Latest day of its evidence; for `duration` the first day of all; null when undated or when there is nothing. */
  lastOn: Day | null;
  /** Number of days or documents behind it; null where nothing is counted. */
  count: number | null;
}

export interface TieStrength extends StrengthSummary {
  /** In the order of FEATURE_NAMES; features that could not be seen are in `unknown`. */
  terms: Term[];
  unknown: FeatureName[];
  contact: ContactSummary;
  shared: SharedPast | null;
  /** The self-report that took part, and its share ω. */
  selfReport: (SelfReport & { share: number }) | null;
}

/** s, and what it is made of, from features already at hand. */
export interface CombinedStrength {
  z: number;
  s: number;
  coverage: number;
}

/**
 * Strength with its explanation.
 *
 * @see model.md §3; evidence dated after `asOf` is ignored
 */
export function tieStrength(input: StrengthInput, asOf: Day, constants: Constants): TieStrength {
  const features = readFeatures(input, asOf, constants);
  const selfReport = input.selfReport !== null && input.selfReport.on <= asOf ? input.selfReport : null;
  const terms: Term[] = [];
  const unknown: FeatureName[] = [];
  for (const feature of FEATURE_NAMES) {
    const x = features.values[feature];
    if (x === null) {
      unknown.push(feature);
      continue;
    }
    const weight = featureWeight(feature, constants);
    terms.push({ feature, x, weight, product: weight * x, ...backing(feature, features, input.shared) });
  }
  return {
    ...summarize(features, input, asOf, constants),
    terms,
    unknown,
    contact: features.contact,
    shared: input.shared,
    selfReport: selfReport === null ? null : { ...selfReport, share: selfReportShare(selfReport, asOf, constants) },
  };
}

/** The same numbers without the explanation, for judging everybody at once. */
export function strengthSummary(input: StrengthInput, asOf: Day, constants: Constants): StrengthSummary {
  return summarize(readFeatures(input, asOf, constants), input, asOf, constants);
}

/**
 * Puts features together. Those that are null are left out, and coverage falls instead.
 *
 * @param hasMessages whether this owner's messages were imported: silence then speaks against closeness
 */
export function combineFeatures(
  values: FeatureValues,
  hasMessages: boolean,
  selfReport: SelfReport | null,
  asOf: Day,
  constants: Constants,
): CombinedStrength {
  let z = hasMessages ? constants.biasWithMessages : constants.biasWithoutMessages;
  let observable = 0;
  let all = 0;
  for (const feature of FEATURE_NAMES) {
    const weight = featureWeight(feature, constants);
    const x = values[feature];
    all += weight;
    if (x === null) continue;
    observable += weight;
    z += weight * x;
  }
  const traces = 1 / (1 + Math.exp(-z));
  const coverage = observable / all;
  if (selfReport === null || selfReport.on > asOf) return { z, s: traces, coverage };
  const share = selfReportShare(selfReport, asOf, constants);
  return {
    z,
    s: (1 - share) * traces + share * closenessAnchor(selfReport.value, constants),
    coverage: 1 - (1 - coverage) * (1 - share),
  };
}

/** Standard deviation shown with s: that of a beta distribution resting on 2 to 20 observations. */
export function strengthSpread(s: number, coverage: number, constants: Constants): number {
  const observations = constants.spreadBase + constants.spreadByCoverage * coverage;
  return Math.sqrt((s * (1 - s)) / (observations + 1));
}

/** The band of a strength that is known well enough to have one; bands of ties between others have no coverage to ask for. */
export function bandOf(s: number, constants: Constants): Exclude<StrengthBand, 'unknown'> {
  if (s < constants.bandModerate) return 'weak';
  return s < constants.bandStrong ? 'moderate' : 'strong';
}

/** Of several self-reports the one that holds: the latest day until `asOf`, and on one day the later statement (settled 16). */
export function latestSelfReport(reports: readonly DatedReport[], asOf: Day): DatedReport | null {
  let holding: DatedReport | null = null;
  for (const report of reports) {
    if (report.on > asOf) continue;
    if (holding === null || report.on > holding.on || (report.on === holding.on && report.id > holding.id))
      holding = report;
  }
  return holding;
}

function summarize(features: Features, input: StrengthInput, asOf: Day, constants: Constants): StrengthSummary {
  const { values, contact } = features;
  const { z, s, coverage } = combineFeatures(values, input.has.messages, input.selfReport, asOf, constants);
  const hasSelfReport = input.selfReport !== null && input.selfReport.on <= asOf;
  // A bare Connections.csv names no weak and no strong tie (settled 15).
  const isBandKnown = hasSelfReport || coverage >= constants.bandCoverage;
  return {
    z,
    s,
    sd: strengthSpread(s, coverage, constants),
    coverage,
    band: isBandKnown ? bandOf(s, constants) : 'unknown',
    isDormant: contact.lastInbound !== null && isDormant(values, asOf - contact.lastInbound, input, asOf, constants),
  };
}

/** Dormant: silent for three years, and strong if the last contact were today. */
export function isDormant(
  values: FeatureValues,
  silenceDays: number,
  input: { has: { messages: boolean }; selfReport: SelfReport | null },
  asOf: Day,
  constants: Constants,
): boolean {
  if (silenceDays < constants.dormantDays) return false;
  const revived = { ...values, recency: 1 };
  return combineFeatures(revived, input.has.messages, input.selfReport, asOf, constants).s >= constants.bandStrong;
}

/** ω: how much the user's word counts against the traces; it fades because closeness changes. */
function selfReportShare(report: SelfReport, asOf: Day, constants: Constants): number {
  const ageYears = (asOf - report.on) / DAYS_PER_YEAR;
  return constants.selfReportWeight * 2 ** (-ageYears / constants.selfReportHalfLifeYears);
}

function featureWeight(feature: FeatureName, constants: Constants): number {
  switch (feature) {
    case 'recency':
      return constants.weightRecency;
    case 'intensity':
      return constants.weightIntensity;
    case 'reciprocity':
      return constants.weightReciprocity;
    case 'recommend':
      return constants.weightRecommend;
    case 'shared':
      return constants.weightShared;
    case 'duration':
      return constants.weightDuration;
    case 'note':
      return constants.weightNote;
    case 'endorse':
      return constants.weightEndorse;
  }
}

/** Dates and counts behind a feature, for the explanation. */
function backing(
  feature: FeatureName,
  features: Features,
  shared: SharedPast | null,
): { lastOn: Day | null; count: number | null } {
  const { contact } = features;
  switch (feature) {
    case 'recency':
      return { lastOn: contact.lastInbound, count: null };
    case 'intensity':
      return { lastOn: later(contact.lastInbound, contact.lastGroupDay), count: contact.contactDays };
    case 'reciprocity':
      return { lastOn: later(contact.lastInbound, contact.lastOutbound), count: contact.answeredDays };
    case 'recommend':
      return { lastOn: features.lastRecommendation, count: features.recommendations };
    case 'shared':
      return { lastOn: shared?.endedOn ?? null, count: null };
    case 'duration':
      return { lastOn: features.since, count: null };
    case 'note':
      return { lastOn: features.invitedOn, count: null };
    case 'endorse':
      return { lastOn: features.lastEndorsement, count: features.endorsementDays };
  }
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
