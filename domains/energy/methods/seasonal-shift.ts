/**
 * What time of year adds to a baseline of the whole year: terms, heating seasons, summer time, long evenings.
 *
 * Centre points stand every 14 days round the year. At each, the training residuals of one hour of the week are averaged
 * with weights τ²/(τ² + Δ²), τ = 14 days, Δ the distance round the year, cut off at four τ, and shrunk towards nothing
 * as if `weeksOfDoubt` further weeks had shown no residual. Between two centres the shift runs straight.
 *
 * This is variant (b) of EN-02 with the temperature slopes kept from the whole year: a month alone spans too little
 * temperature to carry its own slopes. On 36 and on 31 real meters it lowered the mean hourly error of the following year,
 * where twelve free monthly models raised it (`bench/baseline.ts`).
 */
import { slotsOfWeek } from './hour-series.ts';

const centres = 26;
const spacingDays = 14;
const yearDays = centres * spacingDays;
const tauDays = 14;
const weeksOfDoubt = 4;

/** 26 centres of 168 hours of the week each, in kWh; the first centre stands at the first day of the year. */
export type SeasonalShift = readonly (readonly number[])[];

export interface Residuals {
  readonly kwh: ArrayLike<number>;
  /** Hour of the week. */
  readonly slot: ArrayLike<number>;
  /** Days since 1 January, 0 to 365. */
  readonly dayOfYear: ArrayLike<number>;
}

/** @returns the shift, and how many free parameters it amounts to (the trace of the smoother) */
export function fitSeasonalShift(residuals: Residuals): { shift: SeasonalShift; parameters: number } {
  const n = residuals.kwh.length;
  const weight = Array.from({ length: centres }, () => new Float64Array(slotsOfWeek));
  const total = Array.from({ length: centres }, () => new Float64Array(slotsOfWeek));
  for (let i = 0; i < n; i++) {
    const slot = residuals.slot[i]!;
    for (let c = 0; c < centres; c++) {
      const w = weightAt(residuals.dayOfYear[i]!, c);
      weight[c]![slot]! += w;
      total[c]![slot]! += w * residuals.kwh[i]!;
    }
  }
  const shift = total.map((row, c) => Array.from(row, (sum, slot) => sum / (weight[c]![slot]! + weeksOfDoubt)));
  let parameters = 0;
  for (let i = 0; i < n; i++) {
    const slot = residuals.slot[i]!;
    for (const { centre, share } of around(residuals.dayOfYear[i]!)) {
      parameters += (share * weightAt(residuals.dayOfYear[i]!, centre)) / (weight[centre]![slot]! + weeksOfDoubt);
    }
  }
  return { shift, parameters };
}

/** kWh to add at an hour of the week on a day of the year. */
export const seasonalShiftAt = (shift: SeasonalShift, dayOfYear: number, slot: number): number =>
  around(dayOfYear).reduce((sum, { centre, share }) => sum + share * shift[centre]![slot]!, 0);

function around(dayOfYear: number): readonly [{ centre: number; share: number }, { centre: number; share: number }] {
  const place = (dayOfYear % yearDays) / spacingDays;
  const lower = Math.floor(place);
  const share = place - lower;
  return [
    { centre: lower, share: 1 - share },
    { centre: (lower + 1) % centres, share },
  ];
}

function weightAt(dayOfYear: number, centre: number): number {
  const apart = Math.abs((dayOfYear % yearDays) - centre * spacingDays);
  const distance = Math.min(apart, yearDays - apart);
  return distance < 4 * tauDays ? tauDays ** 2 / (tauDays ** 2 + distance ** 2) : 0;
}
