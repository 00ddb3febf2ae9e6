/**
 * My ties judged again and again with other constants: what no constant changes is read once, into typed arrays, so that a run
 * over 30,000 contacts takes milliseconds. Gives what my-ties.ts gives, to the last bit.
 */
import { DAYS_PER_YEAR } from '../model/dates.ts';
import type { Closeness } from '../model/statement.ts';
import { type Constants, closenessAnchor } from '../ties/constants.ts';
import { fadedDays } from '../ties/contact.ts';
import { duration, intensity, readFeatures } from '../ties/features.ts';
import { estimateHelp, hasHelped, helpFromStrength, openedThreads, vouchedHelp } from '../ties/help.ts';
import { strengthSummary } from '../ties/strength.ts';
import { type MyTieInput, type MyTieSources, myTieInput } from './my-ties.ts';
import type { OwnerViews } from './owner-views.ts';
import { asksTo } from './statements-index.ts';

/** Parallel to the contacts. */
export interface TiesAgain {
  s: Float64Array;
  /** h(s) with the user's word on vouching, before asks and threads. */
  prior: Float64Array;
  help: Float64Array;
  /** 1 where neither traces nor my word tell how close we are, or whether they vouch. */
  isUnknown: Uint8Array;
}

/** Kinds of faded days. */
const MESSAGE = 0;
const CALL = 1;
const MEETING = 2;
/** Bits of what can be seen of a tie. */
const Seen = { contact: 1, reciprocity: 2, recommend: 4, shared: 8, duration: 16, note: 32, endorse: 64 } as const;

/**
 * @param sources with the constants of the model; those that measurement gave (answer windows) never differ in a run
 * @returns judges all contacts with some constants; `views` must be made with the same
 */
