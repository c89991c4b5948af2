/**
 * `energy-thresholds`: which limit to set on a meter. For each, a single limit, limits for each hour of working and other days, and a limit that follows weather and
 * calendar (the band of the baseline); each tried on the last quarter of the readings by what was known before, so that it is known how often it would have sounded.
 * With `--quotas`, how a year stands against its quota and what each month to come may take. `score` is how often a limit sounded, or the chance of exceeding.
 */
import type { TableShape } from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';
import { type KindOfDay, hoursOfDay, placesOf } from '@opengoa/energy/hour-series';
import { trustworthyHours } from '@opengoa/energy/trustworthy-hours';
import { advisedLimits, type LimitTrial, trialOf } from '../methods/energy/advised-limits.ts';
import { energyBaseline } from '../methods/energy/energy-baseline.ts';
import { turnedTo } from '../methods/energy/summer-time.ts';
import { yearAgainstQuota } from '../methods/energy/year-against-quota.ts';
import { type EnergyChecks, energyChecks } from './energy-checks.ts';
import { calendarSettings, clockFor, kindOfDayFor, specialDayShape } from './meter-calendar.ts';
import {
  dayOfHour,
  type Hourly,
  meterShape,
  midnightBefore,
  readMeters,
  readWeather,
  stretch,
  weatherShape,
} from './meter-hours.ts';
import { type AnalysisAnswer, type AnalysisMethod, type AnalysisRows, SettingRefused } from './method.ts';

const quotaShape: TableShape = {
  title: { zh: '年度定额', en: 'quotas of a year' },
  columns: {
    meter: {
      type: 'text',
      required: true,
      maxLength: 200,
      title: { zh: '表计', en: 'Meter' },
      aliases: ['表号', '计量点'],
    },
    year: { type: 'integer', required: true, min: 1990, max: 2100, title: { zh: '年度', en: 'Year' }, aliases: ['年'] },
    quota: {
      type: 'decimal',
      decimals: 'as-measured',
      min: 0,
      required: true,
      title: { zh: '定额', en: 'Quota' },
      aliases: ['指标', '预算', 'budget'],
    },
  },
};

export const energyThresholds: AnalysisMethod = {
  name: 'energy-thresholds',
  about: {
    zh: '用能阈值建议：单一限值、分时限值、随天气的动态限值，各自在最后四分之一读数上试算会报多少次；给出年度定额时另算超定额概率与各月限值',
    en: 'Which limit to set on a meter: one, by hour, or following the weather, each tried on the last quarter; with quotas the chance of exceeding and limits of months',
  },
  input: meterShape,
  files: { weather: weatherShape, days: specialDayShape, quotas: quotaShape },
  settings: {
    quantile: {
      zh: '限值以下的读数比例（默认取标准，0.975）',
      en: 'share of readings below a limit (the standard, 0.975)',
    },
    ...calendarSettings,
  },
  output: ['meter', 'kind', 'days', 'time', 'limit', 'expected', 'per30days'],
  async *run(rows, files, settings, tools) {
    const said = settings['quantile'];
    if (said !== undefined && !(Number(said) > 0.5 && Number(said) < 1))
      throw new SettingRefused({ zh: '--quantile 须在0.5与1之间。', en: '--quantile lies between 0.5 and 1.' });
    const weather = await readWeather(files['weather']);
    const quotas = await quotasOf(files['quotas']);
    const meters = await readMeters(rows, tools);
    const until = Math.max(0, ...[...meters.values()].map(({ firstHour, values }) => firstHour + values.length));
    const kindOfDay = await kindOfDayFor(meters.values(), until, settings['calendar'], files['days']);
    const checks = await energyChecks(dayOfHour(Math.max(0, until - 1)));
    const quantile = said === undefined ? checks.quantile : Number(said);
    for (const [meter, hours] of meters) {
      const series = seriesOf(hours, weather, kindOfDay, settings['clock']);
      yield* limitsOf(meter, series, kindOfDay, quantile);
      for (const { year, quota } of quotas.get(meter) ?? []) yield* quotaAnswers(meter, series, year, quota, checks);
    }
  },
};

