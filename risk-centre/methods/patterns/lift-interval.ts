/** How many times oftener than expected a count was, with its interval: Garwood (1936), the exact interval of a Poisson mean. */
import { gammaAtMost } from '../gamma-distribution.ts';

/** @param seen count. @param expected by chance, above 0. @param confidence of the central interval */
export function liftInterval(seen: number, expected: number, confidence = 0.9): { lower: number; upper: number } {
  const tail = (1 - confidence) / 2;
  return {
    lower: seen === 0 ? 0 : meanAt(tail, seen) / expected,
    upper: meanAt(1 - tail, seen + 1) / expected,
  };
}

/** x with P(Gamma(shape) ≤ x) = p, by halving. */
function meanAt(p: number, shape: number): number {
  let [low, high] = [0, shape + 10 * Math.sqrt(shape) + 20];
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (gammaAtMost(middle, shape) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
