/**
 * EN-05, lasting change: a two-sided cumulative sum over standardised daily residuals.
 *
 * `S_t = max(0, S_{t−1} + z_t − k)`, alarm when S > h. With k = 0.5 and h = 5 a false alarm comes about every 1000 days if
 * one day tells nothing of the next, but every 170 at a lag-one correlation of 0.3 and every 80 at 0.6. Residuals of meters
 * are correlated, so they are pre-whitened with the meter's own correlation first; the values added up are then as
 * independent as the rule assumes, at the price of a slower answer where the correlation is high.
 *
 * Source: Page 1954; methods note EN-05.
 */
import { lagOneCorrelation, longRunCorrelation } from './fit-statistics.ts';
import { type MethodResult, insufficient, ok } from './method-result.ts';
import { median, medianAbsoluteDeviation } from '@opengoa/kernel/robust-statistics';

export interface CusumSettings {
  /** Slack in standard deviations that a day may be off without counting. */
  readonly k: number;
  /** Alarm level. */
  readonly h: number;
}

export const usualCusum: CusumSettings = { k: 0.5, h: 5 };

export interface CusumPath {
  readonly over: readonly number[];
  readonly under: readonly number[];
  readonly firstAlarm: number | null;
}

/** The two running sums of standardised values. A null (missing day) leaves both where they are. */
export function cusum(z: readonly (number | null)[], { k, h }: CusumSettings = usualCusum): CusumPath {
  const over: number[] = [];
  const under: number[] = [];
  let up = 0;
  let down = 0;
  for (const value of z) {
    if (value !== null) {
      up = Math.max(0, up + value - k);
      down = Math.max(0, down - value - k);
    }
    over.push(up);
    under.push(down);
  }
  const firstAlarm = over.findIndex((s, i) => s > h || under[i]! > h);
  return { over, under, firstAlarm: firstAlarm < 0 ? null : firstAlarm };
}

export interface DriftEpisode {
  readonly side: 'over' | 'under';
  /** First day after the sum was last zero. */
  readonly from: number;
  readonly alarmAt: number;
  /** The day the sum fell to half the alarm level; the length of the series while it has not. */
  readonly toExclusive: number;
  readonly open: boolean;
  readonly peak: number;
}

/** Stretches of one side, from the last zero before an alarm to the sum's return to h / 2. */
export function driftEpisodes(path: CusumPath, { h }: CusumSettings = usualCusum): DriftEpisode[] {
  return (['over', 'under'] as const)
    .flatMap((side) => {
      const sums = path[side];
      const found: DriftEpisode[] = [];
      for (let i = 0; i < sums.length; i++) {
        if (sums[i]! <= h) continue;
        let from = i;
        while (from > 0 && sums[from - 1]! > 0) from -= 1;
        let to = i;
        while (to < sums.length && sums[to]! > h / 2) to += 1;
        const start = Math.max(from, found.at(-1)?.toExclusive ?? 0);
        found.push({
          side,
          from: start,
          alarmAt: i,
          toExclusive: to,
          open: to === sums.length,
          peak: Math.max(...sums.slice(start, to)),
        });
        i = to;
      }
      return found;
    })
    .toSorted((a, b) => a.from - b.from);
}

/**
 * Takes out of each value what the one before it foretold: (z_t − ρ z_{t−1}) / √(1 − ρ²). The first value, and one after a
 * missing day, is kept. A negative ρ is taken as 0: it makes alarms rarer, not commoner.
 */
export function preWhiten(z: readonly (number | null)[], rho: number): (number | null)[] {
  const r = Math.min(Math.max(rho, 0), 0.95);
  const scale = Math.sqrt(1 - r * r);
  return z.map((value, i) => {
    const before = z[i - 1] ?? null;
    return value === null || before === null ? value : (value - r * before) / scale;
  });
}

export interface ResidualScale {
  /** 1.4826 · MAD of the training residuals. */
  readonly spreadKwh: number;
  readonly middleKwh: number;
  readonly lagOneCorrelation: number;
  /** √(Σe² / n), tails included. */
  readonly rmseKwh: number;
  /** Of the days that lean on one another over weeks (`longRunCorrelation`). */
  readonly longRunCorrelation: number;
}

/** How a meter's own residuals usually vary. @returns `insufficient_data` below `minimumDays` (120) or without spread */
export function residualScale(
  residualsKwh: readonly (number | null)[],
  minimumDays = 120,
): MethodResult<ResidualScale> {
  const known = residualsKwh.flatMap((residual) => (residual === null ? [] : [residual]));
  if (known.length < minimumDays)
    return insufficient({
      code: 'too-few-days',
      zh: `基线残差${known.length}天，至少需要${minimumDays}天`,
      en: `${known.length} days of residuals of the ${minimumDays} needed`,
      needed: minimumDays,
      found: known.length,
    });
  const spreadKwh = 1.4826 * medianAbsoluteDeviation(known);
  if (spreadKwh === 0)
    return insufficient({ code: 'no-spread', zh: '基线残差没有变化', en: 'the residuals never change' });
  return ok({
    spreadKwh,
    middleKwh: median(known),
    lagOneCorrelation: lagOneCorrelation(known) ?? 0,
    rmseKwh: Math.sqrt(known.reduce((sum, residual) => sum + residual * residual, 0) / known.length),
    longRunCorrelation: longRunCorrelation(known) ?? 0,
  });
}
