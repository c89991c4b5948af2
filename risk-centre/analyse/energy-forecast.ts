/**
 * `energy-forecast`: the hours from `--from` on, by nothing that was read at or after it. Temperatures of the weather file beyond it are taken as the forecast of
 * the weather; where they end, the last day is repeated. `score` is half the band's width as a share of the forecast, at most 1: how little it is to be leant on.
 */
import { type KindOfDay, hoursOfDay } from '@opengoa/energy/hour-series';
import { forecastHours } from '../methods/energy/forecast-hours.ts';
import { placeOn, turnedTo } from '../methods/energy/summer-time.ts';
import { calendarSettings, clockFor, kindOfDayFor, specialDayShape } from './meter-calendar.ts';
import {
  dayOfHour,
  hourOfText,
  type Hourly,
  meterShape,
  midnightBefore,
  readMeters,
  readWeather,
  stampOfHour,
  stretch,
  weatherShape,
} from './meter-hours.ts';
import { type AnalysisAnswer, type AnalysisMethod, SettingRefused } from './method.ts';

const longest = 366 * hoursOfDay;
const historyHours = 400 * hoursOfDay;

export const energyForecastOfFiles: AnalysisMethod = {
  name: 'energy-forecast',
  about: {
    zh: '用能预测：自某时起逐小时预测及90%区间；得分为区间半宽与预测之比',
    en: 'Hours to come with their 90 % band; the score is half the band over the forecast',
  },
  input: meterShape,
  files: { weather: weatherShape, days: specialDayShape },
  settings: {
    from: {
      zh: '预测起点，如 2026-10-01（默认最后读数之后）',
      en: 'first hour to forecast (right after the last reading)',
    },
    horizon: { zh: '预测时长：小时数，或 7d（默认24）', en: 'how far: hours, or days as 7d (24)' },
    ...calendarSettings,
  },
  output: ['meter', 'timestamp', 'forecast', 'low', 'high'],
  async *run(rows, files, settings, tools) {
    const said = settings['from'];
    const from = said === undefined ? null : hourOfText('from', said);
    const horizon = horizonOf(settings['horizon'] ?? '24');
    const weather = await readWeather(files['weather']);
    const meters = await readMeters(rows, tools);
    const ends = [...meters.values()].map(({ firstHour, values }) => firstHour + values.length);
    const kindOfDay = await kindOfDayFor(
      meters.values(),
      from ?? Math.max(0, ...ends),
      settings['calendar'],
      files['days'],
    );
    for (const [meter, hours] of meters)
      yield* answersOf(
        meter,
        hours,
        weather,
        from ?? hours.firstHour + hours.values.length,
        horizon,
        kindOfDay,
        settings['clock'],
      );
  },
};

function horizonOf(text: string): number {
  const parts = /^(\d{1,5})\s*([hd]?)$/.exec(text.trim());
  const hours = parts ? Number(parts[1]) * (parts[2] === 'd' ? hoursOfDay : 1) : 0;
  if (hours < 1 || hours > longest)
    throw new SettingRefused({
      zh: `--horizon 须为1至${longest}小时，或如 7d。`,
      en: `--horizon takes 1 to ${longest} hours, or days such as 7d.`,
    });
  return hours;
}

function* answersOf(
  meter: string,
  hours: Hourly,
  weather: Hourly | null,
  from: number,
  horizon: number,
  kindOfDay: KindOfDay,
  saidClock: string | undefined,
): Generator<AnalysisAnswer> {
  const start = midnightBefore(Math.max(Math.min(hours.firstHour, from), from - historyHours));
  const startsOn = dayOfHour(start);
  const known = from - start;
  const plain = {
    startsOn,
    electricityKwh: stretch(hours, start, from),
    outdoorC: stretch(weather, start, from + horizon),
  };
  const clock = clockFor(plain, midnightBefore(known), kindOfDay, saidClock);
  const origin = placeOn(clock, startsOn, known);
  const last = placeOn(clock, startsOn, known + horizon - 1);
  const series = {
    startsOn,
    electricityKwh: turnedTo(clock, startsOn, plain.electricityKwh),
    outdoorC: turnedTo(clock, startsOn, plain.outdoorC),
  };
  const found = forecastHours(series, origin, last - origin + 1, { kindOfDay });
  if (found.status !== 'ok') {
    const [reason] = found.reasons;
    yield {
      values: { meter, timestamp: stampOfHour(from), forecast: null, low: null, high: null },
      score: null,
      flag: 0,
      reason: { zh: `数据不足(insufficient_data)：${reason!.zh}`, en: reason!.en },
    };
    return;
  }
  for (let hour = from; hour < from + horizon; hour++) {
    const at = placeOn(clock, startsOn, hour - start) - origin;
    const [forecast, low, high] = [found.expected[at]!, found.low[at]!, found.high[at]!];
    const tracked = found.methods[Math.floor(at / hoursOfDay)] === 'tracked-baseline';
    const width = (high - low) / 2;
    yield {
      values: { meter, timestamp: stampOfHour(hour), forecast, low, high },
      score: forecast > 0 ? Math.min(1, width / forecast) : 1,
      flag: 0,
      reason: {
        zh: `${found.coldStart ? '冷启动(不足8周)：' : ''}${tracked ? '基线加近期偏差' : '前七日同一小时均值'}`,
        en: `${found.coldStart ? 'Cold start (less than 8 weeks): ' : ''}${tracked ? 'baseline and how the meter lately stood against it' : 'mean of the same hour of the last seven days'}`,
      },
    };
  }
}
