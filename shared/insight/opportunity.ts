/**
 * Who is worth my next conversations: six parts multiplied, each with its share in why somebody stands where they stand.
 * Typed arrays throughout, so that a network of 30,000 is scored anew after every edit.
 */
import type { TieGraph } from '../graph/tie-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Constants } from '../ties/constants.ts';
import { type Calibration, helpFromStrength } from '../ties/help.ts';
import { median } from './median.ts';

export const PART_NAMES = ['warmth', 'responsiveness', 'reach', 'power', 'reciprocity', 'novelty'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** What the score is made from. Arrays are by person unless said otherwise. */
export interface OpportunityInput {
  graph: TieGraph;
  /** My contacts, ascending: those who are scored. */
  contacts: Uint32Array;
  /** 1 where I cannot tell how close we are (band `unknown`, settled 15) and did not say whether they vouch: nobody is ranked by it. */
  isUnknown: Uint8Array;
  /** h(s), with the user's word on vouching. */
  prior: Float64Array;
  /** π: say in hiring. */
  power: Float64Array;
  /** Gives minus asks that brought no help (settled 23). */
  balance: Float64Array;
  /** Mutual connections where they are known, else NaN. */
  mutuals: Float64Array;
  /** The part of them that owners' lists tell, for when a typed number is taken back. */
  ownersMutuals: Float64Array;
  /** m̂: how many of my other contacts at their employer they may know; NaN without an employer. */
  guessedMutuals: Float64Array;
  /** 1 where they work at a target, or are one. */
  isAtTarget: Uint8Array;
  /** Known people of all targets, each once, ascending. */
  targetPeople: Uint32Array;
  hasTargets: boolean;
  constants: Constants;
  calibration: Calibration | null;
}

/** Scores of all contacts; arrays are parallel to `contacts`. */
export interface Opportunity {
  contacts: Uint32Array;
  /** E, rounded to 1e-9: relative units, no probability. */
  scores: Float64Array;
  parts: Record<PartName, Float64Array>;
  /** Middle of each part over all contacts; 1 when there are none. */
  medians: Record<PartName, number>;
  /** The target person through whom they count most; -1 where they stand for themselves. */
  via: Int32Array;
  /** Positions in `contacts`, best first; equal scores by key. */
  order: Uint32Array;
}

/** Scores are compared in steps of this: what differs less differs by rounding only. */
const STEP = 1e9;
const MOST_STEPS = 2 ** 32 - 1;

/**
 * `E = warmth · responsiveness · reach · power · reciprocity · novelty` for every contact.
 *
 * Contacts whose closeness is unknown all get the warmth that is in the middle among them: what the data cannot tell apart
 * is not ranked.
 *
 * @see model.md §8
 */
export function scoreOpportunities(input: OpportunityInput): Opportunity {
  const { parts, scores, via } = scoreParts(input);
  const medians = Object.fromEntries(PART_NAMES.map((name) => [name, median(parts[name])])) as Opportunity['medians'];
  return { contacts: input.contacts, scores, parts, medians, via, order: orderOf(scores) };
}

/**
 * The first `count` as positions in `contacts`, best first, without those who score like somebody left out: which of them
 * stand among the first, their keys decide.
 */
export function clearlyFirst(input: OpportunityInput, count: number): Uint32Array {
  const { scores } = scoreParts(input);
  const order = orderOf(scores);
  const stepsAt = (rank: number) => stepsOf(scores[order[rank]!]!);
  let first = Math.min(count, order.length);
  if (first < order.length) {
    const leftOut = stepsAt(first);
    while (first > 0 && stepsAt(first - 1) === leftOut) first--;
  }
  return order.subarray(0, first);
}

function scoreParts(input: OpportunityInput): Omit<Opportunity, 'contacts' | 'medians' | 'order'> {
  const { contacts, constants } = input;
  const parts = Object.fromEntries(
    PART_NAMES.map((name) => [name, new Float64Array(contacts.length)]),
  ) as Opportunity['parts'];
  const { reach, best, via } = reachTargets(input);
  const unknownWarmth = warmthOfUnknown(input);
  const scores = new Float64Array(contacts.length);
  const viaOfContact = new Int32Array(contacts.length).fill(-1);
  for (let at = 0; at < contacts.length; at++) {
    const person = contacts[at]!;
    const isThere = input.isAtTarget[person] === 1;
    const through = isThere || best[person] === 0 ? -1 : via[person]!;
    viaOfContact[at] = through;
    parts.reach[at] = !input.hasTargets || isThere ? 1 : Math.max(constants.reachFloor, reach[person]!);
    const power = input.power[through < 0 ? person : through]!;
    parts.power[at] = constants.powerFloor + (1 - constants.powerFloor) * power;
    fillOwnParts(input, parts, at, unknownWarmth);
    scores[at] = scoreAt(parts, at);
  }
  return { scores, parts, via: viaOfContact };
}

/** Parts that an edit about one person can change; who leads to targets and who has a say stays. */
const OWN_PARTS = ['warmth', 'responsiveness', 'reciprocity', 'novelty'] as const satisfies readonly PartName[];

/**
 * The scores after an edit about some people, from the scores before it: equal to scoring everybody anew.
 *
 * @param input as before but for what belongs to `people`, all of whom are contacts; the contacts and ties between others are
 *   the same
 */
export function rescoreOpportunities(
  before: Opportunity,
  input: OpportunityInput,
  people: readonly PersonIndex[],
): Opportunity {
  const { contacts } = before;
  const parts = { ...before.parts };
  for (const name of OWN_PARTS) parts[name] = parts[name].slice();
  const scores = before.scores.slice();
  const changed = new Set(people.map((person) => positionOf(contacts, person)));
  const unknownWarmth = warmthOfUnknown(input);
  for (const at of changed) fillOwnParts(input, parts, at, unknownWarmth);
  // Whoever leaves those of unknown closeness may move the middle among them.
  for (let at = 0; at < contacts.length; at++) {
    if (input.isUnknown[contacts[at]!] !== 1 || parts.warmth[at] === unknownWarmth) continue;
    parts.warmth[at] = unknownWarmth;
    changed.add(at);
  }
  for (const at of changed) scores[at] = scoreAt(parts, at);
  const medians = { ...before.medians };
  for (const name of OWN_PARTS) medians[name] = median(parts[name]);
  const order = changed.size <= FEW ? movedIn(before.order, scores, changed) : orderOf(scores);
  return { ...before, scores, parts, medians, order };
}

/** So many are moved to their new places one by one; more are sorted with all others. */
const FEW = 64;

/** The order with some taken out and put back where their scores belong now; the same that sorting gives. */
function movedIn(order: Uint32Array, scores: Float64Array, moved: ReadonlySet<number>): Uint32Array {
  const coming = [...moved].sort((a, b) => compareRank(scores, a, b));
  const result = new Uint32Array(order.length);
  let next = 0;
  let place = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const at = order[rank]!;
    if (moved.has(at)) continue;
    while (next < coming.length && compareRank(scores, coming[next]!, at) < 0) result[place++] = coming[next++]!;
    result[place++] = at;
  }
  while (next < coming.length) result[place++] = coming[next++]!;
  return result;
}

