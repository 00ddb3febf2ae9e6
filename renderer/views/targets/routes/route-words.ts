import type { ChanceWord } from '../../../../shared/contract/common.ts';
import type { Route } from '../../../../shared/contract/routes.ts';

export const CHANCE_WORDS: Record<ChanceWord, string> = {
  good: 'Good chance',
  fair: 'Fair chance',
  slim: 'Slim chance',
  remote: 'Remote chance',
};

/** The smallest favour that serves, in words. */
export const ASK_WORDS: Record<Route['ask'], string> = {
  introduction: 'An introduction fits',
  'name-use': 'To mention their name fits',
  advice: 'Advice fits',
  'back-channel': 'A frank word fits',
};

/** Both ends of what the field studies found, for a route with somebody in between; null where nobody is. */
export function attritionInWords({ chance, hops }: Route): string | null {
  if (hops.length < 2) return null;
  const between = hops.length === 2 ? 'the person in between is' : 'those in between are';
  const [low, word, high] = [chance.low, chance.word, chance.high].map((one) => CHANCE_WORDS[one].toLowerCase());
  if (low === high) return `A ${word}, whether ${between} keen to help or not.`;
  return `A ${word} as judged: a ${low} if ${between} little moved to help, a ${high} if keen to.`;
}
