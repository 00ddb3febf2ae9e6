export type Closeness = 0 | 1 | 2 | 3 | 4;

/** The five answers to "how well do you know them?", from 0. */
export const CLOSENESS = ['Do not know', 'Met once or online', 'Acquaintance', 'Know well', 'Close'] as const;
