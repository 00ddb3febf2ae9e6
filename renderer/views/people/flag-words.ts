import type { Flag } from '../../../shared/contract/common.ts';

/** Marks beside a name, in words without blame. */
export const FLAG_WORDS: Record<Flag, { word: string; meaning: string; tone: 'plain' | 'attention' }> = {
  vanished: { word: 'gone', meaning: 'Not in your newest export', tone: 'attention' },
  'maybe-same': { word: 'double?', meaning: 'May be the same as somebody else', tone: 'attention' },
  'look-alike': { word: 'look-alike', meaning: 'The name looks like another one', tone: 'attention' },
  moved: { word: 'moved', meaning: 'Changed job between your exports', tone: 'plain' },
  dormant: { word: 'dormant', meaning: 'Close once, silent for three years', tone: 'plain' },
};
