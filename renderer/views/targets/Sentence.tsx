import { plainLine } from '../../client/plain-line.ts';
import { windowWords } from '../../client/window-words.ts';

/**
 * A sentence of the backend, in the words of a window. It may hold names from outside and is set apart, so that none of them turns
 * its neighbours; it is English, so that a Hebrew or Arabic name at its beginning does not turn the sentence either.
 */
export function Sentence({ text }: { text: string }) {
  return <bdi dir="ltr">{plainLine(windowWords(text), 600)}</bdi>;
}
