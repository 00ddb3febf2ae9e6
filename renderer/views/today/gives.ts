import type { InputOf } from '../../../shared/contract/api.ts';

export type GiveKind = Extract<InputOf<'log'>['logged'], { kind: 'give' }>['give'];

/** The six kinds of give, in the order of their keys, 1 to 6. */
export const GIVES: readonly { give: GiveKind; word: string }[] = [
  { give: 'intro', word: 'Introduction' },
  { give: 'article', word: 'Article' },
  { give: 'job', word: 'Job post' },
  { give: 'event', word: 'Event' },
  { give: 'advice', word: 'Advice' },
  { give: 'praise', word: 'Praise' },
];
