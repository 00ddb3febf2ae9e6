import type { TargetRow } from '../../../../shared/contract/routes.ts';
import { countOf } from '../../../../shared/model/words.ts';

/** The sentence the list opens on: how many are within reach, and where to begin. */
export function leadOf(targets: readonly TargetRow[]): string {
  if (targets.length === 0) return 'The companies and people you want to reach.';
  const reached = targets.filter(({ status }) => status !== 'none');
  if (reached.length === 0) {
    return `No route yet to ${targets.length === 1 ? 'your target' : `any of your ${targets.length} targets`}. Open one to see what would open a way.`;
  }
  const best = reached.find(({ status }) => status === 'direct') ?? reached[0];
  const start = best === undefined ? '' : ` ${best.sentence}`;
  return reached.length === targets.length
    ? `You can reach ${targets.length === 1 ? 'your target' : `all ${countOf(targets.length, 'target')}`}.${start}`
    : `You can reach ${reached.length} of your ${countOf(targets.length, 'target')}.${start}`;
}

export const SOURCE_WORDS = {
  application: 'you applied',
  'saved-job': 'you saved a job',
  follow: 'you follow',
} as const;
