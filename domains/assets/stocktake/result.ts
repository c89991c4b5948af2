import { chapman } from './chapman.ts';
import type { Conflict, How, LineState, Result } from './contract.ts';

export interface CountedLine {
  readonly expected: boolean;
  readonly sampled: boolean;
  readonly state: LineState;
  readonly conflict: Conflict | null;
  readonly how: How | null;
  readonly quantity: number;
  readonly seenQuantity: number;
  readonly valueFen: number;
}

/** What the lines come to. Cards are counted; of a batch card with fewer seen than booked the share that is lost is told in money. */
export function resultOf(lines: readonly CountedLine[], blind: boolean): Result {
  const count = (is: (line: CountedLine) => boolean) => lines.reduce((sum, line) => sum + (is(line) ? 1 : 0), 0);
  const expected = count((line) => line.expected);
  const seen = (line: CountedLine) => line.state !== 'waiting' || line.how === 'present';
  const lost = lines.filter(({ how }) => how === 'lost');
  const estimate = chapman(
    expected,
    count(seen),
    count((line) => line.expected && seen(line)),
  );
  return {
    expected,
    found: count(({ state, how }) => state === 'found' || (state === 'waiting' && how === 'present')),
    short: count(({ state }) => state === 'short'),
    elsewhere: count(({ state }) => state === 'elsewhere'),
    missing: count(({ state, how }) => state === 'waiting' && how !== 'present'),
    unexpected: count(({ state }) => state === 'unexpected'),
    surplus: count(({ state }) => state === 'surplus'),
    lost: lost.length,
    lostFen: lost.reduce(
      (sum, { valueFen, quantity, seenQuantity, state }) =>
        sum + Math.round((valueFen * (quantity - (state === 'short' ? seenQuantity : 0))) / quantity),
      0,
    ),
    moved: count(({ how }) => how === 'move-here'),
    sampled: count(({ sampled }) => sampled),
    sampledSeen: count((line) => line.sampled && seen(line)),
    estimate: estimate && { ...estimate, lowerBound: !blind },
  };
}
