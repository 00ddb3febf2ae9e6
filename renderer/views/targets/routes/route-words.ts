import type { ChanceWord, Goodwill, Route } from '../../../../shared/contract/routes.ts';
import { spokenDate } from '../../../../shared/model/words.ts';

export const CHANCE_WORDS: Record<ChanceWord, string> = {
  good: 'Good chance',
  fair: 'Fair chance',
  slim: 'Slim chance',
  remote: 'Long shot',
};

/** The smallest favour that serves, in words. */
export const ASK_WORDS: Record<Route['ask'], string> = {
  introduction: 'An introduction fits',
  'name-use': 'To mention their name fits',
  advice: 'Advice fits',
  'back-channel': 'A frank word fits',
};

/** What has passed between us; null when nothing has. "You asked twice and gave once." */
export function goodwillInWords({ asks, gives }: Goodwill): string | null {
  if (asks === 0 && gives === 0) return null;
  if (asks === 0) return `You gave ${times(gives)} and asked for nothing.`;
  if (gives === 0) return `You asked ${times(asks)} and gave nothing yet.`;
  return `You asked ${times(asks)} and gave ${times(gives)}.`;
}

/** An ask that still waits for its answer; null when none does. */
export function openAskInWords({ lastAsk }: Goodwill, asOf: string | null): string | null {
  if (lastAsk === null || lastAsk.outcome !== 'none') return null;
  const day = asOf === null ? null : spokenDate(lastAsk.on, asOf);
  return `Asked ${day ?? `on ${lastAsk.on}`}${lastAsk.target === null ? '' : ` about ${lastAsk.target}`}, no answer yet.`;
}

/** Both ends of what the field studies found, for a route with somebody in between; null where nobody is. */
export function attritionInWords({ chance, hops }: Route): string | null {
  if (hops.length < 2) return null;
  const between = hops.length === 2 ? 'the person in between is' : 'those in between are';
  const [low, word, high] = [chance.low, chance.word, chance.high].map((one) => CHANCE_WORDS[one].toLowerCase());
  if (low === high) return `A ${word}, whether ${between} keen to help or not.`;
  return `A ${word} as judged: a ${low} if ${between} little moved to help, a ${high} if keen to.`;
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
