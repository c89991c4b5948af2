import { isCreditCode } from '@opengoa/kernel/exchange';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A credit code that no supplier has and whose check digit fits, for the n-th supplier of a test. */
export function madeUpCode(n: number): string {
  const stem = `91990100MA00000${String(n).padStart(2, '0')}`;
  return [...alphabet].map((last) => stem + last).find(isCreditCode)!;
}
