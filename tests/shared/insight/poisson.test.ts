import { expect, it } from 'vitest';
import { poissonQuantile } from '../../../shared/insight/poisson.ts';

it.each([
  // Sums of e^-m m^k / k! by hand: m = 1: P(X <= 4) = .99634, P(X <= 5) = .99941.
  { mean: 1, quantile: 5 },
  // m = .1: P(X <= 2) = .99985, P(X <= 1) = .99532.
  { mean: 0.1, quantile: 2 },
  // m = 2: P(X <= 7) = .99890, P(X <= 8) = .99976.
  { mean: 2, quantile: 8 },
  // Summed with lgamma in another program (Python).
  { mean: 10, quantile: 21 },
  { mean: 57, quantile: 82 },
  { mean: 2000, quantile: 2140 },
])('gives $quantile as the 99.9 % quantile at a mean of $mean', ({ mean, quantile }) => {
  expect(poissonQuantile(0.999, mean)).toBe(quantile);
});

it('lies more than two standard deviations above every mean from 2 on, which bursts rely on', () => {
  for (let mean = 2; mean < 5000; mean += mean < 50 ? 0.05 : 13) {
    expect(poissonQuantile(0.999, mean)).toBeGreaterThanOrEqual(mean + 2 * Math.sqrt(mean));
  }
});
