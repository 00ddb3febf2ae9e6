/** Share of the whole that the top `part` (0..1) of the contacts holds, read off a Lorenz curve. */
export function heldByTop(lorenz: readonly number[], part: number): number {
  const last = lorenz.length - 1;
  if (last < 1) return 0;
  const at = Math.max(0, Math.min(1, 1 - part)) * last;
  const below = Math.floor(at);
  const low = lorenz[below] ?? 0;
  const high = lorenz[Math.min(last, below + 1)] ?? 1;
  return 1 - (low + (high - low) * (at - below));
}

/** The curve in a square of `size`, its origin bottom left. */
export function pathOf(lorenz: readonly number[], size: number): string {
  const last = Math.max(1, lorenz.length - 1);
  return lorenz
    .map((share, at) => `${at === 0 ? 'M' : 'L'}${round((at / last) * size)} ${round((1 - share) * size)}`)
    .join('');
}

const round = (value: number) => Math.round(value * 100) / 100;
