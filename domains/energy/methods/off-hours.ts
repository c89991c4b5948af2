/**
 * EN-08, use outside working hours: its share, the night base load, and how closed days compare with Sundays.
 * 118 of the 168 hours of a week lie outside a ten-hour, five-day schedule, so even a night load of 12 % of the daytime
 * load makes 28 %: the share is judged against peers and the building's own past, never against a round number.
 */
import { type HourSeries, type KindOfDay, hoursOfDay, placesOf } from './hour-series.ts';
import { type MethodResult, insufficient, ok } from './method-result.ts';
import { median } from '@opengoa/kernel/robust-statistics';

export interface OffHoursSettings {
  readonly kindOfDay: KindOfDay;
  /** Working hours of a workday, from the beginning of the first to the beginning of the hour after the last. */
  readonly workFromHour: number;
  readonly workToHour: number;
  readonly minimumDays?: number;
}

export interface OffHoursUse {
  readonly totalKwh: number;
  readonly offHoursKwh: number;
  /** offHoursKwh / totalKwh */
  readonly offHoursShare: number;
  /** Median of the hours 00–05. */
  readonly nightMedianKwh: number;
  /** Mean of the hours 09–17 of workdays. */
  readonly dayMeanKwh: number;
  /** nightMedianKwh / dayMeanKwh */
  readonly baseRatio: number;
  /** Mean of public holidays over mean of ordinary Sundays; null below three Sundays or without a holiday. */
  readonly holidayIndex: number | null;
  readonly hours: number;
}

/** @returns `insufficient_data` below `minimumDays` (28) days' worth of readings, or without use in the day */
export function offHoursUse(
  series: Pick<HourSeries, 'startsOn' | 'electricityKwh'>,
  settings: OffHoursSettings,
): MethodResult<OffHoursUse> {
  const places = placesOf({ startsOn: series.startsOn, hours: series.electricityKwh.length }, settings.kindOfDay);
  const rows = series.electricityKwh.flatMap((kwh, i) =>
    kwh === null ? [] : [{ kwh, hour: i % hoursOfDay, place: places[Math.floor(i / hoursOfDay)]! }],
  );
  const needed = (settings.minimumDays ?? 28) * hoursOfDay;
  if (rows.length < needed)
    return insufficient({
      code: 'too-few-hours',
      zh: `有读数的小时${rows.length}个，至少需要${needed}个`,
      en: `${rows.length} hours were read of the ${needed} needed`,
      needed,
      found: rows.length,
    });

  const total = (of: typeof rows): number => of.reduce((sum, row) => sum + row.kwh, 0);
  const mean = (of: typeof rows): number => total(of) / of.length;
  const working = (row: (typeof rows)[number]): boolean =>
    row.place.kind === 'workday' && row.hour >= settings.workFromHour && row.hour < settings.workToHour;
  const night = rows.filter((row) => row.hour < 5);
  const day = rows.filter((row) => row.place.kind === 'workday' && row.hour >= 9 && row.hour < 17);
  const totalKwh = total(rows);
  const dayMeanKwh = day.length ? mean(day) : 0;
  if (night.length === 0 || dayMeanKwh <= 0 || totalKwh <= 0)
    return insufficient({ code: 'zero-mean', zh: '工作日白天没有用电读数', en: 'no use was read on workdays by day' });

  const holidays = rows.filter((row) => row.place.kind === 'holiday');
  const sundays = rows.filter((row) => row.place.kind === 'rest-day' && row.place.profileWeekday === 6);
  const sundayMean = sundays.length ? mean(sundays) : 0;
  const offHoursKwh = total(rows.filter((row) => !working(row)));
  const nightMedianKwh = median(night.map((row) => row.kwh));
  return ok({
    totalKwh,
    offHoursKwh,
    offHoursShare: offHoursKwh / totalKwh,
    nightMedianKwh,
    dayMeanKwh,
    baseRatio: nightMedianKwh / dayMeanKwh,
    holidayIndex:
      holidays.length > 0 && sundays.length >= 3 * hoursOfDay && sundayMean > 0 ? mean(holidays) / sundayMean : null,
    hours: rows.length,
  });
}
