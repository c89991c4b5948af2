/**
 * EN-01, the daily or billing baseline: base load, heating degree days, cooling degree days.
 *
 * `U = μ + β_H · HDD(b_H) + β_C · CDD(b_C)`. Candidates are heating and cooling, heating, cooling, and the mean alone, over
 * a grid of balance points; a candidate qualifies when every coefficient is positive and its degree days are not a handful;
 * the highest adjusted R² wins, the mean alone counting as 0. Coefficients are not filtered by p-value: that biases the
 * choice. A building heated by a district network and paid by area shows no heating slope, which is correct.
 *
 * Source: CalTRACK Methods 2.0 §3.
 */
import { type FitStatistics, fitStatistics } from './fit-statistics.ts';
import { leastSquares } from './least-squares.ts';
import { type MethodResult, insufficient, ok } from './method-result.ts';

export interface UsePeriod {
  /** First local day of the period. */
  readonly day: string;
  /** Null where nothing trustworthy was read; electricity zeros are missing values. */
  readonly useKwh: number | null;
  /** Mean temperatures of the days in the period: one value for a day, as many as days for a bill. */
  readonly dailyMeanC: readonly number[];
}

export interface DegreeDaySettings {
  readonly heatingBalanceC?: { readonly from: number; readonly to: number };
  /** Balance points for cooling; `from` is the heating balance where that is higher. */
  readonly coolingBalanceC?: { readonly from: number; readonly to: number };
  /** Grid step, at most 1.5 °C. */
  readonly stepC?: number;
  /** Bills are weighted by their days and need no count of days with degree days. */
  readonly billing?: boolean;
  readonly minimumPeriods?: number;
}

export interface DegreeDayModel {
  readonly method: 'EN-01';
  readonly version: '1.0.0';
  readonly kind: 'heating-and-cooling' | 'heating' | 'cooling' | 'mean';
  readonly heatingBalanceC: number | null;
  readonly coolingBalanceC: number | null;
  /** Per day. */
  readonly baseKwh: number;
  readonly heatingKwhPerDegreeDay: number;
  readonly coolingKwhPerDegreeDay: number;
  readonly adjustedR2: number;
}

export interface DegreeDayFit {
  readonly model: DegreeDayModel;
  /** p counts the slopes, as CalTRACK does, not the intercept. */
  readonly training: FitStatistics;
  /** What the training use was made of, in kWh; the three and the residual add up to it. */
  readonly split: {
    readonly baseKwh: number;
    readonly heatingKwh: number;
    readonly coolingKwh: number;
    readonly residualKwh: number;
  };
}

interface Row {
  readonly days: number;
  readonly useKwh: number;
  readonly dailyMeanC: readonly number[];
}

/** @returns `insufficient_data` below `minimumPeriods` (328 days, a year less 37; 12 bills) with use and temperature */
export function fitDegreeDays(
  periods: readonly UsePeriod[],
  settings: DegreeDaySettings = {},
): MethodResult<DegreeDayFit> {
  const rows = periods.flatMap((period): Row[] =>
    period.useKwh === null || period.dailyMeanC.length === 0
      ? []
      : [{ days: period.dailyMeanC.length, useKwh: period.useKwh, dailyMeanC: period.dailyMeanC }],
  );
  const needed = settings.minimumPeriods ?? (settings.billing ? 12 : 328);
  if (rows.length < needed)
    return insufficient({
      code: 'too-few-days',
      zh: `有用量和气温的时段${rows.length}个，至少需要${needed}个`,
      en: `${rows.length} periods with use and temperature of the ${needed} needed`,
      needed,
      found: rows.length,
    });

  const step = Math.min(settings.stepC ?? 1, 1.5);
  const heating = grid(settings.heatingBalanceC?.from ?? -1, settings.heatingBalanceC?.to ?? 32, step).map(
    (balance) => ({
      balance,
      degreeDays: rows.map((row) => degreeDays(row.dailyMeanC, (t) => balance - t)),
    }),
  );
  const cooling = grid(settings.coolingBalanceC?.from ?? -1, settings.coolingBalanceC?.to ?? 32, step).map(
    (balance) => ({
      balance,
      degreeDays: rows.map((row) => degreeDays(row.dailyMeanC, (t) => t - balance)),
    }),
  );
  const enough = (of: readonly number[]): boolean =>
    of.reduce((sum, x) => sum + x, 0) >= 20 && (settings.billing === true || of.filter((x) => x > 0).length >= 10);
  const warm = heating.filter((candidate) => enough(candidate.degreeDays));
  const cool = cooling.filter((candidate) => enough(candidate.degreeDays));

  let best = fitCandidate(rows, null, null)!;
  const consider = (candidate: DegreeDayModel | null): void => {
    if (candidate && candidate.adjustedR2 > best.adjustedR2) best = candidate;
  };
  for (const c of cool) consider(fitCandidate(rows, null, c));
  for (const h of warm) {
    consider(fitCandidate(rows, h, null));
    for (const c of cool) if (c.balance >= h.balance) consider(fitCandidate(rows, h, c));
  }

  const parts = rows.map((row) => partsOf(best, row.dailyMeanC));
  const training = fitStatistics(
    rows.map((row) => row.useKwh),
    parts.map((part) => part.baseKwh + part.heatingKwh + part.coolingKwh),
    (best.heatingBalanceC === null ? 0 : 1) + (best.coolingBalanceC === null ? 0 : 1),
  );
  if (training.status !== 'ok') return training;
  const total = (of: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((sum, part) => sum + of(part), 0);
  const split = {
    baseKwh: total((p) => p.baseKwh),
    heatingKwh: total((p) => p.heatingKwh),
    coolingKwh: total((p) => p.coolingKwh),
  };
  const usedKwh = rows.reduce((sum, row) => sum + row.useKwh, 0);
  return ok({
    model: best,
    training,
    split: { ...split, residualKwh: usedKwh - split.baseKwh - split.heatingKwh - split.coolingKwh },
  });
}

/** Expected kWh of a period from the mean temperature of each of its days. */
export function predictDegreeDays(model: DegreeDayModel, dailyMeanC: readonly number[]): number {
  const part = partsOf(model, dailyMeanC);
  return Math.max(0, part.baseKwh + part.heatingKwh + part.coolingKwh);
}

const degreeDays = (dailyMeanC: readonly number[], over: (t: number) => number): number =>
  dailyMeanC.reduce((sum, t) => sum + Math.max(over(t), 0), 0);

const grid = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, i) => from + i * step);

