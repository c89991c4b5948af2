/** By which calendar and which clock the meters of a file are worked: what was said, or what the readings themselves say. */
import type { TableShape } from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';
import { type HourSeries, type KindOfDay, hoursOfDay } from '@opengoa/energy/hour-series';
import { circumstancesOf } from '../methods/energy/circumstances.ts';
import { fitHourRegression, predictHourRegression } from '../methods/energy/hour-regression.ts';
import { type Clock, turnedTo } from '../methods/energy/summer-time.ts';
import { calendars, calendarThatFits, type CalendarName } from '../methods/energy/working-calendars.ts';
import { dayOfHour, type Hourly, midnightBefore } from './meter-hours.ts';
import { type AnalysisRow, type AnalysisRows, SettingRefused } from './method.ts';

export const calendarSettings = {
  calendar: {
    zh: '工作日历：china、england、united-states、plain 或 auto（默认，由读数判断）',
    en: 'working calendar: china, england, united-states, plain or auto (the readings tell)',
  },
  clock: {
    zh: '时钟：as-written、europe（读数为全年一制，人用夏令时）或 auto（默认）',
    en: 'clock: as-written, europe (stamps keep one time, people have summer time) or auto',
  },
} satisfies Readonly<Record<string, Words>>;

export const specialDayShape: TableShape = {
  title: { zh: '特殊日(假日或调休上班)', en: 'special days' },
  columns: {
    day: { type: 'day', required: true, title: { zh: '日期', en: 'Day' }, aliases: ['date'] },
    kind: {
      type: 'choice',
      required: true,
      title: { zh: '类别', en: 'Kind' },
      choices: [
        { code: 'holiday', zh: '假日', en: 'holiday' },
        { code: 'rest-day', zh: '休息日', en: 'rest-day' },
        { code: 'workday', zh: '工作日', en: 'workday' },
      ],
    },
  },
};

export const sessionShape: TableShape = {
  title: { zh: '学期或培训期', en: 'terms of a school or training centre' },
  columns: {
    from: {
      type: 'day',
      required: true,
      title: { zh: '开始', en: 'First day' },
      aliases: ['start', '起', '开学', 'first'],
    },
    to: {
      type: 'day',
      required: true,
      title: { zh: '结束', en: 'Last day' },
      aliases: ['end', '止', '放假', 'last'],
    },
  },
};

/** Whether a day lies in one of the terms of a file, first and last day included; null without a file. */
export async function sessionsOf(rows: AnalysisRows | undefined): Promise<((day: string) => boolean) | null> {
  if (!rows) return null;
  const terms: (readonly [string, string])[] = [];
  for await (const { values } of rows) terms.push([String(values['from']), String(values['to'])]);
  return (day) => terms.some(([from, to]) => from <= day && day <= to);
}

/** So many meters tell how all of a file are worked. */
export const metersAsked = 40;

/** @param meters of which only hours before `until` (since 1970) are looked at */
export async function kindOfDayFor(
  meters: Iterable<Hourly>,
  until: number,
  said: string | undefined,
  special: AnalysisRows | readonly AnalysisRow[] | undefined,
): Promise<KindOfDay> {
  if (said !== undefined && said !== 'auto' && !(said in calendars))
    throw new SettingRefused({
      zh: '--calendar 须为 china、england、united-states、plain 或 auto。',
      en: '--calendar takes china, england, united-states, plain or auto.',
    });
  const name =
    said && said !== 'auto'
      ? (said as CalendarName)
      : calendarThatFits([...meters].slice(0, metersAsked).map(seriesOf), dayOfHour(until));
  const own = new Map<string, ReturnType<KindOfDay>>();
  for await (const { values } of special ?? []) own.set(String(values['day']), values['kind'] as ReturnType<KindOfDay>);
  return (day) => own.get(day) ?? calendars[name](day);
}

function seriesOf({ firstHour, values }: Hourly) {
  const start = midnightBefore(firstHour);
  const before: (number | null)[] = Array.from({ length: firstHour - start }, () => null);
  return { startsOn: dayOfHour(start), electricityKwh: [...before, ...values] };
}

/** A clock must explain this share of the squared errors of the other to be taken for it. */
const clearlyBetter = 0.985;

/**
 * The clock by which the training hours fit best.
 * @param to places from here on are not looked at
 */
export function clockFor(series: HourSeries, to: number, kindOfDay: KindOfDay, said: string | undefined): Clock {
  if (said === 'as-written' || said === 'europe') return said;
  if (said !== undefined && said !== 'auto')
    throw new SettingRefused({
      zh: '--clock 须为 as-written、europe 或 auto。',
      en: '--clock takes as-written, europe or auto.',
    });
  // Both times of the year must have been seen.
  if (to < 120 * hoursOfDay) return 'as-written';
  const squares = (clock: Clock): number => {
    const { startsOn } = series;
    const kwh = turnedTo(clock, startsOn, series.electricityKwh.slice(0, to));
    const outdoorC = turnedTo(clock, startsOn, series.outdoorC.slice(0, to));
    const around = circumstancesOf({ startsOn, outdoorC }, kindOfDay);
    const read = Float64Array.from(kwh, (value) => value ?? Number.NaN);
    const model = fitHourRegression(read, around, 0, to);
    if (!model) return 0;
    const expected = predictHourRegression(model, around, 0, to);
    return expected.reduce((sum, value, i) => sum + (Number.isNaN(read[i]!) ? 0 : Math.abs(read[i]! - value)), 0);
  };
  return squares('europe') < clearlyBetter * squares('as-written') ? 'europe' : 'as-written';
}
