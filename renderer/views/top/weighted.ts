/** The ranking with what matters now: how much each part counts, over the model's own order. */
import type { TopContact } from '../../../shared/contract/top.ts';

/** What can be turned up and down. 1: as the model has it; 0: it does not count; 2: it counts twice. */
export const WEIGHED = ['reach', 'novelty', 'power'] as const;
export type Weighed = (typeof WEIGHED)[number];
export type Weights = Record<Weighed, number>;

export const MODEL_WEIGHTS: Weights = { reach: 1, novelty: 1, power: 1 };

export const isModel = (weights: Weights): boolean => WEIGHED.every((part) => weights[part] === MODEL_WEIGHTS[part]);

/** Share of the whole that the vital few hold (model.md §9). */
const VITAL_SHARE = 0.8;
const TOP_PART = 0.2;

/**
 * Ranks anew. A score is the product of its parts over their medians, so a weight is the power to which a part is raised:
 * the logarithms stay a sum, and what each part adds can still be told. Shares are of the contacts given.
 *
 * @param contacts all of them for exact shares, in the model's order, which decides ties
 */
export function weighContacts(contacts: readonly TopContact[], weights: Weights): TopContact[] {
  if (isModel(weights)) return [...contacts];
  const scored = contacts.map((contact) => ({
    contact,
    score: WEIGHED.reduce(
      (score, part) => score * factorOf(contact.multipliers[part], weights[part] - 1),
      contact.score,
    ),
  }));
  scored.sort((a, b) => b.score - a.score || a.contact.rank - b.contact.rank);
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  const top = Math.ceil(scored.length * TOP_PART);
  let before = 0;
  return scored.map(({ contact, score }, place) => {
    const inVitalSet = total > 0 && before < VITAL_SHARE * total;
    before += score;
    const share = total > 0 ? score / total : 0;
    return { ...contact, rank: place + 1, score, share, inVitalSet, inTop20: place < top };
  });
}

/** A part that is nothing stays nothing, whatever it counts: 0 to a negative power would be without end. */
function factorOf(multiplier: number, power: number): number {
  if (multiplier <= 0) return power === 0 ? 1 : 0;
  return multiplier ** power;
}

/** Lorenz curve of contacts in any order: cumulative shares from the least on, beginning with 0. */
export function lorenzOf(contacts: readonly TopContact[]): number[] {
  const shares = contacts.map(({ share }) => share).sort((a, b) => a - b);
  const curve = [0];
  for (const share of shares) curve.push(Math.min(1, (curve.at(-1) ?? 0) + share));
  return curve;
}
