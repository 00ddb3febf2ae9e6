/** A chance in a word. Until it is calibrated, a number would promise more than is known (model.md 12.9). */

export type ChanceWord = 'good' | 'fair' | 'slim' | 'remote';

/** From here on the word applies (J: a contact who would vouch for me stands at .70, the best introduced route near .35). */
const AT_LEAST = { good: 0.5, fair: 0.25, slim: 0.1 } as const;

/** @param probability of the whole route, 0..1 */
export function chanceInWord(probability: number): ChanceWord {
  if (probability >= AT_LEAST.good) return 'good';
  if (probability >= AT_LEAST.fair) return 'fair';
  return probability >= AT_LEAST.slim ? 'slim' : 'remote';
}
