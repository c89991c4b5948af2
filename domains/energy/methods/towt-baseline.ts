/**
 * EN-02, the hourly baseline: time of week and temperature (TOWT).
 *
 * `L_t = α[hour of week] + Σ_k β_k[occupied or not] · F_k(T_t)`: 168 intercepts and two sets of temperature slopes.
 * Because every intercept belongs to one of the two sets, the fit falls apart into two independent regressions, one
 * over the occupied hours and one over the rest, each with its intercepts swept out.
 *
 * One model of the whole span comes first. Where it is off by more than 1 % in more than two months, a seasonal shift is
 * laid over it (`seasonal-shift.ts`). Public holidays take the Sunday profile plus what holidays were seen to differ by.
 *
 * Sources: Mathieu et al. 2011; LBNL RMV2.0 1.1.0; CalTRACK Methods 2.0 §3.
 */
import { type FitStatistics, fitStatistics } from './fit-statistics.ts';
import {
  type DayPlace,
  type HourSeries,
  type KindOfDay,
  bridgeShortGaps,
  hoursOfDay,
  placesOf,
  slotsOfWeek,
} from './hour-series.ts';
import { leastSquaresWithinGroups } from './least-squares.ts';
import { type MethodResult, type Reason, insufficient, ok } from './method-result.ts';
import { occupiedHours } from './occupied-hours.ts';
import { median } from '@opengoa/kernel/robust-statistics';
import { type SeasonalShift, fitSeasonalShift, seasonalShiftAt } from './seasonal-shift.ts';
import { keepSupportedKnots, referenceKnotsC, temperaturePieces } from './temperature-pieces.ts';

export interface TowtSettings {
  readonly kindOfDay: KindOfDay;
  readonly knotsC?: readonly number[];
  /** Fewest training hours beyond an outer knot. */
  readonly fewestHoursBeyondKnot?: number;
  /** Share of positive residuals above which an hour of the week counts as occupied. */
  readonly occupiedShare?: number;
  /** Occupied hours known from elsewhere, 168 long; read from the load when absent. */
  readonly occupied?: readonly boolean[];
  readonly seasons?: 'one-model' | 'seasonal' | 'as-needed';
  readonly minimumDays?: number;
  /** Share of the hours of the training span that must carry both load and temperature. */
  readonly minimumPresentShare?: number;
}

/** Plain data: it can be kept as JSON and read again next year. Energy in kWh per hour, temperature in °C. */
export interface TowtModel {
  readonly method: 'EN-02';
  readonly version: '1.0.0';
  readonly trainedFrom: string;
  readonly trainedHours: number;
  readonly knotsC: readonly number[];
  /** 168 hours of the week, Monday 00:00 first. */
  readonly occupied: readonly boolean[];
  readonly interceptsKwh: readonly number[];
  readonly occupiedSlopesKwhPerC: readonly number[];
  readonly unoccupiedSlopesKwhPerC: readonly number[];
  readonly coldestC: number;
  readonly warmestC: number;
  readonly seasonalShiftKwh: SeasonalShift | null;
  /** What a public holiday adds to its Sunday, by hour of day, shrunk towards nothing when few holidays were seen. */
  readonly holidayShiftKwh: readonly number[];
  /** Robust spread (1.4826 · MAD) of the training residuals, by hour of the week. */
  readonly spreadKwh: readonly number[];
}

export interface TowtFit {
  readonly model: TowtModel;
  /** Over the training hours, p counting intercepts, rank of the slopes and what the seasonal shift amounts to. */
  readonly training: FitStatistics;
  /** 100 · Σ(y − ŷ) / Σy of the model without its seasonal shift, January first; null for a month without hours. */
  readonly monthlyBiasPercent: readonly (number | null)[];
  readonly missingHours: number;
}

/** With this many holidays seen, half of their difference from Sundays is believed. */
const holidaysForHalf = 2;

type Rows = ReturnType<typeof usableRows>;
type Slopes = Pick<
  TowtModel,
  | 'knotsC'
  | 'occupied'
  | 'interceptsKwh'
  | 'occupiedSlopesKwhPerC'
  | 'unoccupiedSlopesKwhPerC'
  | 'coldestC'
  | 'warmestC'
>;

/**
 * Fits the baseline to one meter's hours.
 * @returns `insufficient_data` below `minimumDays` (28) full days or `minimumPresentShare` (0.75) of the span, without
 *   temperature, or when an hour of the week was never seen.
 */
