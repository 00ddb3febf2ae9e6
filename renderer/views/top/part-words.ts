import type { TopContact } from '../../../shared/contract/top.ts';

export type PartName = keyof TopContact['multipliers'];

/** The six parts of a score, in the order in which they are drawn; the words say what more of it means. */
export const PARTS: readonly { part: PartName; word: string; more: string; less: string }[] = [
  { part: 'warmth', word: 'Warmth', more: 'closer than most', less: 'less close than most' },
  {
    part: 'responsiveness',
    word: 'Answers',
    more: 'likelier to answer than most',
    less: 'less likely to answer than most',
  },
  {
    part: 'reach',
    word: 'Reach',
    more: 'nearer to your targets than most',
    less: 'further from your targets than most',
  },
  {
    part: 'power',
    word: 'Say',
    more: 'leads to people with more say than most',
    less: 'leads to people with less say',
  },
  {
    part: 'reciprocity',
    word: 'Balance',
    more: 'the balance leaves room to ask',
    less: 'you have asked more than given',
  },
  {
    part: 'novelty',
    word: 'New people',
    more: 'knows more people you do not than most',
    less: 'knows mostly people you know',
  },
];

/** A part over its median, as a mark from -1 to 1 on a scale of doublings: ×8 and more fills the bar. */
export function barOf(multiplier: number): number {
  if (multiplier <= 0) return -1;
  return Math.max(-1, Math.min(1, Math.log2(multiplier) / 3));
}

/** `×2.8`; below a tenth as said, not as noise. */
export function timesWords(multiplier: number): string {
  if (multiplier < 0.1) return 'under ×0.1';
  return `×${multiplier >= 10 ? Math.round(multiplier) : multiplier.toFixed(1)}`;
}

/** A share of the whole in percent; of very many contacts nobody's is nothing. */
export function shareWords(share: number): string {
  const percent = 100 * share;
  return `${percent.toFixed(percent >= 0.1 || percent === 0 ? 1 : percent >= 0.01 ? 2 : 3)} %`;
}

/** What a part says of a person, against the middle of all contacts. */
export function partWords(
  { part, more, less }: (typeof PARTS)[number],
  multipliers: TopContact['multipliers'],
): string {
  const value = multipliers[part];
  if (value > 1.05) return more;
  if (value < 0.95) return less;
  return 'as most';
}
