/** The only place where probabilities become path costs (model.md §6). */
import type { Cost } from '../model/units.ts';
import type { Constants } from './constants.ts';

const MICRO = 1e6;

/**
 * Cost of asking my own contact: -ln P, in micro-nats. Rounded, so that two equal routes are exactly equal.
 *
 * @param help P, probability that they help when asked, 0 < P <= 1
 * @throws RangeError outside that range: a contact who never helps is no hop
 */
export function firstHopCost(help: number): Cost {
  return toCost(help);
}

/**
 * Cost of a hop between two other people: -ln(q·h) - ln A, in micro-nats. The attrition A falls on the intermediary before it.
 *
 * @param q probability that the tie exists, 0 < q <= 1
 * @param help h(s) of the tie, 0 < h <= 1
 * @throws RangeError when the product is not in (0, 1]
 */
export function laterHopCost(q: number, help: number, constants: Constants): Cost {
  return toCost(q * help * constants.attrition);
}

/** Probability that a path of this cost succeeds, as exact as the rounding of its hops. */
export function probabilityOfCost(cost: Cost): number {
  return Math.exp(-cost / MICRO);
}

function toCost(probability: number): Cost {
  if (!(probability > 0 && probability <= 1))
    throw new RangeError(`A hop needs a probability in (0, 1], not ${probability}.`);
  // `+ 0` turns the -0 of a certain hop into 0.
  return (Math.round(-Math.log(probability) * MICRO) + 0) as Cost;
}
