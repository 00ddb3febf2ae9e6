/**
 * The smallest k that a Poisson variable does not exceed with this probability.
 *
 * @param share above 0 and below 1
 * @param mean above 0; sums logarithms, so that large means do not underflow
 */
export function poissonQuantile(share: number, mean: number): number {
  let logTerm = -mean;
  let sum = Math.exp(logTerm);
  let k = 0;
  while (sum < share) {
    k++;
    logTerm += Math.log(mean / k);
    const term = Math.exp(logTerm);
    // Beyond the mean terms only fall: once one adds nothing, rounding has taken the rest of the sum.
    if (k > mean && sum + term === sum) break;
    sum += term;
  }
  return k;
}