async function quotasOf(rows: AnalysisRows | undefined) {
  const found = new Map<string, { readonly year: number; readonly quota: number }[]>();
  for await (const { values } of rows ?? []) {
    const meter = String(values['meter']);
    const own = found.get(meter) ?? [];
    own.push({ year: Number(values['year']), quota: Number(values['quota']) });
    found.set(meter, own);
  }
  return found;
}

function seriesOf(hours: Hourly, weather: Hourly | null, kindOfDay: KindOfDay, said: string | undefined) {
  const start = midnightBefore(hours.firstHour);
  const end = midnightBefore(hours.firstHour + hours.values.length + hoursOfDay - 1);
  const startsOn = dayOfHour(start);
  const electricityKwh = trustworthyHours(stretch(hours, start, end)).kwh;
  const plain = { startsOn, electricityKwh, outdoorC: stretch(weather, start, end) };
  const clock = clockFor(plain, end - start, kindOfDay, said);
  return {
    startsOn,
    electricityKwh: turnedTo(clock, startsOn, electricityKwh),
    outdoorC: turnedTo(clock, startsOn, plain.outdoorC),
  };
}

type Series = ReturnType<typeof seriesOf>;
const empty = { days: '', time: '', limit: null, expected: null, per30days: null };
const leastDays = 28;
const shown = (value: number): string => String(Number(value.toPrecision(4)));

function insufficientOf(meter: string, kind: string, why: Words): AnalysisAnswer {
  return {
    values: { meter, kind, ...empty },
    score: null,
    flag: 0,
    reason: { zh: `数据不足(insufficient_data)：${why.zh}`, en: why.en },
  };
}

function* limitsOf(meter: string, series: Series, kindOfDay: KindOfDay, quantile: number): Generator<AnalysisAnswer> {
  const kwh = Float64Array.from(series.electricityKwh, (value) => value ?? Number.NaN);
  const read = kwh.filter((value) => !Number.isNaN(value)).length / hoursOfDay;
  if (read < leastDays) {
    yield insufficientOf(meter, 'flat', {
      zh: `读数${read.toFixed(0)}天，至少需要${leastDays}天`,
      en: `${read.toFixed(0)} days of readings, ${leastDays} are needed`,
    });
    return;
  }
  const places = placesOf({ startsOn: series.startsOn, hours: kwh.length }, kindOfDay);
  const working = Uint8Array.from(kwh, (_, i) => Number(places[Math.floor(i / hoursOfDay)]!.kind === 'workday'));
  const split = Math.floor((0.75 * kwh.length) / hoursOfDay) * hoursOfDay;
  const found = advisedLimits(kwh, working, quantile, split);
  const wanted = 30 * hoursOfDay * (1 - quantile);
  const rate = ({ hours, above }: LimitTrial) => (hours === 0 ? Number.NaN : (30 * hoursOfDay * above) / hours);
  const answer = (
    kind: string,
    own: Partial<typeof empty> | Record<string, string | number>,
    trial: LimitTrial,
    about: Words,
  ) => {
    const times = rate(trial);
    return {
      values: { meter, kind, ...empty, per30days: Number.isNaN(times) ? null : times, ...own },
      score: trial.hours === 0 ? null : trial.above / trial.hours,
      flag: 0 as const,
      reason: {
        zh: `${about.zh}；在最后四分之一的${trial.hours}小时上试算每30天报${Number.isNaN(times) ? '—' : times.toFixed(1)}次（应约${wanted.toFixed(1)}次）`,
        en: `${about.en}; tried on ${trial.hours} hours of the last quarter it sounded ${Number.isNaN(times) ? '-' : times.toFixed(1)} times in 30 days (${wanted.toFixed(1)} are meant)`,
      },
    };
  };
  yield answer('flat', { limit: found.flat }, found.flatTrial, {
    zh: '全天单一限值，夜间多用一倍也不会报',
    en: 'one limit for all hours; twice the night goes unheard',
  });
  yield* dynamic();
  for (const [i, limit] of found.byHour.entries()) {
    if (Number.isNaN(limit)) continue;
    const worked = i >= hoursOfDay;
    const own = {
      days: worked ? 'workday' : 'other',
      time: `${String(i % hoursOfDay).padStart(2, '0')}:00`,
      limit,
    };
    yield answer('by-hour', own, found.byHourTrial, {
      zh: `${worked ? '工作日' : '非工作日'}分时限值`,
      en: `limit of the hour on ${worked ? 'working' : 'other'} days`,
    });
  }

  function* dynamic(): Generator<AnalysisAnswer> {
    const base = energyBaseline(series, 0, split, { kindOfDay, nominal: 2 * quantile - 1 });
    if (base.status !== 'ok') return;
    const trial = trialOf(kwh, split, (i) => base.high[i]!);
    const half = base.high.reduce((sum, high, i) => sum + (high - base.expected[i]!), 0) / base.high.length;
    yield answer('dynamic', { limit: half }, trial, {
      zh: `随天气与日历的动态限值：基线预期值平均加${shown(half)}（energy-forecast 逐时给出）${base.coldStart ? '，冷启动不足8周' : ''}`,
      en: `expected use plus ${shown(half)} on average, following weather and calendar (by the hour from energy-forecast)${base.coldStart ? '; cold start, less than 8 weeks' : ''}`,
    });
  }
}

