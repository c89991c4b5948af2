/**
 * `energy-off-hours`: each month of each meter, how much was used outside working hours and how high its nights lay beside its own months before and the other
 * meters of the file; then the days on which the nights, with the weather taken out where it is given, jumped to another level and stayed. A share alone is
 * never flagged: most of a week is outside working hours.
 */
import { addDays } from '@opengoa/kernel/calendar';
import { median, robustZ } from '@opengoa/kernel/robust-statistics';
import { type KindOfDay, hoursOfDay } from '@opengoa/energy/hour-series';
import { offHoursUse } from '@opengoa/energy/off-hours';
import { trustworthyHours } from '@opengoa/energy/trustworthy-hours';
import { type BaseLoadJump, baseLoadJumps, nightsOf } from '../methods/energy/base-load-jumps.ts';
import { turnedTo } from '../methods/energy/summer-time.ts';
import { nightsWithoutWeather } from '../methods/energy/weather-of-nights.ts';
import { openHoursOf } from './closed-hours.ts';
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
import { type AnalysisAnswer, type AnalysisMethod, SettingRefused } from './method.ts';
import { type EnergyChecks, energyChecks } from './energy-checks.ts';

export const energyOffHours: AnalysisMethod = {
  name: 'energy-off-hours',
  about: {
    zh: '非工作时段用能：每月占比、夜间基荷与节假日指数(同自身以往、同类比较)，以及夜间基荷跳变的日期与幅度',
    en: 'Use outside working hours by month (share, night base load, holidays) against own past and peers, and the days on which the base load jumped',
  },
  input: meterShape,
  files: { weather: weatherShape, days: specialDayShape },
  settings: {
    hours: { zh: '工作时间（默认08:00-18:00，整点）', en: 'working hours (08:00-18:00, whole hours)' },
    ...calendarSettings,
  },
  output: ['meter', 'kind', 'from', 'to', 'share', 'base', 'night', 'usual', 'change'],
  async *run(rows, files, settings, tools) {
    const open = openHoursOf(settings['hours'] ?? '08:00-18:00');
    if (!open || open.fromMinute % 60 !== 0 || open.toMinute % 60 !== 0)
      throw new SettingRefused({
        zh: '--hours 须为整点，如 08:00-18:00。',
        en: '--hours takes whole hours, such as 08:00-18:00.',
      });
    const weather = await readWeather(files['weather']);
    const meters = await readMeters(rows, tools);
    const until = Math.max(0, ...[...meters.values()].map(({ firstHour, values }) => firstHour + values.length));
    const kindOfDay = await kindOfDayFor(meters.values(), until, settings['calendar'], files['days']);
    const checks = await energyChecks(dayOfHour(Math.max(0, until - 1)));
    const schedule = { kindOfDay, workFromHour: open.fromMinute / 60, workToHour: open.toMinute / 60 };
    const looked = new Map(
      [...meters].map(([meter, hours]) => [meter, lookedAt(hours, weather, settings['clock'], schedule, checks)]),
    );
    const ofMonth = Map.groupBy(
      [...looked].flatMap(([meter, { months }]) => months.map((month) => ({ meter, ...month }))),
      ({ month }) => month,
    );
    for (const [meter, { months, jumps, startsOn }] of looked) {
      for (const [at, one] of months.entries()) {
        const others = ofMonth
          .get(one.month)!
          .flatMap((each) => (each.meter === meter ? [] : (each.use?.offHoursShare ?? [])));
        yield monthAnswer(meter, one, months.slice(Math.max(0, at - 12), at), others, checks);
      }
      for (const jump of jumps) yield jumpAnswer(meter, startsOn, jump, weather !== null);
    }
  },
};

type Schedule = { readonly kindOfDay: KindOfDay; readonly workFromHour: number; readonly workToHour: number };
type Use = Exclude<ReturnType<typeof offHoursUse>, { status: 'insufficient_data' }>;
interface Month {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly use: Use | null;
}

function lookedAt(
  hours: Hourly,
  weather: Hourly | null,
  clock: string | undefined,
  schedule: Schedule,
  { leastDays, jump }: EnergyChecks,
) {
  const start = midnightBefore(hours.firstHour);
  const end = midnightBefore(hours.firstHour + hours.values.length + hoursOfDay - 1);
  const startsOn = dayOfHour(start);
  const electricityKwh = trustworthyHours(stretch(hours, start, end)).kwh;
  const plain = { startsOn, electricityKwh, outdoorC: stretch(weather, start, end) };
  const turned = clockFor(plain, end - start, schedule.kindOfDay, clock);
  const kwh = turnedTo(turned, startsOn, electricityKwh);
  const nights = nightsOf(kwh);
  const level = weather ? nightsWithoutWeather(nights, turnedTo(turned, startsOn, plain.outdoorC)) : nights;
  const days = Array.from({ length: (end - start) / hoursOfDay }, (_, i) => addDays(startsOn, i));
  const months = [...Map.groupBy(days.keys(), (i) => days[i]!.slice(0, 7))].map(([month, at]): Month => {
    const [from, to] = [days[at[0]!]!, days[at.at(-1)!]!];
    const own = kwh.slice(at[0]! * hoursOfDay, (at.at(-1)! + 1) * hoursOfDay);
    const use = offHoursUse({ startsOn: from, electricityKwh: own }, { ...schedule, minimumDays: leastDays });
    return { month, from, to, use: use.status === 'ok' ? use : null };
  });
  return { startsOn, months, jumps: baseLoadJumps(level, jump) };
}