export function readMyTies(
  sources: MyTieSources,
  contacts: Uint32Array,
): (constants: Constants, views: OwnerViews) => TiesAgain {
  const { asOf, statements, calibration } = sources;
  const count = contacts.length;
  const seen = new Uint8Array(count);
  const hasMessages = new Uint8Array(count);
  const silence = new Int32Array(count).fill(-1);
  const reciprocity = new Float64Array(count);
  const recommend = new Float64Array(count);
  const note = new Float64Array(count);
  const endorsements = new Int32Array(count);
  const knownFor = new Int32Array(count);
  const reportAge = new Int32Array(count).fill(-1);
  const reportValue = new Uint8Array(count);
  const vouch = new Int8Array(count).fill(-1);
  const days = new Rows(count);
  const asks = new Rows(count);
  const threads = new Rows(count);
  /** Contacts that share an employer or school with me, or are judged from another's view. */
  const sharing: number[] = [];
  const fromOthers: number[] = [];

  for (let at = 0; at < count; at++) {
    const person = contacts[at]!;
    const found = myTieInput(sources, person);
    const { contact } = sources.evidenceOf[person] ?? {};
    const isVouched = statements.vouches.get(person);
    if (isVouched !== undefined) vouch[at] = isVouched ? 1 : 0;
    for (const { on, outcome } of asksTo(statements, person)) {
      if (on <= asOf) asks.add(asOf - on, hasHelped(outcome) ? 1 : 0);
    }
    for (const { on, isAnswered } of contact === undefined ? [] : openedThreads(contact, asOf, sources.constants)) {
      if (on <= asOf) threads.add(asOf - on, isAnswered ? 1 : 0);
    }
    if (found !== null && found.ground !== 'their-connection') read(at, found);
    else fromOthers.push(at);
    days.endRow(at);
    asks.endRow(at);
    threads.endRow(at);
  }

  function read(at: number, { input }: MyTieInput): void {
    const features = readFeatures(input, asOf, sources.constants);
    const { values, contact, since } = features;
    hasMessages[at] = input.has.messages ? 1 : 0;
    if (values.recency !== null) seen[at]! |= Seen.contact;
    if (contact.lastInbound !== null) silence[at] = asOf - contact.lastInbound;
    reciprocity[at] = seeing(at, Seen.reciprocity, values.reciprocity);
    recommend[at] = seeing(at, Seen.recommend, values.recommend);
    note[at] = seeing(at, Seen.note, values.note);
    seeing(at, Seen.shared, values.shared);
    seeing(at, Seen.endorse, values.endorse);
    endorsements[at] = features.endorsementDays;
    if (since !== null) {
      seen[at]! |= Seen.duration;
      knownFor[at] = asOf - since;
    }
    if (values.shared !== null && values.shared > 0) sharing.push(at);
    if (input.selfReport !== null && input.selfReport.on <= asOf) {
      reportAge[at] = asOf - input.selfReport.on;
      reportValue[at] = input.selfReport.value;
    }
    for (const { ageDays, kind, share } of fadedDays(input.evidence?.contact ?? NONE, input.logged, asOf)) {
      days.add(ageDays, share, kind === 'message' ? MESSAGE : kind === 'call' ? CALL : MEETING);
    }
  }

  function seeing(at: number, bit: number, value: number | null): number {
    if (value !== null) seen[at]! |= bit;
    return value ?? 0;
  }

  const oldest = Math.max(
    days.oldest,
    asks.oldest,
    threads.oldest,
    silence.reduce(larger, 0),
    knownFor.reduce(larger, 0),
  );
  const sharedX = new Float64Array(count);

  return (constants, views) => {
    const ties: TiesAgain = {
      s: new Float64Array(count),
      prior: new Float64Array(count),
      help: new Float64Array(count),
      isUnknown: new Uint8Array(count),
    };
    const recencyBy = fadingTable(oldest, constants.recencyHalfLifeDays);
    const fadedBy = fadingTable(oldest, constants.intensityHalfLifeDays);
    const outcomeBy = fadingTable(oldest, constants.outcomeHalfLifeYears * DAYS_PER_YEAR);
    const durationBy = new Float64Array(oldest + 1);
    for (let age = 0; age <= oldest; age++) durationBy[age] = duration(age / DAYS_PER_YEAR, constants);
    for (const at of sharing) {
      sharedX[at] = views.sharedWith(sources.network.owners[0]!, contacts[at]!)?.x ?? 0;
    }
    const dayWeights = [1, constants.callDayWeight, constants.meetingDayWeight];
    const {
      weightRecency,
      weightIntensity,
      weightReciprocity,
      weightRecommend,
      weightShared,
      weightDuration,
      weightNote,
      weightEndorse,
    } = constants;
    const all =
      weightRecency +
      weightIntensity +
      weightReciprocity +
      weightRecommend +
      weightShared +
      weightDuration +
      weightNote +
      weightEndorse;

    for (let at = 0; at < count; at++) {
      const what = seen[at]!;
      let z = hasMessages[at] === 1 ? constants.biasWithMessages : constants.biasWithoutMessages;
      let observable = 0;
      if ((what & Seen.contact) !== 0) {
        let faded = 0;
        for (let row = days.from(at); row < days.to(at); row++) {
          const kind = days.kind[row]!;
          faded += (kind === MESSAGE ? days.value[row]! : dayWeights[kind]!) * fadedBy[days.age[row]!]!;
        }
        observable += weightRecency;
        z += weightRecency * (silence[at]! < 0 ? 0 : recencyBy[silence[at]!]!);
        observable += weightIntensity;
        z += weightIntensity * intensity(faded, constants);
      }
      if ((what & Seen.reciprocity) !== 0) {
        observable += weightReciprocity;
        z += weightReciprocity * reciprocity[at]!;
      }
      if ((what & Seen.recommend) !== 0) {
        observable += weightRecommend;
        z += weightRecommend * recommend[at]!;
      }
      if ((what & Seen.shared) !== 0) {
        observable += weightShared;
        z += weightShared * sharedX[at]!;
      }
      if ((what & Seen.duration) !== 0) {
        observable += weightDuration;
        z += weightDuration * durationBy[knownFor[at]!]!;
      }
      if ((what & Seen.note) !== 0) {
        observable += weightNote;
        z += weightNote * note[at]!;
      }
      if ((what & Seen.endorse) !== 0) {
        observable += weightEndorse;
        z += weightEndorse * Math.min(1, endorsements[at]! / constants.endorseSaturationDays);
      }
      let s = 1 / (1 + Math.exp(-z));
      let coverage = observable / all;
      if (reportAge[at]! >= 0) {
        const years = reportAge[at]! / DAYS_PER_YEAR;
        const share = constants.selfReportWeight * 2 ** (-years / constants.selfReportHalfLifeYears);
        s = (1 - share) * s + share * closenessAnchor(reportValue[at] as Closeness, constants);
        coverage = 1 - (1 - coverage) * (1 - share);
      }
      const isKnown = reportAge[at]! >= 0 || vouch[at]! >= 0 || coverage >= constants.bandCoverage;
      ties.isUnknown[at] = isKnown ? 0 : 1;
      ties.s[at] = s;
      const line = helpFromStrength(s, constants, calibration);
      const prior = vouchedHelp(line, vouch[at]! < 0 ? null : vouch[at] === 1, constants);
      ties.prior[at] = prior;

      let trials = constants.priorAsks;
      let successes = constants.priorAsks * prior;
      for (let row = asks.from(at); row < asks.to(at); row++) {
        const share = outcomeBy[asks.age[row]!]!;
        trials += share;
        if (asks.value[row] === 1) successes += share;
      }
      let threadTrials = 0;
      let threadSuccesses = 0;
      for (let row = threads.from(at); row < threads.to(at); row++) {
        const share = constants.threadWeight * outcomeBy[threads.age[row]!]!;
        threadTrials += share;
        if (threads.value[row] === 1) threadSuccesses += share;
      }
      const scale = threadTrials > constants.threadWeightCap ? constants.threadWeightCap / threadTrials : 1;
      ties.help[at] = Math.min(1, (successes + scale * threadSuccesses) / (trials + scale * threadTrials));
    }

    for (const at of fromOthers) {
      const again = { ...sources, views, constants };
      const found = myTieInput(again, contacts[at]!);
      if (found === null) continue;
      const { s, band } = strengthSummary(found.input, asOf, constants);
      const contact = sources.evidenceOf[contacts[at]!]?.contact ?? NONE;
      const threadsOpened = contact.length === 0 ? [] : openedThreads(contact, asOf, constants);
      const isVouched = vouch[at]! < 0 ? null : vouch[at] === 1;
      const asked = asksTo(statements, contacts[at]!);
      const help = estimateHelp(
        { s, vouch: isVouched, asks: asked, threads: threadsOpened, calibration },
        asOf,
        constants,
      );
      ties.s[at] = s;
      ties.prior[at] = help.prior;
      ties.help[at] = help.probability;
      ties.isUnknown[at] = band === 'unknown' && isVouched === null ? 1 : 0;
    }
    return ties;
  };
}