export function fitTowt(series: HourSeries, settings: TowtSettings): MethodResult<TowtFit> {
  const rows = usableRows(series, settings.kindOfDay);
  const short = shortOf(series, rows, settings);
  if (short) return insufficient(short);

  const ordinary = rows.filter((row) => !row.holiday);
  const knotsC = keepSupportedKnots(
    settings.knotsC ?? referenceKnotsC,
    rows.map((row) => row.outdoorC),
    settings.fewestHoursBeyondKnot,
  );
  const occupied =
    settings.occupied ??
    occupiedHours(
      ordinary.map((row) => row.kwh),
      ordinary.map((row) => row.outdoorC),
      ordinary.map((row) => row.slot),
      settings.occupiedShare,
    );
  const { interceptsKwh, occupiedSlopesKwhPerC, unoccupiedSlopesKwhPerC, rank } = fitSlopes(ordinary, knotsC, occupied);
  const seen = interceptsKwh.flatMap((intercept) => (intercept === null ? [] : [intercept]));
  if (seen.length < slotsOfWeek) {
    const unseen = interceptsKwh.indexOf(null);
    return insufficient({
      code: 'slot-never-seen',
      zh: `一周168小时中有${slotsOfWeek - seen.length}小时没有读数`,
      en: `hour ${unseen} of the week was never seen`,
      needed: slotsOfWeek,
      found: seen.length,
    });
  }

  const slopes: Slopes = {
    knotsC,
    occupied,
    interceptsKwh: seen,
    occupiedSlopesKwhPerC,
    unoccupiedSlopesKwhPerC,
    coldestC: rows.reduce((coldest, row) => Math.min(coldest, row.outdoorC), Number.POSITIVE_INFINITY),
    warmestC: rows.reduce((warmest, row) => Math.max(warmest, row.outdoorC), Number.NEGATIVE_INFINITY),
  };
  const residuals = ordinary.map((row) => row.kwh - yearRound(slopes, row.slot, row.outdoorC));
  const monthlyBiasPercent = biasByMonth(ordinary, residuals);
  const biasedMonths = monthlyBiasPercent.filter((bias) => Math.abs(bias ?? 0) > 1).length;
  const seasons = settings.seasons ?? 'as-needed';
  const seasonal =
    seasons === 'seasonal' || (seasons === 'as-needed' && biasedMonths > 2)
      ? fitSeasonalShift({
          kwh: residuals,
          slot: ordinary.map((row) => row.slot),
          dayOfYear: ordinary.map((row) => row.dayOfYear),
        })
      : null;

  const seasonalShiftKwh = seasonal?.shift ?? null;
  const sundayLike = (row: Rows[number]): number =>
    yearRound(slopes, row.slot, row.outdoorC) +
    (seasonalShiftKwh ? seasonalShiftAt(seasonalShiftKwh, row.dayOfYear, row.slot) : 0);
  const holidayShiftKwh = holidayShift(rows, sundayLike);
  const fitted = rows.map((row) =>
    Math.max(0, sundayLike(row) + (row.holiday ? holidayShiftKwh[row.slot % hoursOfDay]! : 0)),
  );
  const training = fitStatistics(
    rows.map((row) => row.kwh),
    fitted,
    slotsOfWeek + rank + Math.ceil(seasonal?.parameters ?? 0),
  );
  if (training.status !== 'ok') return training;
  return ok({
    model: {
      method: 'EN-02' as const,
      version: '1.0.0' as const,
      trainedFrom: series.startsOn,
      trainedHours: rows.length,
      ...slopes,
      seasonalShiftKwh,
      holidayShiftKwh,
      spreadKwh: spreadBySlot(rows, fitted),
    },
    training,
    monthlyBiasPercent,
    missingHours: series.electricityKwh.length - rows.length,
  });
}

export interface ExpectedHour {
  /** Null where the temperature is missing. Never negative. */
  readonly expectedKwh: number | null;
  readonly spreadKwh: number;
  readonly occupied: boolean;
  /** The temperature lay outside the training range; it was clamped to that range ± 10 % of its width. */
  readonly extrapolated: boolean;
}

/** What the meter would have read, hour by hour, for the weather given. Gaps of up to six hours of weather are bridged. */
export function predictTowt(
  model: TowtModel,
  weather: { readonly startsOn: string; readonly outdoorC: readonly (number | null)[] },
  kindOfDay: KindOfDay,
): ExpectedHour[] {
  const outdoorC = bridgeShortGaps(weather.outdoorC);
  const places = placesOf({ startsOn: weather.startsOn, hours: outdoorC.length }, kindOfDay);
  return outdoorC.map((temperature, i) => {
    const place = places[Math.floor(i / hoursOfDay)]!;
    const slot = slotOf(place, i);
    const about = { spreadKwh: model.spreadKwh[slot]!, occupied: model.occupied[slot]! };
    if (temperature === null) return { expectedKwh: null, ...about, extrapolated: false };
    const season = model.seasonalShiftKwh ? seasonalShiftAt(model.seasonalShiftKwh, place.dayOfYear, slot) : 0;
    const holiday = place.kind === 'holiday' ? model.holidayShiftKwh[i % hoursOfDay]! : 0;
    return {
      expectedKwh: Math.max(0, yearRound(model, slot, temperature) + season + holiday),
      ...about,
      extrapolated: temperature < model.coldestC || temperature > model.warmestC,
    };
  });
}

const slotOf = (place: DayPlace, hour: number): number => place.profileWeekday * hoursOfDay + (hour % hoursOfDay);

