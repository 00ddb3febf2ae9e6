/** How likely somebody helps when asked (model.md §5, settled 18). */

import { DAYS_PER_YEAR } from '../model/dates.ts';
import { CONTACT_STRIDE, ContactColumn } from '../model/network.ts';
import type { AskOutcome } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';

/** Line fitted to my own outcomes: h* = σ(shift + slope · logit h) (model.md §10). null where one is asked for: not calibrated. */
export interface Calibration {
  shift: number;
  slope: number;
}

export interface LoggedAsk {
  on: Day;
  outcome: AskOutcome;
}

/** A conversation I began after silence, and whether they answered in time. */
export interface OpenedThread {
  on: Day;
  isAnswered: boolean;
}

export interface HelpInput {
  s: number;
  /** "Would vouch for me", "would not"; null when not said. */
  vouch: boolean | null;
  asks: readonly LoggedAsk[];
  threads: readonly OpenedThread[];
  calibration: Calibration | null;
}

export interface HelpEstimate {
  /** P: probability that they help when asked. */
  probability: number;
  /** h, before asks and threads spoke. */
  prior: number;
  /** Asks and threads that counted, and how many of them ended well; for the explanation. */
  asks: number;
  asksHelped: number;
  threads: number;
  threadsAnswered: number;
}

/** h(s) = .10 + .70 s, moved by the calibration where there is one. For every tie but my own also the probability used on a path. */
export function helpFromStrength(s: number, constants: Constants, calibration: Calibration | null = null): number {
  const line = Math.min(1, constants.helpBase + constants.helpSlope * s);
  if (calibration === null || line <= 0 || line >= 1) return line;
  const logit = Math.log(line / (1 - line));
  return 1 / (1 + Math.exp(-(calibration.shift + calibration.slope * logit)));
}

/** h(s) with the user's word on vouching, which outweighs both line and calibration. */
export function vouchedHelp(help: number, vouch: boolean | null, constants: Constants): number {
  if (vouch === null) return help;
  return vouch ? Math.max(help, constants.vouchFloor) : Math.min(help, constants.vouchCeiling);
}

/** Asks that brought help: an introduction, a referral, or more. */
export function hasHelped(outcome: AskOutcome): boolean {
  return outcome === 'helped' || outcome === 'opportunity';
}

/**
 * Probability that a contact of mine helps when asked: a beta prior worth six asks around h, moved by what asks and opened
 * threads showed. Fading by half every three years; threads count half, all of them together never more than three asks.
 * What is dated after `asOf` is ignored.
 */
export function estimateHelp(input: HelpInput, asOf: Day, constants: Constants): HelpEstimate {
  const prior = vouchedHelp(helpFromStrength(input.s, constants, input.calibration), input.vouch, constants);
  const result: HelpEstimate = { probability: prior, prior, asks: 0, asksHelped: 0, threads: 0, threadsAnswered: 0 };
  const halfLifeDays = constants.outcomeHalfLifeYears * DAYS_PER_YEAR;

  let trials = constants.priorAsks;
  let successes = constants.priorAsks * prior;
  for (const ask of input.asks) {
    if (ask.on > asOf) continue;
    const share = 2 ** ((ask.on - asOf) / halfLifeDays);
    trials += share;
    result.asks += 1;
    if (!hasHelped(ask.outcome)) continue;
    successes += share;
    result.asksHelped += 1;
  }

  let threadTrials = 0;
  let threadSuccesses = 0;
  for (const thread of input.threads) {
    if (thread.on > asOf) continue;
    const share = constants.threadWeight * 2 ** ((thread.on - asOf) / halfLifeDays);
    threadTrials += share;
    result.threads += 1;
    if (!thread.isAnswered) continue;
    threadSuccesses += share;
    result.threadsAnswered += 1;
  }
  const scale = threadTrials > constants.threadWeightCap ? constants.threadWeightCap / threadTrials : 1;
  result.probability = Math.min(1, (successes + scale * threadSuccesses) / (trials + scale * threadTrials));
  return result;
}

/**
 * Conversations I began: the first of my messages after at least 14 days without a 1:1 message in either direction, first
 * contact included, if it is at least 14 days old. Answered: they wrote within 14 days, on the same day only after me.
 * Days with their messages alone, and group threads, open nothing.
 *
 * @param contact TieEvidence.contact
 */
export function openedThreads(contact: Int32Array, asOf: Day, constants: Constants): OpenedThread[] {
  const window = constants.answerWindowDays;
  const threads: OpenedThread[] = [];
  let lastContact: Day | null = null;
  for (let row = 0; row < contact.length; row += CONTACT_STRIDE) {
    const day = contact[row + ContactColumn.day]!;
    if (asOf - day < window) break;
    const inbound = contact[row + ContactColumn.inbound]!;
    const outbound = contact[row + ContactColumn.outbound]!;
    if (inbound === 0 && outbound === 0) continue;
    const isSilenceBefore = lastContact === null || day - lastContact >= window;
    const isMineFirst = outbound > 0 && (inbound === 0 || contact[row + ContactColumn.ownerFirst] === 1);
    if (isSilenceBefore && isMineFirst) threads.push({ on: day, isAnswered: isAnswered(contact, row, window, asOf) });
    lastContact = day;
  }
  return threads;
}

/**
 * Whether the alter wrote on the contact day at `row` or within `window` days after it, and not after `asOf`. Only what
 * comes after counts: were an earlier message of theirs enough, my own unanswered ones could warm a tie (§12.8).
 */
function isAnswered(contact: Int32Array, row: number, window: number, asOf: Day): boolean {
  const until = Math.min(asOf, contact[row + ContactColumn.day]! + window);
  for (let next = row; next < contact.length && contact[next + ContactColumn.day]! <= until; next += CONTACT_STRIDE) {
    if (contact[next + ContactColumn.inbound]! > 0) return true;
  }
  return false;
}
