/** What my own asks teach: the help line moved to fit them, and how well predictions held (model.md §10). */
import type { Judged } from '../graph/build-graph.ts';
import { explainMyTie } from '../graph/my-ties.ts';
import { countOf } from '../model/words.ts';
import { type Constants, DEFAULT_CONSTANTS } from '../ties/constants.ts';
import { type Calibration, hasHelped, helpFromStrength } from '../ties/help.ts';
import { bandOf, type StrengthBand } from '../ties/strength.ts';

/** One ask as it looked the day before, and how it ended. */
export interface AskSeen {
  /** h(s) of the line as assumed, before the ask. */
  help: number;
  s: number;
  isHelped: boolean;
}

interface ReliabilityRow {
  band: Exclude<StrengthBand, 'unknown'>;
  n: number;
  /** Mean probability said, and share that helped. */
  predicted: number;
  observed: number;
}

export interface CalibrationReport {
  status: 'calibrated' | 'not-calibrated';
  sentence: string;
  asks: number;
  helped: number;
  /** null while not calibrated. */
  calibration: Calibration | null;
  /** Mean squared error of the probabilities in use; null without asks. */
  brier: number | null;
  /** `1 − brier / brier of always saying the base rate`; null where the base rate explains everything. */
  skill: number | null;
  /** Bands with at least one ask, weak first. */
  bands: ReliabilityRow[];
}

const STEP_END = 1e-10;
const MAX_STEPS = 200;
/** Keeps the logit finite. */
const EDGE = 1e-9;

/**
 * `h* = σ(a + b·logit h)`, the most probable a ~ N(0, 1), b ~ N(1, .5²) given the asks, by Newton's method; the objective is
 * concave, so that the answer is the only one.
 *
 * @returns null with fewer than 30 asks, or fewer than 8 of either kind
 */
export function fitCalibration(
  asks: readonly Pick<AskSeen, 'help' | 'isHelped'>[],
  constants: Constants = DEFAULT_CONSTANTS,
): Calibration | null {
  const helped = asks.filter(({ isHelped }) => isHelped).length;
  const least = constants.calibrationPerKind;
  if (asks.length < constants.calibrationMinimum || helped < least || asks.length - helped < least) return null;
  const points = asks
    .map(({ help, isHelped }) => ({ x: logit(help), y: isHelped ? 1 : 0 }))
    // Sums do not depend on the order in which asks were logged.
    .sort((p, q) => p.x - q.x || p.y - q.y);
  const shiftPrecision = 1 / constants.calibrationShiftSd ** 2;
  const slopePrecision = 1 / constants.calibrationSlopeSd ** 2;
  const logPosterior = (a: number, b: number) => {
    let sum = -0.5 * (shiftPrecision * a ** 2 + slopePrecision * (b - 1) ** 2);
    for (const { x, y } of points) sum -= softPlus(y === 1 ? -(a + b * x) : a + b * x);
    return sum;
  };
  let shift = 0;
  let slope = 1;
  for (let step = 0; step < MAX_STEPS; step++) {
    let [ga, gb] = [-shift * shiftPrecision, -(slope - 1) * slopePrecision];
    let [haa, hab, hbb] = [shiftPrecision, 0, slopePrecision];
    for (const { x, y } of points) {
      const p = sigmoid(shift + slope * x);
      ga += y - p;
      gb += (y - p) * x;
      haa += p * (1 - p);
      hab += p * (1 - p) * x;
      hbb += p * (1 - p) * x * x;
    }
    const determinant = haa * hbb - hab * hab;
    const da = (hbb * ga - hab * gb) / determinant;
    const db = (haa * gb - hab * ga) / determinant;
    // A whole step may overshoot where the curve is flat: it is halved until it leads up.
    const here = logPosterior(shift, slope);
    let scale = 1;
    while (scale > STEP_END && logPosterior(shift + scale * da, slope + scale * db) < here - STEP_END) scale /= 2;
    shift += scale * da;
    slope += scale * db;
    if (Math.abs(da) < STEP_END && Math.abs(db) < STEP_END) break;
  }
  return { shift, slope };
}

/**
 * The logged asks to people who were my contacts, each as the tie stood on the day before: what came of an ask warms the tie,
 * and may not explain itself.
 */
export function asksSeen({ mySources, statements, constants }: Judged): AskSeen[] {
  const seen: AskSeen[] = [];
  for (const [person, asks] of [...statements.asks].sort(([a], [b]) => a - b)) {
    for (const { on, outcome } of asks) {
      const tie =
        explainMyTie({ ...mySources, asOf: on - 1, calibration: null }, person) ??
        explainMyTie({ ...mySources, asOf: on, calibration: null }, person);
      if (tie === null) continue;
      const { s } = tie.strength;
      seen.push({ s, help: helpFromStrength(s, constants), isHelped: hasHelped(outcome) });
    }
  }
  return seen;
}

/** How well the probabilities in use would have foretold the asks. */
export function reportCalibration(
  asks: readonly AskSeen[],
  constants: Constants = DEFAULT_CONSTANTS,
): CalibrationReport {
  const calibration = fitCalibration(asks, constants);
  const rated = asks.map(({ s, isHelped }) => ({
    band: bandOf(s, constants),
    p: helpFromStrength(s, constants, calibration),
    y: isHelped ? 1 : 0,
  }));
  const helped = asks.filter(({ isHelped }) => isHelped).length;
  const scored = brierScore(rated);
  const bands = (['weak', 'moderate', 'strong'] as const).flatMap((band) => {
    const rows = rated.filter((row) => row.band === band);
    if (rows.length === 0) return [];
    return [{ band, n: rows.length, predicted: mean(rows.map(({ p }) => p)), observed: mean(rows.map(({ y }) => y)) }];
  });
  return {
    status: calibration === null ? 'not-calibrated' : 'calibrated',
    sentence: sentenceOf(calibration, asks.length, helped, constants),
    asks: asks.length,
    helped,
    calibration,
    brier: scored?.brier ?? null,
    skill: scored?.skill ?? null,
    bands,
  };
}

/** Mean squared error, and skill against always saying the base rate; null without forecasts. */
export function brierScore(
  forecasts: readonly { p: number; y: number }[],
): { brier: number; base: number; skill: number | null } | null {
  if (forecasts.length === 0) return null;
  const rate = mean(forecasts.map(({ y }) => y));
  const brier = mean(forecasts.map(({ p, y }) => (p - y) ** 2));
  const base = mean(forecasts.map(({ y }) => (rate - y) ** 2));
  return { brier, base, skill: base > 0 ? 1 - brier / base : null };
}

function sentenceOf(calibration: Calibration | null, asks: number, helped: number, constants: Constants): string {
  const outcomes = `${countOf(asks, 'ask')}, of which ${helped} helped`;
  if (calibration !== null) return `Calibrated by ${outcomes}.`;
  const { calibrationMinimum: least, calibrationPerKind: ofKind } = constants;
  return `Not calibrated: starting assumptions. So far ${outcomes}; it takes ${least} asks, ${ofKind} of them with help and ${ofKind} without.`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** ln(1 + e^z) without overflow. */
function softPlus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

function logit(p: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, p));
  return Math.log(inside / (1 - inside));
}