function compareRank(scores: Float64Array, a: number, b: number): number {
  return stepsOf(scores[b]!) - stepsOf(scores[a]!) || a - b;
}

/** Scores as whole steps, no more than fit beside a position. */
function stepsOf(score: number): number {
  return Math.min(MOST_STEPS, Math.round(score * STEP));
}

function warmthOfUnknown({ contacts, isUnknown, prior }: OpportunityInput): number {
  const unknown = new Float64Array(contacts.length);
  let count = 0;
  for (let at = 0; at < contacts.length; at++) {
    const person = contacts[at]!;
    if (isUnknown[person] === 1) unknown[count++] = prior[person]!;
  }
  return median(unknown.subarray(0, count));
}

function fillOwnParts(input: OpportunityInput, parts: Opportunity['parts'], at: number, unknownWarmth: number): void {
  const person = input.contacts[at]!;
  const prior = input.prior[person]!;
  parts.warmth[at] = input.isUnknown[person] === 1 ? unknownWarmth : prior;
  parts.responsiveness[at] = prior > 0 ? input.graph.egoTies.help[person]! / prior : 1;
  parts.reciprocity[at] = reciprocityPart(input.balance[person]!, input.constants);
  parts.novelty[at] = noveltyPart(input.mutuals[person]!, input.guessedMutuals[person]!, input.constants);
}