/** Own months without which the past says nothing: half a year, so that one season does not speak for all. */
const leastMonths = 6;
/** Spread of the logarithm of a night load below which months count as equal. */
const nightFloor = 0.05;
const shareFloor = 0.01;

function monthAnswer(
  meter: string,
  { from, to, use }: Month,
  past: readonly Month[],
  peers: readonly number[],
  { peerZ, leastPeers, nightOverBaseline }: EnergyChecks,
): AnalysisAnswer {
  const values = { meter, kind: 'month', from, to, share: null, base: null, night: null, usual: null, change: null };
  if (!use)
    return {
      values,
      score: null,
      flag: 0,
      reason: { zh: '数据不足(insufficient_data)：读数太少或白天没有用电', en: 'too few readings, or no use by day' },
    };
  const nights = past.flatMap((each) => each.use?.nightMedianKwh ?? []).filter((night) => night > 0);
  const usual = nights.length >= leastMonths ? median(nights) : null;
  const night = use.nightMedianKwh;
  const rise = usual === null ? null : night / usual - 1;
  const ownZ =
    usual === null || night <= 0 ? null : robustZ(Math.log(night), nights.map(Math.log), nightFloor, nightFloor);
  const amongZ = peers.length >= leastPeers ? robustZ(use.offHoursShare, peers, shareFloor, shareFloor) : null;
  const risen = ownZ !== null && ownZ > peerZ && rise! > nightOverBaseline;
  const high = amongZ !== null && amongZ > peerZ;
  const flag = risen || (ownZ === null && high) ? 1 : 0;
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const index = use.holidayIndex === null ? '' : use.holidayIndex.toFixed(2);
  const told = {
    zh: [
      `非工作时段占${percent(use.offHoursShare)}`,
      rise === null
        ? '自身历史不足半年'
        : `夜间比以往${rise >= 0 ? '高' : '低'}${percent(Math.abs(rise))}(z ${ownZ?.toFixed(1) ?? '—'})`,
      amongZ === null ? '可比表计不足' : `同类z ${amongZ.toFixed(1)}`,
      ...(index ? [`节假日为周日的${index}倍`] : []),
    ],
    en: [
      `${percent(use.offHoursShare)} outside working hours`,
      rise === null
        ? 'own past too short'
        : `nights ${percent(rise)} above the own past (z ${ownZ?.toFixed(1) ?? '-'})`,
      amongZ === null ? 'too few peers' : `z among peers ${amongZ.toFixed(1)}`,
      ...(index ? [`holidays ${index} of Sundays`] : []),
    ],
  };
  const score = Math.max(ownZ ?? 0, amongZ !== null && ownZ === null ? amongZ : 0);
  return {
    values: { ...values, share: use.offHoursShare, base: use.baseRatio, night, usual, change: rise },
    score: ownZ === null && amongZ === null ? null : score <= 0 ? 0 : score / (score + peerZ),
    flag,
    reason: {
      zh: `${told.zh.join('，')}${flag ? '。待核实异常：请核对夜间负荷清单' : ''}`,
      en: `${told.en.join(', ')}${flag ? '. To be verified: which loads run at night' : ''}`,
    },
  };
}

function jumpAnswer(
  meter: string,
  startsOn: string,
  { day, until, before, after, share, z }: BaseLoadJump,
  weatherKnown: boolean,
): AnalysisAnswer {
  const from = addDays(startsOn, day);
  const to = until === null ? '' : addDays(startsOn, until - 1);
  const percent = `${(100 * Math.abs(share)).toFixed(0)}%`;
  const rose = share > 0;
  const basis = weatherKnown
    ? ['(已扣除气温)', ' (weather taken out)']
    : ['(未扣除气温，电采暖时须结合天气看)', ' (weather not taken out: with electric heating, look at it as well)'];
  return {
    values: {
      meter,
      kind: 'base-load-jump',
      from,
      to,
      share: null,
      base: null,
      night: after,
      usual: before,
      change: share,
    },
    score: z / (z + 3),
    flag: rose ? 1 : 0,
    reason: {
      zh: `夜间基荷${basis[0]}自${from}起${rose ? '上升' : '下降'}${percent}(${before.toFixed(2)}→${after.toFixed(2)})，${to ? `约至${to}恢复` : '至今未恢复'}${rose ? '。待核实异常：请核对当日新增或未停设备' : ''}`,
      en: `Nights${basis[1]} ${rose ? 'rose' : 'fell'} by ${percent} on ${from} (${before.toFixed(2)} to ${after.toFixed(2)}), ${to ? `back about ${to}` : 'not back yet'}${rose ? '. To be verified: what was added or left on that day' : ''}`,
    },
  };
}
