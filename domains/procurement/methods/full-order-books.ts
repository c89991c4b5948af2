/**
 * PR-05: honest firms with full order books take turns too, the more so the slower a backlog is worked off. What sets a scheme apart is that whoever has
 * won least so far wins next, and this oftener than even a strong backlog brings about: its chance is that of made-up histories of such honest firms over
 * the same tenders.
 */
import { seeded } from '@opengoa/kernel/seeded';

/**
 * How an honest backlog is drawn: a tenth of it is worked off from one tender to the next, and a contract of middle value on hand makes a win less likely
 * by e^−1. This is the strongest one of the methods page; a weaker one follows the least-won rule less, so that the chance told is an upper bound.
 */
const leftOver = 0.9;
const strength = 1;

/** Σ over tenders of how many members had won less by value than the winner so far, ties counted half: 0 where the least-won always wins next. */
export function ranksOfWinners(winners: ArrayLike<number>, values: ArrayLike<number>, members: number): number {
  const won = new Float64Array(members);
  let found = 0;
  for (let t = 0; t < winners.length; t++) {
    const own = won[winners[t]!]!;
    let ties = -1;
    for (const other of won) {
      if (other < own) found += 1;
      else if (other === own) ties += 1;
    }
    found += ties / 2;
    won[winners[t]!] = own + values[t]!;
  }
  return found;
}

export interface FullOrderBooks {
  readonly statistic: number;
  /** The chance that honest firms with a strong backlog follow the least-won rule as closely. */
  readonly p: number;
}

/** @param winners for each tender, in order of time, the number of the member that won it. @param values above 0, in one unit */
export function fullOrderBooks(
  winners: readonly number[],
  values: readonly number[],
  members: number,
  seed = 1,
  draws = 1999,
): FullOrderBooks {
  const middle = values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const scaled = Float64Array.from(values, (value) => value / middle);
  const statistic = ranksOfWinners(winners, scaled, members);
  const next = seeded(seed);
  const drawn = new Int32Array(winners.length);
  let asSmall = 0;
  for (let draw = 0; draw < draws; draw++) {
    drawHistory(scaled, members, next, drawn);
    if (ranksOfWinners(drawn, scaled, members) <= statistic) asSmall += 1;
  }
  return { statistic, p: (asSmall + 1) / (draws + 1) };
}

function drawHistory(values: Float64Array, members: number, next: () => number, into: Int32Array): void {
  const load = new Float64Array(members);
  const odds = new Float64Array(members);
  for (let t = 0; t < values.length; t++) {
    let total = 0;
    for (let k = 0; k < members; k++) total += odds[k] = Math.exp(-strength * load[k]!);
    let left = next() * total;
    let winner = members - 1;
    for (let k = 0; k < members; k++) {
      left -= odds[k]!;
      if (left >= 0) continue;
      winner = k;
      break;
    }
    into[t] = winner;
    for (let k = 0; k < members; k++) load[k] = load[k]! * leftOver;
    load[winner] = load[winner]! + values[t]!;
  }
}
