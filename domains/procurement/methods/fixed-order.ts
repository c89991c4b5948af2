/**
 * PR-05: turns in a fixed order, in which whoever won one round ago wins again. Honest firms come near it where each win on hand keeps them from the next, so
 * that the chance told is that of made-up histories of such firms. Value balance does not see an order, and counting wins in a row takes capacity for it.
 */
import { seeded } from '@opengoa/kernel/seeded';

/** Each win on hand, done within one round, makes the next less likely by e^−2: the strongest honest capacity that the score knows. */
const strength = 2;

export interface FixedOrder {
  /** Tenders after the first round that another than the one of a round ago won, or one who had won again since. */
  readonly breaks: number;
  readonly p: number;
}

export function breaksOf(winners: ArrayLike<number>, members: number): number {
  let found = 0;
  for (let t = members; t < winners.length; t++) {
    let back = 1;
    while (winners[t - back] !== winners[t] && back < members) back += 1;
    // Who wins twice within a round keeps no order: one who wins all of them does not take turns.
    if (back < members || winners[t - members] !== winners[t]) found += 1;
  }
  return found;
}

/** @param winners for each tender, in order of time, the number of the member that won it. @returns null for fewer than three rounds, or members */
export function fixedOrder(winners: readonly number[], members: number, seed = 1, draws = 1999): FixedOrder | null {
  if (members < 3 || winners.length < 3 * members) return null;
  const breaks = breaksOf(winners, members);
  const next = seeded(seed);
  const drawn = new Int32Array(winners.length);
  const onHand = new Int32Array(members);
  let asFew = 0;
  for (let draw = 0; draw < draws; draw++) {
    onHand.fill(0);
    for (let t = 0; t < drawn.length; t++) {
      if (t >= members) onHand[drawn[t - members]!]! -= 1;
      let left = next() * onHand.reduce((sum, wins) => sum + Math.exp(-strength * wins), 0);
      let winner = 0;
      while (winner < members - 1 && (left -= Math.exp(-strength * onHand[winner]!)) >= 0) winner += 1;
      drawn[t] = winner;
      onHand[winner]! += 1;
    }
    if (breaksOf(drawn, members) <= breaks) asFew += 1;
  }
  return { breaks, p: (asFew + 1) / (draws + 1) };
}
