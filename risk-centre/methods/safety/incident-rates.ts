/** SF-03: how often things happen at a place, where few things happen: a rate is drawn towards that of all places, and counts scatter more than chance. */
import { betaAtMost } from '../beta-distribution.ts';
import { gammaAtMost } from '../gamma-distribution.ts';

export interface PlaceRate {
  /** Events by exposure; null without exposure. */
  readonly raw: number | null;
  /** (shape + events) / (rate + exposure). */
  readonly shrunk: number;
  /** That the place's rate lies above the limit. */
  readonly chanceAbove: number;
}

/**
 * One place under a gamma prior fitted to its peers.
 * @param exposure in what events are counted by: area · days, people · days, lifts. @param shape of the prior, above 0. @param rate of the prior, above 0
 */
export function placeRate(events: number, exposure: number, shape: number, rate: number, limit: number): PlaceRate {
  const [a, b] = [shape + events, rate + exposure];
  return { raw: exposure > 0 ? events / exposure : null, shrunk: a / b, chanceAbove: 1 - gammaAtMost(limit * b, a) };
}

/**
 * The chance of at least so many events where counts scatter more than chance (negative binomial: variance mean + mean²/size).
 * @param mean above 0. @param size above 0; the larger, the nearer to Poisson
 */
export function countAtLeast(least: number, mean: number, size: number): number {
  return least <= 0 ? 1 : 1 - betaAtMost(size / (size + mean), size, least);
}

/** The same where counts scatter by chance alone (Poisson): alarms by it come several times too often where they do not. */
export const countAtLeastByChance = (least: number, mean: number): number =>
  least <= 0 ? 1 : gammaAtMost(mean, least);