function scoreAt(parts: Opportunity['parts'], at: number): number {
  let score = 1;
  for (const name of PART_NAMES) score *= parts[name][at]!;
  return Math.round(score * STEP) / STEP;
}

/** `f / median(f)` of each part of one contact; their logarithms add up to `ln(E / Π medians)`. */
export function multipliersOf(opportunity: Opportunity, at: number): Record<PartName, number> {
  const of = (name: PartName) => opportunity.parts[name][at]! / opportunity.medians[name];
  return Object.fromEntries(PART_NAMES.map((name) => [name, of(name)])) as Record<PartName, number>;
}

/** `1 + .15·tanh(balance/3)`. */
export function reciprocityPart(balance: number, constants: Constants): number {
  return 1 + constants.balanceRange * Math.tanh(balance / constants.balanceScale);
}

/**
 * How much new they can bring: best at about ten mutual contacts.
 *
 * @param mutuals number of mutual connections; NaN when not known
 * @param guessed m̂; NaN without an employer, which says nothing
 */
export function noveltyPart(mutuals: number, guessed: number, constants: Constants): number {
  if (!Number.isNaN(mutuals)) {
    const share = mutuals / constants.noveltyPeak;
    return constants.noveltyBase + constants.noveltyRise * share * Math.exp(1 - share);
  }
  if (Number.isNaN(guessed)) return 1;
  return constants.noveltyGuessTop - constants.noveltyGuessFall * Math.min(1, guessed / constants.noveltyPeak);
}

/**
 * By person: the chance `1 − Π(1 − A·q·h)` to be brought to at least one target person, and through whom it counts most
 * (largest `A·q·h·π`, then key). Target people are taken in order of their keys.
 */
function reachTargets(input: OpportunityInput): { reach: Float64Array; best: Float64Array; via: Int32Array } {
  const { graph, targetPeople, constants, calibration } = input;
  const { offsets, neighbors, q, s } = graph.alterTies;
  const missed = new Float64Array(graph.size).fill(1);
  const best = new Float64Array(graph.size);
  const via = new Int32Array(graph.size).fill(-1);
  for (const target of targetPeople) {
    for (let tie = offsets[target]!; tie < offsets[target + 1]!; tie++) {
      const person = neighbors[tie]!;
      const chance = constants.attrition * q[tie]! * helpFromStrength(s[tie]!, constants, calibration);
      missed[person] = missed[person]! * (1 - chance);
      const worth = chance * input.power[target]!;
      if (worth <= best[person]!) continue;
      best[person] = worth;
      via[person] = target;
    }
  }
  for (let person = 0; person < missed.length; person++) missed[person] = 1 - missed[person]!;
  return { reach: missed, best, via };
}

/** Positions by falling score, then ascending; exact, because scores are whole steps and positions fit beside them. */
function orderOf(scores: Float64Array): Uint32Array {
  const span = 2 ** 21;
  if (scores.length > span) throw new RangeError('too many contacts to rank');
  const keys = new Float64Array(scores.length);
  for (let at = 0; at < keys.length; at++) keys[at] = (MOST_STEPS - stepsOf(scores[at]!)) * span + at;
  keys.sort();
  const order = new Uint32Array(keys.length);
  for (let rank = 0; rank < order.length; rank++) order[rank] = keys[rank]! % span;
  return order;
}

/** Position of a person among the contacts; -1 when they are none. */
export function positionOf(contacts: Uint32Array, person: PersonIndex): number {
  let low = 0;
  let high = contacts.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (contacts[middle] === person) return middle;
    if (contacts[middle]! < person) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
