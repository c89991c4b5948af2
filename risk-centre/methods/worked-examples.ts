/** The published worked examples that the risk centre's methods reproduce. */
import examples from './worked-examples.json' with { type: 'json' };

export { examples };

/** Fixtures are rounded to six decimals: near is within 1e-5 of the value, or within the rounding. */
export const near =
  (expected: number) =>
  (actual: number | null | undefined): boolean =>
    typeof actual === 'number' && Math.abs(actual - expected) <= Math.max(1e-5 * Math.abs(expected), 5.1e-7);
