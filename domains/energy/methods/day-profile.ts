/** What a meter's days look like: the heat map of hours by days, and the mean day of each kind. */
import { type DayKind, type HourSeries, type KindOfDay, hoursOfDay, placesOf } from './hour-series.ts';
import { type MethodResult, insufficient, ok } from './method-result.ts';

export interface HeatMap {
  readonly days: readonly string[];
  /** One row a day, 24 places each, in kWh; null where nothing was read. */
  readonly kwh: readonly (readonly (number | null)[])[];
  readonly highestKwh: number;
}

export interface MeanDay {
  readonly kind: DayKind;
  readonly days: number;
  /** Mean of each of the 24 hours, in kWh; null for an hour never read. */
  readonly meanKwh: readonly (number | null)[];
}

type Readings = Pick<HourSeries, 'startsOn' | 'electricityKwh'>;

/** @returns `insufficient_data` when nothing was read at all */
export function heatMap(series: Readings, kindOfDay: KindOfDay): MethodResult<HeatMap> {
  if (!series.electricityKwh.some((kwh) => kwh !== null)) return nothingRead();
  const days = placesOf({ startsOn: series.startsOn, hours: series.electricityKwh.length }, kindOfDay).map(
    ({ day }) => day,
  );
  return ok({
    days,
    kwh: days.map((_, d) => dayOfSeries(series, d)),
    highestKwh: series.electricityKwh.reduce<number>((highest, kwh) => Math.max(highest, kwh ?? 0), 0),
  });
}

/** The mean day of each kind that occurs. @returns `insufficient_data` when nothing was read at all */
export function meanDays(
  series: Readings,
  kindOfDay: KindOfDay,
): MethodResult<{ readonly profiles: readonly MeanDay[] }> {
  if (!series.electricityKwh.some((kwh) => kwh !== null)) return nothingRead();
  const places = placesOf({ startsOn: series.startsOn, hours: series.electricityKwh.length }, kindOfDay);
  const kinds: readonly DayKind[] = ['workday', 'rest-day', 'holiday'];
  const profiles = kinds.flatMap((kind): MeanDay[] => {
    const rows = places.flatMap((place, d) => (place.kind === kind ? [dayOfSeries(series, d)] : []));
    const read = rows.filter((row) => row.some((kwh) => kwh !== null));
    if (read.length === 0) return [];
    return [{ kind, days: read.length, meanKwh: Array.from({ length: hoursOfDay }, (_, hour) => meanOf(read, hour)) }];
  });
  return ok({ profiles });
}

function dayOfSeries(series: Readings, d: number): (number | null)[] {
  return Array.from({ length: hoursOfDay }, (_, hour) => series.electricityKwh[d * hoursOfDay + hour] ?? null);
}

function meanOf(rows: readonly (readonly (number | null)[])[], hour: number): number | null {
  const known = rows.flatMap((row) => (row[hour] === null || row[hour] === undefined ? [] : [row[hour]]));
  return known.length ? known.reduce((sum, kwh) => sum + kwh, 0) / known.length : null;
}

const nothingRead = () =>
  insufficient({ code: 'too-few-values', zh: '该时段没有读数', en: 'nothing was read', needed: 1, found: 0 });