function* quotaAnswers(
  meter: string,
  { startsOn, electricityKwh }: Series,
  year: number,
  quota: number,
  { colours }: EnergyChecks,
): Generator<AnalysisAnswer> {
  // A day of which no more than a tenth is missing is brought to a whole one.
  const dayKwh = Float64Array.from({ length: Math.floor(electricityKwh.length / hoursOfDay) }, (_, day) => {
    const known = electricityKwh.slice(day * hoursOfDay, (day + 1) * hoursOfDay).filter((value) => value !== null);
    return known.length < 0.9 * hoursOfDay
      ? Number.NaN
      : (known.reduce((sum, value) => sum + value, 0) * hoursOfDay) / known.length;
  });
  const found = yearAgainstQuota(startsOn, dayKwh, year, quota);
  if (found.status !== 'ok') {
    const [{ zh, en } = { zh: '', en: '' }] = found.reasons;
    yield insufficientOf(meter, 'year', { zh, en });
    return;
  }
  const { soFar, total, together, independent, months } = found;
  const colour =
    soFar > quota || together >= colours.red ? 2 : together >= colours.orange ? 1 : together >= colours.yellow ? 0 : -1;
  const [zh, en] = [['黄色', '橙色', '红色'][colour], ['yellow', 'orange', 'red'][colour]];
  yield {
    values: { meter, kind: 'year', ...empty, time: String(year), limit: quota, expected: total },
    score: together,
    flag: colour >= 0 ? 1 : 0,
    reason: {
      zh: `已用${shown(soFar)}，全年预计${shown(total)}，超定额概率${together.toFixed(2)}（各月误差相互独立时${independent.toFixed(2)}）${zh ? `，${zh}预警，待核实异常` : '，未到预警'}`,
      en: `${shown(soFar)} so far, ${shown(total)} expected, chance of exceeding ${together.toFixed(2)} (${independent.toFixed(2)} if months erred independently)${en ? `: ${en}, to be verified` : ': no warning'}`,
    },
  };
  for (const { month, expected, limit } of months)
    yield {
      values: { meter, kind: 'month', ...empty, time: month, limit, expected },
      score: together,
      flag: 0,
      reason: {
        zh: `按上年同期形状分摊剩余定额（不按十二分之一），预计${shown(expected)}`,
        en: `its own share of what is left of the quota, by the shape of the year before; ${shown(expected)} expected`,
      },
    };
}