function usableRows(series: HourSeries, kindOfDay: KindOfDay) {
  const outdoorC = bridgeShortGaps(series.outdoorC);
  const places = placesOf({ startsOn: series.startsOn, hours: series.electricityKwh.length }, kindOfDay);
  return series.electricityKwh.flatMap((kwh, i) => {
    const temperature = outdoorC[i] ?? null;
    if (kwh === null || temperature === null) return [];
    const place = places[Math.floor(i / hoursOfDay)]!;
    const { month, dayOfYear, kind } = place;
    return [{ kwh, outdoorC: temperature, slot: slotOf(place, i), month, dayOfYear, holiday: kind === 'holiday' }];
  });
}

function shortOf(series: HourSeries, rows: Rows, settings: TowtSettings): Reason | null {
  const found = rows.length;
  const neededHours = (settings.minimumDays ?? 28) * hoursOfDay;
  if (!series.outdoorC.some((temperature) => temperature !== null))
    return { code: 'no-temperature', zh: '没有室外气温', en: 'no outdoor temperature' };
  if (found < neededHours)
    return {
      code: 'too-few-hours',
      zh: `可用小时${found}个，至少需要${neededHours}个`,
      en: `${found} usable hours of the ${neededHours} needed`,
      needed: neededHours,
      found,
    };
  const needed = settings.minimumPresentShare ?? 0.75;
  const share = found / series.electricityKwh.length;
  if (share < needed)
    return {
      code: 'too-many-missing',
      zh: `读数完整率${(share * 100).toFixed(1)}%，至少需要${(needed * 100).toFixed(0)}%`,
      en: `${(share * 100).toFixed(1)} % of the hours are present, ${(needed * 100).toFixed(0)} % are needed`,
      needed,
      found: share,
    };
  return null;
}

function fitSlopes(rows: Rows, knotsC: readonly number[], occupied: readonly boolean[]) {
  const interceptsKwh: (number | null)[] = Array.from({ length: slotsOfWeek }, () => null);
  let rank = 0;
  const slopesOf = (inUse: boolean): number[] => {
    const block = rows.filter((row) => occupied[row.slot] === inUse);
    const columns = Array.from({ length: knotsC.length + 1 }, () => new Float64Array(block.length));
    block.forEach((row, i) =>
      temperaturePieces(row.outdoorC, knotsC).forEach((piece, k) => {
        columns[k]![i] = piece;
      }),
    );
    const fit = leastSquaresWithinGroups(
      columns,
      Float64Array.from(block, (row) => row.kwh),
      block.map((row) => row.slot),
      slotsOfWeek,
    );
    fit.intercepts.forEach((intercept, slot) => {
      if (intercept !== null) interceptsKwh[slot] = intercept;
    });
    rank += fit.rank;
    return fit.coefficients;
  };
  const occupiedSlopesKwhPerC = slopesOf(true);
  const unoccupiedSlopesKwhPerC = slopesOf(false);
  return { interceptsKwh, occupiedSlopesKwhPerC, unoccupiedSlopesKwhPerC, rank };
}

/** The model without season or holiday. May be negative. */
function yearRound(model: Slopes, slot: number, outdoorC: number): number {
  const margin = 0.1 * (model.warmestC - model.coldestC);
  const clamped = Math.min(Math.max(outdoorC, model.coldestC - margin), model.warmestC + margin);
  const slopes = model.occupied[slot] ? model.occupiedSlopesKwhPerC : model.unoccupiedSlopesKwhPerC;
  return temperaturePieces(clamped, model.knotsC).reduce(
    (sum, piece, k) => sum + piece * slopes[k]!,
    model.interceptsKwh[slot]!,
  );
}

function holidayShift(rows: Rows, sundayLike: (row: Rows[number]) => number): number[] {
  const residuals = Array.from({ length: hoursOfDay }, (): number[] => []);
  for (const row of rows) if (row.holiday) residuals[row.slot % hoursOfDay]!.push(row.kwh - sundayLike(row));
  return residuals.map((hour) => hour.reduce((sum, x) => sum + x, 0) / (hour.length + holidaysForHalf));
}

function biasByMonth(rows: Rows, residuals: readonly number[]): (number | null)[] {
  const off = new Float64Array(12);
  const used = new Float64Array(12);
  rows.forEach((row, i) => {
    off[row.month - 1]! += residuals[i]!;
    used[row.month - 1]! += row.kwh;
  });
  return Array.from(off, (sum, m) => (used[m]! > 0 ? (100 * sum) / used[m]! : null));
}

function spreadBySlot(rows: Rows, fitted: readonly number[]): number[] {
  const residuals = Array.from({ length: slotsOfWeek }, (): number[] => []);
  rows.forEach((row, i) => residuals[row.slot]!.push(row.kwh - fitted[i]!));
  return residuals.map((slot) => {
    const middle = median(slot);
    return 1.4826 * median(slot.map((residual) => Math.abs(residual - middle)));
  });
}
