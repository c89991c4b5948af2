/** What `energy-baseline` answers for one meter, from plain data, so that it can be reckoned in a thread of its own. */
import { type DayKind, dayNumber, dayOf, hoursOfDay, plainWeek } from '@opengoa/energy/hour-series';
import { trustworthyHours } from '@opengoa/energy/trustworthy-hours';
import { energyBaseline } from '../methods/energy/energy-baseline.ts';
import { normalShare } from '../methods/energy/quota-exceedance.ts';
import { placeOn, turnedTo } from '../methods/energy/summer-time.ts';
import { clockFor } from './meter-calendar.ts';
import type { AnalysisAnswer } from './method.ts';

/** Hours from the midnight at which `startsOn` begins; both spans are places in them, the end not included. */
export interface BaselineJob {
  readonly meter: string;
  readonly startsOn: string;
  readonly kwh: readonly (number | null)[];
  readonly outdoorC: readonly (number | null)[];
  /** Whole days. */
  readonly learn: readonly [number, number];
  readonly tell: readonly [number, number];
  /** How each day from `startsOn` on is worked. */
  readonly days: readonly DayKind[];
  /** Whether a school or a training centre teaches on each of them; null where nothing of the kind was said. */
  readonly inSession: readonly boolean[] | null;
  readonly clock?: string | undefined;
}

/** Savings, errors and doubt of one meter. */
export function baselineAnswer({ meter, startsOn, kwh, outdoorC, learn, tell, ...job }: BaselineJob): AnalysisAnswer {
  const first = dayNumber(startsOn);
  const kindOfDay = (day: string): DayKind => job.days[dayNumber(day) - first] ?? plainWeek(day);
  const { inSession } = job;
  const sessions = inSession ? { inSession: (day: string) => inSession[dayNumber(day) - first] ?? false } : {};
  // A dead or stuck meter saves nothing: what contradicts itself is left out of both spans.
  const electricityKwh = trustworthyHours(kwh).kwh;
  const leftOut = electricityKwh.filter((value, i) => value === null && kwh[i] !== null).length;
  const plain = { startsOn, electricityKwh, outdoorC };
  const [from, to] = learn;
  const clock = clockFor(plain, to, kindOfDay, job.clock);
  // What is learned from ends where the report begins, by either clock.
  const known = electricityKwh.map((value, i) => (i < to && i >= from ? value : null));
  const series = {
    startsOn,
    electricityKwh: turnedTo(clock, startsOn, known),
    outdoorC: turnedTo(clock, startsOn, outdoorC),
  };
  const found = energyBaseline(series, from, to, { kindOfDay, ...sessions });
  if (found.status !== 'ok') {
    const [reason] = found.reasons;
    return insufficientFor(meter, reason!.zh, reason!.en);
  }
  let [squares, actual, expected, within, count] = [0, 0, 0, 0, 0];
  for (let hour = tell[0]; hour < tell[1]; hour++) {
    const value = electricityKwh[hour] ?? null;
    const place = placeOn(clock, startsOn, hour);
    const wanted = found.expected[place];
    if (value === null || wanted === undefined || Number.isNaN(wanted)) continue;
    squares += (value - wanted) ** 2;
    actual += value;
    expected += wanted;
    within += Number(value >= found.low[place]! && value <= found.high[place]!);
    count += 1;
  }
  if (count === 0 || actual === 0)
    return insufficientFor(meter, '报告期没有读数', 'nothing was read in the span to report on');
  const savings = expected - actual;
  const uncertainty = found.totalDoubt * expected;
  const beyond = Math.abs(savings) > uncertainty;
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const cold = found.coldStart
    ? [
        '训练期不足8周，按冷启动：未计气温与季节。',
        ' Less than 8 weeks to learn from (cold start): neither weather nor season.',
      ]
    : ['', ''];
  return {
    values: {
      meter,
      savings,
      cvrmse: Math.sqrt(squares / count) / (actual / count),
      nmbe: -savings / actual,
      uncertainty,
    },
    score: chanceBeyond(savings, uncertainty),
    flag: beyond ? 1 : 0,
    reason: {
      zh: `${cold[0]}学习${found.trainedDays}天（剔除自相矛盾读数${leftOut}个），报告期${count}小时，实际为应有用量的${percent(actual / expected)}，${percent(within / count)}的读数在90%区间内；${beyond ? '偏差超出不确定度，待核实异常' : '偏差未超出不确定度，不能据此认定节约或超用'}`,
      en: `Learned from ${found.trainedDays} days (${leftOut} readings that contradict themselves left out); over ${count} hours ${percent(actual / expected)} of what was expected was used, ${percent(within / count)} of readings within the 90 % band; ${beyond ? 'beyond the doubt, to be verified' : 'within the doubt: shows neither savings nor excess'}.${cold[1]}`,
    },
  };
}

const insufficientFor = (meter: string, zh: string, en: string): AnalysisAnswer => ({
  values: { meter, savings: null, cvrmse: null, nmbe: null, uncertainty: null },
  score: null,
  flag: 0,
  reason: { zh: `数据不足(insufficient_data)：${zh}`, en },
});

/** The days that so many hours from `startsOn` on lie in. */
export const daysFrom = (startsOn: string, hours: number): string[] =>
  Array.from({ length: Math.ceil(hours / hoursOfDay) }, (_, i) => dayOf(dayNumber(startsOn) + i));

/** Two-sided: how sure the difference is one, its doubt being that of 90 %. */
const chanceBeyond = (savings: number, uncertainty: number): number =>
  uncertainty > 0 ? 2 * normalShare((1.645 * Math.abs(savings)) / uncertainty) - 1 : 0;
