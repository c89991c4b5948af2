/** The published worked examples that this room's methods reproduce, and what tests need to hold them against a result. */
import { expect } from 'vitest';
import examples from './worked-examples.json' with { type: 'json' };

export { examples };

/** Fixtures are rounded to six decimals: near is within 1e-5 of the value, or within the rounding. */
export const near =
  (expected: number) =>
  (actual: number | null | undefined): boolean =>
    typeof actual === 'number' && Math.abs(actual - expected) <= Math.max(1e-5 * Math.abs(expected), 5.1e-7);

/** The generator by which every fixture with noise can be rebuilt in any language; uniform in [0, 1). */
export { seeded as mulberry32 } from '@opengoa/kernel/seeded';

/** The value of a result that must have one. */
export function found<Result extends { status: string }>(
  result: Result,
): Exclude<Result, { status: 'insufficient_data' }> {
  expect(result.status).toBe('ok');
  return result as Exclude<Result, { status: 'insufficient_data' }>;
}
