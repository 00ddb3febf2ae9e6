import { plainLine } from '../../client/plain-line.ts';

/** A sentence of the backend that may hold names from outside, set apart so that none of them turns its neighbours. */
export function Sentence({ text }: { text: string }) {
  return <bdi dir="auto">{plainLine(text, 600)}</bdi>;
}