const NONE = new Int32Array(0);
const larger = (a: number, b: number) => Math.max(a, b);

/** `2^(−age / half-life)` by age in days. */
function fadingTable(oldest: number, halfLifeDays: number): Float64Array {
  const table = new Float64Array(oldest + 1);
  for (let age = 0; age <= oldest; age++) table[age] = 2 ** (-age / halfLifeDays);
  return table;
}

/** Aged values of each contact, one contact after the other. */
class Rows {
  readonly #ends: Uint32Array;
  readonly #age: number[] = [];
  readonly #value: number[] = [];
  readonly #kind: number[] = [];
  oldest = 0;
  age = new Int32Array(0);
  value = new Float64Array(0);
  kind = new Uint8Array(0);

  constructor(rows: number) {
    this.#ends = new Uint32Array(rows + 1);
  }

  add(age: number, value: number, kind = MESSAGE): void {
    this.#age.push(age);
    this.#value.push(value);
    this.#kind.push(kind);
    if (age > this.oldest) this.oldest = age;
  }

  endRow(row: number): void {
    this.#ends[row + 1] = this.#age.length;
    if (row + 2 < this.#ends.length) return;
    this.age = Int32Array.from(this.#age);
    this.value = Float64Array.from(this.#value);
    this.kind = Uint8Array.from(this.#kind);
  }

  from(row: number): number {
    return this.#ends[row]!;
  }

  to(row: number): number {
    return this.#ends[row + 1]!;
  }
}
