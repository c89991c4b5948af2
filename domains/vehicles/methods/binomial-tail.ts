/**
 * P(X >= found) for X ~ Binomial(trials, share), summed from the largest term in logarithms, so that it neither overflows nor underflows.
 * @throws when the arguments are no counts or the share no probability
 */
export function binomialTail(found: number, trials: number, share: number): number {
  if (!(Number.isInteger(found) && Number.isInteger(trials) && found >= 0 && trials >= 0 && share >= 0 && share <= 1))
    throw new RangeError(`no binomial: ${found} of ${trials} at ${share}`);
  if (found === 0) return 1;
  if (found > trials || share === 0) return 0;
  if (share === 1) return 1;
  let sum = 0;
  let logChoose = 0;
  for (let k = 0; k <= trials; k += 1) {
    if (k > 0) logChoose += Math.log(trials - k + 1) - Math.log(k);
    if (k >= found) sum += Math.exp(logChoose + k * Math.log(share) + (trials - k) * Math.log1p(-share));
  }
  return Math.min(1, sum);
}