function partsOf(model: DegreeDayModel, dailyMeanC: readonly number[]) {
  const { heatingBalanceC, coolingBalanceC } = model;
  return {
    baseKwh: model.baseKwh * dailyMeanC.length,
    heatingKwh:
      heatingBalanceC === null ? 0 : model.heatingKwhPerDegreeDay * degreeDays(dailyMeanC, (t) => heatingBalanceC - t),
    coolingKwh:
      coolingBalanceC === null ? 0 : model.coolingKwhPerDegreeDay * degreeDays(dailyMeanC, (t) => t - coolingBalanceC),
  };
}

interface Candidate {
  readonly balance: number;
  readonly degreeDays: readonly number[];
}

/** One candidate, in use per day and weighted by days; null when a coefficient is not positive. */
function fitCandidate(
  rows: readonly Row[],
  heating: Candidate | null,
  cooling: Candidate | null,
): DegreeDayModel | null {
  const sides = [heating, cooling].flatMap((side) => (side ? [side] : []));
  const root = rows.map((row) => Math.sqrt(row.days));
  const perDay = rows.map((row) => row.useKwh / row.days);
  const columns = [
    Float64Array.from(root),
    ...sides.map((side) => Float64Array.from(rows, (row, i) => (root[i]! * side.degreeDays[i]!) / row.days)),
  ];
  const target = Float64Array.from(perDay, (use, i) => use * root[i]!);
  const { coefficients, rank } = leastSquares(columns, target);
  if (sides.length > 0 && (rank < columns.length || coefficients.some((b) => b <= 0))) return null;

  const days = rows.reduce((sum, row) => sum + row.days, 0);
  const mean = rows.reduce((sum, row) => sum + row.useKwh, 0) / days;
  let squares = 0;
  let around = 0;
  rows.forEach((row, i) => {
    const fitted = columns.reduce((sum, column, j) => sum + column[i]! * coefficients[j]!, 0);
    squares += (target[i]! - fitted) ** 2;
    around += row.days * (perDay[i]! - mean) ** 2;
  });
  const n = rows.length;
  const adjustedR2 = sides.length === 0 || around === 0 ? 0 : 1 - (squares / around) * ((n - 1) / (n - columns.length));
  return {
    method: 'EN-01',
    version: '1.0.0',
    kind: heating && cooling ? 'heating-and-cooling' : heating ? 'heating' : cooling ? 'cooling' : 'mean',
    heatingBalanceC: heating?.balance ?? null,
    coolingBalanceC: cooling?.balance ?? null,
    baseKwh: coefficients[0]!,
    heatingKwhPerDegreeDay: heating ? coefficients[1]! : 0,
    coolingKwhPerDegreeDay: cooling ? coefficients.at(-1)! : 0,
    adjustedR2,
  };
}
